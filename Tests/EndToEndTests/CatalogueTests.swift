import Foundation
import Testing

/// Notes of one's own: what becomes of cards and progress when they are edited, moved or lost.
struct CatalogueTests {
  /// A program without shipped decks, and a folder of four added notes with answers to all cards.
  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    for name in ["redis", "wide"] {
      try FileManager.default.removeItem(atPath: program.folder + "/decks/\(name).jsonl")
    }
    for name in ["ebb", "flood", "neap", "spring", "slack"] {
      try program.write(Self.note(name), to: "mine/\(name).md")
    }
    let added = try program.run(["add", program.folder + "/mine"])
    guard added.status == 0 else { throw BuiltProgram.Failure(message: added.errors) }
    let answers = String(repeating: "\n4\n", count: 60)
    for _ in 0..<2 { _ = try program.run(["review", "--plain"], input: answers) }
    return program
  }

  private static func note(_ name: String) -> String {
    """
    # The \(name)

    ## Why does the \(name) come twice a day?

    The moon pulls the water of the \(name) towards itself on both sides of the globe.

    ## What does the \(name) do to a harbour?

    It lifts the keels of the \(name) fleet, and the sand behind them moves along the shore.
    """
  }

  private func compile(
    _ program: BuiltProgram, _ arguments: [String] = []
  ) throws -> BuiltProgram.Outcome {
    try program.run(["compile"] + arguments)
  }

  private func answered(_ program: BuiltProgram) throws -> [String] {
    try program.run(["cards", "--json"]).output.split(separator: "\n")
      .filter { $0.contains("\"due\":\"") }.map { String($0) }
  }

  @Test func nothingChangedMeansNothingIsRead() throws {
    let program = try program()
    let outcome = try compile(program, ["--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["files"] as? Int == 5 && object["read"] as? Int == 0, "\(outcome.output)")
    #expect(object["cards"] as? Int == 10)
  }

  @Test func allFilesRenamedIntoAFolderLoseNothing() throws {
    let program = try program()
    let due = try program.run(["due"]).output
    let mine = program.folder + "/mine"
    let names = try FileManager.default.contentsOfDirectory(atPath: mine)
    try FileManager.default.createDirectory(
      atPath: mine + "/sea/old", withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.moveItem(
        atPath: mine + "/" + name, toPath: mine + "/sea/old/x" + name)
    }
    let outcome = try compile(program)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("10 moved") && outcome.output.contains("0 removed"))
    #expect(outcome.output.contains("0 added"), "\(outcome.output)")
    #expect(try program.run(["due"]).output == due)
    #expect(try program.run(["orphans"]).status == 1)
  }

  @Test func manyFilesGoneStopTheCompile() throws {
    let program = try program()
    let due = try program.run(["due"]).output
    for name in ["ebb", "flood", "neap"] {
      try FileManager.default.removeItem(atPath: program.folder + "/mine/\(name).md")
    }
    let refused = try compile(program)
    #expect(refused.status == 3)
    #expect(refused.errors.contains("3 notes of 5 gone"), "\(refused.errors)")
    #expect(refused.errors.contains("--drop"))
    #expect(try program.run(["due"]).output == due)
    #expect(try compile(program, ["--check"]).output.contains("6 removed"))
    let dropped = try compile(program, ["--drop", "--diff"])
    #expect(dropped.status == 0, "\(dropped.errors)")
    #expect(dropped.output.contains("removed  ") && dropped.output.contains("6 removed"))
    let orphans = try program.run(["orphans"])
    #expect(orphans.status == 0 && orphans.output.contains("The ebb: "), "\(orphans.output)")
    // They come back with their progress.
    for name in ["ebb", "flood", "neap"] {
      try program.write(Self.note(name), to: "mine/back/\(name).md")
    }
    #expect(try compile(program).output.contains(" returned"))
    #expect(try program.run(["orphans"]).status == 1)
    #expect(try program.run(["due"]).output == due)
  }

  @Test func onATerminalTheUserIsAsked() throws {
    let program = try program()
    for name in ["ebb", "flood", "neap"] {
      try FileManager.default.removeItem(atPath: program.folder + "/mine/\(name).md")
    }
    let screen = try program.open(["compile"])
    #expect(screen.wait(for: "3 go ahead"))
    screen.send("2\n")
    #expect(screen.wait(for: "removed"))
    screen.send("3\n")
    #expect(screen.wait(for: "6 removed"))
    #expect(screen.waitForEnding() == .exit(0))
  }

  @Test func anOrphanCanBeRestoredAndPurged() throws {
    let program = try program()
    try program.write("# The ebb\n\nNothing is left.\n", to: "mine/ebb.md")
    #expect(try compile(program).status == 0)
    let list = try program.run(["orphans"]).output
    let card = String(list.prefix { $0 != " " })
    #expect(card.count == 13, "\(list)")
    #expect(try program.run(["orphans", "restore", card]).status == 0)
    #expect(try program.run(["card", card]).output.contains("The ebb"))
    #expect(try program.run(["orphans", "purge", card]).status == 0)
    #expect(try program.run(["orphans", "purge", card]).status == 1)
    #expect(try program.run(["card", card]).status == 1)
    #expect(try program.run(["relink"]).status == 1)
    #expect(try program.run(["relink", "accept", card]).status == 1)
    #expect(try program.run(["relink", "reject", card]).status == 1)
  }

  // MARK: Explaining

  @Test func aPlaceIsExplained() throws {
    let program = try program()
    let path = program.folder + "/mine/ebb.md"
    let outcome = try program.run(["compile", "--explain", path + ":5"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in [
      "ebb.md:3: “Why does the ebb come twice a day?”", "rule     question: a heading that asks",
      "quality  ", "asked from 0.55", "card     ",
    ] {
      #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
    }
    #expect(!outcome.output.contains("harbour"))
    let list = try program.run(["cards"]).output
    let card = String(list.prefix { $0 != " " })
    let explained = try program.run(["compile", "--explain", card])
    #expect(explained.output.contains(card), "\(explained.output)\(explained.errors)")
    #expect(try program.run(["compile", "--explain", "nonsense"]).status == 1)
  }

  @Test func whatGaveNoCardIsListedWithReasonAndPlace() throws {
    let program = try program()
    try program.write("# Sea\n\n## Example\n\nJust some words.\n", to: "mine/sea.md")
    let outcome = try compile(program, [program.folder + "/mine/sea.md", "--skipped"])
    #expect(outcome.output.contains("sea.md:3: no card in “Example”: "), "\(outcome.output)")
  }

  @Test func decksAreComparedCardByCard() throws {
    let program = try program()
    let (notes, decks) = (program.folder + "/mine", program.folder + "/o")
    #expect(try compile(program, [notes, "-o", decks]).status == 0)
    let text = Self.note("ebb").replacing("towards itself", with: "towards it, slowly,")
    try program.write(text, to: "mine/ebb.md")
    let outcome = try compile(program, [notes, "-o", decks, "--diff", "--check"])
    #expect(outcome.output.contains("edited  ebb.md:3"), "\(outcome.output)")
    #expect(outcome.output.contains("0 added, 0 reworded, 1 edited, 0 moved"))
  }

  @Test func coverageAndRulesAreCounted() throws {
    let program = try program()
    let outcome = try compile(program, [program.folder + "/notes", "--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let coverage = try #require(object["coverage"] as? [String: [String: Double]])
    #expect(Set(coverage.keys) == ["sections", "rows", "definitions", "lists"])
    #expect(coverage["rows"]?["all"] == 4 && coverage["definitions"]?["all"] ?? 0 >= 8)
    for part in coverage.values { #expect((part["asked"] ?? 9) <= (part["all"] ?? 0)) }
    let notes = try #require(object["notes"] as? [[String: Any]])
    #expect(notes.count == 2)
    #expect(notes.allSatisfy { ($0["rules"] as? [String: Int])?.isEmpty == false })
  }

  // MARK: Files

  @Test func ignoredFilesAreLeftOut() throws {
    let program = try program()
    try program.write(
      "# build output\nbuild/\n*.tmp.md\n/drafts\n!keep.tmp.md\ndeep/**/x[0-9].md\n",
      to: "tree/.gitignore")
    try program.write("secret-?.md\n", to: "tree/sub/.gitignore")
    let names = [
      "a.md", "build/b.md", "c.tmp.md", "keep.tmp.md", "drafts/d.md", "sub/drafts/e.md",
      "sub/secret-1.md", "sub/secret-12.md", "deep/p/q/x1.md", "deep/xy.md", "old/f.md",
    ]
    for name in names { try program.write(Self.note("ebb"), to: "tree/" + name) }
    let outcome = try compile(program, [program.folder + "/tree", "--ignore", "old/"])
    let found = outcome.output.split(separator: "\n").compactMap { line in
      line.range(of: "/tree/").flatMap { start in
        line.range(of: ": ").map { String(line[start.upperBound..<$0.lowerBound]) }
      }
    }
    #expect(
      found == ["a.md", "deep/xy.md", "keep.tmp.md", "sub/drafts/e.md", "sub/secret-12.md"],
      "\(outcome.output)")
  }

  @Test func theBytesDoNotDependOnTheNumberOfCores() throws {
    let program = try program()
    for number in 0..<150 {
      try program.write(Self.note("tide \(number)"), to: "many/\(number % 7)/\(number).md")
    }
    let notes = program.folder + "/many"
    let all = try compile(program, [notes, "-o", program.folder + "/all"])
    let one = try program.run(
      ["compile", notes, "-o", program.folder + "/one"], shell: "taskset -pc 0 $$ >/dev/null")
    #expect(all.status == 0 && one.status == 0, "\(one.errors)")
    #expect(all.output == one.output)
    for number in 0..<150 {
      let name = "/\(number % 7)/\(number).jsonl"
      let left = FileManager.default.contents(atPath: program.folder + "/all" + name)
      #expect(left != nil)
      #expect(left == FileManager.default.contents(atPath: program.folder + "/one" + name))
    }
  }

  @Test func pipesAndCyclesInAFolderDoNotStopIt() throws {
    let program = try program()
    let tree = program.folder + "/odd"
    try program.write(Self.note("ebb"), to: "odd/a.md")
    #expect(mkfifo(tree + "/pipe.md", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: tree + "/loop", withDestinationPath: tree)
    try FileManager.default.createSymbolicLink(
      atPath: tree + "/round.md", withDestinationPath: tree + "/round.md")
    let outcome = try compile(program, [tree])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("pipe.md: warning: this is not a regular file"))
    #expect(outcome.output.contains("1 note, 2 cards"), "\(outcome.output)")
  }
}
