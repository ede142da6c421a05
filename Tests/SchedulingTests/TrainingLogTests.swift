import Decks
import Foundation
import Testing

@testable import Scheduling

struct TrainingLogTests {
  private func row(
    _ card: Int, time: Int, day: Int, _ rating: Rating = .good, _ kind: Review.Kind = .review
  ) -> TrainingLog.Row {
    TrainingLog.Row(card: card, time: time, day: Day(number: day), rating: rating, kind: kind)
  }

  @Test(arguments: ["sim_2k", "real"] + always([], long: ["sim_20k", "sim_100k"]))
  func samplesAreCountedAsInFsrsRs(name: String) throws {
    let log = try trainingLog(name)
    let reference = try OptimizerReference.of(name)
    #expect(log.count == reference.samples)
    #expect(log.samples.count { $0.isFirstSpaced } == reference.firstSpaced)
    #expect(log.passRate == reference.passRate)
  }

  @Test func answersOnTheSameDayAreNotPredictedButRemembered() {
    let log = TrainingLog(rows: [
      row(1, time: 1, day: 5, .again, .learning), row(1, time: 2, day: 5, .good, .learning),
      row(1, time: 3, day: 8, .hard),
    ])
    #expect(log.turns.map(\.days) == [0, 0, 3])
    #expect(log.turns.map(\.rating) == [.again, .good, .hard])
    #expect(log.samples == [.init(card: 1, start: 0, last: 2, spaced: 1)])
    #expect(log.passRate == 1)
  }

  @Test func samplesOfAllCardsAreInTheOrderOfTime() {
    let log = TrainingLog(rows: [
      row(2, time: 9, day: 3), row(1, time: 1, day: 1, .good, .learning),
      row(2, time: 2, day: 1, .good, .learning), row(1, time: 8, day: 3),
      row(1, time: 20, day: 9), row(2, time: 10, day: 4),
    ])
    #expect(log.samples.map(\.card) == [1, 2, 2, 1])
    #expect(log.samples.map(\.length) == [2, 2, 3, 3])
  }

  @Test func aCardCountsFromItsLastReturnToLearning() {
    let log = TrainingLog(rows: [
      row(1, time: 1, day: 1, .easy, .learning), row(1, time: 2, day: 9),
      row(1, time: 3, day: 20, .again, .learning), row(1, time: 4, day: 20, .hard, .learning),
      row(1, time: 5, day: 22),
    ])
    #expect(log.turns.map(\.rating) == [.again, .hard, .good])
    #expect(log.turns.map(\.days) == [0, 0, 2])
    #expect(log.count == 1)
  }

  @Test func aCardThatWasNeverLearnedIsLeftOut() {
    let log = TrainingLog(rows: [row(1, time: 1, day: 1), row(1, time: 2, day: 9)])
    #expect(log.turns.isEmpty)
    #expect(log.count == 0)
    #expect(log.passRate == nil)
  }

  @Test func daysNeverGoBack() {
    let log = TrainingLog(rows: [
      row(1, time: 1, day: 5, .good, .learning), row(1, time: 2, day: 3), row(1, time: 3, day: 4),
    ])
    #expect(log.turns.map(\.days) == [0, 0, 1])
  }

  @Test func theProgramsOwnLogIsReadByStudyDay() {
    // Two hours before the day rolls over, an hour after, and the next morning.
    let evening = utc.start(of: today) - 7200
    func review(_ name: String, after seconds: Double, before: Schedule = .new) -> Review {
      Review(
        card: card(name), time: evening + seconds, rating: .good, duration: 1, before: before,
        after: before)
    }
    let reviewed = inReview()
    let log = TrainingLog(
      [
        review("b", after: 0), review("a", after: 60), review("b", after: 120),
        review("b", after: 10800, before: reviewed), review("a", after: 90000, before: reviewed),
      ], calendar: utc)
    #expect(log.turns.map(\.days) == [0, 0, 1, 0, 1])
    #expect(log.samples.map(\.card) == [0, 1])
  }

  @Test func aCardThatWasMadeNewAgainBeginsThere() {
    // Three answers on its steps, a reset between the second and the third, and one days later:
    // nothing else tells that the third is a first one.
    let start = utc.start(of: today) + 3600
    func review(_ name: String, after seconds: Double, before: Schedule = .new) -> Review {
      Review(
        card: card(name), time: start + seconds, rating: .good, duration: 1, before: before,
        after: before)
    }
    let answers = [
      review("a", after: 0), review("a", after: 60), review("a", after: 86_400),
      review("a", after: 4 * 86_400, before: inReview()), review("b", after: 120),
    ]
    let whole = TrainingLog(answers, calendar: utc)
    #expect(whole.turns.map(\.days) == [0, 0, 1, 3, 0])
    let reset = TrainingLog(answers, since: [card("a"): start + 3600], calendar: utc)
    #expect(reset.turns.map(\.days) == [0, 3, 0] && reset.count == 1)
    // An answer at the very moment of a reset came before it.
    let last = TrainingLog(answers, since: [card("a"): start + 86_400], calendar: utc)
    #expect(last.turns.map(\.days) == [0] && last.count == 0)
  }
}
