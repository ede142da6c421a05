import Foundation
import Testing

@testable import MockInterview

/// A whole attempt whose every figure was worked out by hand.
struct WorkedExampleTests {
  private let attempt = MockSamples.workedAttempt()
  private var card: Scorecard { Scorecard(of: attempt) }

  @Test func thePaperScores() {
    #expect(abs(card.score - 100 * 7.604_166_666 / 10.5) < 1e-6)
    #expect(card.score.rounded() == 72)
    #expect(card.done == 1)
    #expect(card.inTime == Scorecard.Pace(answers: 7, of: 8))
    #expect(attempt.spent == 964_000)
    #expect(card.passed == nil)
  }

  @Test func eachDimensionHasItsShareAndStep() {
    let expected: [(RubricDimension, Double, Int, Int)] = [
      (.correctness, 0.8051, 3, 5), (.tradeOffs, 0.7000, 3, 2), (.depth, 0.5000, 2, 1),
      (.clarity, 0.7708, 3, 8),
    ]
    #expect(card.assessments.count == 4)
    for (assessment, row) in zip(card.assessments, expected) {
      #expect(assessment.dimension == row.0)
      #expect(abs(assessment.share - row.1) < 0.000_05, "\(row.0)")
      #expect(assessment.step == row.2, "\(row.0)")
      #expect(assessment.answers == row.3, "\(row.0)")
    }
  }

  @Test func theBandIsALeanYesByTheWholeItself() throws {
    #expect(abs(try #require(card.overall) - 0.7027) < 0.000_05)
    #expect(card.band == .leanYes)
    #expect(card.reason == .overall)
  }

  @Test func calibrationHasItsParts() throws {
    let calibration = try #require(card.calibration)
    #expect(calibration.count == 8)
    #expect(abs(calibration.brier - 0.1728) < 0.000_05)
    #expect(abs(calibration.reliability - 0.0791) < 0.000_05)
    #expect(abs(calibration.resolution - 0.093_75) < 1e-9)
    #expect(abs(calibration.uncertainty - 0.1875) < 1e-9)
    #expect(abs(try #require(calibration.skill) - 0.078) < 0.000_5)
    #expect(abs(calibration.bias + 0.044) < 0.000_5)
    #expect(calibration.rows.map(\.count) == [4, 3, 1])
    #expect(calibration.rows.map(\.right) == [3, 3, 0])
  }

  @Test func theWeakestAndTheSureAndWrongAreNamed() {
    #expect(card.topics.prefix(3).map(\.topic) == ["RabbitMQ", "Fault tolerance", "PostgreSQL"])
    #expect(card.topics.prefix(3).map { ($0.score * 100).rounded() } == [40, 50, 60])
    #expect(card.sureAndWrong == [4])
  }

  @Test func theScheduleIsOfferedFiveRowsTicked() throws {
    let ids = attempt.questions.compactMap(\.card)
    var standings = Dictionary(
      uniqueKeysWithValues: ids.map {
        ($0, Proposal.Standing(isNew: false, lastReview: nil, wasReviewedThatDay: false))
      })
    for index in [5, 6] {
      standings[ids[index]] = Proposal.Standing(
        isNew: true, lastReview: nil, wasReviewedThatDay: false)
    }
    let proposals = Proposal.all(of: attempt, standings: standings)
    #expect(proposals.map(\.grade) == [3, 3, 2, 1, 2, 1, 3, 2])
    #expect(proposals.map(\.isTicked) == [true, true, true, true, true, false, false, false])
    #expect(proposals[7].remarks == [.hint])
  }

  @Test func theNextPaperAsksTheWeakTopicSomewhatMore() {
    var record = TopicRecord(
      answers: Array(repeating: TopicRecord.Answer(score: 0.5, age: 0), count: 6))
    #expect(abs(record.mean - 0.55) < 1e-9)
    #expect(abs(record.share - 0.950) < 1e-9)
    record.answers.insert(TopicRecord.Answer(score: 0.40, age: 0), at: 0)
    #expect(abs(record.mean - 0.533) < 0.000_5)
    #expect(abs(record.share - 0.967) < 0.000_5)
  }

  @Test func everyEventSurvivesTheLog() {
    let events = MockSamples.workedEvents()
    for (event, _) in events {
      #expect(MockEvent(name: event.name, body: event.body) == event, "\(event.name)")
    }
    let others: [MockEvent.Kind] = [
      .flag(MockEvent.Flag(q: 2, on: true)),
      .pause(MockEvent.Pause(q: 3, why: .tstp, usedMilliseconds: 5)), .resume, .time, .handIn,
      .note(MockEvent.PostMortem(well: "a \"quoted\" word", broke: "b", next: "c")),
      .apply(
        MockEvent.Applied(reviews: [.init(q: 1, card: "c", grade: 3, time: 12)])), .withdraw,
      .discard, .restore,
    ]
    for kind in others {
      let event = MockEvent("x", kind)
      #expect(MockEvent(name: event.name, body: event.body) == event, "\(event.name)")
    }
    // Names of the log stay as they are, or older logs could not be read.
    let pause = MockEvent("x", others[1])
    #expect(pause.body.contains(#""used_ms":5"#))
    let visit = MockEvent.Visit(q: 2, left: 1, leftMilliseconds: 700, instead: nil)
    #expect(MockEvent("x", .show(visit)).body.contains(#""left_ms":700"#))
    #expect(MockEvent(name: "mock.start", body: "{}") == nil)
    #expect(MockEvent(name: "mock.unheard", body: #"{"of":"x"}"#) == nil)
  }
}
