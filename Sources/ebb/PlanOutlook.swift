import Decks
import Foundation
import MockInterview
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// The plan for a day with what is needed to show it.
struct PlanOutlook {
  let today: Day
  let day: Day
  let aim: DatePlan.Aim
  let plan: DatePlan
  /// The topics; nil for all.
  let topics: [String]?
  let usual: Parameters
  let limits: DailyLimits
  /// Seconds of a day that follows the plan.
  let seconds: Double
  /// Mocks to take before the day.
  let mocks: [(day: Day, preset: String)]
  /// The first cards to take, with their questions.
  let first: [(weak: DatePlan.Weak, question: String)]

  private static let shown = 10

  /// What plans are made from, whatever day, aim and topics are wished for: read once for all that
  /// are tried.
  struct Sources {
    /// The study day they hold for.
    let today: Day
    fileprivate let cards: [Standing]
    fileprivate let habits: Habits
    /// The topics that have a prompt for a design interview.
    fileprivate let designed: Set<String>

    init(_ desk: Desk) throws(StoreFailure) {
      let calendar = desk.world.calendar
      let today = desk.world.today
      self.today = today
      cards = try desk.store.standings().map { Standing($0, on: today, calendar: calendar) }
      habits = OwnHabits(try desk.store.latestAnswers(50_000), calendar: calendar).habits
      designed = Set(try desk.store.cards().lazy.filter(\.isDesignPrompt).map(\.topic))
    }
  }

  init(_ desk: Desk, topics: [String]?, day: Day, aim: DatePlan.Aim) throws {
    try self.init(desk, from: Sources(desk), topics: topics, day: day, aim: aim)
  }

  init(
    _ desk: Desk, from sources: Sources, topics: [String]?, day: Day, aim: DatePlan.Aim
  ) throws(StoreFailure) {
    let today = sources.today
    let chosen = topics.map { Set($0) }
    let cards = sources.cards.filter { chosen?.contains($0.topic) ?? true }
    usual = desk.usualParameters
    limits = desk.usualLimits
    let plan = DatePlan(cards, aim: aim, parameters: usual, model: desk.settings.model)
    let pace = Pace(sources.habits, parameters: usual, model: desk.settings.model)
    // Reviews and new cards of a day, each with the seconds it takes.
    seconds =
      plan.reviewsPerDay * pace.review + Double(plan.newPerDay) * pace.newCard
    var first: [(weak: DatePlan.Weak, question: String)] = []
    for weak in plan.weak.prefix(Self.shown) {
      first.append((weak, try desk.store.card(weak.card)?.question ?? ""))
    }
    self.first = first
    let hasPrompts = !(chosen?.isDisjoint(with: sources.designed) ?? sources.designed.isEmpty)
    mocks = MockDates.proposed(before: aim.days, hasPrompts: hasPrompts).map {
      (today.advanced(by: $0.day), $0.preset)
    }
    (self.today, self.day, self.aim, self.plan) = (today, day, aim, plan)
    self.topics = topics
  }

  var isReached: Bool { plan.together.plan >= aim.readiness }
  /// The last day that brings new cards; nil if none does.
  var newUntil: Day? { plan.newDays == 0 ? nil : today.advanced(by: plan.newDays - 1) }
  /// The first day of the last pass; nil if there is none.
  var passFrom: Day? {
    plan.lastPassCards == 0 ? nil : day.advanced(by: -plan.lastPassDays)
  }

  /// The same as the log keeps it.
  var studyPlan: StudyPlan {
    StudyPlan(
      date: day.description, aim: aim.readiness, topics: topics, newPerDay: plan.newPerDay,
      newUntil: newUntil?.description, retention: min(plan.retention, 0.97))
  }

  // MARK: Text

  var text: String {
    var parts = [heading, table, sentences.map(Columns.wrapped).joined(separator: "\n")]
    if !first.isEmpty { parts.append(takeFirst) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var heading: String {
    let wait = aim.days == 0 ? "today" : "in \(count(aim.days, "day"))"
    return "Plan for \(day.long), \(wait); aim \(percent(aim.readiness))"
  }

  private var table: String {
    let widths = [7, 6, 6, 7, 13, 13]
    func line(_ name: String, _ figures: [String]) -> String {
      Columns.row([name] + figures, [24] + widths)
    }
    func row(_ name: String, _ topic: DatePlan.Readiness) -> String {
      line(
        name,
        [String(topic.cards), String(topic.seen), Words.percent(topic.now)]
          + [topic.stop, topic.review, topic.plan].map(percent))
    }
    var lines = [
      String(repeating: " ", count: 46) + "ON THE DAY, IF YOU",
      line("TOPIC", ["CARDS", "SEEN", "NOW", "stop", "only review", "follow plan"]),
    ]
    lines += plan.topics.map { row($0.topic, $0) }
    if plan.topics.count > 1 { lines.append(row("together", plan.together)) }
    return lines.joined(separator: "\n")
  }

  /// What it asks for and what comes of it.
  var sentences: [String] {
    [work, lastPass, mockDays, verdict, missing, overLimit].compactMap { $0 }
  }

  private var mockDays: String? {
    guard !mocks.isEmpty else { return nil }
    let names = mocks.map { "\($0.preset) \($0.day.brief)" }
    return "Mocks: \(names.joined(separator: ", "))."
  }

  private var work: String? {
    guard aim.days > 0 else { return nil }
    let reviews = number(plan.reviewsPerDay)
    let most = number(plan.mostReviews)
    let minutes = seconds < 30 ? "under a minute" : "about \(minutes(seconds))"
    let load = "\(count(reviews, "review")) a day (\(most) at most), \(minutes) a day."
    guard let newUntil else {
      return plan.mostReviews == 0 ? "The plan: nothing is to be done." : "The plan: \(load)"
    }
    return "The plan: \(count(plan.newPerDay, "new card")) a day until \(newUntil.long) and \(load)"
  }

  private var lastPass: String? {
    passFrom.map { from in
      let days =
        plan.lastPassDays == 1
        ? "on \(from.long)" : "from \(from.long) to \(day.advanced(by: -1).long)"
      return "Last pass \(days): \(count(plan.lastPassCards, "card")) that would be below "
        + "\(percent(aim.readiness))."
    }
  }

  private var verdict: String {
    guard isReached else { return shortfall }
    let retention = percent(plan.retention)
    if plan.retention > usual.desiredRetention {
      return "The aim takes a desired retention of \(retention) until then, instead of "
        + "\(percent(usual.desiredRetention))."
    }
    let least = plan.leastRetention.map { least in
      least < plan.retention ? "; \(percent(least)) would reach it too." : "; it takes no less."
    }
    return "Your desired retention of \(retention) is enough for this aim" + (least ?? ".")
  }

  private var shortfall: String {
    let share = percent(plan.together.plan)
    guard aim.days > 0 else {
      return "It stands at \(share), and today is the day: no day is left to change that."
    }
    let most =
      "\(share) is the most that " + (aim.days == 1 ? "a day allows" : "\(aim.days) days allow")
    guard plan.leftUnseen > 0 else { return most + "." }
    return most + ": \(count(plan.leftUnseen, "card")) would never be seen. To see them all "
      + "takes \(plan.newNeeded) new cards a day; the plan takes \(plan.newPerDay), and --new raises that."
  }

  /// Whether it is new cards, not reviews, that the aim lacks: the seen ones alone would reach it.
  private var missing: String? {
    let all = plan.together
    let unseen = all.cards - all.seen
    guard all.review < aim.readiness, unseen > 0, all.seen > 0,
      all.review * Double(all.cards) >= aim.readiness * Double(all.seen)
    else { return nil }
    return "What is missing is \(count(unseen, "unseen card")), not reviews."
  }

  private var overLimit: String? {
    var limits: [String] = []
    if plan.newPerDay > self.limits.newPerDay {
      limits.append("\(self.limits.newPerDay) new cards")
    }
    if number(plan.mostReviews) > self.limits.reviewsPerDay {
      limits.append("\(self.limits.reviewsPerDay) reviews")
    }
    guard !limits.isEmpty else { return nil }
    return "The plan asks for more than the daily limit of \(limits.joined(separator: " and "))."
  }

  private var takeFirst: String {
    let heading =
      "Take first: \(count(plan.weak.count, "seen card")) would be below "
      + "\(percent(aim.readiness)) if you stop"
      + (plan.weak.count > first.count ? "; the lowest \(first.count) are" : "")
    let rows = first.map { weak, question in
      let topic = plan.topics.count > 1 ? Columns.left(weak.topic, 16) + "  " : ""
      return Columns.line(
        Columns.right(Words.percent(weak.recall), 5) + "  " + topic
          + Columns.left(question, Columns.width - (topic.isEmpty ? 7 : 25)))
    }
    return ([Columns.wrapped(heading + ":")] + rows).joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String { Words.reached(share) }
  private func number(_ load: Double) -> Int { Int(load.rounded(.up)) }
  private func minutes(_ seconds: Double) -> String {
    count(max(Int((seconds / 60).rounded()), 1), "minute")
  }
}
