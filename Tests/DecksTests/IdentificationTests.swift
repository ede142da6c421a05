import Testing

@testable import Decks

struct IdentificationTests {
  private func card(
    _ prompt: String, _ answer: String, in note: String = "a.md", rule: String = "question",
    topic: String = "Tides", occurrence: Int = 0, trail: [String] = []
  ) -> Card {
    let family = CardRule.family(ofRule: rule)
    return Card(
      id: CardID(topic: topic, family: family, prompt: prompt, occurrence: occurrence), kind: .open,
      topic: topic, trail: trail, prompt: prompt, answer: answer, points: [], level: 1, rule: rule,
      quality: 0.8, group: "1", place: Place(path: note, line: 1))
  }

  private func identify(_ known: [Card], _ fresh: [Card]) -> Identification {
    Identification(
      known: known.map { Identification.Known(card: $0, isAnswered: true) }, fresh: fresh
    ) { _ in nil }
  }

  private static let moon = "The moon pulls the water under it towards itself, twice a day."
  private static let wind = "A gale drives the water of the North Sea against the dikes for days."

  /// What an edit left of a card, and whether it is still that card.
  @Test(arguments: [
    (
      "answer edited", "Why do tides rise?", moon.replacing("twice", with: "two times"), "a.md",
      true
    ),
    ("answer rewritten under its question", "Why do tides rise?", wind, "a.md", true),
    ("case, marks and emoji", "🌊 Why do **TIDES** rise", moon, "a.md", true),
    ("file renamed", "Why do tides rise?", moon, "b.md", true),
    ("file renamed, answer edited", "Why do tides rise?", moon + " Mostly.", "b.md", true),
    ("heading reworded", "Why does water rise?", moon, "a.md", true),
    ("another answer elsewhere", "Why do tides rise?", wind, "b.md", false),
    ("another question and answer", "When does a dike break?", wind, "a.md", false),
  ])
  func anEditedCardIsRecognized(
    name: String, prompt: String, answer: String, note: String, isSame: Bool
  ) {
    let old = card("Why do tides rise?", Self.moon)
    let result = identify([old], [card(prompt, answer, in: note)])
    #expect((result.cards[0].id == old.id) == isSame, "\(name)")
    #expect(result.left.map(\.card) == (isSame ? [] : [old]), "\(name)")
  }

  @Test func equalHeadingsThatChangePlacesKeepTheirAnswers() {
    let (first, second) = (card("Example?", Self.moon), card("Example?", Self.wind, occurrence: 1))
    let result = identify(
      [first, second],
      [card("Example?", Self.wind + " Yes."), card("Example?", Self.moon, occurrence: 1)])
    #expect(result.cards.map(\.id) == [second.id, first.id])
  }

  @Test func siblingsOfOneShapeAreNotTakenForOneAnother() {
    let verbs = ["GET", "SET", "DEL", "INCR", "APPEND"]
    let old = card("What does `MGET` do?", "It reads several keys at once.")
    for verb in verbs {
      let fresh = card("What does `\(verb)` do?", "It works on one key at once.")
      #expect(identify([old], [fresh]).cards[0].id == fresh.id, "\(verb)")
    }
  }

  @Test func ofTwoThatAreEquallyLikelyNeitherIsChosen() {
    let old = card("Which step of paying back must be idempotent?", Self.moon)
    let fresh = ["card", "debt"].map {
      card("Which step of paying back a \($0) must be idempotent?", Self.moon)
    }
    let result = identify([old], fresh)
    #expect(result.cards.map(\.id) == fresh.map(\.id))
    #expect(result.doubts.map(\.card) == [old.id])
    #expect(Set(result.doubts.flatMap(\.candidates).map(\.card)) == Set(fresh.map(\.id)))
  }

  @Test func nobodyIsAskedAboutCardsThatWereNeverAnswered() {
    let old = card("Which step of paying back must be idempotent?", Self.moon)
    let fresh = ["card", "debt"].map {
      card("Which step of paying back a \($0) must be idempotent?", Self.moon)
    }
    let known = [Identification.Known(card: old, isAnswered: false)]
    #expect(Identification(known: known, fresh: fresh) { _ in nil }.doubts.isEmpty)
  }

  @Test func aNewCardWithTheWordsOfAnOldOneDoesNotTakeItsName() {
    // The old card was reworded and kept its identity; now somebody asks the old question anew.
    let old = card("Why do tides rise?", Self.moon)
    let kept = identify([old], [card("Why does water rise?", Self.moon)]).cards[0]
    #expect(kept.id == old.id)
    let again = identify(
      [kept], [card("Why does water rise?", Self.moon), card(old.prompt, Self.wind)])
    #expect(again.cards[0].id == old.id)
    #expect(again.cards[1].id != old.id)
  }

  @Test func aCopyIsKeptOnceAndTheFirstOneKeepsItsIdentity() {
    let old = card("Why do tides rise?", Self.moon, in: "b.md")
    let result = identify(
      [old], [card(old.prompt, Self.moon, in: "a.md"), card(old.prompt, Self.moon, in: "b.md")])
    #expect(result.copies == [0])
    #expect(result.cards[1].id == old.id)
    #expect(result.changes.isEmpty)
  }

  @Test func aBetterRuleOfTheFamilyKeepsTheCard() {
    let old = card("Why do tides rise?", Self.moon, rule: "question")
    #expect(identify([old], [card(old.prompt, Self.moon, rule: "marked")]).cards[0].id == old.id)
  }

  @Test func theOrderOfTheNotesDoesNotMatter() {
    let known = (0..<40).map {
      card("What is tide \($0)?", "\(Self.moon) \($0)", in: "\($0 % 4).md")
    }
    let fresh = known.map { card($0.prompt, $0.answer + " Edited.", in: "x" + $0.place.path) }
    let straight = identify(known, fresh)
    let turned = identify(known.reversed(), fresh.reversed())
    #expect(straight.cards.map(\.id) == known.map(\.id))
    #expect(turned.cards.reversed().map(\.id) == known.map(\.id))
  }

  @Test func manyCardsOfOneShapeAreComparedInNoTime() {
    // Every pair would be 16 million comparisons.
    let known = (0..<4000).map { card("What is tide \($0)?", "It is the tide number \($0).") }
    let fresh = (4000..<8000).map { card("What is tide \($0)?", "It is the tide number \($0).") }
    let result = identify(known, fresh)
    #expect(result.left.count == 4000)
    #expect(Set(result.cards.map(\.id)).count == 4000)
  }
}
