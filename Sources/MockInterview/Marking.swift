/// One answer beside its key points while it is marked.
package struct Marking: Hashable, Sendable {
  package let question: Question
  package let answer: Answer?
  /// The words of the answer, also where the log keeps only their length.
  package let text: String?
  /// What the matcher found for each point; empty where there were no words to match.
  package let suggestions: [PointMatch]
  package private(set) var ticks: [Mark.Tick]
  /// Coverage that a person set instead of ticks, 0...1.
  package private(set) var byHand: Double?

  package init(
    question: Question, answer: Answer?, text: String?, mark: Mark?, matches: Bool,
    glosses: [[String]]
  ) {
    self.question = question
    self.answer = answer
    self.text = text
    let words = text ?? ""
    suggestions =
      matches && !words.allSatisfy(\.isWhitespace) && !question.points.isEmpty
      ? PointMatcher(points: question.points, question: question.prompt, glosses: glosses)
        .match(words) : []
    if let mark, mark.ticks.count == question.points.count {
      ticks = mark.ticks
      byHand = question.points.isEmpty ? mark.coverage : nil
    } else {
      ticks = []
      byHand = mark?.coverage
    }
    if ticks.isEmpty {
      ticks = question.points.indices.map { index in
        guard suggestions.indices.contains(index) else { return Mark.Tick(isOn: false, by: .own) }
        let match = suggestions[index]
        // Nothing is suggested by what is unclear: to decide it is one's own work.
        return Mark.Tick(
          isOn: match.verdict == .tick, by: match.verdict == .tick ? .auto : .own,
          share: match.share)
      }
    }
  }

  /// Whether there is an answer to be marked.
  package var isMarkable: Bool { answer?.isMarkable == true }

  /// Ticks a point, from 0, or takes its tick away.
  package mutating func toggle(_ index: Int) {
    guard isMarkable, ticks.indices.contains(index) else { return }
    byHand = nil
    ticks[index].isOn.toggle()
    let wasSuggested = suggestions.indices.contains(index) && suggestions[index].verdict != .none
    let agrees =
      wasSuggested && suggestions[index].verdict == .tick && ticks[index].isOn
    ticks[index].by = agrees ? .auto : wasSuggested ? .override : .own
  }

  /// Ticks all points, or none if all were ticked.
  package mutating func toggleAll() {
    let all = ticks.allSatisfy(\.isOn)
    for index in ticks.indices where ticks[index].isOn == all { toggle(index) }
  }

  /// Sets the coverage directly, in quarters 0...4.
  package mutating func set(quarters: Int) {
    guard isMarkable, (0...4).contains(quarters) else { return }
    byHand = Double(quarters) / 4
  }

  /// Whether a point is still only unclear: found in part, and nobody has decided.
  package func isUnclear(_ index: Int) -> Bool {
    suggestions.indices.contains(index) && suggestions[index].verdict == .unclear
      && !ticks[index].isOn && ticks[index].by == .own
  }

  package var coverage: Double {
    if !isMarkable { return 0 }
    return byHand ?? Mark.coverage(of: ticks, among: question.points)
  }

  package var mark: Mark {
    Mark(q: question.number, coverage: coverage, ticks: byHand == nil ? ticks : [])
  }
}

extension Marking {
  /// The words of the answer that a point has too, in the point's order.
  package func found(_ index: Int, glosses: [[String]] = []) -> [String] {
    guard question.points.indices.contains(index), let text else { return [] }
    let glosses = Glosses(glosses)
    let said = AnswerText(text, glosses: glosses).tokens
    var words: [String] = []
    for token in AnswerText(question.points[index].text, glosses: glosses).tokens
    where token.content != .negator {
      guard let same = said.first(where: { $0.isSameWord(as: token) }),
        !words.contains(same.surface)
      else { continue }
      words.append(same.surface)
    }
    return words
  }
}
