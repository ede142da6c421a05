import Decks
import Foundation

/// Today's cards in today's order.
///
/// Cards on learning steps whose time has come are first, then reviews with new cards spread
/// evenly among them. Of a group of siblings only one card is asked on a day.
package struct ReviewQueue: Sendable {
  /// A card that may be asked today.
  package struct Candidate: Hashable, Sendable {
    /// The card.
    package let card: CardID
    /// The subject it is counted under; neighbours in the queue differ in it where they can.
    package let topic: String
    /// Where it stands.
    package let schedule: Schedule
    /// Its place in the notes, the order in which new cards are introduced.
    package let position: Int
    /// What it has in common with its siblings; nil if it has none.
    package let group: String?
    /// What was decided about it; a suspended or buried card is not asked.
    package let marks: CardMarks

    /// Makes a candidate.
    package init(
      card: CardID, topic: String, schedule: Schedule, position: Int, group: String? = nil,
      marks: CardMarks = .none
    ) {
      self.card = card
      self.topic = topic
      self.schedule = schedule
      self.position = position
      self.group = group
      self.marks = marks
    }
  }

  /// How many cards of each kind a queue holds.
  package struct Counts: Hashable, Sendable {
    /// Cards that waited days.
    package let due: Int
    /// Cards never seen.
    package let new: Int
    /// Cards on steps, those that wait for a later moment of today included.
    package let learning: Int

    /// Makes counts, each at least 0.
    package init(due: Int, new: Int, learning: Int) {
      self.due = due
      self.new = new
      self.learning = learning
    }

    /// All of them.
    package var total: Int { due + new + learning }
  }

  /// Cards to ask, in order.
  package let cards: [CardID]
  /// How many cards of each kind there are.
  package let counts: Counts

  /// Cards on steps whose moment comes later today, soonest first.
  package let waiting: [CardID]

  let schedules: [CardID: Schedule]
  let scheduler: Scheduler

  /// Draws up the queue from all cards there are; every card at most once.
  ///
  /// `newAlreadyToday` and `reviewsAlreadyToday` count against the limits of the day,
  /// `topicsAlreadyToday` against those of topics that have their own. The seed orders reviews
  /// between which the order does not decide. A candidate answered earlier today buries its
  /// siblings too, if siblings are kept apart at all.
  package init(
    candidates: [Candidate], newAlreadyToday: Int = 0, reviewsAlreadyToday: Int = 0,
    topicsAlreadyToday: [String: DailyLimits.Done] = [:], limits: DailyLimits = DailyLimits(),
    order wanted: ReviewOrder = .mixed, backlog: BacklogOrder? = nil,
    buryingSiblings: Bool = true, at now: Date, scheduler: Scheduler, seed: UInt64
  ) {
    let order = QueueOrder(at: now, scheduler: scheduler, seed: seed)
    var burying = Burying(answered: candidates, on: now, calendar: scheduler.calendar)
    burying.isOn = buryingSiblings
    let today = scheduler.calendar.day(of: now)
    let candidates = candidates.filter { $0.marks.allowAsking(on: today) }

    let onSteps = order.onSteps(candidates)
    for candidate in onSteps.now + onSteps.later { burying.claim(candidate) }
    let reviewsLeft = limits.reviewsPerDay - reviewsAlreadyToday
    let reviews = burying.oneOfEachGroup(
      order.reviews(candidates, by: backlog ?? wanted.backlog, limit: reviewsLeft),
      limit: reviewsLeft, topics: limits.reviewsLeft(after: topicsAlreadyToday))
    let new = burying.oneOfEachGroup(
      order.new(candidates, first: limits.pace?.topics ?? []),
      limit: limits.newPerDay - newAlreadyToday,
      topics: limits.newLeft(after: topicsAlreadyToday),
      pace: limits.paceLeft(after: topicsAlreadyToday))

    let asked = onSteps.now + QueueOrder.spread(new, among: wanted.arranged(reviews))
    cards = asked.map(\.card)
    waiting = onSteps.later.map(\.card)
    schedules = Dictionary(
      (asked + onSteps.later).map { ($0.card, $0.schedule) }, uniquingKeysWith: { one, _ in one })
    counts = Counts(
      due: reviews.count, new: new.count, learning: onSteps.now.count + onSteps.later.count)
    self.scheduler = scheduler
  }

  /// Makes a queue of reviews alone, of siblings only one; `all` tells which were answered today.
  init(_ sorted: [Candidate], of all: [Candidate], at now: Date, by scheduler: Scheduler) {
    var burying = Burying(answered: all, on: now, calendar: scheduler.calendar)
    let today = scheduler.calendar.day(of: now)
    let allowed = sorted.filter { $0.marks.allowAsking(on: today) }
    let reviews = burying.oneOfEachGroup(allowed, limit: allowed.count)
    self.init(
      cards: QueueOrder.interleaved(reviews).map(\.card),
      counts: Counts(due: reviews.count, new: 0, learning: 0), waiting: [],
      schedules: Dictionary(
        reviews.map { ($0.card, $0.schedule) }, uniquingKeysWith: { one, _ in one }),
      scheduler: scheduler)
  }

  /// Exactly these cards in this order, due or not: a sitting that somebody put together.
  package static func chosen(_ candidates: [Candidate], by scheduler: Scheduler) -> ReviewQueue {
    ReviewQueue(practising: candidates, by: scheduler)
  }

  /// Makes a queue of these cards in this order, whatever they wait for.
  init(practising sorted: [Candidate], by scheduler: Scheduler) {
    let new = sorted.count { $0.schedule.phase == .new }
    self.init(
      cards: sorted.map(\.card),
      counts: Counts(due: sorted.count - new, new: new, learning: 0), waiting: [],
      schedules: Dictionary(
        sorted.map { ($0.card, $0.schedule) }, uniquingKeysWith: { one, _ in one }),
      scheduler: scheduler)
  }

  /// The first `limit` cards of the queue, without those that wait; all of it for nil.
  package func prefix(_ limit: Int?) -> ReviewQueue {
    guard let limit else { return self }
    return ReviewQueue(
      cards: Array(cards.prefix(limit)), counts: counts, waiting: [], schedules: schedules,
      scheduler: scheduler)
  }

  private init(
    cards: [CardID], counts: Counts, waiting: [CardID], schedules: [CardID: Schedule],
    scheduler: Scheduler
  ) {
    self.cards = cards
    self.counts = counts
    self.waiting = waiting
    self.schedules = schedules
    self.scheduler = scheduler
  }

  /// Where a card of the queue stood when the queue was drawn up; nil if it is not in it.
  package func schedule(of card: CardID) -> Schedule? { schedules[card] }
}

/// Keeps siblings apart: the first card of a group takes the day.
private struct Burying {
  var isOn = true
  private var taken: Set<String>

  init(answered candidates: [ReviewQueue.Candidate], on now: Date, calendar: StudyCalendar) {
    let start = calendar.start(of: calendar.day(of: now))
    taken = Set(
      candidates.lazy
        .filter { candidate in candidate.schedule.lastReview.map { $0 >= start } ?? false }
        .compactMap(\.group))
  }

  mutating func claim(_ candidate: ReviewQueue.Candidate) {
    if let group = candidate.group { taken.insert(group) }
  }

  mutating func oneOfEachGroup(
    _ candidates: [ReviewQueue.Candidate], limit: Int, topics: [String: Int] = [:],
    pace: DailyLimits.Pace? = nil
  ) -> [ReviewQueue.Candidate] {
    var kept: [ReviewQueue.Candidate] = []
    var left = topics
    var paceLeft = pace?.newPerDay ?? 0
    for candidate in candidates where kept.count < limit {
      if let room = left[candidate.topic], room <= 0 { continue }
      let isPaced = pace?.topics.contains(candidate.topic) ?? false
      if isPaced, paceLeft <= 0 { continue }
      if let group = candidate.group, !taken.insert(group).inserted, isOn { continue }
      left[candidate.topic]? -= 1
      if isPaced { paceLeft -= 1 }
      kept.append(candidate)
    }
    return kept
  }
}
