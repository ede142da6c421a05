/// A card as something to be recognized: what it asks and says, and where it stands.
struct CardTraits: Sendable {
  let question: TextShape
  let answer: TextShape
  let family: String
  let note: String
  let trail: UInt64
  /// Words that tell the card from others, without repetition: of its question and its answer.
  let features: [UInt32]

  init(of card: Card) {
    question = TextShape(card.prompt)
    answer = TextShape(card.substance)
    family = CardRule.family(ofRule: card.rule)
    note = card.place.path
    var hash = StableHash()
    for title in card.trail { hash.combine(normalized: title) }
    trail = hash.value
    features = Set((question.words + answer.words).prefix(400)).sorted()
  }

  /// Equal for cards that ask the same in the same way.
  var key: UInt64 {
    var hash = StableHash()
    hash.combine(family)
    return question.hash ^ hash.value
  }

  /// Whether both ask and answer the same.
  func isSame(as other: CardTraits) -> Bool { key == other.key && answer.hash == other.answer.hash }

  /// How likely it is that a card with `other` traits is this one after an edit, 0...1.
  /// `isSameNote` tells whether both notes are one, renamed or not.
  ///
  /// The shares were found by replaying edits of every kind; what a card asks says most.
  func likeness(to other: CardTraits, isSameNote: Bool) -> Double {
    let question = question.likeness(to: other.question)
    let answer = answer.likeness(to: other.answer)
    var score = 0.55 * question + 0.33 * answer
    if trail == other.trail { score += 0.07 }
    if isSameNote { score += 0.05 }
    if family != other.family { score -= 0.1 }
    // A long answer that nobody touched is the same passage, whatever its heading became.
    if answer > 0.97, family == other.family, other.answer.words.count >= 6 {
      return max(score, 0.8)
    }
    if question < 0.45 { score -= 0.2 }
    // A short question with another word in it, and another answer: a sibling, not an edit.
    if answer < 0.9, asksOfSomethingElse(than: other) { score -= 0.2 }
    return score
  }

  private func asksOfSomethingElse(than other: CardTraits) -> Bool {
    let shorter = min(question.words.count, other.question.words.count)
    guard question.hash != other.question.hash, shorter <= 9 else { return false }
    let (own, theirs) = (Set(question.words), Set(other.question.words))
    return !own.isSubset(of: theirs) && !theirs.isSubset(of: own)
  }
}

extension Card {
  /// All that the card wants to be answered, as one text; not the wrong choices that the compiler
  /// took from other passages.
  package var substance: String {
    let named = choices.filter { $0.isRight || !isGenerated }
      .map { ($0.isRight ? "" : "not ") + $0.text }
    return ([answer] + points + named + blanks).joined(separator: "\n")
  }
}
