import Decks
import Foundation
@testable import ProgressStore
import Scheduling
import TestSupport
import Testing

struct TwoProgramsTests {
  private struct Given: Sendable {
    var confirmed: [Change] = []
    var refused = 0
  }

  /// A change by the number it was given, which no other change has; an undo has none.
  private enum Change: Hashable, Sendable {
    case answer(Int)
    case flag(Int)
    case undo
  }

  /// Two programs answer, mark and undo at once, often the same card: what one of them was told is
  /// kept is kept, the rest is refused by name, and the file is sound.
  @Test func whatTwoProgramsDoAtOnceIsKeptOrRefused() async throws {
    let fixture = try StoreFixture()
    _ = try fixture.open()
    let path = fixture.path
    let changes = longTests ? 5000 : 300
    let began = ContinuousClock.now
    let given = try await withThrowingTaskGroup(of: Given.self) { group in
      for seed in [UInt64(1), 2] {
        group.addTask { try Self.program(seed, path: path, changes: changes, from: began) }
      }
      return try await group.reduce(into: [Given]()) { $0.append($1) }
    }
    let store = try fixture.open()
    let confirmed = given.flatMap(\.confirmed)
    #expect(try Self.counts(confirmed) == Self.counts(Self.kept(in: store)))
    #expect(confirmed.count + given.reduce(0) { $0 + $1.refused } == 2 * changes)
    #expect(confirmed.count > changes)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }

  /// How often there is each change: the moment of one that another program was just ahead of is
  /// moved behind it, so that moments tell nothing.
  private static func counts(_ changes: [Change]) -> [Change: Int] {
    Dictionary(changes.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static func kept(in store: Store) throws(StoreFailure) -> [Change] {
    var changes: [Change] = []
    try store.forEachEvent { event in
      switch event.kind {
      case .review(let review): changes.append(.answer(review.duration))
      case .mark(.flag(let number), _): changes.append(.flag(number))
      default: changes.append(.undo)
      }
    }
    return changes
  }

  private static func program(
    _ seed: UInt64, path: String, changes: Int, from began: ContinuousClock.Instant
  ) throws -> Given {
    let scheduler = Scheduler(calendar: .fixed())
    var generator = SeededGenerator(seed: seed)
    let store = try Store(path: path, seed: seed)
    try store.database.execute("pragma synchronous = off", attempting: "prepare")
    var given = Given()
    let clock = ContinuousClock()
    var last = Int(seed)
    for number in 0..<changes {
      // The clock of both, but never the moment of the other program.
      let elapsed = began.duration(to: clock.now) / .milliseconds(1)
      last = max(last + 2, Int(elapsed) * 2 + Int(seed))
      let now = StoreFixture.start + Double(last) / 1000
      let card = CardID(rawValue: "card\(Int.random(in: 0..<9, using: &generator))")
      let own = number * 2 + Int(seed)
      do throws(StoreFailure) {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
          try store.mark(.flag(own), cards: [card], at: now, by: scheduler)
          given.confirmed.append(.flag(own))
        case 1 where try !store.undo(since: .distantPast, at: now, by: scheduler).isEmpty:
          given.confirmed.append(.undo)
        default:
          let before = try store.schedule(of: card)
          let after = scheduler.outlook(of: before, card: card, at: now)[.good]
          try store.record(
            Review(
              card: card, time: now, rating: .good, duration: own, before: before, after: after))
          given.confirmed.append(.answer(own))
        }
      } catch {
        guard error.cause == .overtaken || error.cause == .busy else { throw error }
        given.refused += 1
      }
    }
    return given
  }
}
