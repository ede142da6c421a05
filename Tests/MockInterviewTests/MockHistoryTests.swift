import Foundation
import Testing

@testable import MockInterview

struct MockHistoryTests {
  @Test func sevenScreensGrowByFourPointsEach() throws {
    let slope = try #require(MockHistory.slope(of: [41, 49, 52, 55, 58, 70, 63]))
    #expect(abs(slope - 114.0 / 28) < 1e-9)
    #expect(MockHistory.slope(of: [1, 2, 3]) == nil)
  }

  @Test func discardedAttemptsCountNowhere() {
    var events = MockSamples.workedEvents(id: "a1")
    events.append((MockEvent("a1", .discard), MockSamples.start + 10_000))
    #expect(MockHistory(Attempt.all(from: events)).finished.isEmpty)
    events.append((MockEvent("a1", .restore), MockSamples.start + 10_001))
    #expect(MockHistory(Attempt.all(from: events)).finished.count == 1)
  }

  @Test func whatWasAskedIsRememberedByPaperAndDay() throws {
    let first = MockSamples.workedEvents(id: "a1")
    let second = MockSamples.workedEvents(id: "a2").map {
      (event: $0.event, time: $0.time + 10 * 86400)
    }
    let history = MockHistory(Attempt.all(from: first + second))
    let now = MockSamples.start + 12 * 86400
    let card = try #require(history.attempts[0].paper.questions[0].card)
    let asked = try #require(history.asked(at: now)[card])
    #expect(asked.papersAgo == 1)
    #expect(abs(asked.days - 2) < 0.001)
    let redis = try #require(history.records(at: now)["Redis"])
    #expect(redis.answers.map { ($0.score * 1000).rounded() } == [833, 833])
    #expect(redis.answers[0].age < redis.answers[1].age)
  }

  @Test func attemptsAreNumberedByTheirStart() {
    let late = MockSamples.workedEvents(id: "b").map { (event: $0.event, time: $0.time + 99_999) }
    let attempts = Attempt.all(from: late + MockSamples.workedEvents(id: "c"))
    #expect(attempts.map(\.id) == ["c", "b"])
    #expect(attempts.map(\.number) == [1, 2])
  }
}
