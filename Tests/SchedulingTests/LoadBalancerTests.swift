import Decks
import Foundation
import Scheduling
import Testing

struct LoadBalancerTests {
  private struct Calendar: Decodable {
    struct Card: Decodable {
      let memory: [Double]
      let interval: Int
      let days: Int
      let sibling: Int
      let chance: Double
      let answers: [Int]
    }
    let week: [LoadBalancer.Allowance]
    let siblings: Bool
    let due: [Int]
    let cards: [Card]
  }

  @Test func intervalsOf480ReviewsAreThoseOfAnki() throws {
    let sunday = Day(year: 2026, month: 11, day: 22)
    var reviews = 0
    for calendar in try vectors("balance.json", as: [Calendar].self) {
      let due = calendar.due.enumerated().map { (sunday.advanced(by: $0), $1) }
      var scheduler = Scheduler(calendar: utc)
      for reviewed in calendar.cards {
        let sibling = sunday.advanced(by: reviewed.sibling)
        scheduler.balancer = LoadBalancer(
          due: Dictionary(uniqueKeysWithValues: due), week: calendar.week,
          siblings: calendar.siblings ? [card("a"): [sibling]] : [:], exactlyLikeAnki: true)
        let before = Schedule(
          phase: .review,
          memory: MemoryState(stability: reviewed.memory[0], difficulty: reviewed.memory[1]),
          due: .day(sunday), interval: reviewed.interval,
          lastReview: utc.start(of: sunday.advanced(by: -reviewed.days)), reviews: 1, lapses: 0)
        let outlook = scheduler.outlook(
          of: before, card: card("a"), at: utc.start(of: sunday), chance: reviewed.chance)
        #expect([Rating.hard, .good, .easy].map { outlook[$0].interval } == reviewed.answers)
        reviews += 1
      }
    }
    #expect(reviews == 480)
  }

  /// How often each day is picked for an interval of 12 days, which may become 10 to 14.
  private func picks(_ balancer: LoadBalancer, of card: CardID? = nil) -> [Int: Int] {
    let days = (0..<1000).compactMap { place in
      balancer.pick(
        interval: 12, minimum: 1, maximum: 365, today: today, card: card,
        u: (Double(place) + 0.5) / 1000)
    }
    return Dictionary(days.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// So many cards on each of the days 10 to 14 from today; the 14th is a Tuesday.
  private func balancer(
    _ counts: [Int], _ change: [Int: LoadBalancer.Allowance] = [:],
    siblings: [CardID: Set<Day>] = [:], exactlyLikeAnki: Bool = false
  ) -> LoadBalancer {
    let due = counts.enumerated().map { (today.advanced(by: 10 + $0), $1) }
    return LoadBalancer(
      due: Dictionary(uniqueKeysWithValues: due), week: (1...7).map { change[$0] ?? .normal },
      siblings: siblings, exactlyLikeAnki: exactlyLikeAnki)
  }

  @Test func fullDaysGetFewerCards() {
    let picks = picks(balancer([5, 40, 5, 40, 5]))
    #expect(picks.values.reduce(0, +) == 1000)
    #expect(picks[11, default: 0] + picks[13, default: 0] < 60)
    #expect([10, 12, 14].allSatisfy { picks[$0, default: 0] > 150 })
  }

  @Test func anEmptyDayIsPreferredToADayWithACard() {
    #expect(picks(balancer([1, 1, 0, 1, 1]))[12, default: 0] > 400)
  }

  @Test func anEasyDayIsLeftOutEvenWhenItIsEmpty() {
    // Named after what Anki does: an empty easy day is taken like any empty day.
    let sunday = 12
    let counts = [9, 9, 0, 9, 9]
    #expect(picks(balancer(counts, [7: .minimum]))[sunday] == nil)
    let anki = balancer(counts, [7: .minimum], exactlyLikeAnki: true)
    #expect(picks(anki)[sunday, default: 0] > 900)
  }

  @Test func anEmptyDayOfASiblingIsAvoided() {
    let siblings: [CardID: Set<Day>] = [card("a"): [today.advanced(by: 12)]]
    let counts = [9, 9, 0, 9, 9]
    #expect(picks(balancer(counts, siblings: siblings), of: card("a"))[12] == nil)
    #expect(picks(balancer(counts, siblings: siblings), of: card("b"))[12, default: 0] > 400)
    let anki = balancer(counts, siblings: siblings, exactlyLikeAnki: true)
    #expect(picks(anki, of: card("a"))[12, default: 0] > 900)
  }

  @Test func easyDaysTakeWhatNoOtherDayCan() {
    let balancer = LoadBalancer(due: [:], week: Array(repeating: .minimum, count: 7))
    #expect(picks(balancer).count == 5)
    let days = balancer.pick(
      interval: 1, minimum: 1, maximum: 365, today: today, card: nil, u: 0.5)
    #expect(days == 1)
  }

  @Test func aReducedDayThatHoldsItsHalfIsLeftOut() {
    // Sunday may hold half of what the others hold on average.
    #expect(picks(balancer([8, 8, 6, 8, 8], [7: .reduced]))[12] == nil)
    #expect(picks(balancer([8, 8, 3, 8, 8], [7: .reduced]))[12, default: 0] > 400)
  }

  @Test func intervalsBeyond90DaysAreNotBalanced() {
    func pick(_ interval: Double, minimum: Int) -> Int? {
      LoadBalancer(due: [:]).pick(
        interval: interval, minimum: minimum, maximum: 365, today: today, card: nil, u: 0.5)
    }
    #expect(pick(90.9, minimum: 1) != nil)
    #expect(pick(91, minimum: 1) == nil)
    #expect(pick(50, minimum: 91) == nil)
    #expect(pick(.infinity, minimum: 1) == nil)
  }

  @Test func newCardsAndMomentsOfTodayDoNotCount() {
    let balancer = LoadBalancer([
      candidate("new", .new), candidate("step", onSteps(dueIn: 60)),
      candidate("a", inReview(dueIn: 3)), candidate("b", inReview(dueIn: 3)),
    ])
    #expect(balancer.due == [today.advanced(by: 3): 2])
  }

  @Test func siblingsAreTheOtherCardsOfTheGroup() {
    let balancer = LoadBalancer([
      candidate("a", inReview(dueIn: 3), group: "g"), candidate("b", .new, group: "g"),
      candidate("c", inReview(dueIn: 5), group: "g"), candidate("d", inReview(dueIn: 7)),
    ])
    let (three, five) = (today.advanced(by: 3), today.advanced(by: 5))
    #expect(
      balancer.siblings == [card("a"): [five], card("b"): [three, five], card("c"): [three]])
  }

  @Test func aMoveBackLeavesNoTrace() {
    let start = LoadBalancer(due: [today: 1])
    var balancer = start
    let (before, after) = (inReview(dueIn: 0), inReview(dueIn: 9))
    balancer.move(from: before, to: after)
    #expect(balancer.due == [today.advanced(by: 9): 1])
    balancer.move(from: after, to: before)
    #expect(balancer == start)
  }
}
