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

  @Test func aMockIsComparedWithThoseOfItsPresetBeforeIt() throws {
    func attempts(_ count: Int) -> [Attempt] {
      let events = (0..<count).flatMap { number in
        MockSamples.workedEvents(id: "a\(number)").map {
          (event: $0.event, time: $0.time + Double(number) * 86400)
        }
      }
      return Attempt.all(from: events)
    }
    let three = attempts(3)
    let history = MockHistory(three)
    #expect(history.comparison(of: three[0]) == nil)
    #expect(history.comparison(of: three[2])?.words == "72 72, now 72")
    #expect(history.trend(of: "screen") == nil)
    let four = MockHistory(attempts(4))
    #expect(four.trend(of: "screen") == 0)
    #expect(
      four.comparison(of: four.attempts[3])?.words == "72 72 72, now 72: about the same each time")
    #expect(four.trend(of: "onsite") == nil)
    let better = MockHistory.Comparison(before: [40, 50, 60], score: 70, slope: 10)
    #expect(better.words == "40 50 60, now 70: about 10 points better each time")
    let worse = MockHistory.Comparison(before: [43, 42, 41], score: 40, slope: -1)
    #expect(worse.words == "43 42 41, now 40: about 1 point worse each time")
  }

  @Test func theLastWordsOnAPresetAreKnown() {
    var events = MockSamples.workedEvents(id: "a1")
    let note = MockEvent.PostMortem(well: "calm")
    events.append((MockEvent("a1", .note(note)), MockSamples.start + 9_000))
    let history = MockHistory(Attempt.all(from: events))
    #expect(history.lastPostMortem(of: "screen") == note)
    #expect(history.lastPostMortem(of: "onsite") == nil)
  }

  @Test func aMockThatWasLeftIsGoneOnWithForTwoWeeks() throws {
    let events = MockSamples.workedEvents(id: "a1")
    let whole = try #require(Attempt.all(from: events).first)
    let left = try #require(Attempt.all(from: Array(events.prefix(4))).first)
    for (days, canGoOn) in [(0.0, true), (13.9, true), (14.1, false), (400, false)] {
      let now = left.lastAt + days * 86400
      #expect(left.canGoOn(at: now) == canGoOn, "after \(days) days")
      #expect(!whole.canGoOn(at: now), "it came to its end")
    }
  }

  @Test func whatIsTakenBackIsNotApplied() throws {
    var attempt = try #require(Attempt.all(from: MockSamples.workedEvents(id: "a1")).first)
    let applied = MockEvent.Applied(reviews: [.init(q: 1, card: "c", grade: 3, time: 12)])
    attempt.apply(.apply(applied), at: MockSamples.start + 9_000)
    #expect(attempt.applied == applied && attempt.appliedAt != nil)
    attempt.apply(.withdraw, at: MockSamples.start + 9_100)
    #expect(attempt.applied == nil && attempt.appliedAt == nil)
  }

  @Test func attemptsAreNumberedByTheirStart() {
    let late = MockSamples.workedEvents(id: "b").map { (event: $0.event, time: $0.time + 99_999) }
    let attempts = Attempt.all(from: late + MockSamples.workedEvents(id: "c"))
    #expect(attempts.map(\.id) == ["c", "b"])
    #expect(attempts.map(\.number) == [1, 2])
  }
}
