import Decks
import Foundation
import Scheduling

@testable import TerminalUI

/// 2026-11-24 10:00 UTC, a Tuesday; study day 2026-11-24.
let morning = Date(timeIntervalSince1970: 1_795_514_400)
let tuesday = Day(year: 2026, month: 11, day: 24)

/// A card and where it stands.
struct Sample: Sendable {
  var card: Card
  var schedule: Schedule
  var marks = CardMarks.none
  /// The answers to it, oldest first.
  var history: [Review] = []

  init(
    _ id: String, _ prompt: String, _ answer: String, topic: String = "Redis",
    trail: [String] = [], points: [String] = [], schedule: Schedule = .new
  ) {
    card = Card(
      id: CardID(rawValue: id), kind: points.isEmpty ? .open : .points, topic: topic, trail: trail,
      prompt: prompt, answer: answer, points: points, level: 2, rule: "sample", quality: 1,
      group: id, place: Place(path: "sample.md", line: 1))
    self.schedule = schedule
  }

  /// New cards `n0`, `n1`, … that are asked in this order.
  static func plain(_ count: Int) -> [Sample] {
    (0..<count).map { Sample("n\($0)", "Question \($0)?", "Answer \($0).") }
  }

  static func session(_ samples: [Sample], at now: Date = morning) -> ReviewSession {
    let candidates = samples.enumerated().map { position, sample in
      ReviewQueue.Candidate(
        card: sample.card.id, topic: sample.card.topic, schedule: sample.schedule,
        position: position, group: sample.card.group)
    }
    let scheduler = Scheduler(calendar: .fixed(), fuzz: false)
    return ReviewSession(
      queue: ReviewQueue(
        candidates: candidates, limits: DailyLimits(newPerDay: 99), at: now, scheduler: scheduler,
        seed: 1),
      startedAt: now)
  }

  static func cards(_ samples: [Sample]) -> [CardID: Card] {
    Dictionary(samples.map { ($0.card.id, $0.card) }) { first, _ in first }
  }

  static func screen(
    _ samples: [Sample], topic: String? = nil, at now: Date = morning
  ) -> ReviewScreen {
    ReviewScreen(
      topic: topic, session: session(samples, at: now), cards: cards(samples),
      drifted: Set(samples.map(\.card).filter { Shelf.drift(of: $0) != nil }.map(\.id)),
      calendar: .fixed(), at: now)
  }

  static func linear(
    _ samples: [Sample], width: Int? = 72, at now: Date = morning
  ) -> LinearReview {
    LinearReview(
      session: session(samples, at: now), cards: cards(samples), calendar: .fixed(), width: width,
      at: now)
  }
}

extension Schedule {
  /// In review, last answered ten days ago and due today.
  static let waited = Schedule(
    phase: .review, memory: MemoryState(stability: 9.73, difficulty: 7.35), due: .day(tuesday),
    interval: 10, lastReview: morning - 10 * 86400, reviews: 4, lapses: 0)
}

extension HomeScreen {
  static let sample = home(
    [
      ("Redis", 9, 2, 120, 96), ("PostgreSQL", 8, 2, 140, 101), ("Docker", 3, 0, 60, 60),
      ("Battlefield", 0, 0, 40, 12), ("REST design", 0, 0, 55, 55),
    ], coming: [38, 41, 1, 0, 22, 35])

  /// After three weeks in a row, with an interview ahead and a sitting that was broken off.
  static let busy: HomeScreen = {
    var news = HomeNews()
    news.streak = 21
    news.session = HomeNews.BrokenOff(topic: nil, began: "09:12", done: 5)
    news.panels = [
      HomeNews.Panel(
        "INTERVIEW", "Fri 11 Dec, in 17 days",
        lines: ["on the day 61%, with the plan 95%", "today's share: 26 due, 9 new"]),
      HomeNews.Panel(
        "LAST MOCK", "onsite, Sat 21 Nov",
        lines: ["66 of 100, lean no", "weakest: Fault tolerance"]),
    ]
    return home(
      [
        ("Redis", 9, 2, 120, 96), ("PostgreSQL", 8, 2, 140, 101), ("Docker", 3, 0, 60, 60),
        ("Battlefield", 0, 0, 40, 12), ("REST design", 0, 0, 55, 55),
      ], coming: [38, 41, 1, 0, 22, 35, 30, 28, 17, 9, 12, 40, 8], suspended: 6, news: news)
  }()

  static func home(
    _ topics: [(name: String, due: Int, new: Int, cards: Int, seen: Int)], coming: [Int] = [],
    suspended: Int = 0, news: HomeNews = HomeNews(), notice: String? = nil
  ) -> HomeScreen {
    let rows = topics.map {
      TopicRow(
        name: $0.name, due: $0.due, new: $0.new, cards: $0.cards, seen: $0.seen,
        known: Double($0.seen) * 0.9)
    }
    let all = TopicRow(
      name: "All topics", due: rows.reduce(0) { $0 + $1.due }, new: rows.reduce(0) { $0 + $1.new },
      cards: rows.reduce(0) { $0 + $1.cards }, seen: rows.reduce(0) { $0 + $1.seen },
      suspended: suspended, known: rows.reduce(0) { $0 + $1.known })
    return HomeScreen(
      today: tuesday, all: all, topics: rows, coming: coming, news: news, notice: notice)
  }
}
