import Decks
import Foundation

/// What a hint says. Two can be had for a question; each costs a tenth.
package enum Hint: Hashable, Sendable {
  /// How many key points a full answer has.
  case count(Int)
  /// A key point, Markdown.
  case point(String)
  /// A wrong option, from 1, that is out.
  case without(option: Int)
  /// The step that comes first, from 1.
  case first(step: Int)
  /// First letter and length of what is missing.
  case letters([String])
  /// There is nothing more to say.
  case none

  /// The most hints for one question.
  package static let most = 2
}

extension Question {
  /// The hint with this number, from 1, beside what was typed and what is hidden already.
  func hint(_ number: Int, typed: String, hidden: Set<Int>, glosses: [[String]]) -> Hint {
    switch kind {
    case .choice:
      let wrong = choices.indices.first { !choices[$0].isRight && !hidden.contains($0 + 1) }
      return wrong.map { .without(option: $0 + 1) } ?? .none
    case .order:
      let step = choices.firstIndex { $0.rank == number }
      return step.map { .first(step: $0 + 1) } ?? .none
    case .cloze, .typed:
      if number == 1 {
        return .letters(
          points.map { point in
            String(point.text.prefix(1)) + "…, \(point.text.count) letters"
          })
      }
      return points.first.map { .point($0.text) } ?? .none
    case .open, .points, .code:
      if points.isEmpty { return .none }
      if number == 1 { return .count(points.count) }
      let matches = PointMatcher(points: points, question: prompt, glosses: glosses).match(typed)
      let missing = points.indices.filter { matches[$0].verdict != .tick }
      let heaviest = missing.max { left, right in
        points[left].weight == points[right].weight
          ? left > right : points[left].weight < points[right].weight
      }
      return heaviest.map { .point(points[$0].text) } ?? .none
    }
  }
}

extension Interview {
  /// Gives the next hint to the open question; nil if no more are to be had.
  package mutating func hint(at now: Date) -> Hint? {
    guard case .ask(let number) = phase, let question = paper[number] else { return nil }
    let next = (attempt.hints[number] ?? 0) + 1
    guard next <= Hint.most else { return nil }
    let hint = question.hint(next, typed: draft, hidden: hiddenOptions, glosses: glosses)
    guard hint != .none else { return nil }
    if case .without(let option) = hint {
      hiddenOptions.insert(option)
      pick.removeAll { $0 == option }
    }
    log(.hint(MockEvent.Hint(q: number, n: next)), at: now)
    return hint
  }
}
