import Decks
import Foundation
import Reports
import Scheduling
import Testing

/// All figures of a few small logs, each worked out by hand: what a study day is must be the same
/// to every figure. Answers that were taken back, and practice without a trace, are compared as
/// whole reports in `ReportLogTests`.
struct FigureCasesTests {
  /// What comes of a log; what is left out is nothing.
  struct Expected {
    var today = ""
    /// By day: answers, seconds, cards, and first answers to young and mature cards.
    var days: [String: (answers: Int, seconds: Int, cards: Int, young: Share, mature: Share)] = [:]
    var streak = (current: 0, best: 0)
    /// Learning, young, mature by Again, Hard, Good, Easy.
    var grades = [[Int]](repeating: [0, 0, 0, 0], count: 3)
    /// By hour: answers, and first answers to cards that had waited.
    var hours: [Int: (answers: Int, kept: Share)] = [:]
    /// Middle time of a review, seconds.
    var median: Int?
    var due = 0
    /// Cards due on the first days.
    var load: [Int] = [0, 0, 0]
    /// Of each seen card: its stability, and the days since its last answer.
    var known: [(stability: Double, days: Double)] = []
    var lastAsked: [String: String] = [:]
    var kept: [String: Share] = [:]
    /// Guess, think so, sure.
    var said = [Share(), Share(), Share()]
    var slipped: [String] = []
    var sureAndWrong: [String] = []
    /// Answers of which the model foretold the recall.
    var foretold = 0
    /// Answers of the last seven days.
    var week = 0
  }

  private func check(_ figures: Figures, _ expected: Expected, _ name: Comment) {
    #expect(figures.today.description == expected.today, name)
    for (index, tally) in figures.days.tallies.enumerated() {
      let day = figures.days.first.advanced(by: index).description
      let wanted = expected.days[day] ?? (0, 0, 0, Share(), Share())
      #expect(tally.answers == wanted.answers, "\(name) \(day)")
      #expect(tally.milliseconds == wanted.seconds * 1_000, "\(name) \(day)")
      #expect(tally.cards == wanted.cards, "\(name) \(day)")
      #expect(tally.young == wanted.young && tally.mature == wanted.mature, "\(name) \(day)")
    }
    #expect(figures.days.tallies.count(where: { $0.answers > 0 }) == expected.days.count, name)
    #expect(figures.streak.current == expected.streak.current, name)
    #expect(figures.streak.best == expected.streak.best, name)
    #expect(figures.grades == expected.grades, name)
    for (hour, found) in figures.hours.enumerated() {
      let wanted = expected.hours[hour] ?? (0, Share())
      #expect(found.answers == wanted.answers && found.kept == wanted.kept, "\(name) \(hour) h")
    }
    #expect(figures.medianReview == expected.median.map { $0 * 1_000 }, name)
    #expect(figures.due == expected.due, name)
    #expect(figures.load.days.prefix(3).map(\.due) == expected.load, name)
    let model = MemoryModel(.standard)
    let known = expected.known.reduce(0.0) {
      $0
        + model.retrievability(
          of: MemoryState(stability: $1.stability, difficulty: 5), afterDays: $1.days)
    }
    #expect(isNear(figures.memory.known, known, within: 1e-6), name)
    #expect(figures.memory.recall.total == expected.known.count, name)
    #expect(figures.memory.stability.total == expected.known.count, name)
    #expect(figures.memory.difficulty.total == expected.known.count, name)
    #expect(figures.states.seen == expected.known.count, name)
    for topic in figures.topics {
      #expect(topic.lastAsked?.description == expected.lastAsked[topic.topic], name)
      #expect(topic.kept == expected.kept[topic.topic] ?? Share(), name)
    }
    #expect(figures.calibration.rows.map(\.right) == expected.said, name)
    #expect(figures.slipped.map(\.card.rawValue) == expected.slipped, name)
    #expect(figures.sureAndWrong.map(\.card.rawValue) == expected.sureAndWrong, name)
    #expect(figures.check.answers == expected.foretold, name)
    #expect(figures.days.sum(.last(7, until: figures.today)).answers == expected.week, name)
  }

  @Test func anEmptyLog() {
    var log = HandMadeLog()
    log.card("a")
    var expected = Expected()
    expected.today = "2026-11-24"
    check(log.figures(), expected, "empty")
  }

  /// At 03:30 it is still yesterday: 03:59 on the 23rd was part of the 22nd, 04:00 was not.
  @Test func aNightBeforeTheRollover() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10, dueIn: -1, last: "2026-11-23 03:59")
    log.card("b", topic: "Docker", stability: 30, interval: 30, dueIn: 0, last: "2026-11-23 04:00")
    log.answer("a", "2026-11-22 22:00", .good, milliseconds: 10_000, sureness: 3)
    log.answer("a", "2026-11-23 03:59", .again, milliseconds: 20_000, sureness: 3)
    log.answer("b", "2026-11-23 04:00", .again, interval: 30, milliseconds: 30_000, sureness: 1)
    var expected = Expected()
    expected.today = "2026-11-23"
    expected.days = [
      "2026-11-22": (2, 30, 1, Share(ok: 1, n: 1), Share()),
      "2026-11-23": (1, 30, 1, Share(), Share(ok: 0, n: 1)),
    ]
    expected.streak = (2, 2)
    expected.grades = [[0, 0, 0, 0], [1, 0, 1, 0], [1, 0, 0, 0]]
    expected.hours = [
      22: (1, Share(ok: 1, n: 1)), 3: (1, Share()), 4: (1, Share(ok: 0, n: 1)),
    ]
    expected.median = 20
    // a is due on the 23rd, b on the 24th, which has not begun.
    expected.due = 1
    expected.load = [1, 1, 0]
    expected.known = [(10, 1), (30, 0)]
    expected.lastAsked = ["Redis": "2026-11-22", "Docker": "2026-11-23"]
    expected.kept = ["Redis": Share(ok: 1, n: 1), "Docker": Share(ok: 0, n: 1)]
    expected.said = [Share(ok: 0, n: 1), Share(), Share(ok: 1, n: 2)]
    expected.slipped = ["a", "b"]
    expected.sureAndWrong = ["a"]
    // Nothing is known of the memory before the first answer to each; the second one to a was on
    // the same day.
    expected.week = 3
    check(log.figures(now: "2026-11-24 03:30"), expected, "rollover")
  }

  /// Berlin sets its clocks back on 25 October 2026 at 01:00 UTC, so that the study day of the
  /// 24th has 25 hours: 02:00 UTC on the 24th to 03:00 UTC on the 25th.
  @Test func theNightWithAnHourTwice() {
    var log = HandMadeLog()
    log.calendar = .berlin
    log.card("a", topic: "Redis", stability: 10, dueIn: -30, last: "2026-10-25 02:30")
    log.card(
      "b", topic: "Docker", stability: 30, interval: 30, dueIn: -29, last: "2026-10-25 03:00")
    log.answer("a", "2026-10-24 02:00", .good, milliseconds: 10_000)
    log.answer("a", "2026-10-25 02:30", .again, milliseconds: 20_000, sureness: 3)
    log.answer("b", "2026-10-25 03:00", .good, interval: 30, milliseconds: 30_000)
    var expected = Expected()
    expected.today = "2026-10-25"
    expected.days = [
      "2026-10-24": (2, 30, 1, Share(ok: 1, n: 1), Share()),
      "2026-10-25": (1, 30, 1, Share(), Share(ok: 1, n: 1)),
    ]
    expected.streak = (2, 2)
    expected.grades = [[0, 0, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0]]
    // 02:00 UTC is 04:00 in summer; 02:30 and 03:00 UTC are 03:30 and 04:00 in winter.
    expected.hours = [4: (2, Share(ok: 2, n: 2)), 3: (1, Share())]
    expected.median = 20
    expected.due = 1
    expected.load = [1, 1, 0]
    expected.known = [(10, 1), (30, 0)]
    expected.lastAsked = ["Redis": "2026-10-24", "Docker": "2026-10-25"]
    expected.kept = ["Redis": Share(ok: 1, n: 1), "Docker": Share(ok: 1, n: 1)]
    expected.said[2] = Share(ok: 0, n: 1)
    expected.slipped = ["a"]
    expected.sureAndWrong = ["a"]
    expected.week = 3
    check(log.figures(now: "2026-10-25 12:00"), expected, "autumn")
  }

  /// On 29 March 2026 the clocks go forward: the study day of the 28th has 23 hours, 03:00 UTC on
  /// the 28th to 02:00 UTC on the 29th.
  @Test func theNightThatLacksAnHour() {
    var log = HandMadeLog()
    log.calendar = .berlin
    let back = today.distance(to: Day(year: 2026, month: 3, day: 29))
    log.card("a", topic: "Redis", stability: 10, dueIn: back, last: "2026-03-29 01:59")
    log.card(
      "b", topic: "Docker", stability: 30, interval: 30, dueIn: back + 1, last: "2026-03-29 02:00")
    log.answer("a", "2026-03-27 12:00", .good, phase: .new, milliseconds: 5_000)
    log.answer("a", "2026-03-28 03:00", .good, milliseconds: 10_000)
    log.answer("a", "2026-03-29 01:59", .again, milliseconds: 20_000)
    log.answer("b", "2026-03-29 02:00", .hard, interval: 30, milliseconds: 30_000, sureness: 2)
    var expected = Expected()
    expected.today = "2026-03-29"
    expected.days = [
      "2026-03-27": (1, 5, 1, Share(), Share()),
      "2026-03-28": (2, 30, 1, Share(ok: 1, n: 1), Share()),
      "2026-03-29": (1, 30, 1, Share(), Share(ok: 1, n: 1)),
    ]
    expected.streak = (3, 3)
    expected.grades = [[0, 0, 1, 0], [1, 0, 1, 0], [0, 1, 0, 0]]
    // 12:00 and 03:00 UTC are 13:00 and 04:00 in winter; 01:59 and 02:00 are 03:59 and 04:00.
    expected.hours = [13: (1, Share()), 4: (2, Share(ok: 2, n: 2)), 3: (1, Share())]
    expected.median = 20
    expected.due = 1
    expected.load = [1, 1, 0]
    expected.known = [(10, 1), (30, 0)]
    expected.lastAsked = ["Redis": "2026-03-28", "Docker": "2026-03-29"]
    expected.kept = ["Redis": Share(ok: 1, n: 1), "Docker": Share(ok: 1, n: 1)]
    expected.said[1] = Share(ok: 1, n: 1)
    expected.slipped = ["a"]
    // The answer of the 28th came a day after a first one: the model had said something.
    expected.foretold = 1
    expected.week = 4
    check(log.figures(now: "2026-03-29 12:00"), expected, "spring")
  }

  /// Answered in Tokyo (UTC+9) on the morning of the 21st, then in New York (UTC-5), where it is
  /// the evening of the 20th: the second answer is of the day before the first.
  @Test func aJourneyWest() {
    var log = HandMadeLog()
    log.calendar = .fixed(utcOffset: 9 * 3600)
    log.answer("a", "2026-11-20 20:00", .good, milliseconds: 10_000)
    log.calendar = .fixed(utcOffset: -5 * 3600)
    log.card("a", topic: "Redis", stability: 10, dueIn: -3, last: "2026-11-20 23:00")
    log.answer("a", "2026-11-20 23:00", .again, milliseconds: 20_000, sureness: 3)
    log.answer("b", "2026-11-21 15:00", .good, interval: 30, milliseconds: 30_000)
    var expected = Expected()
    // 10:00 UTC on the 22nd is 05:00 in New York, an hour after the day began.
    expected.today = "2026-11-22"
    expected.days = [
      "2026-11-20": (1, 20, 1, Share(ok: 0, n: 1), Share()),
      "2026-11-21": (2, 40, 2, Share(ok: 1, n: 1), Share(ok: 1, n: 1)),
    ]
    expected.streak = (2, 2)
    expected.grades = [[0, 0, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0]]
    // 05:00 in Tokyo; 18:00 and 10:00 in New York.
    expected.hours = [
      5: (1, Share(ok: 1, n: 1)), 18: (1, Share(ok: 0, n: 1)), 10: (1, Share(ok: 1, n: 1)),
    ]
    expected.median = 20
    expected.due = 1
    expected.load = [1, 0, 0]
    expected.known = [(10, 2)]
    expected.lastAsked = ["Redis": "2026-11-20"]
    // b has left the notes: its answer counts for the days, for no topic.
    expected.kept = ["Redis": Share(ok: 1, n: 2)]
    expected.said[2] = Share(ok: 0, n: 1)
    expected.slipped = ["a"]
    expected.sureAndWrong = ["a"]
    expected.foretold = 1
    expected.week = 3
    check(log.figures(now: "2026-11-22 10:00"), expected, "journey")
  }

  /// One card five times on one day: first sight, step, then forgotten on the next day, its
  /// relearning step, and practised once more.
  @Test func severalAnswersOnOneDay() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10, dueIn: 1, last: "2026-11-24 09:05")
    log.answer("a", "2026-11-23 09:00", .again, phase: .new, milliseconds: 10_000, sureness: 1)
    log.answer("a", "2026-11-23 09:01", .good, phase: .learning(step: 0), milliseconds: 10_000)
    log.answer("a", "2026-11-24 09:00", .again, interval: 1, milliseconds: 30_000, sureness: 2)
    log.answer("a", "2026-11-24 09:02", .good, phase: .relearning(step: 0), milliseconds: 10_000)
    log.answer("a", "2026-11-24 09:05", .easy, interval: 1, milliseconds: 50_000, sureness: 3)
    var expected = Expected()
    expected.today = "2026-11-24"
    expected.days = [
      "2026-11-23": (2, 20, 1, Share(), Share()),
      "2026-11-24": (3, 90, 1, Share(ok: 0, n: 1), Share()),
    ]
    expected.streak = (2, 2)
    // Steps count with learning; the second review of the day is an answer, but no first one.
    expected.grades = [[1, 0, 2, 0], [1, 0, 0, 1], [0, 0, 0, 0]]
    expected.hours = [9: (5, Share(ok: 0, n: 1))]
    // Of 30 and 50 seconds the lower middle one.
    expected.median = 30
    expected.load = [0, 1, 0]
    expected.known = [(10, 0)]
    expected.lastAsked = ["Redis": "2026-11-24"]
    expected.kept = ["Redis": Share(ok: 0, n: 1)]
    expected.said = [Share(ok: 0, n: 1), Share(ok: 0, n: 1), Share(ok: 1, n: 1)]
    expected.slipped = ["a"]
    expected.foretold = 1
    expected.week = 5
    check(log.figures(), expected, "repeats")
  }
}
