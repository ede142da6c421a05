import Foundation
import Testing

/// One clear sentence and the documented status for whatever is wrong; nothing stored is lost.
struct BadInputTests {
  @Test func everyBadNoteIsNamedAndTheOthersStillCompile() throws {
    let program = try BuiltProgram()
    try program.write("# Good\n\n**Term** — what it means here.\n", to: "mixed/good.md")
    try program.write(Data([0x23, 0x20, 0xff, 0xfe, 0x0a]), to: "mixed/latin.md")
    try program.write(Data([0x89, 0x50, 0, 1, 2, 3]), to: "mixed/binary.md")
    try program.write(Data(), to: "mixed/empty.md")
    try program.write("Just a line.\n", to: "mixed/nocards.md")
    try program.write(Data(repeating: 0x61, count: 50 << 20), to: "mixed/huge.md")
    let outcome = try program.run([
      "compile", program.folder + "/mixed", "-o", program.folder + "/o",
    ])
    #expect(outcome.status == 3)
    let said = outcome.errors.split(separator: "\n")
    func line(_ name: String) -> String { String(said.first { $0.contains(name) } ?? "nothing") }
    #expect(line("latin.md").contains(":1: error: the text is not UTF-8"), "\(outcome.errors)")
    #expect(line("binary.md").contains("error: this is a binary file"))
    #expect(line("empty.md").contains("warning: the file is empty"))
    #expect(line("nocards.md").contains("warning: no cards come from this note"))
    #expect(line("huge.md").contains("error: the file has 50 MB, a note at most 16 MB"))
    #expect(FileManager.default.fileExists(atPath: program.folder + "/o/good.jsonl"))
    #expect(said.count == 5, "\(outcome.errors)")
  }

  @Test func aMissingFolderIsThree() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(["compile", program.folder + "/nowhere"])
    #expect(outcome.status == 3 && outcome.errors.contains("there is no such file or folder"))
  }

  @Test func aPipeOrDeviceIsNoNote() throws {
    let program = try BuiltProgram()
    let outcome = try program.run(["compile", "/dev/zero"])
    #expect(outcome.status == 3 && outcome.errors.contains("not a regular file"))
  }

  @Test func checkFindsDecksThatAreNotWhatTheNotesSay() throws {
    let program = try BuiltProgram()
    let arguments = [
      "compile", program.folder + "/notes", "-o", program.folder + "/decks", "--check",
    ]
    #expect(try program.run(arguments).status == 0)
    let deck = program.folder + "/decks/redis.jsonl"
    let text = try String(contentsOfFile: deck, encoding: .utf8)
    try program.write(text.replacing("token", with: "taken"), to: "decks/redis.jsonl")
    let changed = try program.run(arguments)
    #expect(changed.status == 3 && changed.errors.contains("redis.jsonl: error:"))
    try program.write(text, to: "decks/redis.jsonl")
    try program.write(text, to: "decks/old.jsonl")
    let stray = try program.run(arguments)
    #expect(stray.status == 3 && stray.errors.contains("old.jsonl: error: no note compiles"))
  }

  @Test func compilingTwiceGivesTheSameBytes() throws {
    let program = try BuiltProgram()
    let deck = program.folder + "/decks/redis.jsonl"
    let first = try Data(contentsOf: URL(fileURLWithPath: deck))
    _ = try program.run(["compile", program.folder + "/notes", "-o", program.folder + "/decks"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: deck)) == first)
  }

  @Test func aDeckCutInHalfIsNamedWithItsLineAndTheOthersWork() throws {
    let program = try BuiltProgram()
    let deck = program.folder + "/decks/redis.jsonl"
    let data = try Data(contentsOf: URL(fileURLWithPath: deck))
    try program.write(data.prefix(data.count / 2), to: "decks/redis.jsonl")
    let outcome = try program.run(["review", "--plain"], input: "q\n")
    #expect(outcome.status == 0)
    let isNamed = outcome.errors.firstMatch(of: /redis\.jsonl:[0-9]+: error: the deck file is cut/)
    #expect(isNamed != nil, "\(outcome.errors)")
    #expect(outcome.output.contains("ebb review: 3 cards."), "\(outcome.output)")
  }

  @Test func progressThatIsNoDatabaseIsLeftAlone() throws {
    let program = try BuiltProgram()
    let text = String(repeating: "dear diary\n", count: 500)
    try program.write(text, to: "diary.txt")
    let outcome = try program.run(["due", "--progress", program.folder + "/diary.txt"])
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("it is not a progress file of ebb"), "\(outcome.errors)")
    #expect(try String(contentsOfFile: program.folder + "/diary.txt", encoding: .utf8) == text)
  }

  @Test func progressWhereNothingCanBeWrittenIsFour() throws {
    let program = try BuiltProgram()
    // Even the superuser cannot create files here.
    let outcome = try program.run(["due", "--progress", "/proc/ebb/progress.db"])
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func aFullDiskRefusesTheAnswerAloudAndKeepsThoseBefore() throws {
    let program = try BuiltProgram()
    #expect(try program.dueAndNew() == "0 due, 10 new\n")
    let before = try program.run(["review", "--plain"], input: "\n4\nq\n")
    #expect(before.status == 0)
    // A limit on file sizes stops writing as a full disk does.
    let size =
      (try FileManager.default.attributesOfItem(atPath: program.progress)[.size] as? Int) ?? 0
    let outcome = try program.run(
      ["review", "--plain"], input: String(repeating: "\n4\n", count: 9) + "q\n",
      shell: "ulimit -f \(max(size / 512 / 8, 1))")
    #expect(outcome.status == 4, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("cannot"), "\(outcome.errors)")
    let left = try program.dueAndNew()
    #expect(left.hasPrefix("0 due, "), "\(left)")
    let saved = outcome.output.components(separatedBy: "Next in").count - 1
    #expect(left == "0 due, \(9 - saved) new\n")
  }

  @Test func controlCharactersInNotesNeverReachTheTerminal() throws {
    let hostile =
      "# Bad\u{1B}]0;title\u{7}\n\n**Te\u{9B}31mrm** — do \u{1B}[2J harm \u{202E}esrever and \u{7F}.\n"
    let program = try BuiltProgram(notes: ["bad.md": hostile])
    let screen = try program.open(["review"])
    #expect(screen.wait(for: "1 of 1"))
    screen.send(" ")
    #expect(screen.wait(for: "Good"))
    let plain = try program.run(["review", "--plain"], input: "\n4\n")
    for scalar in plain.output.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
    let sent = String(decoding: screen.output, as: UTF8.self)
    #expect(!sent.contains("title") || !sent.contains("\u{1B}]0;title"))
    #expect(!sent.contains("\u{202E}") && !sent.contains("\u{9B}"))
    #expect(screen.screen.text.contains("harm"))
  }
}
