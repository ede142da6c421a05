import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

/// What becomes of cards and their progress when notes change.
struct CatalogueUpdateTests {
  private let fixture: StoreFixture
  private let store: Store

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
  }

  private func card(
    _ prompt: String, _ answer: String, in note: String = "tides.md", topic: String = "Tides"
  ) -> Card {
    Card(
      id: CardID(topic: topic, family: "question", prompt: prompt, occurrence: 0), kind: .open,
      topic: topic, trail: [], prompt: prompt, answer: answer, points: [], level: 1,
      rule: "question", quality: 0.8, group: "1", place: Place(path: note, line: 3))
  }

  @discardableResult
  private func update(
    _ notes: [String: [Card]], removing removed: [String] = []
  ) throws -> CatalogueUpdate {
    try store.updateCatalogue(
      changed: notes.sorted { $0.key < $1.key }.map {
        (Store.KnownDeck(path: $0.key, fingerprint: "1"), "Tides", $0.value)
      }, removed: removed)
  }

  private func answer(_ card: CardID, after seconds: Double = 0) throws -> Review {
    let stands = try store.schedule(of: card)
    let review = fixture.review(card.rawValue, .good, from: stands, after: seconds)
    try store.record(review)
    return review
  }

  private static let why = "The moon pulls the water under it towards itself, twice a day."

  @Test func aRewordedQuestionKeepsItsProgress() throws {
    let old = card("Why does the water of a harbour rise twice a day?", Self.why)
    try update(["tides.md": [old]])
    let review = try answer(old.id)
    let new = card("Why does the water in a harbour rise two times a day?", Self.why)
    let change = try update(["tides.md": [new]])
    #expect(new.id != old.id)
    #expect(change.changes.map(\.kind) == [.reworded])
    #expect(try store.cards().map(\.id) == [old.id])
    #expect(try store.cards().map(\.prompt) == [new.prompt])
    #expect(try store.schedule(of: old.id) == review.after)
    #expect(try store.orphans().isEmpty)
  }

  @Test func anotherQuestionDoesNotTakeProgressOver() throws {
    let old = card("What does **GET** do?", "It reads the value of a key.")
    try update(["tides.md": [old]])
    _ = try answer(old.id)
    let new = card("What does **SET** do?", "It stores the value under a key.")
    try update(["tides.md": [new]])
    #expect(try store.cards().map(\.id) == [new.id])
    #expect(try store.schedule(of: new.id) == .new)
    #expect(try store.orphans().map(\.card) == [old])
  }

  @Test func aCardThatLeavesIsAnOrphanUntilItComesBack() throws {
    let (seen, unseen) = (
      card("What is an ebb?", Self.why), card("What is a neap?", "A weak tide.")
    )
    try update(["tides.md": [seen, unseen]])
    let review = try answer(seen.id)
    try update([:], removing: ["tides.md"])
    #expect(try store.cards().isEmpty)
    #expect(try store.orphans().map(\.card) == [seen])
    #expect(try store.orphans().map(\.schedule) == [review.after])
    let back = card("What is an ebb?", Self.why, in: "sea/tides.md")
    let change = try update(["sea/tides.md": [back]])
    #expect(change.changes.map(\.kind) == [.returned])
    #expect(try store.orphans().isEmpty)
    #expect(try store.schedule(of: back.id) == review.after)
  }

  @Test func anOrphanCanBeBroughtBackAndPurged() throws {
    let gone = card("What is an ebb?", Self.why)
    try update(["tides.md": [gone]])
    _ = try answer(gone.id)
    try update([:], removing: ["tides.md"])
    #expect(try store.restore(orphan: gone.id))
    #expect(try store.restore(orphan: CardID(rawValue: "none")) == false)
    #expect(try store.cards() == [gone])
    #expect(try store.orphans().map(\.isRestored) == [true])
    #expect(try store.knownDecks().isEmpty)
    // Its section comes back: the note has the card again.
    try update(["tides.md": [gone]])
    #expect(try store.cards() == [gone])
    #expect(try store.orphans().isEmpty)
    try update([:], removing: ["tides.md"])
    try store.purge(orphans: [gone.id])
    #expect(try store.orphans().isEmpty)
    #expect(try store.log(of: gone.id).count == 1)
  }

  @Test func equalHeadingsOfTwoNotesDoNotCollide() throws {
    let first = card("What is the limit?", "512 MB for a string.", in: "a.md")
    let second = card("What is the limit?", "65,535 bytes for a frame.", in: "b.md")
    try update(["a.md": [first], "b.md": [second]])
    let cards = try store.cards()
    #expect(Set(cards.map(\.id)).count == 2)
    #expect(cards.map(\.answer) == [first.answer, second.answer])
    let review = try answer(cards[1].id)
    // The first one goes: its name is free, and still the second keeps its own.
    try update(["b.md": [second]], removing: ["a.md"])
    #expect(try store.schedule(of: store.cards()[0].id) == review.after)
  }

  @Test func aCopyInAnotherNoteIsKeptOnceAndFollows() throws {
    let first = card("What is an ebb?", Self.why, in: "a.md")
    let copy = card("What is an ebb?", Self.why, in: "b.md")
    try update(["a.md": [first], "b.md": [copy]])
    #expect(try store.cards() == [first])
    #expect(try store.decksWithCopies() == ["b.md"])
    let review = try answer(first.id)
    try update(["b.md": [copy]], removing: ["a.md"])
    #expect(try store.cards() == [copy])
    #expect(try store.schedule(of: copy.id) == review.after)
  }

  // MARK: Doubts

  /// An answered card, and two that it may have become.
  private func makeDoubt() throws -> (old: Card, one: Card, other: Card) {
    let old = card("Which step of paying back must be idempotent?", Self.why)
    try update(["tides.md": [old]])
    _ = try answer(old.id)
    let one = card("Which step of paying back a card must be idempotent?", Self.why + " One.")
    let other = card("Which step of paying back a debt must be idempotent?", Self.why + " Two.")
    try update(["tides.md": [one, other]])
    return (old, one, other)
  }

  @Test func whatIsNotCertainWaitsForADecision() throws {
    let (old, one, other) = try makeDoubt()
    #expect(try store.orphans().map(\.card) == [old])
    let doubt = try #require(try store.doubts().first)
    #expect(doubt.orphan.card == old)
    #expect(Set(doubt.candidates.map(\.card.id)) == [one.id, other.id])
    #expect(doubt.candidates.allSatisfy { (0.5...1).contains($0.likeness) })
    #expect(try store.schedule(of: one.id) == .new)
    // Compiling again changes nothing.
    try update(["tides.md": [one, other]])
    #expect(try store.doubts().count == 1)
  }

  @Test func anAcceptedCandidateTakesTheProgressOver() throws {
    let (old, one, other) = try makeDoubt()
    #expect(try store.accept(orphan: old.id, as: one.id))
    #expect(try store.cards().map(\.id) == [old.id, other.id])
    #expect(try store.cards().map(\.prompt) == [one.prompt, other.prompt])
    #expect(try store.schedule(of: old.id).reviews == 1)
    #expect(try store.orphans().isEmpty)
    #expect(try store.doubts().isEmpty)
    // From now on it is that card.
    try update(["tides.md": [one, other]])
    #expect(try store.cards().map(\.id) == [old.id, other.id])
  }

  @Test func aRejectedDoubtIsNotAskedAgain() throws {
    let (old, one, other) = try makeDoubt()
    #expect(try store.reject(orphan: old.id))
    #expect(try store.reject(orphan: old.id) == false)
    #expect(try store.doubts().isEmpty)
    try update(["tides.md": [one, other]])
    #expect(try store.doubts().isEmpty)
    #expect(try store.orphans().map(\.card) == [old])
  }

  @Test func answersGivenWhileInDoubtAreKeptAsAnOrphan() throws {
    let (old, one, _) = try makeDoubt()
    _ = try answer(one.id, after: 60)
    #expect(try store.accept(orphan: old.id, as: one.id))
    #expect(try store.orphans().map(\.card.id) == [one.id])
    #expect(try store.log(of: one.id).count == 1)
  }

  // MARK: Links

  @Test func anotherMachineAndANewCatalogueKnowARewordedCard() throws {
    let old = card("Why does the water of a harbour rise twice a day?", Self.why)
    let new = card("Why does the water in a harbour rise two times a day?", Self.why)
    let stamp = Stamp(StoreFixture.start, in: .fixed())
    func deck(_ card: Card) -> [Store.CompiledDeck] {
      [(Store.KnownDeck(path: "tides.md", fingerprint: card.prompt), "Tides", [card])]
    }
    try store.updateCatalogue(changed: deck(old), removed: [], at: stamp)
    let review = try answer(old.id)
    try store.updateCatalogue(changed: deck(new), removed: [], at: stamp)
    // The other machine has only ever seen the new words.
    let other = try StoreFixture()
    let elsewhere = try Store(path: other.path, seed: 8)
    try elsewhere.updateCatalogue(changed: deck(new), removed: [], at: stamp)
    #expect(try elsewhere.applyLinks() == 0)
    _ = try elsewhere.merge(fixture.path, by: fixture.scheduler)
    #expect(try elsewhere.applyLinks() == 1)
    #expect(try elsewhere.cards().map(\.id) == [old.id])
    #expect(try elsewhere.cards().map(\.prompt) == [new.prompt])
    #expect(try elsewhere.schedule(of: old.id).reviews == review.after.reviews)
    #expect(try elsewhere.applyLinks() == 0)
    // Compiled again, nothing new is told to the log.
    let count = try elsewhere.facts(named: "card.").count
    try elsewhere.updateCatalogue(changed: deck(new), removed: [], at: stamp)
    #expect(count == 1)
    #expect(try elsewhere.facts(named: "card.").count == count)
  }

  // MARK: Loss and drift

  @Test func anUpdateThatWouldLoseMuchCanBeHeldBack() throws {
    let cards = (1...4).map { card("What is tide \($0)?", "\(Self.why) Nr \($0)") }
    try update(["tides.md": cards])
    for (number, card) in cards.enumerated() { _ = try answer(card.id, after: Double(number)) }
    var seen: CatalogueUpdate?
    let held = try store.updateCatalogue(changed: [], removed: ["tides.md"]) { update in
      seen = update
      return true
    }
    #expect(held.isHeld)
    #expect(seen?.answered.before == 4 && seen?.answered.leaving == 4)
    #expect(seen?.notes.before == 1 && seen?.notes.gone == 1)
    #expect(try store.cards().count == 4)
    #expect(try store.orphans().isEmpty)
  }

  @Test func aMovedNoteIsNotGone() throws {
    let cards = (1...3).map { card("What is tide \($0)?", "\(Self.why) Nr \($0)") }
    try update(["tides.md": cards])
    let moved = cards.map { card($0.prompt, $0.answer, in: "sea/tides.md") }
    let change = try update(["sea/tides.md": moved], removing: ["tides.md"])
    #expect(change.notes.gone == 0)
    #expect(change.changes.map(\.kind) == [.moved, .moved, .moved])
  }

  @Test func theTextOfTheLastAnswerIsKeptUntilTheNextOne() throws {
    let first = card("What is the port of the tide server?", "Port 6379, on every machine.")
    try update(["tides.md": [first]])
    #expect(try store.drift(of: first.id) == nil)
    _ = try answer(first.id)
    let second = card(first.prompt, "Port 6380, on every machine.")
    try update(["tides.md": [second]])
    let third = card(first.prompt, "Port 6381, on every machine.")
    try update(["tides.md": [third]])
    let drift = try #require(try store.drift(of: first.id))
    #expect(drift.before.answer == first.answer && drift.now.answer == third.answer)
    #expect(try store.driftedCards() == [first.id])
    _ = try answer(first.id, after: 600)
    #expect(try store.drift(of: first.id) == nil)
    #expect(try store.driftedCards().isEmpty)
    try update(["tides.md": [second]])
    #expect(try store.drift(of: first.id)?.before.answer == third.answer)
    try store.settleDrift(of: first.id)
    #expect(try store.drift(of: first.id) == nil)
  }
}
