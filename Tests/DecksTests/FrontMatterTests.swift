import Testing

@testable import Decks

struct FrontMatterTests {
  private func note(_ source: String) throws -> Note {
    try Note.read(Array(source.utf8), path: "note.md").get()
  }

  @Test(arguments: [
    ("---\ntitle: Tides\n---\n", "Tides"),
    ("---\ntitle: \"Tides: a book\"\n---\n", "Tides: a book"),
    ("---\ntitle: 'Tides'\n...\n", "Tides"), ("---\ntags: x\nTitle:   Tides  \n---\n", "Tides"),
    ("---\r\ntitle: Tides\r\n---\r\n", "Tides"), ("\u{feff}---\ntitle: Tides\n---\n", "Tides"),
    ("---\ntitle: \"\n---\n", "\""), ("---\ntitle: Tides\rand\twinds\n---\n", "Tides and winds"),
  ])
  func aTitleIsRead(source: String, title: String) throws {
    #expect(try note(source).frontMatter.title == title)
  }

  @Test(arguments: [
    ("tags: sea", ["sea"]), ("tags: [sea, \"new moon\", sea]", ["sea", "new moon"]),
    ("tags: sea, #moon", ["sea", "moon"]), ("tags:\n- sea\n  - moon\ntitle: T", ["sea", "moon"]),
    ("tags:\ntitle: T\n- sea", []), ("tags: []", []), ("Tag: 'sea'", ["sea"]),
  ])
  func tagsAreReadInEveryUsualForm(lines: String, tags: [String]) throws {
    #expect(try note("---\n\(lines)\n---\n").frontMatter.tags == tags)
  }

  @Test(arguments: [
    "---\ntitle: Tides\n", "\n---\ntitle: Tides\n---\n", "--- \ntitle: Tides\n---\n",
    "---\ntitle:\n---\n", "---\nsubtitle: Tides\n---\n", "text\n---\ntitle: Tides\n---\n",
  ])
  func whatIsNoFrontMatterGivesNoTitle(source: String) throws {
    #expect(try note(source).frontMatter.title == nil)
  }

  @Test func frontMatterIsBlankedSoThatLinesKeepTheirNumbers() throws {
    for end in ["\n", "\r\n"] {
      let source = ["---", "title: Tides", "---", "# A", "---", ""].joined(separator: end)
      let text = String(decoding: try note(source).text, as: UTF8.self)
      #expect(text.utf8.count == source.utf8.count)
      #expect(text.hasSuffix("# A" + end + "---" + end))
      #expect(text.utf8.count { $0 == 0x0a } == 5)
      #expect(!text.contains("title"))
    }
  }

  @Test func cardsOffLeavesTheNoteOut() throws {
    let text = "## What is a tide?\n\nThe rise and fall of the sea.\n"
    let off = Compilation(of: try note("---\ncards: off\n---\n" + text))
    #expect(off.cards.isEmpty && off.diagnostics.isEmpty)
    let on = Compilation(of: try note("---\ncards: on\n---\n" + text))
    #expect(on.cards.count == 1)
  }
}
