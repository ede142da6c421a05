/// Gives freshly compiled cards the identities of the known ones that they continue, so that
/// progress survives whatever was done to the notes.
///
/// A compiled card has an identity of its own, made of its words; that is the one it begins with.
/// From then on it keeps it, however question, answer, headings, file or order change. Nothing is
/// guessed: what is only nearly sure becomes a doubt, and the fresh card begins anew until somebody
/// decides.
package struct Identification: Sendable {
  /// A card as it was before notes were compiled again.
  package struct Known: Hashable, Sendable {
    /// The card under its lasting identity.
    package let card: Card
    /// Whether anything is remembered of it: nobody need decide about the others.
    package let isAnswered: Bool
    /// Whether it had left the notes already.
    package let isOrphan: Bool

    package init(card: Card, isAnswered: Bool, isOrphan: Bool = false) {
      self.card = card
      self.isAnswered = isAnswered
      self.isOrphan = isOrphan
    }
  }

  /// A known card that left its note and may be one of the fresh ones.
  package struct Doubt: Hashable, Sendable {
    package let card: CardID
    /// Fresh cards by their lasting identities, the likeliest first.
    package let candidates: [Candidate]

    /// A fresh card that the known one may have become.
    package struct Candidate: Hashable, Sendable {
      package let card: CardID
      /// How alike they are, 0...1.
      package let likeness: Double
    }
  }

  /// A card whose words would give it another identity than the one it has.
  package struct Link: Hashable, Sendable {
    package let words: CardID
    package let card: CardID

    package init(words: CardID, card: CardID) {
      self.words = words
      self.card = card
    }
  }

  /// What became of one card.
  package struct Change: Hashable, Sendable {
    /// In the order in which they are told.
    package enum Kind: String, CaseIterable, Sendable {
      case added, reworded, edited, moved, returned, removed
    }

    package let kind: Kind
    /// The card now; as it was last, if it was removed.
    package let card: Card
    /// The card before; nil if it was added.
    package let before: Card?

    package init(kind: Kind, card: Card, before: Card?) {
      self.kind = kind
      self.card = card
      self.before = before
    }
  }

  /// The fresh cards in the order given, under their lasting identities.
  package private(set) var cards: [Card]
  /// Fresh cards, by position, that repeat a card of another note: they are kept once.
  package private(set) var copies: Set<Int> = []
  /// Known cards that no fresh one continues, in the order given.
  package private(set) var left: [Known] = []
  package private(set) var doubts: [Doubt] = []
  /// Cards that go on under an identity that their words do not give them.
  package private(set) var links: [Link] = []
  package private(set) var changes: [Change] = []

  /// `known` are the cards of all notes compiled again or gone, and those that left earlier;
  /// `fresh` the cards of the notes compiled again. `stored` returns what is known under an identity
  /// outside of both: such an identity is taken.
  package init<Failure: Error>(
    known: [Known], fresh: [Card], stored: (CardID) throws(Failure) -> Card?
  ) throws(Failure) {
    cards = fresh
    let matching = Matching(
      known: known.map { CardTraits(of: $0.card) }, fresh: fresh.map { CardTraits(of: $0) })
    var origins: [Int: Known] = [:]
    for link in matching.links { origins[link.fresh] = known[link.known] }

    var taken: [CardID: Card] = [:]
    for one in known where one.isAnswered { taken[one.card.id] = one.card }
    for (index, card) in fresh.enumerated() {
      if let origin = origins[index] {
        cards[index].id = origin.card.id
        taken[origin.card.id] = card
        if card.id != origin.card.id { links.append(Link(words: card.id, card: origin.card.id)) }
      }
    }
    for (index, card) in fresh.enumerated() where origins[index] == nil {
      var occurrence = 0
      // The identity of its words may be another card's by now.
      while true {
        var other = taken[cards[index].id]
        if other == nil { other = try stored(cards[index].id) }
        guard let other else { break }
        if other.isCopy(of: card) {
          copies.insert(index)
          break
        }
        occurrence += 1
        cards[index].id = card.id.next(occurrence)
      }
      taken[cards[index].id] = card
    }
    tell(known, matching: matching, origins: origins)
  }

  private mutating func tell(_ known: [Known], matching: Matching, origins: [Int: Known]) {
    for (index, card) in cards.enumerated() where !copies.contains(index) {
      let before = origins[index]
      if let kind = Change.Kind(from: before, to: card) {
        changes.append(Change(kind: kind, card: card, before: before?.card))
      }
    }
    let continued = Set(matching.links.map(\.known))
    for (index, one) in known.enumerated() where !continued.contains(index) {
      left.append(one)
      if !one.isOrphan {
        changes.append(Change(kind: .removed, card: one.card, before: one.card))
      }
    }
    for doubt in matching.doubts where known[doubt.known].isAnswered {
      let candidates = doubt.candidates.filter { !copies.contains($0.fresh) }.map {
        Doubt.Candidate(card: cards[$0.fresh].id, likeness: $0.likeness)
      }
      if !candidates.isEmpty {
        doubts.append(Doubt(card: known[doubt.known].card.id, candidates: candidates))
      }
    }
  }
}

extension Identification.Change.Kind {
  /// What became of a card, nil if nothing that anybody would want to know.
  fileprivate init?(from known: Identification.Known?, to card: Card) {
    guard let known else {
      self = .added
      return
    }
    let before = known.card
    if known.isOrphan {
      self = .returned
    } else if before.prompt != card.prompt {
      self = .reworded
    } else if before.substance != card.substance {
      self = .edited
    } else if before.place.path != card.place.path || before.topic != card.topic {
      self = .moved
    } else {
      return nil
    }
  }
}

extension Card {
  /// Whether it asks and answers the same, to the letter but for marks and case.
  fileprivate func isCopy(of other: Card) -> Bool {
    CardTraits(of: self).isSame(as: CardTraits(of: other))
  }
}
