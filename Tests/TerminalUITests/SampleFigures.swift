import Decks
import Foundation
import Reports
import Scheduling
import TestSupport

extension Figures {
  /// What somebody sees who has studied some topics for five months, the same on every run.
  static func sample(
    topic: String? = nil, period: ReportPeriod = .last(30), silent: [SilentParts] = silentSample
  ) -> Figures {
    var random = SeededGenerator(seed: 11)
    var table = CardTable()
    var reviews: [Review] = []
    let today = Day(year: 2026, month: 11, day: 24)
    for (index, name) in sampleTopics.enumerated() {
      for number in 0..<(20 + index * 3) {
        let id = CardID(rawValue: "\(name)-\(number)")
        // Every fourth card was never asked, and of the weaker topics more.
        let isSeen = number % 4 != 0 && (index > 1 || number % 3 != 0)
        let begin = isSeen ? 10 + Int.random(in: 0..<145, using: &random) : 0
        let last = live(
          id, from: today.advanced(by: -begin), until: today, skill: 70 + index * 2,
          log: &reviews, random: &random)
        table.add(
          id, topic: name,
          trail: [["Basics"], ["Basics", "Limits"], ["In production"]][number % 3],
          schedule: last, isSuspended: number == 7, passage: "\(name)-\(number / 2)")
      }
    }
    reviews.sort { $0.time < $1.time }
    var sources = Sources(cards: table, log: AnswerLog(reviews, calendar: .fixed()))
    sources.mocks = mocks(until: today)
    sources.silent = silent
    let first = sources.log.firstDay ?? today
    var figures = Figures(
      sources, period: period.period(since: first, today: today), topic: topic, at: morning,
      calendar: .fixed())
    for id in figures.named {
      figures.names[id] = CardName(
        question: "What does \(id.rawValue) not promise?",
        place: Place(path: "notes/\(id.rawValue.prefix { $0 != "-" }).md", line: 12))
    }
    return figures
  }

  /// What somebody sees who has answered nothing.
  static let nothing: Figures = {
    var table = CardTable()
    for number in 0..<30 {
      table.add(
        CardID(rawValue: "c\(number)"), topic: "Redis", trail: [], schedule: .new)
    }
    return Figures(
      Sources(cards: table, log: AnswerLog()),
      period: .last(30, until: Day(year: 2026, month: 11, day: 24)),
      at: morning, calendar: .fixed())
  }()

  static let silentSample = [
    SilentParts(topic: "Redis", all: 31, parts: []),
    SilentParts(
      topic: "PostgreSQL", all: 40,
      parts: [
        .init(trail: ["Overview"], place: Place(path: "notes/postgres.md", line: 9)),
        .init(
          trail: ["Replication", "A short history"],
          place: Place(path: "notes/postgres.md", line: 210)),
      ]),
  ]

  private static let sampleTopics = [
    "Payments", "Fault tolerance", "Elasticsearch", "RabbitMQ", "Security", "Redis", "PostgreSQL",
    "数据库事务与隔离级别",
  ]

  /// The answers to one card, and where it stands after them.
  private static func live(
    _ id: CardID, from first: Day, until today: Day, skill: Int, log: inout [Review],
    random: inout SeededGenerator
  ) -> Schedule {
    let scheduler = Scheduler(calendar: .fixed(), fuzz: false)
    var schedule = Schedule.new
    var day = first
    while day < today {
      // Nobody studies on every day; a card is answered on the next one.
      if day.number % 7 == 3, day.number % 3 == 0 { day = day.advanced(by: 1) }
      var time = Date(timeIntervalSince1970: Double(day.number * 86_400 + 32_400))
      time += Double(Int.random(in: 0..<36_000, using: &random))
      for _ in 0..<4 where day < today {
        let isRight = Int.random(in: 0..<100, using: &random) < skill
        let rating: Rating =
          isRight
          ? [.hard, .good, .good, .good, .easy].randomElement(using: &random) ?? .good : .again
        let after = scheduler.outlook(of: schedule, card: id, at: time)[rating]
        log.append(
          Review(
            card: id, time: time, rating: rating,
            duration: Int.random(in: 4_000..<40_000, using: &random), before: schedule,
            after: after,
            sureness: Int.random(in: 0..<5, using: &random) == 0
              ? isRight ? 3 : Int.random(in: 1...3, using: &random) : nil))
        schedule = after
        if !after.isOnSteps { break }
        time += 700
      }
      guard case .day(let next) = schedule.due else {
        day = day.advanced(by: 1)
        continue
      }
      day = max(next, day.advanced(by: 1))
    }
    return schedule
  }

  private static func mocks(until today: Day) -> [MockResult] {
    [41.0, 49, 52, 55, 71, 58, 70, 63, 66].enumerated().map { index, score in
      let isExam = index == 4
      return MockResult(
        number: index + 1, id: "mock-\(index + 1)", day: today.advanced(by: -75 + index * 9),
        preset: isExam ? "exam" : "screen", score: score,
        band: isExam ? nil : score < 45 ? "too few" : score < 70 ? "lean no" : "lean yes",
        passed: isExam ? true : nil, done: Share(ok: index == 0 ? 5 : 8, n: 8),
        inTime: Share(ok: 4 + index / 2, n: 8),
        brier: index == 2 ? nil : 0.31 - 0.01 * Double(index),
        duration: 964_000 + index * 20_000,
        questions: sampleTopics.map { .init(topic: $0, score: score) })
    }
  }
}
