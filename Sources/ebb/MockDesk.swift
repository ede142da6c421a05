import Decks
import Foundation
import MockInterview
import ProgressStore
import Scheduling
import TerminalUI

/// The store as a mock sees it: what may be asked, what was asked, and what answers count as.
struct MockDesk {
  let desk: Desk
  var history: MockHistory

  /// Words that this user's notes treat as one.
  private(set) var glosses: [[String]] = []

  init(_ desk: Desk) throws(StoreFailure) {
    self.desk = desk
    history = MockHistory([])
    try reload()
  }

  var now: Date { desk.world.now }

  /// Reads all attempts anew.
  mutating func reload() throws(StoreFailure) {
    history = MockHistory(try attempts())
  }

  /// All attempts, discarded ones included.
  func attempts() throws(StoreFailure) -> [Attempt] {
    Attempt.all(
      from: try desk.store.facts(named: MockEvent.prefix).compactMap { fact in
        MockEvent(name: fact.name, body: fact.body).map { ($0, fact.stamp.time) }
      })
  }

  /// The attempt with a number.
  func attempt(_ number: Int) throws -> Attempt {
    let all = try attempts()
    guard let found = all.first(where: { $0.number == number }) else {
      let known = all.isEmpty ? "there is none yet" : "the last one is \(all.count)"
      throw CommandFailure(.nothingToShow, "there is no mock \(number); \(known)")
    }
    return found
  }

  /// Makes events durable, in their order.
  func save(_ events: [(event: MockEvent, time: Date)]) throws(StoreFailure) {
    try Self.save(events, to: desk)
  }

  static func save(
    _ events: [(event: MockEvent, time: Date)], to desk: Desk
  ) throws(StoreFailure) {
    for (event, time) in events {
      try desk.store.append(event.name, event.body, at: Stamp(time, in: desk.world.calendar))
    }
  }

  // MARK: Drawing

  /// What a paper can be drawn from; of some topics, if named.
  mutating func draw(topics: [String] = [], scope: String = "") throws(StoreFailure) -> PaperDraw {
    let cards = try desk.store.cards()
    glosses = Glosses.groups(in: cards.lazy.map(\.answer))
    let scheduler = try desk.scheduler()
    let standings = Dictionary(
      try desk.store.standings().map { ($0.card, $0.schedule) },
      uniquingKeysWith: { first, _ in first })
    let asked = history.asked(at: now)
    let (now, calendar) = (now, desk.world.calendar)
    let candidates = cards.compactMap { card -> Candidate? in
      guard let schedule = standings[card.id], !desk.rules.paused.contains(card.topic),
        topics.isEmpty || topics.contains(card.topic)
      else { return nil }
      let before = asked[card.id]
      return Candidate(
        card: card, recall: scheduler.recall(of: schedule, card: card.id, at: now),
        isDue: schedule.isDue(at: now, in: calendar), papersAgo: before?.papersAgo,
        daysSinceAsked: before?.days)
    }
    var records = history.records(at: now)
    // Topics that are learnt for a day are asked twice as often until then.
    for topic in desk.rules.plan?.topics ?? [] {
      records[topic, default: TopicRecord()].weight = 2
    }
    return PaperDraw(
      candidates: candidates, records: records,
      freshPapers: desk.settings.integer("mock.fresh"), scope: scope)
  }

  /// A name for a new attempt that no other device gives.
  func newName() -> String {
    var hash = StableHash()
    hash.combine(String(desk.world.seed))
    hash.combine(String(now.milliseconds))
    hash.combine(String(history.attempts.count))
    return String(hash.value, radix: 36)
  }

  /// The number the next attempt will have.
  func nextNumber() throws(StoreFailure) -> Int { try attempts().count + 1 }

  // MARK: Into the schedule

  /// What the answers of an attempt would count as now.
  func proposals(of attempt: Attempt) throws(StoreFailure) -> [Proposal] {
    var standings: [CardID: Proposal.Standing] = [:]
    let calendar = desk.world.calendar
    for question in attempt.questions where question.form == .card {
      guard let card = question.card, try desk.store.card(card) != nil else { continue }
      let schedule = try desk.store.schedule(of: card)
      let given = attempt.answeredAt[question.number] ?? attempt.startedAt
      standings[card] = Proposal.Standing(
        isNew: schedule.phase == .new, lastReview: schedule.lastReview,
        wasReviewedThatDay: schedule.lastReview.map {
          calendar.day(of: $0) == calendar.day(of: given)
        } ?? false)
    }
    return Proposal.all(of: attempt, standings: standings)
  }

  /// Where each card would stand if its proposal counted.
  func outlook(of proposal: Proposal) throws(StoreFailure) -> (before: Schedule, after: Schedule) {
    let before = try desk.store.schedule(of: proposal.card)
    let outlook = try desk.scheduler().outlook(
      of: before, card: proposal.card, at: proposal.answeredAt)
    return (before, outlook[Rating(rawValue: proposal.grade) ?? .again])
  }

  /// Counts answers as reviews, dated when they were given: one durable batch with the fact of it.
  /// - Returns: Where each card stands since, in the order of the proposals.
  @discardableResult
  func apply(
    _ proposals: [Proposal], of attempt: Attempt
  ) throws(StoreFailure) -> (applied: MockEvent.Applied, after: [Schedule]) {
    var reviews: [Review] = []
    for proposal in proposals {
      let (before, after) = try outlook(of: proposal)
      let answer = attempt.answers[proposal.q]
      let stamp = Stamp(proposal.answeredAt, in: desk.world.calendar)
      reviews.append(
        Review(
          card: proposal.card, time: proposal.answeredAt,
          rating: Rating(rawValue: proposal.grade) ?? .again, duration: answer?.ms ?? 0,
          before: before, after: after, sureness: answer?.sureness?.rawValue,
          offset: stamp.offset))
    }
    let applied = MockEvent.Applied(
      reviews: proposals.map {
        MockEvent.Applied.Counted(
          q: $0.q, card: $0.card.rawValue, grade: $0.grade, time: $0.answeredAt.milliseconds)
      })
    let event = MockEvent(attempt.id, .apply(applied))
    try desk.store.record(
      reviews,
      with: (name: event.name, body: event.body, at: Stamp(now, in: desk.world.calendar)))
    return (applied, reviews.map(\.after))
  }

  /// Takes the reviews of an attempt back, whenever they were counted.
  /// - Returns: Whether there were any.
  func withdraw(_ attempt: Attempt) throws(StoreFailure) -> Bool {
    let fact = try desk.store.facts(named: MockEvent.prefix + "apply").last { fact in
      MockEvent(name: fact.name, body: fact.body)?.attempt == attempt.id
    }
    guard let fact else { return false }
    try desk.store.revert([fact.identity], at: now, by: try desk.scheduler())
    try save([(MockEvent(attempt.id, .withdraw), now)])
    return true
  }

  /// When a card is due, in words: "in 10 minutes", "on 22 Feb".
  func words(for due: Schedule.Due) -> String {
    switch due {
    case .moment(let moment):
      let minutes = max(Int((moment.timeIntervalSince(now) / 60).rounded()), 0)
      return minutes < 1 ? "now" : "in \(count(minutes, "minute"))"
    case .day(let day):
      let days = desk.world.today.distance(to: day)
      return days <= 0 ? "today" : days == 1 ? "tomorrow" : "on \(day)"
    }
  }
}
