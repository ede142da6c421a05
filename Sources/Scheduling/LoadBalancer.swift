import Decks
import Foundation

/// Chooses among the days fuzz allows: one with few cards, not on an easy weekday, not next to a
/// sibling. The weights are those of Anki 26.9 (FSRS specification 7).
///
/// Two things Anki gets wrong are put right unless it is told to behave `exactlyLikeAnki`: there a
/// day without cards always has full weight, be it easy or a sibling's, and there new cards count
/// as if their place in the notes were a day.
package struct LoadBalancer: Hashable, Sendable {
  /// How much a weekday may hold.
  package enum Allowance: String, CaseIterable, Hashable, Codable, Sendable {
    /// As much as any other.
    case normal
    /// About half as much.
    case reduced
    /// Only what no other day can take.
    case minimum
  }

  /// Longest interval that is balanced, in days; longer ones are fuzzed.
  package static let reach = 90

  /// Seven allowances, Monday first.
  package let week: [Allowance]
  /// Cards due on each day; a day that is missing holds none.
  package private(set) var due: [Day: Int]
  /// Days on which the siblings of a card are due, for cards that have some.
  package var siblings: [CardID: Set<Day>]

  private let exactlyLikeAnki: Bool

  /// Makes a balancer from the cards due on each day, seven allowances from Monday on, and the
  /// days each card keeps away from.
  package init(
    due: [Day: Int], week: [Allowance] = Array(repeating: .normal, count: 7),
    siblings: [CardID: Set<Day>] = [:], exactlyLikeAnki: Bool = false
  ) {
    precondition(week.count == 7, "a week has seven days")
    precondition(due.values.allSatisfy { $0 >= 0 }, "a day cannot hold less than no cards")
    self.due = due.filter { $0.value > 0 }
    self.week = week
    self.siblings = siblings
    self.exactlyLikeAnki = exactlyLikeAnki
  }

  /// Makes a balancer from all cards there are; cards of the same group are siblings. New cards
  /// and those due at a moment of today do not count.
  package init(
    _ candidates: some Sequence<ReviewQueue.Candidate>,
    week: [Allowance] = Array(repeating: .normal, count: 7)
  ) {
    var due: [Day: Int] = [:]
    var groups: [String: [(card: CardID, day: Day?)]] = [:]
    for candidate in candidates {
      let day = candidate.schedule.waitsForDay
      if let day { due[day, default: 0] += 1 }
      if let group = candidate.group { groups[group, default: []].append((candidate.card, day)) }
    }
    var siblings: [CardID: Set<Day>] = [:]
    for members in groups.values where members.count > 1 {
      for (index, member) in members.enumerated() {
        let others = members.indices.filter { $0 != index }.compactMap { members[$0].day }
        if !others.isEmpty { siblings[member.card] = Set(others) }
      }
    }
    self.init(due: due, week: week, siblings: siblings)
  }

  /// Counts a card where it now waits instead of where it waited before. The same with both
  /// exchanged takes it back.
  package mutating func move(from before: Schedule, to after: Schedule) {
    if let day = before.waitsForDay, let count = due[day] { due[day] = count > 1 ? count - 1 : nil }
    if let day = after.waitsForDay { due[day, default: 0] += 1 }
  }

  /// The days from `today` on that a chance `u` in 0..<1 selects among those fuzz allows; nil for
  /// an interval out of reach.
  package func pick(
    interval: Double, minimum: Int, maximum: Int, today: Day, card: CardID?, u: Double
  ) -> Int? {
    guard interval < Double(Self.reach + 1), minimum <= Self.reach else { return nil }
    let range = Fuzz.bounds(interval, minimum: minimum, maximum: maximum)
    return pick(from: range, today: today, card: card, u: u)
  }

  /// The same among given days.
  func pick(from range: ClosedRange<Int>, today: Day, card: CardID?, u: Double) -> Int? {
    let weights = weights(of: range, today: today, away: card.flatMap { siblings[$0] } ?? [])
    // In 32 bits, as Anki adds them: a sum decides where one day ends and the next begins.
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var sum: Float = 0
    for (days, weight) in zip(range, weights) {
      sum += weight
      if sum > Float(u) * total { return days }
    }
    return range.upperBound
  }

  private func weights(
    of range: ClosedRange<Int>, today: Day, away siblings: Set<Day>
  ) -> [Float] {
    let counts = range.map { due[today.advanced(by: $0)] ?? 0 }
    let allowances = range.map { week[today.advanced(by: $0).weekday - 1] }
    let all = counts.reduce(0, +)
    let room = allowances.map(share).reduce(0, +)
    return range.enumerated().map { place, days in
      let count = counts[place]
      if exactlyLikeAnki, count == 0 { return 1 }
      // Half a card keeps an empty day ahead of a day with one.
      let load = pow(1 / max(Double(count), 0.5), 2.15) * pow(1 / Double(max(days, 1)), 3)
      let easy: Double =
        switch allowances[place] {
        case .normal: 1
        case .minimum: exactlyLikeAnki ? 1e-4 : 1e-9
        case .reduced:
          Double(count) / 0.5 > Double(all - count) / (room - 0.5) ? 1e-4 : 1
        }
      let apart = siblings.reduce(1) { product, day in
        product * distance(abs(today.advanced(by: days).distance(to: day)))
      }
      return Float(load * easy * apart)
    }
  }

  private func share(_ allowance: Allowance) -> Double {
    switch allowance {
    case .normal: 1
    case .reduced: 0.5
    case .minimum: 1e-4
    }
  }

  /// The weight of a day so many days from a sibling.
  private func distance(_ days: Int) -> Double { days == 0 ? 1e-6 : min(0.2 * Double(days), 1) }
}

extension Schedule {
  /// The day an answered card waits for; nil if it waits for a moment or was never answered.
  fileprivate var waitsForDay: Day? {
    if phase != .new, case .day(let day) = due { day } else { nil }
  }
}
