import Foundation
import Testing

/// The rules of the house that a machine can check.
struct HouseTests {
  private let tree = SourceTree()

  /// What each module may import, besides Foundation. Arrows point down only.
  private static let imports: [String: Set<String>] = [
    "Decks": ["CMarkdown"],
    "Scheduling": ["Decks"],
    "MockInterview": ["Decks"],
    "ProgressStore": ["Decks", "Scheduling", "CSQLite"],
    "Reports": ["Decks", "MockInterview", "Scheduling"],
    "TerminalUI": ["Decks", "MockInterview", "Reports", "Scheduling"],
    "CursesTerminal": ["TerminalUI", "CNcurses"],
    "ebb": [
      "ArgumentParser", "CursesTerminal", "Decks", "MockInterview", "Mustache", "ProgressStore",
      "Reports",
      "Scheduling", "TerminalUI", "TOMLKit",
    ],
    "Benchmarks": [
      "CMarkdown", "Decks", "MockInterview", "ProgressStore", "Scheduling", "TestSupport",
    ],
  ]

  @Test func modulesImportOnlyWhatIsBelowThem() throws {
    for file in try tree.files(below: "Sources", ending: ".swift") {
      let module = String(file.path.split(separator: "/")[1])
      let allowed = try #require(Self.imports[module], "\(module) is not in the table")
      // Imports stand at the edge; indented words may belong to a text.
      for line in file.lines where !line.hasPrefix(" ") {
        let words = line.split(separator: " ")
        guard let start = words.firstIndex(of: "import"), words[..<start].allSatisfy(isPrefix),
          start + 1 < words.count
        else { continue }
        let name = String(words[start + 1])
        #expect(
          ["Foundation", "Swift"].contains(name) || allowed.contains(name),
          "\(file.path) imports \(name)")
      }
    }
  }

  private func isPrefix(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["private", "internal", "package", "public"].contains(word)
  }

  @Test func filesStaySmall() throws {
    for folder in ["Sources", "Tests"] {
      for file in try tree.files(below: folder, ending: ".swift") {
        #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
      }
    }
  }

  /// Words that must not stand in sources, with the file that may hold them.
  private static let banned: [(word: String, allowed: Set<String>, why: String)] = [
    ("Date()", ["Sources/ebb/World.swift"], "only World asks for the time"),
    (".random(", ["Sources/ebb/World.swift"], "only World asks for chance"),
    ("UUID()", [], "chance comes from World"),
    ("ProcessInfo", ["Sources/ebb/World.swift"], "only World reads the environment"),
    ("getenv(", [], "only World reads the environment"),
    ("try!", [], "an error is handled or passed on"),
    ("fatalError(", [], "use precondition with a sentence"),
    ("TODO", [], "an issue holds what is to be done"),
    ("FIXME", [], "an issue holds what is to be done"),
    ("print(", [], "only commands print"),
    ("public ", [], "a program has nothing public"),
    ("static var ", [], "no global state"),
  ]

  @Test func sourcesHoldNothingThatIsBanned() throws {
    for file in try tree.files(below: "Sources", ending: ".swift") {
      let isCommand =
        file.path.hasPrefix("Sources/ebb/") || file.path.hasPrefix("Sources/Benchmarks/")
      for (index, line) in file.lines.enumerated() {
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        for rule in Self.banned where line.contains(rule.word) {
          if rule.allowed.contains(file.path) || (rule.word == "print(" && isCommand) { continue }
          if rule.word == "static var ", line.contains("{") { continue }
          if file.path.hasPrefix("Sources/Benchmarks/") { continue }
          Issue.record("\(file.path):\(index + 1): \(rule.word): \(rule.why)")
        }
      }
    }
  }

  @Test func everyPackageDeclarationSaysWhatItIs() throws {
    for file in try tree.files(below: "Sources", ending: ".swift") {
      for (index, line) in file.lines.enumerated() where index > 0 {
        let code = line.drop { $0 == " " }
        let starts = [
          "package struct ", "package enum ", "package protocol ", "package final class ",
        ]
        guard starts.contains(where: { code.hasPrefix($0) }) else { continue }
        var above = index - 1
        while above > 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        let comment = file.lines[above].drop { $0 == " " }
        #expect(
          comment.hasPrefix("///"), "\(file.path):\(index + 1) has no summary above it")
      }
    }
  }

  @Test func testFilesHoldAssertions() throws {
    for file in try tree.files(below: "Tests", ending: "Tests.swift") {
      let text = file.lines.joined(separator: "\n")
      #expect(
        text.contains("#expect") || text.contains("#require") || text.contains("Issue.record"),
        "\(file.path) asserts nothing")
    }
  }

  @Test func noFileNamesAPathOfOneMachine() throws {
    let homes = ["/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/"]
    for (folder, ending) in [
      ("Sources", ".swift"), ("Tests", ".swift"), ("Resources", ".md"), ("decks", ".jsonl"),
    ] {
      for file in try tree.files(below: folder, ending: ending) {
        for (index, line) in file.lines.enumerated() {
          for home in homes where line.contains(home) && !folder.hasPrefix("Res") {
            Issue.record("\(file.path):\(index + 1) names \(home)")
          }
        }
      }
    }
  }

  @Test func theVersionIsTheSameEverywhere() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOfFile: tree.root + "/" + path, encoding: .utf8)
    }
    let source = try text("Sources/ebb/Ebb.swift")
    let version = try #require(
      source.firstMatch(of: /versionNumber = "([0-9.]+)"/).map { String($0.1) })
    #expect(try text("CHANGELOG.md").contains("[\(version)]"))
    #expect(try text("Resources/man/ebb.1").contains(version))
  }
}
