/// What the matcher thinks of one key point.
package struct PointMatch: Hashable, Sendable {
  /// What the words say.
  package enum Verdict: String, Codable, Sendable {
    /// Said, as far as words can tell.
    case tick
    /// Said in part, or with a word that turns it round; counts as not said until a person decides.
    case unclear
    case none
  }

  package var verdict: Verdict
  /// The share of the point's weight that the answer has, 0...1.
  package var share: Double

  package init(verdict: Verdict, share: Double) {
    self.verdict = verdict
    self.share = share
  }
}

/// Finds key points in typed words, to tick them before a person looks: no network, no model, the
/// same answer gives the same ticks. It compares words by stem, synonym and typing slip, numbers
/// by what they measure and code words as they are; words of the question and words that several
/// points share prove less. It leaves a point unclear where negation, an opposite, a turned order
/// or exchanged roles contradict it.
package struct PointMatcher: Sendable {
  /// Longer answers are read to here, in characters.
  package static let longest = 20_000

  private let points: [MatcherPoint]
  private let known: Set<String>
  private let glosses: Glosses

  /// - Parameters:
  ///   - question: Repeating it proves little.
  ///   - glosses: Groups of terms that mean the same in this deck, see `Glosses.groups(in:)`.
  package init(points: [KeyPoint], question: String, glosses: [[String]]) {
    let glosses = Glosses(glosses)
    let asked = AnswerText(question, glosses: glosses).tokens
    let texts = points.map { AnswerText($0.text, glosses: glosses) }
    let sorts = texts.map { text in
      let tokens = text.tokens
      return tokens.indices.filter { index in
        tokens[index].content != .negator
          && !tokens[..<index].contains { $0.isSameWord(as: tokens[index]) }
      }.map { tokens[$0] }
    }
    self.glosses = glosses
    known = Set(sorts.joined().filter { $0.content == .word }.map(\.stem))
    self.points = texts.indices.map { index in
      var point = MatcherPoint(texts[index], distinct: sorts[index])
      point.weigh { token in
        let others = sorts.count { $0.contains { $0.isSameWord(as: token) } } - 1
        return (isAsked: asked.contains { $0.isSameWord(as: token) }, others: others)
      }
      return point
    }
  }

  /// One match for each point, in their order.
  package func match(_ answer: String) -> [PointMatch] {
    let tokens = AnswerText(String(answer.prefix(Self.longest)), glosses: glosses).tokens
    let carriers = tokens.filter { $0.content != .negator }
    let words = carriers.indices.map { index in
      MatcherWord(
        carriers[index], next: index + 1 < carriers.count ? carriers[index + 1] : nil)
    }
    return points.map { $0.match(words, in: tokens, known: known) }
  }
}

extension AnswerToken {
  /// Whether it is the same to look for, wherever it stands.
  func isSameWord(as other: AnswerToken) -> Bool {
    content == other.content && stem == other.stem
  }
}
