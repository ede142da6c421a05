import Foundation
import MockInterview
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// Home: the counts of its list, and what it says beside them, from the log.
extension Desk {
  /// Home as long as something else covers it.
  func emptyHome(notice: String?) -> HomeScreen {
    HomeScreen(
      today: world.today,
      all: HomeScreen.TopicRow(name: "All topics", due: 0, new: 0, cards: 0, seen: 0), topics: [],
      coming: [], notice: notice)
  }

  func homeScreen(notice: String? = nil) throws(StoreFailure) -> HomeScreen {
    let now = world.now
    let done = try store.answers(since: world.calendar.start(of: world.today))
    let limits = rules.limits(settings)
    let comeback = try comeback()
    let newLeft = max((comeback?.limits(limits) ?? limits).newPerDay - done.new, 0)
    let counts = try store.topics(at: now, by: scheduler(), countingPassagesTo: newLeft)
      .filter { !rules.paused.contains($0.topic) }
    let topics = counts.map { topic in
      HomeScreen.TopicRow(
        name: topic.topic, due: topic.due, new: min(topic.unseenPassages, newLeft),
        cards: topic.cards, seen: topic.seen, suspended: topic.suspended,
        known: topic.recalled)
    }
    let due = topics.reduce(0) { $0 + $1.due }
    let all = HomeScreen.TopicRow(
      name: "All topics", due: comeback.map { min(due, $0.share) } ?? due,
      new: min(counts.reduce(0) { $0 + $1.unseenPassages }, newLeft),
      cards: topics.reduce(0) { $0 + $1.cards }, seen: topics.reduce(0) { $0 + $1.seen },
      suspended: topics.reduce(0) { $0 + $1.suspended },
      known: topics.reduce(0) { $0 + $1.known })
    return HomeScreen(
      today: world.today, all: all, topics: topics,
      coming: try store.coming(13, after: world.today), comeback: comeback, news: try news(),
      notice: notice)
  }

  private func news() throws(StoreFailure) -> HomeNews {
    var news = HomeNews()
    news.streak = try streak()
    news.seconds = try answerSeconds()
    news.session = try brokenOff()
    news.mock = try waitingMock()
    news.panels = [interview, try lastMock(), try changedNotes()].compactMap { $0 }
    return news
  }

  // MARK: Panels

  /// The plan in force.
  private var interview: HomeNews.Panel? {
    guard let plan = rules.plan, let day = plan.day else { return nil }
    let wait = world.today.distance(to: day)
    let when = wait == 0 ? "today" : wait == 1 ? "tomorrow" : "in \(count(wait, "day"))"
    var lines = ["aim \(Words.reached(plan.aim)), asked at \(Words.reached(plan.retention))"]
    if let until = plan.newUntil.flatMap({ Day($0) }), until >= world.today, plan.newPerDay > 0 {
      lines.append("\(count(plan.newPerDay, "new card")) a day until \(until.short)")
    }
    return HomeNews.Panel("INTERVIEW", "\(day.brief), \(when)", lines: lines)
  }

  private func lastMock() throws(StoreFailure) -> HomeNews.Panel? {
    guard let mock = try mockResults().last else { return nil }
    let score = Int(mock.score.rounded())
    let verdict = mock.band ?? mock.passed.map { $0 ? "passed" : "not passed" }
    var lines = ["\(score) of 100" + (verdict.map { ", \($0)" } ?? "")]
    let topics = Dictionary(grouping: mock.questions, by: \.topic).mapValues { questions in
      questions.reduce(0) { $0 + $1.score } / Double(questions.count)
    }
    let weakest = topics.min { ($0.value, $0.key) < ($1.value, $1.key) }
    if let weakest, weakest.value < 100 { lines.append("weakest: \(weakest.key)") }
    return HomeNews.Panel(
      "LAST MOCK", "\(mock.preset), \(mock.day.brief)", lines: lines)
  }

  /// What the notes brought since the study day before this one, and old cards that wait for a
  /// decision.
  private func changedNotes() throws(StoreFailure) -> HomeNews.Panel? {
    let last = try store.lastStudyDay(before: world.calendar.start(of: world.today))
    let changes = try store.facts(named: NotesChange.name)
      .filter { fact in last.map { fact.stamp.day > $0 } ?? true }
      .compactMap { StudyFact.decoded(NotesChange.self, $0) }
    let doubts = try store.doubts().count
    let words = [NotesChange.summary(changes), doubts > 0 ? "\(doubts) to re-link" : nil]
    let line = words.compactMap { $0 }.joined(separator: ", ")
    guard !line.isEmpty else { return nil }
    let since = last.map { "changed since \($0.brief)" } ?? "changed"
    return HomeNews.Panel("NOTES", since, lines: [line])
  }

  /// The mock that was left, in words.
  private func waitingMock() throws(StoreFailure) -> String? {
    guard let open = try MockDesk(self).history.open, open.canGoOn(at: world.now) else {
      return nil
    }
    let answers = open.answers.isEmpty ? "nothing answered yet" : "\(open.answers.count) answered"
    return "! A mock is waiting (\(open.preset.name), \(answers)); M goes on with it."
  }

  /// Days studied in a row, as the reports count them. The log is read backwards, a day at a time,
  /// and no further than the row goes.
  func streak() throws(StoreFailure) -> Int {
    let today = world.today
    var isStudied: [Bool] = []
    var lastMiss: Int?
    var day = today.advanced(by: 1)
    while let studied = try store.lastStudyDay(before: world.calendar.start(of: day)) {
      // A log from another time zone may name a day that has not begun here.
      let back = max(min(studied, day.advanced(by: -1)).distance(to: today), isStudied.count)
      while isStudied.count < back {
        let missed = isStudied.count
        isStudied.append(false)
        // Today is not missed before it is over; what lies before a second miss within seven days
        // is out of the row.
        if let last = lastMiss, missed - last < 7 { return Streak(isStudied.reversed()).current }
        if missed > 0 { lastMiss = missed }
      }
      isStudied.append(true)
      day = today.advanced(by: -back)
    }
    return Streak(isStudied.reversed()).current
  }

  /// How long the user's own answers take: the median of the last 200 of each kind, or what is
  /// usual until there are 20.
  func answerSeconds() throws(StoreFailure) -> AnswerSeconds {
    let durations = try store.latestDurations(among: 2000)
    let usual = AnswerSeconds()
    func median(_ milliseconds: [Int], else usual: Double) -> Double {
      let latest = milliseconds.prefix(200).sorted()
      // Nobody thinks longer than a minute about a card; the reports cap answers alike.
      return latest.count < 20 ? usual : min(Double(latest[latest.count / 2]) / 1000, 60)
    }
    return AnswerSeconds(
      review: median(durations.reviews, else: usual.review),
      firstSight: median(durations.firstSights, else: usual.firstSight))
  }

  // MARK: Sittings

  /// The names of the facts that a sitting begins and ends with.
  private static let (sittingStart, sittingEnd) = ("session.start", "session.end")

  private struct Sitting: Codable {
    var topic: String?
  }

  /// A sitting of what is due, or what to do instead; the log notes that it began, so that one that
  /// is broken off can be gone on with.
  func openReview(_ scope: ReviewScope) throws(StoreFailure) -> any Screen {
    let screen = try reviewScreen(scope)
      .orElse { () throws(StoreFailure) in try nothingDue(scope).screen }
    // What a query found cannot be gone on with from the list of topics.
    if screen is ReviewScreen, scope.search == nil, !wishes.isPractice {
      try note(Self.sittingStart, Sitting(topic: scope.topic))
    }
    return screen
  }

  /// Back at home a sitting is over, whatever is left of it.
  func noteEndOfSitting() throws(StoreFailure) {
    guard try openSitting() != nil else { return }
    try note(Self.sittingEnd, Sitting())
  }

  private func note(_ name: String, _ sitting: Sitting) throws(StoreFailure) {
    guard let body = try? JSONEncoder().encode(sitting) else { return }
    try store.append(
      name, String(decoding: body, as: UTF8.self), at: Stamp(world.now, in: world.calendar))
  }

  /// The latest sitting, if nothing in the log ended it.
  private func openSitting() throws(StoreFailure) -> Fact? {
    guard let start = try store.latestFact(named: Self.sittingStart) else { return nil }
    let end = try store.latestFact(named: Self.sittingEnd)
    return end.map { $0.stamp.time >= start.stamp.time } ?? false ? nil : start
  }

  private func brokenOff() throws(StoreFailure) -> HomeNews.BrokenOff? {
    guard let start = try openSitting(), start.stamp.day == world.today else { return nil }
    let done = try store.cardsAnswered(since: start.stamp.time)
    guard done > 0 else { return nil }
    let sitting = try? JSONDecoder().decode(Sitting.self, from: Data(start.body.utf8))
    return HomeNews.BrokenOff(
      topic: sitting?.topic, began: start.stamp.clock, done: done)
  }
}
