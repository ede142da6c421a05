import Decks
import Scheduling
import Testing

struct DailyLimitsTests {
  private func names(
    _ limits: DailyLimits, done: [String: DailyLimits.Done] = [:]
  ) -> [String] {
    let candidates = (0..<4).flatMap { number in
      ["A", "B"].map { candidate("\($0)\(number)", .new, topic: $0, position: number) }
    }
    let queue = ReviewQueue(
      candidates: candidates, topicsAlreadyToday: done, limits: limits, at: morning,
      scheduler: Scheduler(calendar: utc), seed: 1)
    return queue.cards.map(\.rawValue)
  }

  @Test func withoutLimitsOfTheirOwnTopicsShareTheDay() {
    #expect(names(DailyLimits(newPerDay: 5)) == ["A0", "B0", "A1", "B1", "A2"])
  }

  @Test func aTopicThatIsFullLeavesItsPlaceToOthers() {
    let limits = DailyLimits(newPerDay: 4, topics: ["A": .init(newPerDay: 1)])
    #expect(names(limits) == ["A0", "B0", "B1", "B2"])
  }

  @Test func theLimitOfTheDayHoldsBesideThatOfTheTopic() {
    let limits = DailyLimits(newPerDay: 2, topics: ["A": .init(newPerDay: 50)])
    #expect(names(limits) == ["A0", "B0"])
  }

  @Test func whatWasAnsweredTodayCounts() {
    let limits = DailyLimits(topics: ["A": .init(newPerDay: 2), "B": .init(newPerDay: 2)])
    #expect(names(limits, done: ["A": .init(new: 1), "B": .init(new: 9)]) == ["A0"])
  }
}
