import Foundation
import TestSupport
import Testing

/// Text that would command a terminal reaches it as text or not at all, and keys at random leave
/// it as it was.
struct HostileTextTests {
  /// Every C0 and C1 control, commands for the clipboard and for links, bidi overrides, joins of no
  /// width, a word of ten thousand letters, lists as deep as they go.
  private static let note: String = {
    let c0 = (UInt8(1)...31).filter { $0 != 10 && $0 != 13 }
      .map { String(UnicodeScalar($0)) }.joined(separator: "a")
    let c1 = (UInt8(0x80)...0x9f).map { String(UnicodeScalar($0)) }.joined(separator: "b")
    let bidi = [
      0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x61c,
    ]
    .compactMap(UnicodeScalar.init).map { String($0) }.joined(separator: "c")
    let joins = String(repeating: "x\u{200D}\u{200B}\u{FEFF}\u{2060}", count: 50)
    let deep = (0..<60).map { String(repeating: "  ", count: $0) + "- level \($0)" }
      .joined(separator: "\n")
    let osc = "\u{1B}]52;c;aGk=\u{7} \u{1B}]8;;http://example.com\u{1B}\\link\u{1B}]8;;\u{1B}\\"
    let dcs = "\u{1B}P1;2|evil\u{1B}\\ \u{90}q\u{9C} \u{9D}0;title\u{9C} \u{9B}2J \u{1B}[31mred"
    return """
      # Hostile \(osc)

      ## What is kept of \(dcs)?

      It says \(c0) and \(c1) and \(bidi) and \(joins), &#27;[2J and &#x9b;31m too.

      ## Which long word is there?

      It is \(String(repeating: "w", count: 10_000)) and no other one.

      ## How deep can a list be?

      It is this deep:

      \(deep)

      ## What does code hold?

      ```sh
      printf '\u{1B}[31m\u{1B}]0;x\u{7}\u{202E}'
      ```

      It holds an escape that is shown and not obeyed.
      """
  }()

  /// Sequences that ncurses and ebb send: placing, erasing, looks, modes, characters by name.
  private static var allowed: [Regex<Substring>] {
    [/\u{1B}\[[0-9;?]*[A-Za-z@`]/, /\u{1B}[()][A-B0-2]/, /\u{1B}[=>78DM]/]
  }

  /// What is left of the output without those: text, and whatever should not be there.
  private func rest(of output: [UInt8]) -> String {
    Self.allowed.reduce(String(decoding: output, as: UTF8.self)) { $0.replacing($1, with: "") }
  }

  @Test func nothingOfANoteCommandsTheTerminal() throws {
    let program = try BuiltProgram(notes: ["hostile.md": Self.note])
    let terminal = try program.open([])
    #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
    for key in ["\r", " ", "i", "q", "v", "q", "q", "\r", "B", "j", "i", "q", "q", "N", "l", "q"] {
      terminal.send(key)
      terminal.read(seconds: 0.12)
    }
    for _ in 0..<4 {
      terminal.send("\r")
      terminal.read(seconds: 0.1)
      terminal.send(" s")
      terminal.read(seconds: 0.1)
    }
    #expect(terminal.screen.isAlternate)
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    let rest = rest(of: terminal.output)
    let strange = rest.unicodeScalars.filter { scalar in
      let value = scalar.value
      let isLineWork = [0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f].contains(value)
      return value < 0x20 && !isLineWork || (0x7f...0x9f).contains(value)
        || (0x200b...0x200f).contains(value) || (0x202a...0x202e).contains(value)
        || (0x2060...0x2069).contains(value) || [0x61c, 0xfeff].contains(value)
    }
    #expect(strange.isEmpty, "\(strange.map { String($0.value, radix: 16) })")
    for command in ["]52;", "]8;;", "]0;"] {
      // What stands in a note may be shown, but never after an escape.
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}\(command)"))
    }
    #expect(rest.contains("link") && rest.contains("www"))
  }

  @Test(arguments: UInt64(0)..<3) func keysAtRandomLeaveASaneTerminalAndLog(seed: UInt64) throws {
    let program = try BuiltProgram()
    var random = SeededGenerator(seed: seed)
    let letters = "jkhlgGabcdefimnoprstuvwxz BMNPRS?/12345670"
    let keys = letters.map { String($0) } + ["\r", "\u{1B}", "\t", "\u{4}"]
    var left = 500
    while left > 0 {
      // An editor that waits would eat the keys.
      let terminal = try program.open(environment: ["EDITOR": "true"])
      #expect(terminal.wait(for: "All topics"), "seed \(seed)\n\(terminal.screen.text)")
      while left > 0, terminal.ending == nil {
        left -= 1
        terminal.send(keys.randomElement(using: &random) ?? "j")
        if left % 40 == 0 {
          terminal.resize(
            columns: Int.random(in: 36...160, using: &random),
            rows: Int.random(in: 8...50, using: &random))
        }
        if left % 5 == 0 { terminal.read(seconds: 0.02) }
      }
      if terminal.ending == nil {
        terminal.read(seconds: 0.3)
        terminal.send("\u{3}")
      }
      let ending = terminal.waitForEnding()
      #expect(ending == .exit(130) || ending == .exit(0), "seed \(seed), \(left) left")
      #expect(terminal.isCooked && !terminal.screen.isAlternate && terminal.screen.showsCursor)
    }
    let doctor = try program.run(["doctor"])
    #expect(doctor.status == 0, "seed \(seed): \(doctor.output)\(doctor.errors)")
  }
}
