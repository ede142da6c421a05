import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct SchedulerPropertyTests {
  private func moment(_ due: Schedule.Due, in calendar: StudyCalendar) -> Date {
    switch due {
    case .moment(let moment): moment
    case .day(let day): calendar.start(of: day)
    }
  }

  @Test(arguments: UInt64(0)..<150) func outlooksAreOrderedAndIntervalsInRange(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let scheduler = try random.scheduler()
    let maximum = scheduler.parameters.maximumInterval
    var schedule = Schedule.new
    var now = morning
    for _ in 0..<40 {
      let outlook = scheduler.outlook(of: schedule, card: card("\(seed)"), at: now)
      let place: Comment = "seed \(seed), \(schedule)"
      for rating in Rating.allCases where outlook[rating].phase == .review {
        #expect((1...maximum).contains(outlook[rating].interval), place)
      }
      // A lapse without steps is not fuzzed while hard is, so hard may be a few days shorter.
      let bare = schedule.phase == .review && outlook[.again].phase == .review
      let dues = Rating.allCases.dropFirst(bare && scheduler.fuzz ? 1 : 0)
        .map { moment(outlook[$0].due, in: scheduler.calendar) }
      #expect(dues == dues.sorted(), place)
      if schedule.phase == .review {
        for (worse, better) in [(Rating.hard, Rating.good), (.good, .easy)] {
          let longer = outlook[worse].interval < outlook[better].interval
          #expect(longer || outlook[worse].interval == maximum, place)
        }
      }
      schedule = outlook[random.rating()]
      #expect(moment(schedule.due, in: scheduler.calendar) > now - 86400, place)
      now += random.gap()
    }
  }

  @Test(arguments: UInt64(0)..<100) func replayingTheLogReproducesEverySchedule(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let scheduler = try random.scheduler()
    var schedules: [CardID: Schedule] = [:]
    var log: [Review] = []
    var now = morning
    for _ in 0..<120 {
      let card = card("card \(Int.random(in: 0..<12, using: &random))")
      let before = schedules[card] ?? .new
      let rating = random.rating()
      let after = scheduler.outlook(of: before, card: card, at: now)[rating]
      log.append(
        Review(
          card: card, time: now, rating: rating, duration: 1, before: before, after: after,
          offset: scheduler.calendar.offset(of: now)))
      schedules[card] = after
      now += random.gap()
    }
    let written = try JSONEncoder().encode(log)
    let read = try JSONDecoder().decode([Review].self, from: written)
    #expect(read == log, "seed \(seed)")
    #expect(scheduler.replay(read) == schedules, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<100) func everyDateOfAScheduleSurvivesMilliseconds(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let scheduler = try random.scheduler()
    var schedule = Schedule.new
    var now = morning
    for _ in 0..<50 {
      schedule = scheduler.outlook(of: schedule, card: card("a"), at: now)[random.rating()]
      let last = try #require(schedule.lastReview)
      #expect(Date(milliseconds: last.milliseconds) == last, "seed \(seed)")
      if case .moment(let due) = schedule.due {
        #expect(Date(milliseconds: due.milliseconds) == due, "seed \(seed)")
      }
      now += random.gap()
    }
  }
}
