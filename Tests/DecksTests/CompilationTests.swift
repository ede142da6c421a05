import Testing

@testable import Decks

struct CompilationTests {
  private func compilation(_ text: String, path: String = "sea.md") throws -> Compilation {
    Compilation(of: try Note.read(Array(text.utf8), path: path).get())
  }

  private func cards(_ text: String) throws -> [Card] { try compilation(text).cards }

  @Test func anEditToAnAnswerKeepsEveryIdentity() throws {
    var edits = 0
    for name in GoldenTests.names {
      let bytes = try Golden.bytes(name + ".md")
      let before = Compilation(of: try Golden.note(name)).cards
      for card in before where ["label", "marked", "question", "section"].contains(card.rule) {
        // A word more at the end of a line of the answer leaves the questions alone.
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        let answer = String(card.answer.dropFirst().prefix { $0.isLetter || $0 == " " }).trimmed
        let edited = lines.lastIndex { line in
          let text = String(decoding: line, as: UTF8.self)
          return answer.count > 4 && text.contains(answer) && !text.contains("::")
        }
        guard let edited else { continue }
        lines[edited] += Array(" indeed".utf8)
        let note = try Note.read(Array(lines.joined(separator: [0x0a])), path: name).get()
        let after = Compilation(of: note).cards
        // An answer that was one of two equal ones gives a card more.
        #expect(Set(after.map(\.id)).isSuperset(of: before.map(\.id)), "\(name):\(edited + 1)")
        #expect(after.map(\.answer) != before.map(\.answer), "\(name):\(edited + 1)")
        edits += 1
      }
    }
    #expect(edits > 40)
  }

  @Test func theFileNameIsNoPartOfAnIdentity() throws {
    let text = "# Sea\n\n## What is an ebb?\n\nThe fall of the sea.\n"
    let moved = try compilation(text, path: "other/place.md").cards
    #expect(moved.map(\.id) == (try cards(text)).map(\.id))
    #expect(moved.map(\.place) == [Place(path: "other/place.md", line: 3)])
  }

  @Test func sectionsMayMoveWithoutLosingTheirIdentity() throws {
    let parts = ["## What is an ebb?\n\nA fall.\n\n", "## Why is it late?\n\nFriction.\n\n"]
    let forward = try cards("# Sea\n\n" + parts[0] + parts[1])
    let backward = try cards("# Sea\n\n## Tides\n\n" + parts[1] + parts[0])
    #expect(Set(forward.map(\.id)) == Set(backward.map(\.id)))
  }

  @Test func anAnswerNotYetWrittenGivesNoCard() throws {
    for answer in ["ToDo", "todo: ask", "tbd", "…", "n/a", "See:", "https://example.org/a"] {
      let found = try compilation("# Sea\n\n## What is an ebb?\n\n\(answer)\n")
      #expect(found.cards.isEmpty, "\(answer)")
      #expect(found.skipped.map(\.title) == ["What is an ebb?"], "\(answer)")
      #expect(found.diagnostics.map(\.severity) == [.warning], "\(answer)")
    }
  }

  @Test func anEmptyNoteAndANoteWithoutCardsAreToldApart() throws {
    #expect(try compilation("").diagnostics.map(\.message) == ["the file is empty"])
    #expect(
      try compilation("words\n").diagnostics.map(\.description)
        == ["sea.md: warning: no cards come from this note"])
  }

  @Test func everyQuestionWithoutAnAnswerIsReported() throws {
    let found = try compilation("Q: one\nQ: two\nA: yes\nQ: three\nA:\nQ: four\n\n- Q: five\n")
    #expect(found.cards.map(\.prompt) == ["two"])
    #expect(found.diagnostics.map(\.place.line) == [1, 4, 6, 8])
    #expect(found.diagnostics.allSatisfy { $0.message == "the question has no `A:` after it" })
  }

  @Test func aPairIsNotPartedInsideOfCode() throws {
    let found = try cards("# Sea\n\n`a :: b` :: two colons in *code*\n\n``a` :: `b``\n")
    #expect(found.map(\.prompt) == ["`a :: b`"])
    #expect(found.map(\.answer) == ["two colons in *code*"])
  }

  @Test func aPairCutThroughItsBoldTypeKeepsNoHalfMarks() throws {
    let card = try #require(try cards("**front :: back**\n").first)
    #expect(RichText(markdown: card.prompt) == RichText(markdown: "\\*\\*front"))
    #expect(card.answer == "back\\*\\*")
  }

  @Test func manyNotesCompiledAtOnceGiveTheirOwnCards() async throws {
    let text =
      "# Sea\n\n## What is ~~ebb~~?\n\n~~The~~ *fall* of the sea.\n\n| a | b |\n|---|---|\n"
    let note = try Note.read(Array(text.utf8), path: "sea.md").get()
    let expected = Compilation(of: note).cards
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<400 { group.addTask { Compilation(of: note).cards == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
