import Testing

@testable import Decks

struct AnswerPolishTests {
  @Test(arguments: [
    // A label that only says that an answer follows.
    ("**The Skipper's One-Liner:** Reef early.", "Reef early."),
    ("**Short answer**: 1. first", "1\\. first"),
    // Any other label tells what the text is about.
    ("**Reefing:** Reef early.", "**Reefing:** Reef early."),
    ("**Answer** without a colon", "**Answer** without a colon"),
    // Quotation marks around all of it, and one that was left of a pair.
    ("\"Reef early.\"", "Reef early."),
    ("\"Say \"reef\", then reef.\"", "Say \"reef\", then reef."),
    ("\"Reef\" and \"furl\"", "\"Reef\" and \"furl\""),
    ("Then furl the jib.\"", "Then furl the jib."),
    ("\"First reef the main.", "First reef the main."),
    ("He said \"reef\".", "He said \"reef\"."),
    // What stands elsewhere in the note.
    ("Reef early (see below) and often.", "Reef early and often."),
    ("Reef early (see question 46).", "Reef early."),
    (
      "Reef early (see RFC 7807 and its successor).", "Reef early (see RFC 7807 and its successor)."
    ),
    ("Type `reef (see below)` first.", "Type `reef (see below)` first."),
  ])
  func whatOnlyTheNoteNeedsIsTakenOff(answer: String, polished: String) {
    #expect(answer.polished == polished)
  }

  @Test func codeKeepsItsQuotationMarks() {
    let answer = "```json\n\"mast\n```\n\nText \""
    #expect(answer.polished == answer)
  }

  @Test func whatTheAuthorWroteAsACardIsLeftAsItIs() throws {
    let source = "# Sea\n\nQ: What does the skipper say?\nA: \"Reef early.\"\n"
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    #expect(Compilation(of: note).cards.map(\.answer) == ["\"Reef early.\""])
  }
}
