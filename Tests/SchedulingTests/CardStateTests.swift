import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct CardStateTests {
  private let card = CardID(rawValue: "a")
  private let start = Date(timeIntervalSince1970: 1_795_500_000)

  /// An answer given where the card stands, on a clock so far east of UTC.
  private func answer(
    _ rating: Rating, from state: CardState, at time: Date, by scheduler: Scheduler
  ) -> Review {
    let outlook = scheduler.outlook(of: state.schedule, card: card, at: time)
    return Review(
      card: card, time: time, rating: rating, duration: 1, before: state.schedule,
      after: outlook[rating], offset: scheduler.calendar.offset(of: time))
  }

  @Test func resettingMakesACardNewAndItsNextAnswerAFirstOne() {
    let scheduler = Scheduler(calendar: .fixed())
    var state = CardState.untouched
    for day in 0..<3 {
      state.add(
        answer(.good, from: state, at: start + Double(day) * 86_400, by: scheduler), by: scheduler)
    }
    state.add(.flag(2), on: Day(number: 0))
    state.add(.reset, on: scheduler.calendar.day(of: start + 300_000))
    #expect(state.schedule == .new && state.marks.flag == 2)
    let first = answer(.easy, from: state, at: start + 400_000, by: scheduler)
    state.add(first, by: scheduler)
    #expect(state.schedule == first.after && state.schedule.reviews == 1)
  }

  @Test func aDueDateHoldsWhateverTheCardWaitedFor() {
    let scheduler = Scheduler(calendar: .fixed())
    let today = scheduler.calendar.day(of: start)
    var fresh = CardState.untouched
    fresh.add(.due(today.advanced(by: 9), interval: nil), on: today)
    #expect(fresh.schedule.phase == .review && fresh.schedule.interval == 9)
    #expect(fresh.schedule.due == .day(today.advanced(by: 9)) && fresh.schedule.memory == nil)

    var known = CardState.untouched
    known.add(answer(.easy, from: known, at: start, by: scheduler), by: scheduler)
    let before = known.schedule
    known.add(.due(today.advanced(by: 2), interval: nil), on: today)
    #expect(known.schedule.interval == before.interval && known.schedule.memory == before.memory)
    known.add(.due(today.advanced(by: 30), interval: 30), on: today)
    #expect(known.schedule.interval == 30 && known.schedule.due == .day(today.advanced(by: 30)))
    // Both can be answered as usual.
    for state in [fresh, known] {
      let outlook = scheduler.outlook(of: state.schedule, card: card, at: start + 9 * 86_400)
      #expect(outlook[.good].phase == .review && outlook[.good].interval > 0)
    }
  }

  /// A new card that is answered so, and forgotten ten minutes later: by then it waits for the same
  /// step, whatever the first answer was.
  private func forgottenAfter(
    _ first: Rating, at moment: Date, by scheduler: Scheduler
  ) -> (log: [Review], state: CardState) {
    var log: [Review] = []
    var state = CardState.untouched
    for (rating, delay) in [(first, 0.0), (.again, 600)] {
      let review = answer(rating, from: state, at: moment + delay, by: scheduler)
      log.append(review)
      state.add(review, by: scheduler)
    }
    return (log, state)
  }

  @Test func anAnswerToAnotherMemoryIsScheduledAnewThoughTheCardWaitedForTheSame() {
    let scheduler = Scheduler(calendar: .fixed())
    var (log, state) = forgottenAfter(.good, at: start, by: scheduler)
    log.append(answer(.easy, from: state, at: start + 20 * 86_400, by: scheduler))
    // The first answer is taken back; that of another machine stands in its place.
    log[0] = forgottenAfter(.again, at: start + 1, by: scheduler).log[0]
    var merged = CardState.untouched
    for review in log[..<2] { merged.add(review, by: scheduler) }
    var met = log[2].before
    #expect(met != merged.schedule)
    met.memory = merged.schedule.memory
    #expect(met == merged.schedule, "the card waits for something else")
    merged.add(log[2], by: scheduler)
    #expect(merged.schedule == scheduler.replay(log)[card])
    #expect(merged.schedule.due != log[2].after.due, "the answer was not scheduled anew")

    // What is answered where that led holds as given.
    for day in [90.0, 200, 500] {
      let next = answer(.good, from: merged, at: start + day * 86_400, by: scheduler)
      merged.add(next, by: scheduler)
      #expect(merged.schedule == next.after)
    }
  }

  @Test func aStateThatWasReadBackTakesAnswersGivenWithOtherWeights() {
    let scheduler = Scheduler(calendar: .fixed())
    var given = CardState.untouched
    given.add(answer(.good, from: given, at: start, by: scheduler), by: scheduler)
    var kept = given.schedule
    kept.memory?.stability *= 2
    #expect(CardState(schedule: kept, marks: .none).holdsAsGiven(from: given.schedule))
  }

  @Test func otherWeightsChangeTheMemoryAndNotWhatWasGiven() throws {
    let scheduler = Scheduler(calendar: .fixed())
    var (log, state) = forgottenAfter(.good, at: start, by: scheduler)
    for day in [1.0, 20, 90] {
      log.append(answer(.good, from: state, at: start + day * 86_400, by: scheduler))
      state.add(log[log.count - 1], by: scheduler)
    }
    let weights = Parameters.standard.weights.enumerated().map { $0 < 4 ? $1 * 2 : $1 }
    let fitted = Scheduler(parameters: try Parameters(weights: weights), calendar: .fixed())
    var later = CardState.untouched
    for review in log {
      later.add(review, by: fitted)
      #expect(later.schedule.due == review.after.due)
      #expect(later.schedule.memory != review.after.memory)
    }
  }

  /// Somebody answers while travelling round the world, through summer time and with a clock that
  /// jumps a day and back. Whoever replays that later, in whatever zone, comes to the same.
  @Test(arguments: UInt64(1)...60) func aReplayDoesNotDependOnTheZoneItIsDoneIn(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let zones = [0, 3600, -8 * 3600, 9 * 3600, 13 * 3600, -11 * 3600, 5 * 3600 + 1800]
    var log: [Review] = []
    var state = CardState.untouched
    var time = start
    for _ in 0..<30 {
      time += Double.random(in: 30...200_000, using: &generator)
      if Int.random(in: 0..<6, using: &generator) == 0 {
        time += Bool.random(using: &generator) ? 86_400 : -86_400
      }
      let zone = zones.randomElement(using: &generator) ?? 0
      // Summer time ends every tenth day.
      let calendar = StudyCalendar { date in
        zone + (Int(date.timeIntervalSince1970 / 86_400).isMultiple(of: 10) ? 3600 : 0)
      }
      let scheduler = Scheduler(calendar: calendar)
      let rating = Rating.allCases.randomElement(using: &generator) ?? .good
      let review = answer(rating, from: state, at: time.roundedToMillisecond, by: scheduler)
      log.append(review)
      state.add(review, by: scheduler)
      #expect(state.schedule == review.after, "seed \(seed): the answer does not hold as given")
    }
    // As given, and with an answer missing, so that the rest is scheduled anew.
    for left in [log, Array(log.dropFirst(3))] {
      let outcomes = Set(
        zones.map { zone in
          var state = CardState.untouched
          let scheduler = Scheduler(calendar: .fixed(utcOffset: zone))
          for review in left { state.add(review, by: scheduler) }
          return state
        })
      #expect(outcomes.count == 1, "seed \(seed)")
    }
  }
}
