import Foundation
import TestSupport
import Testing

/// Notes and decks as somebody would send them who means harm.
struct StrangersTests {
  private static let evil = "\\u001b]0;evil\\u0007\\u001b[2J\\u009b31m\\u202e\\u0000\\r"

  /// A program whose only deck was written by hand.
  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram(notes: [:])
    let e = Self.evil
    let deck = """
      {"schema":"ebb.deck/1","topic":"=Evil\(e)","note":"../../../../../../../etc/passwd","cards":2}
      {"id":"abc\(e)","kind":"open","trail":["T\(e)"],"prompt":"What is \(e)it?","answer":"A \(e).",\
      "level":1,"rule":"section\(e)","quality":1.0,"group":"g","line":1}
      {"id":"def","kind":"open","trail":[],"prompt":"=cmd()","answer":"<script>alert(1)</script>",\
      "level":1,"rule":"section","quality":1.0,"group":"h","line":2}

      """
    try program.write(deck, to: "decks/x.jsonl")
    return program
  }

  @Test func noCommandPrintsWhatATerminalWouldObey() throws {
    let program = try program()
    let review = try program.run(["review", "--plain"], input: "\n1\n\n3\nq\n")
    var printed = [("review", review.output + review.errors)]
    for command in [
      "due", "due --json", "cards", "card def", "find it", "find it --json", "notes", "report",
      "report all --plain", "report all --markdown", "report all --json", "report --html -",
      "report --digest", "forecast", "doctor", "export log -", "mock list", "orphans",
    ] {
      let outcome = try program.run(
        command.split(separator: " ").map(String.init),
        environment: ["EBB_NOW": "2026-11-26T10:00:00Z"])
      printed.append((command, outcome.output + outcome.errors))
    }
    for (command, text) in printed {
      let harmful = text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x09, 0x0a: false
        case ..<0x20, 0x7f...0x9f, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(harmful.isEmpty, "\(command): \(harmful.map(\.value))")
      #expect(!text.contains("<script>alert"), "\(command)")
    }
  }

  @Test func aDeckNamesNoFileOutsideOfTheNotes() throws {
    let program = try program()
    let json = try program.run(["report", "topics", "--json"]).output
    // Nothing of the file was read: it has no parts.
    #expect(json.contains("\"note_parts\":0"), "\(json)")
    let screen = try program.open(["browse"])
    #expect(screen.wait(for: "=cmd()"), "\(screen.screen.text)")
    screen.send("v")
    #expect(!screen.wait(for: "root:x:", timeout: 1))
  }

  @Test func formulasStayTextInTables() throws {
    let program = try program()
    _ = try program.run(["report", "--csv", program.folder + "/tables"])
    let topics = try String(contentsOfFile: program.folder + "/tables/topics.csv", encoding: .utf8)
    #expect(topics.contains("\r\n\"'=Evil"), "\(topics)")
  }

  @Test func aFileOfAGigabyteIsNotRead() throws {
    let program = try BuiltProgram()
    let path = program.folder + "/big/huge.md"
    try program.write("# Small\n\n**Term** — what it means here.\n", to: "big/small.md")
    try program.write("", to: "big/huge.md")
    // Sparse: it takes no room on the disk.
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    // What would read it needs more memory than this.
    let outcome = try program.run(
      ["compile", program.folder + "/big", "-o", program.folder + "/o"], shell: "ulimit -v 1000000")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("1024 MB, a note at most 16 MB"), "\(outcome.errors)")
    #expect(FileManager.default.fileExists(atPath: program.folder + "/o/small.jsonl"))
  }

  /// Progress, settings, exports, pages, tables and backups concern nobody else.
  @Test func whatIsWrittenIsForItsOwnerAlone() throws {
    let program = try BuiltProgram()
    let home = ["EBB_HOME": program.folder + "/home", "EBB_PROGRESS": ""]
    let out = program.folder + "/out"
    for arguments in [
      ["config", "set", "review.new_per_day", "5"], ["due"], ["backup"],
      ["report", "--html", out + ".html"], ["report", "--csv", out],
      ["export", "log", out + ".jsonl"],
    ] {
      let outcome = try program.run(arguments, environment: home, shell: "umask 0")
      #expect(outcome.status <= 1, "\(arguments): \(outcome.errors)")
    }
    var written = ["out.html", "out.jsonl"]
    for folder in ["home", "out"] {
      let names = FileManager.default.enumerator(atPath: program.folder + "/" + folder)
      written += [folder] + (names?.compactMap { ($0 as? String).map { folder + "/" + $0 } } ?? [])
    }
    #expect(written.count > 10, "\(written)")
    for name in written {
      let found = try FileManager.default.attributesOfItem(atPath: program.folder + "/" + name)
      let mode = try #require(found[.posixPermissions] as? Int)
      let isFolder = found[.type] as? FileAttributeType == .typeDirectory
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(name): \(String(mode, radix: 8))")
    }
  }

  /// Links that lead round and out of the folder are not gone after, and what is written stays in
  /// the folder that was named.
  @Test func linksNeitherLoopNorLeadOutOfTheNotes() throws {
    let program = try BuiltProgram()
    let notes = program.folder + "/links"
    try program.write("# Inside\n\n**Term** — what it means here.\n", to: "links/deep/inside.md")
    try program.write("# Outside\n\n**Word** — what it means there.\n", to: "other/outside.md")
    for (name, target) in [("deep/up", ".."), ("out", "../other"), ("loop.md", "loop.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: notes + "/" + name, withDestinationPath: target)
    }
    let decks = program.folder + "/links-decks"
    let outcome = try program.run(["compile", notes, "-o", decks])
    #expect(outcome.status <= 1, "\(outcome.errors)")
    #expect(outcome.output.contains("1 note, 1 card"), "\(outcome.output)")
    let written = FileManager.default.enumerator(atPath: decks)?.compactMap { $0 as? String } ?? []
    #expect(written.sorted() == ["deep", "deep/inside.jsonl"], "\(written)")
  }

  /// Whether a system can end what opens a socket: a shell that does is a control.
  private static let canGoOffline: Bool = {
    let shell = try? PseudoTerminal(
      "/bin/bash", arguments: ["-c", "exec 3<>/dev/tcp/127.0.0.1/9"], isOffline: true)
    return shell?.waitForEnding() == .signal(SIGSYS)
  }()

  @Test(.enabled(if: canGoOffline, "seccomp or bash is missing here"))
  func screensAndCommandsLiveWithoutSockets() throws {
    let program = try BuiltProgram()
    let terminal = try program.open(isOffline: true)
    #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
    for (key, title) in [
      ("B", "Browser"), ("R", "Reports"), ("M", "Mock"), ("N", "Notes"), ("P", "Plan"),
      ("S", "Settings"),
    ] {
      terminal.send(key)
      #expect(terminal.wait(for: "ebb › \(title)"), "\(terminal.screen.text)")
      terminal.send("q")
      #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
    }
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
    for arguments in [
      ["due"], ["doctor"], ["report", "--html", "-"], ["find", "lease"], ["mock", "list"],
      ["compile", program.folder + "/notes", "-o", program.folder + "/again"], ["backup"],
      ["export", "log", "-"], ["import", "log", "/dev/null"], ["plan"], ["help"],
    ] {
      let command = try program.open(arguments, isOffline: true)
      let ending = command.waitForEnding()
      #expect(ending != .signal(SIGSYS), "\(arguments)")
      #expect(ending != nil && ending != .exit(125), "\(arguments): \(String(describing: ending))")
    }
  }

  private static let strace = "/usr/bin/strace"

  /// Whether there is a tracer, and it may trace here.
  private static var canTrace: Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: strace)
    process.arguments = ["-qq", "-o", "/dev/null", "/bin/true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Every system call of a few commands, and none of them speaks to a network.
  @Test(.enabled(if: canTrace, "nothing can be traced here"))
  func nothingIsAskedOfANetwork() throws {
    let program = try BuiltProgram()
    let calls = program.folder + "/calls"
    for arguments in [["due"], ["report", "--html", "-"], ["mock", "list"], ["doctor"]] {
      let outcome = try program.run(
        arguments,
        shell:
          "set -- \"$0\" \"$@\"; exec \(Self.strace) -f -qq -e trace=%network -o \(calls) \"$@\"")
      #expect(!outcome.errors.contains("ptrace"), "\(arguments): \(outcome.errors)")
      let seen = try String(contentsOfFile: calls, encoding: .utf8)
      #expect(!seen.contains("AF_INET"), "\(arguments): \(seen)")
      #expect(!seen.contains("connect("), "\(arguments): \(seen)")
    }
  }
}
