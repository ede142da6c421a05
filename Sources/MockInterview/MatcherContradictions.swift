// Ways in which an answer has the words of a point and says something else.

extension MatcherPoint {
  /// The point denies something, and the sentences that match deny nothing.
  func missesNegation(
    _ hits: [[Hit]], at places: [Int], words: [MatcherWord], answer: [AnswerToken]
  ) -> Bool {
    guard keys.contains(where: \.token.isNegated),
      !hits.joined().contains(where: \.isOpposite)
    else { return false }
    let sentences = Set(places.map { words[$0].token.sentence })
    return !answer.contains {
      ($0.content == .negator || $0.isNearNegation) && sentences.contains($0.sentence)
    }
  }

  /// Two things of the point have changed places: *text keeps tokens, keyword the value* against
  /// *keyword keeps tokens, text the value*.
  func exchangesRoles(_ hits: [[Hit]], words: [MatcherWord]) -> Bool {
    let heard = Roles(keys: keys, hits: hits, words: words)
    return heard.own.indices.contains { mine in
      heard.own.indices.contains { other in mine != other && heard.areExchanged(mine, other) }
    }
  }

  /// *A before B* in the point is *B before A* or *A after B* in the answer.
  func turnsOrder(_ words: [MatcherWord], known: Set<String>) -> Bool {
    for (index, middle) in tokens.enumerated() {
      let direction = middle.direction
      guard direction != 0 else { continue }
      let left = keys(of: tokens[..<index].filter { $0.clause == middle.clause })
      let right = keys(of: tokens[(index + 1)...].filter { $0.clause == middle.clause })
      guard !left.isEmpty, !right.isEmpty else { continue }
      for (place, word) in words.enumerated() where word.token.direction != 0 {
        let clause = word.token.clause
        let before = words[..<place].filter { $0.token.clause == clause }
        let after = words[(place + 1)...].filter { $0.token.clause == clause }
        func count(_ keys: [MatcherKey], _ words: [MatcherWord]) -> Int {
          keys.count { key in
            words.contains {
              if case .same = key.likeness(to: $0, roughly: false, known: known) {
                true
              } else {
                false
              }
            }
          }
        }
        let stay = count(left, before) + count(right, after)
        let turned = count(left, after) + count(right, before)
        guard stay != turned, stay + turned > 1 else { continue }
        return (stay > turned) != (direction == word.token.direction)
      }
    }
    return false
  }

  private func keys(of tokens: [AnswerToken]) -> [MatcherKey] {
    tokens.filter { $0.content != .negator && $0.direction == 0 }.map(MatcherKey.init)
  }
}

extension AnswerToken {
  /// 1 where what is named first comes first, -1 where it comes last, 0 for other words.
  fileprivate var direction: Int {
    guard content == .word else { return 0 }
    return MatcherLexicon.earlier.contains(stem) ? 1 : MatcherLexicon.later.contains(stem) ? -1 : 0
  }
}

/// Which phrase of an answer holds which keys of the point's phrases.
private struct Roles {
  /// The keys of each phrase of the point that belong to no other.
  let own: [[Int]]
  /// For each key the answer's phrases that have it.
  private let phrases: [Set<Int>]
  /// For each phrase of the answer the key that stands first in it.
  private let first: [Int: Int]

  init(keys: [MatcherKey], hits: [[MatcherPoint.Hit]], words: [MatcherWord]) {
    let telling = keys.indices.filter { !keys[$0].isShared && keys[$0].weight > 0.1 }
    let order = Set(keys.map(\.token.phrase)).sorted()
    own = order.map { phrase in telling.filter { keys[$0].token.phrase == phrase } }
    phrases = hits.map { hits in
      Set(hits.filter { !$0.isOpposite }.map { words[$0.place].token.phrase })
    }
    var earliest: [Int: (place: Int, key: Int)] = [:]
    for key in telling {
      for hit in hits[key] where !hit.isOpposite {
        let phrase = words[hit.place].token.phrase
        if hit.place < earliest[phrase]?.place ?? .max { earliest[phrase] = (hit.place, key) }
      }
    }
    first = earliest.mapValues(\.key)
  }

  /// Whether a phrase of the answer gives to one phrase's subject what the point says of the other,
  /// while that one's subject stands elsewhere; or two phrases have exchanged their parts.
  func areExchanged(_ mine: Int, _ other: Int) -> Bool {
    guard own[other].count > 1, let subject = own[mine].first else { return false }
    return first.contains { phrase, leading in
      func isHere(_ key: Int) -> Bool { phrases[key].contains(phrase) }
      let here = own[mine].filter(isHere)
      let elsewhere = own[mine].filter { !phrases[$0].isEmpty && !isHere($0) }
      let absent = own[other].filter { !isHere($0) }
      guard !here.isEmpty, !elsewhere.isEmpty, !absent.isEmpty, own[other].contains(where: isHere)
      else { return false }
      if leading == own[other].first, elsewhere.contains(subject),
        first.contains(where: { $0 != phrase && $1 == subject })
      {
        return true
      }
      return elsewhere.contains { key in
        phrases[key].contains { away in
          absent.contains { phrases[$0].contains(away) }
            && !here.contains { phrases[$0].contains(away) }
        }
      }
    }
  }
}
