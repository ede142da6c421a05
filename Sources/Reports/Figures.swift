import Decks
import Foundation
import Scheduling

/// All figures of a report, from one pass over the log and one over the cards.
///
/// Answers that were taken back do not count, because the log does not give them. Practice that
/// leaves no trace in the log (cram) does not count either.
package struct Figures: Sendable {
  /// What a card is called, and where it comes from.
  package struct CardName: Hashable, Sendable {
    package let question: String
    package let place: Place

    /// Names a card.
    package init(question: String, place: Place) {
      self.question = question
      self.place = place
    }
  }

  /// What the figures are made from.
  package struct Sources: Sendable {
    package var cards: CardTable
    package var log: AnswerLog
    /// Finished mock interviews, oldest first.
    package var mocks: [MockResult] = []
    /// What of the notes no card asks about, in the order of the notes.
    package var silent: [SilentParts] = []
    /// Weights, and the desired retention, which is the goal.
    package var parameters = Parameters.standard
    /// Which version of FSRS says what is recalled.
    package var model = ModelChoice.fsrs6
    /// Cards with weights of their own.
    package var exceptions = Exceptions()
    package var leechRule = LeechRule()
    /// New cards that a day may bring.
    package var newPerDay = DailyLimits().newPerDay
    /// Cards that had waited days which a day may ask for; fewer after a break.
    package var reviewsPerDay = DailyLimits().reviewsPerDay
    /// How long answers to come will take; nil for the middle times of the period.
    package var seconds: AnswerSeconds?

    /// Takes cards and log together.
    package init(cards: CardTable, log: AnswerLog) {
      self.cards = cards
      self.log = log
    }
  }

  package let today: Day
  package let period: Period
  /// The only topic that counts; nil for all.
  package let topic: String?
  /// The desired retention, 0...1.
  package let goal: Double
  /// Hour of the local clock at which a study day begins, 0...23.
  package let rolloverHour: Int

  package let days: DayLine
  package let streak: Streak
  /// In the period: by phase (learning, young, mature) and grade 1...4.
  package let grades: [[Int]]
  /// In the period: answers by hour of the day.
  package let hours: [HourFigures]
  package let check: ModelCheck
  package let states: CardStates
  package let memory: MemoryFigures
  package let load: DueLoad
  /// Cards due now.
  package let due: Int
  /// Those of them that today may still ask for.
  package let dueToday: Int
  /// New cards that today may still bring.
  package let newLeft: Int
  /// Middle time of an answer to a card that had waited days, and to one never seen before,
  /// milliseconds; nil without such answers in the period.
  package let medianReview: Int?
  package let medianFirst: Int?
  /// How long answers to come will take; nil as long as nothing is known of it.
  package let seconds: AnswerSeconds?
  /// Least ready first.
  package let topics: [TopicFigures]
  /// Every heading with cards below it, in the order of the notes.
  package let parts: [TopicFigures]
  package let calibration: Calibration
  /// Most lapses first.
  package let leeches: [Leech]
  /// Cards forgotten in the last seven days, most often forgotten first.
  package let slipped: [Leech]
  /// Cards of the period of which somebody was sure and wrong, the latest first, with how often.
  package let sureAndWrong: [Leech]
  /// Cards that would have been recalled a week ago.
  package let knownLastWeek: Double
  /// Until the end of the period, oldest first; of a topic those that asked about it.
  package let mocks: [MockResult]
  /// What of the notes no card asks about.
  package private(set) var silent: [SilentParts] = []

  /// Answers at one hour of the local clock.
  package struct HourFigures: Hashable, Sendable {
    package let answers: Int
    /// First answers of the day to cards that had waited days.
    package let kept: Share
  }

  /// Takes what of the notes no card asks about, which is known later than the rest.
  package mutating func set(silent parts: [SilentParts]) {
    silent = parts.filter { topic == nil || $0.topic == topic }
  }

  /// Computes all figures as of a moment, of all topics or of one.
  package init(
    _ sources: Sources, period: Period, topic: String? = nil, at now: Date,
    calendar: StudyCalendar
  ) {
    let today = calendar.day(of: now)
    var scheduler = Scheduler(
      parameters: sources.parameters, calendar: calendar, model: sources.model)
    scheduler.exceptions = sources.exceptions
    let cards = sources.cards
    // A topic that no card has leaves nothing: neither all, nor the cards that are gone (-1).
    let only = topic.map { cards.topic(named: $0) ?? -2 }
    let tally = Tally(
      sources.log, cards: cards, topic: only, period: period, today: today,
      by: scheduler)
    let survey = Survey(
      cards, tally: tally, log: sources.log, topic: only, now: now, today: today,
      by: scheduler, leechRule: sources.leechRule)
    self.today = today
    self.period = period
    self.topic = topic
    goal = sources.parameters.desiredRetention
    rolloverHour = calendar.rolloverHour
    days = tally.days
    streak = Streak(tally.days.tallies.map { $0.answers > 0 })
    grades = tally.grades
    hours = tally.hours.map { HourFigures(answers: $0.answers, kept: $0.kept) }
    check = tally.check
    states = survey.states
    memory = survey.memory
    load = survey.load
    due = survey.due
    let left = max(sources.reviewsPerDay - tally.days[today].all.n, 0)
    dueToday = survey.due - max(survey.dueReviews - left, 0)
    newLeft = min(max(sources.newPerDay - tally.days[today].new, 0), survey.newPassages)
    medianReview = tally.reviewTimes.median
    medianFirst = tally.firstTimes.median
    seconds = sources.seconds ?? Self.seconds(review: medianReview, first: medianFirst)
    let mastery = Mastery(
      cards, tally: tally, survey: survey, topic: only, mocks: sources.mocks)
    topics = mastery.topics
    parts = mastery.parts
    mocks = sources.mocks.filter { mock in
      mock.day <= period.to && (topic == nil || mock.questions.contains { $0.topic == topic })
    }
    let recent = mocks.filter { period.contains($0.day) }
    calibration = Self.calibration(cards, tally: tally, mocks: recent, topic: topic)
    leeches = survey.leeches
    slipped = survey.slipped
    sureAndWrong = SureAndWrong(tally, log: sources.log, mocks: recent)
      .list(cards, topic: only)
    knownLastWeek = tally.snapshots.last?.known.reduce(0, +) ?? 0
    set(silent: sources.silent)
  }

  /// The mock interviews of the period, oldest first.
  package var recentMocks: [MockResult] { mocks.filter { period.contains($0.day) } }

  /// What was said in reviews and in mock interviews of the period.
  private static func calibration(
    _ cards: CardTable, tally: Tally, mocks: [MockResult], topic: String?
  ) -> Calibration {
    var said = zip(cards.topics, tally.sureness).map { (topic: $0.0, sureness: $0.1) }
    for question in mocks.flatMap(\.questions) where topic == nil || question.topic == topic {
      guard let sureness = question.sureness, (1...3).contains(sureness) else { continue }
      let index = said.firstIndex { $0.topic == question.topic } ?? said.count
      if index == said.count { said.append((question.topic, [Share(), Share(), Share()])) }
      said[index].sureness[sureness - 1].add(question.isRight)
    }
    return Calibration(said)
  }

  /// How many cards of the catalogue there are; suspended ones count.
  package var cards: Int { states.all }

  /// Milliseconds that what waits today will take; nil as long as nothing is known of it.
  package var timeLeft: Int? { seconds?.milliseconds(due: dueToday, new: newLeft) }

  private static func seconds(review: Int?, first: Int?) -> AnswerSeconds? {
    guard let review = review ?? first else { return nil }
    return AnswerSeconds(
      review: Double(review) / 1000, firstSight: Double(first ?? review) / 1000)
  }

  /// Cards whose texts a report shows: leeches, and cards that slipped or were thought to be known.
  package var named: [CardID] {
    var seen: Set<CardID> = []
    return [leeches, slipped, sureAndWrong].flatMap { $0.prefix(Self.listed) }.map(\.card)
      .filter { seen.insert($0).inserted }
  }

  /// What the cards of `named` are called; whoever can look them up fills it in.
  package var names: [CardID: CardName] = [:]

  /// The longest list of single cards.
  package static let listed = 20

  /// Whether nothing was ever answered.
  package var isEmpty: Bool { days.tallies.allSatisfy { $0.answers == 0 } }
}
