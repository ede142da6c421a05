import Testing

@testable import Decks

struct DeckFileTests {
  private let card = Card(
    id: CardID(rawValue: "0123456789abc"), kind: .points, topic: "Tides", trail: ["Sea", "“Ebb”"],
    prompt: "What is \"\\ebb\"?\n\n\tcode", answer: "Line 1\nline 2 茶 🌊 \u{2028}",
    points: ["a", "b"],
    level: 3, rule: "interview", quality: 0.07, group: "12", place: Place(path: "t.md", line: 12))

  private func text(_ cards: Card...) -> String {
    DeckFile(topic: "Tides", note: "t.md", cards: cards).text
  }

  private func problem(_ text: String) -> String? {
    do {
      _ = try DeckFile(text: text, path: "t.jsonl")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func everyFieldOfACardIsReadBack() throws {
    var plain = card
    plain.points = []
    plain.kind = .open
    plain.quality = 1
    let read = try DeckFile(text: text(card, plain), path: "t.jsonl")
    #expect(read.cards == [card, plain])
    #expect(read.topic == "Tides" && read.note == "t.md")
    #expect(read.text == text(card, plain))
  }

  @Test func theTextIsOneLineACardWithKeysInAFixedOrder() {
    #expect(
      text(card) == """
        {"schema":"ebb.deck/1","topic":"Tides","note":"t.md","cards":1}
        {"id":"0123456789abc","kind":"points","trail":["Sea","“Ebb”"],\
        "prompt":"What is \\"\\\\ebb\\"?\\n\\n\\tcode","answer":"Line 1\\nline 2 茶 🌊 \u{2028}",\
        "points":["a","b"],"level":3,"rule":"interview","quality":0.07,"group":"12","line":12}

        """)
  }

  @Test func whatOnlySomeCardsHaveIsReadBackAndOtherwiseNotWritten() throws {
    var choice = card
    choice.kind = .choice
    choice.choices = [Choice("neap"), Choice("spring", isRight: true)]
    choice.isGenerated = true
    choice.tags = ["sea", "moon"]
    var cloze = card
    cloze.kind = .cloze
    cloze.blanks = ["twice"]
    cloze.interview = InterviewQuestion(
      level: "senior", redFlags: ["the \"pull\" alone"], followUp: "Why?", followUpAnswer: "So.")
    var bare = card
    bare.interview = InterviewQuestion()
    let written = text(choice, cloze, bare)
    let read = try DeckFile(text: written, path: "t.jsonl")
    #expect(read.cards == [choice, cloze, bare])
    let lines = written.split(separator: "\n")
    #expect(
      lines[1].contains(
        #""choices":[{"text":"neap"},{"text":"spring","right":true}],"generated":true,"#
          + #""tags":["sea","moon"],"level""#))
    #expect(
      lines[2].contains(
        #""blanks":["twice"],"interview":{"level":"senior","redFlags":["the \"pull\" alone"],"#
          + #""followUp":"Why?","followUpAnswer":"So."},"level""#))
    #expect(lines[3].contains(#""points":["a","b"],"interview":{},"level""#))
  }

  /// A note never gives them to a card; in a deck of a stranger they are blanked, each by itself.
  @Test func controlCharactersAreWrittenAsEscapesAndReadAsBlanks() throws {
    var odd = card
    odd.prompt = "\u{0}\u{1b}\u{1f}\r"
    #expect(text(odd).contains(#""prompt":"\u0000\u001b\u001f\u000d""#))
    odd.prompt = "    "
    #expect(try DeckFile(text: text(odd), path: "t.jsonl").cards == [odd])
    odd.prompt = "\u{1b}\u{7f}\u{9b}\u{202e}"
    let read = try DeckFile(text: text(odd), path: "t.jsonl").cards
    #expect(read.map(\.prompt) == ["    "])
  }

  @Test(arguments: ["", "\n", "# Tides\n", "{}\n", "[1]\n", "{\"schema\":\"ebb.deck/1\"}\n"])
  func whatIsNoDeckIsRefused(text: String) {
    #expect(
      problem(text) == "t.jsonl:1: error: this is not a deck file of ebb; "
        + "compile the note again with `ebb compile`")
  }

  @Test func aDeckOfAnotherSchemaIsRefusedByName() {
    let newer = text(card).replacing("ebb.deck/1", with: "ebb.deck/2")
    #expect(
      problem(newer) == "t.jsonl:1: error: the deck is written in ebb.deck/2, this ebb reads "
        + "ebb.deck/1; update ebb, or compile the note again with `ebb compile`")
  }

  @Test func aDeckCutInHalfIsRefusedAtTheLineOfTheCut() {
    let whole = text(card, card)
    for length in stride(from: 70, to: whole.utf8.count - 1, by: 13) {
      let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
      let line = cut.utf8.count { $0 == 0x0a } + 1
      let found = problem(cut)
      #expect(found?.hasPrefix("t.jsonl:\(line): error: the deck file") == true, "cut at \(length)")
    }
  }

  @Test(arguments: [
    ("\"quality\":0.07", "\"quality\":-0.66"), ("\"quality\":0.07", "\"quality\":1e30"),
    ("\"level\":3", "\"level\":0"), ("\"line\":12", "\"line\":-1"),
  ])
  func aFigureOutOfItsRangeIsRefusedAtItsLine(figure: String, wrong: String) {
    let odd = text(card).replacing(figure, with: wrong)
    #expect(
      problem(odd)?.hasPrefix("t.jsonl:2: error: the deck file is cut off or damaged") == true)
  }

  @Test func aDamagedLineIsNamedEvenBehindBlankLines() {
    let damaged = text(card, card).replacing("}\n{\"id\"", with: "}\n\n{\"id\"")
      .replacing("\"line\":12}\n\n", with: "\"line\":\n\n")
    #expect(
      problem(damaged) == "t.jsonl:3: error: the deck file is cut off or damaged here; "
        + "compile the note again with `ebb compile`")
  }

  @Test func aMissingCardIsCounted() {
    let lines = text(card, card).split(separator: "\n")
    #expect(
      problem(lines.dropLast().joined(separator: "\n")) == "t.jsonl:2: error: the deck file has "
        + "1 of 2 cards; compile the note again with `ebb compile`")
    #expect(problem(text(card) + lines[1] + "\n")?.contains("2 of 1 cards") == true)
  }

  @Test func lineEndsOfAnotherSystemAreRead() throws {
    let read = try DeckFile(text: text(card).replacing("\n", with: "\r\n"), path: "t.jsonl")
    #expect(read.cards == [card])
  }
}
