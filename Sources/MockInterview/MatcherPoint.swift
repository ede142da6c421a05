/// A key point taken apart, and the comparison of one answer with it.
struct MatcherPoint {
  let tokens: [AnswerToken]
  private(set) var keys: [MatcherKey]
  private let isRough: Bool
  private var total = 1.0

  private enum Weight {
    static let number = 2.0
    static let numberWord = 1.0
    static let code = 1.5
    static let light = 0.4
    static let quantifier = 0.2
    /// Of words that the question has.
    static let asked = 0.5
    /// For each other point with the same word.
    static let shared = 0.7
    /// A contradiction weighs at least so much, however light its word.
    static let opposite = 1.0
    static let negated = 0.6
    /// A match that proves anything.
    static let strong = 0.6
  }

  private enum Share {
    static let tick = 0.5
    static let unclear = 0.3
    /// More contradiction than this, of what agrees, and nothing is ticked.
    static let contradiction = 0.34
  }

  /// What belongs to one point stands together: so many tokens.
  private static let window = 24

  init(_ text: AnswerText, distinct: [AnswerToken]) {
    tokens = text.tokens
    isRough = text.isRough
    keys = distinct.map { [tokens] token in
      var key = MatcherKey(token)
      let phrases = tokens.filter { $0.isSameWord(as: token) }.map(\.phrase)
      key.isShared = Set(phrases).count > 1
      return key
    }
    if let first = keys.first, MatcherLexicon.rubricVerbs.contains(first.token.surface) {
      keys[0].isRubricVerb = true
    }
  }

  /// Sets the keys' weights.
  /// - Parameter rank: Whether the question has a token, and how many other points have it.
  mutating func weigh(_ rank: (AnswerToken) -> (isAsked: Bool, others: Int)) {
    for index in keys.indices {
      let (isAsked, others) = rank(keys[index].token)
      var weight = Self.weight(of: keys[index])
      if isAsked { weight *= Weight.asked }
      for _ in 0..<others { weight *= Weight.shared }
      keys[index].weight = weight
    }
    total = keys.reduce(0) { $0 + $1.weight }
  }

  private static func weight(of key: MatcherKey) -> Double {
    let token = key.token
    switch token.content {
    case .number:
      return token.surface.isEmpty
        ? Weight.number : token.surface == "one" ? Weight.light : Weight.numberWord
    case .code: return Weight.code
    case .negator: return 0
    case .word:
      if MatcherLexicon.quantifiers.contains(token.surface) { return Weight.quantifier }
      let isLight = key.isRubricVerb || MatcherLexicon.lightStems.contains(token.stem)
      return isLight ? Weight.light : 1
    }
  }

  // MARK: Matching

  /// A place of the answer that has to do with a key.
  struct Hit {
    /// Index into the answer's words.
    var place: Int
    /// 0...1; 0 for an opposite.
    var likeness: Double
    /// It says the contrary: negated on one side only, or an opposite that is not.
    var contradicts: Bool

    var isOpposite: Bool { likeness == 0 }
  }

  private struct Sum {
    var start = 0
    var agreeing = 0.0
    /// The weight of keys that occur, but contradicted.
    var denied = 0.0
    var against = 0.0
    var isStrong = false

    var net: Double { agreeing - against }
  }

  func match(
    _ words: [MatcherWord], in answer: [AnswerToken], known: Set<String>
  ) -> PointMatch {
    guard total > 0, !words.isEmpty else { return PointMatch(verdict: .none, share: 0) }
    let hits = hits(words, known: known)
    var best: Sum?
    for start in words.indices
    where start == 0 || words[start].token.clause != words[start - 1].token.clause {
      let sum = sum(hits, within: start..<min(words.count, start + Self.window))
      if sum.net > best?.net ?? -.infinity { best = sum }
    }
    guard let best else { return PointMatch(verdict: .none, share: 0) }
    let share = min(1, max(0, best.net) / total)
    let places = hits.joined().filter { !$0.isOpposite && !$0.contradicts }.map(\.place)
      .filter { (best.start..<(best.start + Self.window)).contains($0) }
    let isTicked =
      share >= Share.tick && best.isStrong
      && best.against <= Share.contradiction * max(best.agreeing, 1e-9)
      && !missesNegation(hits, at: places, words: words, answer: answer)
      && !exchangesRoles(hits, words: words) && !turnsOrder(words, known: known)
    if isTicked { return PointMatch(verdict: .tick, share: share) }
    let isUnclear =
      (best.agreeing + best.denied) / total >= Share.unclear && (best.isStrong || best.denied > 0)
    return PointMatch(verdict: isUnclear ? .unclear : .none, share: share)
  }

  /// For each key its hits.
  private func hits(_ words: [MatcherWord], known: Set<String>) -> [[Hit]] {
    let stems = Set(keys.map(\.token.stem))
    var hits = keys.map { key in
      words.indices.compactMap { place -> Hit? in
        let word = words[place]
        if key.isWord, word.joinedStem == key.token.stem {
          let differs = Self.differs(key.token, word.token)
          return Hit(place: place, likeness: 1, contradicts: differs)
        }
        switch key.likeness(to: word, roughly: isRough, known: known) {
        case .same(let likeness):
          let differs = Self.differs(key.token, word.token)
          return Hit(place: place, likeness: likeness, contradicts: differs)
        case .opposite where !stems.contains(word.token.stem):
          return Hit(
            place: place, likeness: 0, contradicts: key.token.isNegated == word.token.isNegated)
        default: return nil
        }
      }
    }
    addJoined(words, to: &hits)
    keepRelationsBesideOthers(words, in: &hits)
    return hits
  }

  /// Two keys may stand as one word in the answer.
  private func addJoined(_ words: [MatcherWord], to hits: inout [[Hit]]) {
    for index in keys.indices.dropLast() {
      guard let joined = keys[index].token.joinedStem(with: keys[index + 1].token) else { continue }
      for place in words.indices where words[place].token.stem == joined {
        for member in [index, index + 1] {
          let differs = Self.differs(keys[member].token, words[place].token)
          hits[member].append(Hit(place: place, likeness: 1, contradicts: differs))
        }
      }
    }
  }

  /// *Before* and *not before* say something only about what stands beside them.
  private func keepRelationsBesideOthers(_ words: [MatcherWord], in hits: inout [[Hit]]) {
    guard keys.count > 1 else { return }
    var clauses: Set<Int> = []
    for (key, hits) in zip(keys, hits) where !key.isRelation && key.weight >= 0.15 {
      for hit in hits where !hit.isOpposite { clauses.insert(words[hit.place].token.clause) }
    }
    for index in keys.indices {
      hits[index].removeAll {
        (keys[index].isRelation || $0.isOpposite)
          && !clauses.contains(words[$0.place].token.clause)
      }
    }
  }

  /// Negated on one side, while nothing on the other side negates.
  private static func differs(_ one: AnswerToken, _ other: AnswerToken) -> Bool {
    one.isNegated && !other.isNearNegation || other.isNegated && !one.isNearNegation
  }

  private func sum(_ hits: [[Hit]], within window: Range<Int>) -> Sum {
    var sum = Sum(start: window.lowerBound)
    for (key, hits) in zip(keys, hits) {
      let near = hits.filter { window.contains($0.place) }
      let likeness = near.filter { !$0.contradicts }.map(\.likeness).max() ?? 0
      if likeness > 0 {
        sum.agreeing += key.weight * likeness
        if key.weight >= Weight.strong { sum.isStrong = true }
      } else if near.contains(where: { !$0.isOpposite }) {
        sum.against += max(key.weight, Weight.negated)
        sum.denied += key.weight
      } else if near.contains(where: \.contradicts) {
        sum.against += max(key.weight, Weight.opposite)
      } else if !near.isEmpty {
        // The negated opposite.
        sum.agreeing += key.weight * 0.8
        if key.weight >= Weight.strong { sum.isStrong = true }
      }
    }
    return sum
  }
}
