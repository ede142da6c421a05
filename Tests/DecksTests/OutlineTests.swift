import Testing

@testable import Decks

struct OutlineTests {
  private func outline(_ text: String, path: String = "folder/03-tide_notes.md") throws -> Outline {
    let note = try Note.read(Array(text.utf8), path: path).get()
    return try #require(
      note.text.withUnsafeBufferPointer { bytes in
        MarkdownNode.parse(bytes) { Outline(document: $0, note: note) }
      })
  }

  private func topic(_ text: String, path: String = "folder/03-tide_notes.md") throws -> String {
    let note = try Note.read(Array(text.utf8), path: path).get()
    return Compilation(of: note).topic
  }

  @Test(arguments: [
    ("# Tides\n", "Tides"), ("# 1. 🌊 Tides: a reference\n", "Tides"),
    ("text\n\n# Tides\n", "Tides"),
    ("---\ntitle: Sea\n---\n# Tides\n", "Sea"), ("## Tides\n", "Tide notes"), ("", "Tide notes"),
    ("# Tides\n\n# Winds\n", "Tide notes"), ("## A\n\n# Tides\n", "Tides"),
    ("## A\n\n## B\n\n# Tides\n", "Tide notes"),
    ("# a b c d e f g h i j k\n", "Tide notes"), ("# `tide` **tables**\n", "tide tables"),
  ])
  func theTopicIsTheTitleOfTheNote(text: String, expected: String) throws {
    #expect(try topic(text) == expected)
  }

  @Test(arguments: [
    ("redis.md", "Redis"), ("/a.b/01_sea-and_wind.v2.md", "Sea and wind.v2"), ("2024.md", "2024"),
    ("README", "README"), ("12-05-2024 log.md", "Log"), ("潮汐.md", "潮汐"),
  ])
  func withoutATitleTheFileNamesTheTopic(path: String, expected: String) throws {
    #expect(try topic("text\n", path: path) == expected)
  }

  @Test func headingsAreNestedByTheirLevel() throws {
    let sections = try outline(
      "# T\n\n## A\n\n### B\n\n##### C\n\n### D\n\n## E\n\ntext\n\n# F\n"
    ).sections
    #expect(sections.map(\.level) == [0, 1, 2, 3, 5, 3, 2, 1])
    #expect(sections.map(\.line) == [1, 1, 3, 5, 7, 9, 11, 15])
    #expect(
      sections.map { $0.ancestors.map(\.plain).joined(separator: "/") }
        == ["", "", "T", "T/A", "T/A/B", "T/A", "T", ""])
    #expect(sections.map(\.isLeaf) == [true, false, false, false, true, true, true, true])
  }

  @Test func theTitleIsNoHeadingAroundItsSections() throws {
    let sections = try outline("# T\n\nintro\n\n## A\n\n### B\n").sections
    #expect(sections.map(\.heading.plain) == ["", "", "A", "B"])
    #expect(sections.map { $0.ancestors.map(\.plain) } == [[], [], [], ["A"]])
  }

  @Test func whatStandsUnderFurnitureIsFurniture() throws {
    let sections = try outline("# T\n\n## See also\n\n### A\n\n## B\n\n### Links\n\n### C\n")
      .sections
    #expect(
      sections.filter(\.isFurniture).map(\.heading.plain) == ["See also", "A", "Links"])
  }
}
