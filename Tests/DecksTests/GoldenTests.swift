import Decks
import Foundation
import Testing

/// Notes whose decks and diagnostics a person has read and agreed with.
///
/// EBB_RECORD=1 writes them anew and fails, so that the difference is read before it is kept.
struct GoldenTests {
  static let names: [String] = [
    "answers", "code", "controls", "empty", "failures", "front-matter", "furniture", "headings",
    "hostile", "interview",
    "labels", "languages", "line-ends", "nested", "off", "points", "questions", "quiet-code",
    "rich-text",
    "steps", "tables", "twins",
  ]

  @Test(arguments: names) func aNoteGivesTheDeckThatWasAgreedOn(name: String) throws {
    let compilation = Compilation(of: try Golden.note(name))
    let deck = DeckFile(topic: compilation.topic, note: name + ".md", cards: compilation.cards)
    try Golden.compare(deck.text, with: name + ".jsonl")
    try Golden.compare(Golden.remarks(of: compilation), with: name + ".diagnostics")
  }

  @Test func everyGoldenFileIsUsed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Golden.folder.path)
    let used = Self.names.flatMap { name in
      ["md", "jsonl", "diagnostics"].map { name + "." + $0 }
    }
    #expect(files.sorted() == used.sorted())
  }

  @Test(arguments: names) func aGoldenDeckIsReadBackAsTheCardsOfItsNote(name: String) throws {
    let cards = Compilation(of: try Golden.note(name)).cards
    let text = String(decoding: try Golden.bytes(name + ".jsonl"), as: UTF8.self)
    #expect(try DeckFile(text: text, path: name + ".jsonl").cards == cards)
  }
}

/// The folder of agreed files beside this source file.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  static func note(_ name: String) throws -> Note {
    try Note.read(try bytes(name + ".md"), path: name + ".md").get()
  }

  /// Diagnostics, then the sections that gave no card, one a line.
  static func remarks(of compilation: Compilation) -> String {
    let skipped = compilation.skipped.map {
      "\($0.place.path):\($0.place.line): skipped: \($0.title): \($0.reason)"
    }
    return (compilation.diagnostics.map(\.description) + skipped)
      .map { $0 + "\n" }.joined()
  }

  /// Compares line by line, so that a difference is shown where it is.
  static func compare(_ text: String, with file: String) throws {
    let url = folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["EBB_RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(file): read the difference, then run without EBB_RECORD")
      return
    }
    let agreed = String(decoding: try bytes(file), as: UTF8.self)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = agreed.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, (line, expected)) in zip(new, old).enumerated() where line != expected {
      Issue.record("\(file):\(index + 1)\n  is     \(line)\n  agreed \(expected)")
    }
    #expect(new.count == old.count, "lines of \(file)")
    #expect(text == agreed, "\(file)")
  }
}
