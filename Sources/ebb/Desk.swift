import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// The store with what it takes to start a sitting: what the user wants, today's queue, its cards.
struct Desk {
  let world: World
  let options: CommonOptions
  let store: Store
  let locations: Locations
  /// What the user wants of every screen.
  let look: Look
  /// Problems with notes and decks met while opening.
  let diagnostics: [Diagnostic]
  /// What decides when cards are seen again.
  let study: StudyRules
  /// The backup that is to be made once the screen is drawn.
  let lateBackup: DailyBackup?
  /// What the command line asks of the sittings of this run.
  var wishes = SittingWishes()

  init(
    options: CommonOptions, world: World, backingUp moment: DailyBackup.Moment = .before
  ) throws {
    self.world = world
    self.options = options
    locations = Locations(options: options, world: world)
    var settings = world.settings
    if let color = options.color {
      settings.put("ui.color", .text(color.rawValue), from: .option("--color"))
    }
    // What is wrong with the settings is said before anything is done.
    look = try settings.look()
    _ = try settings.terminal()
    store = try Store(path: locations.progress, seed: world.seed)
    if !settings.flag("files.fsync") { try store.relaxDurability() }
    let isLater = moment == .beside && !DailyBackup.isQuick(store.path)
    lateBackup = isLater ? DailyBackup(of: store.path, world: world) : nil
    let backup =
      moment == .never || isLater ? [] : try Self.backUpDaily(store, world: world)
    let refresh = try CatalogueRefresh(store, from: locations, at: world.stamp).diagnostics
    study = try StudyRules(
      settings, store: store, locations: locations, today: world.today)
    diagnostics = options.quiet ? [] : backup + refresh + study.topics.diagnostics
    try study.apply(to: store, calendar: world.calendar)
  }

  /// The desk of a command whose figures follow from the settings: what of them means nothing is
  /// said first.
  static func reporting(_ options: CommonOptions, world: World) throws -> Desk {
    let desk = try Desk(options: options, world: world)
    if !options.quiet {
      for problem in desk.rules.diagnostics { complain(problem.description) }
    }
    return desk
  }

  /// What the user wants, the files beside the notes and a plan in force included.
  var settings: Settings { study.settings }
  var rules: TopicRules { study.topics }

  /// The parameters and the limits of a day without a plan.
  var usualParameters: Parameters { rules.parameters(of: nil, study.usualSettings) }
  var usualLimits: DailyLimits {
    var limits = rules.limits(study.usualSettings)
    limits.newPerDay = study.usualSettings.integer("review.new_per_day")
    limits.pace = nil
    return limits
  }

  /// Without space for a backup a sitting can go on; in a damaged file it cannot.
  private static func backUpDaily(_ store: Store, world: World) throws -> [Diagnostic] {
    do throws(StoreFailure) {
      try DailyBackup.make(from: store, world: world)
      return []
    } catch {
      return [try DailyBackup.warning(error)]
    }
  }

  /// Decides when cards are seen again, by the settings and the weights fitted to the log.
  func scheduler() throws(StoreFailure) -> Scheduler {
    try study.scheduler(for: store, calendar: world.calendar)
  }

  /// How much a day may ask for; less of it on the way back after a break.
  func limits() throws(StoreFailure) -> DailyLimits {
    let usual = rules.limits(settings)
    return try comeback().map { $0.limits(usual) } ?? usual
  }

  /// The way back after a break, if many more cards are overdue than such a day may ask for.
  func comeback() throws(StoreFailure) -> Comeback? {
    let share = min(settings.integer("review.comeback"), settings.integer("review.max_per_day"))
    guard share > 0, try store.overdue(before: world.today) > 2 * share else { return nil }
    var due: [Day: Int] = [:]
    due[world.today] = try store.overdue(before: world.today.advanced(by: 1))
    for (index, count) in try store.coming(366, after: world.today).enumerated() {
      due[world.today.advanced(by: index + 1)] = count
    }
    return Comeback(due: due, today: world.today, share: share)
  }

  // MARK: Sittings

  /// Today's queue of one topic, of what a search found, or of all.
  func queue(_ scope: ReviewScope) throws(StoreFailure) -> ReviewQueue {
    let topic = scope.topic
    let now = world.now
    var scheduler = try scheduler()
    if settings.balances {
      // Days farther away than fuzz reaches from the longest balanced interval do not count.
      let coming = try store.coming(LoadBalancer.reach * 5 / 4, after: world.today)
      scheduler.balancer = LoadBalancer(
        due: Dictionary(
          uniqueKeysWithValues: coming.enumerated().map {
            (world.today.advanced(by: $0.offset + 1), $0.element)
          }), week: settings.week)
    }
    // The order holds for the day, so that leaving and coming back changes nothing.
    let seed = world.environment["EBB_SEED"].flatMap { UInt64($0) } ?? UInt64(world.today.number)
    if wishes.isPractice {
      return ReviewQueue.practice(
        try asked(store.standings(topic: topic).filter { scope.includes($0.card) }),
        order: wishes.order ?? .recall, at: now, scheduler: scheduler, seed: seed)
    }
    if let days = wishes.ahead {
      let standings = try store.standings(topic: topic).filter { scope.includes($0.card) }
      return ReviewQueue.ahead(
        asked(standings), days: days, at: now, scheduler: scheduler, seed: seed)
    }
    let dayStart = world.calendar.start(of: world.today)
    let done = try store.answers(since: dayStart)
    var limits = try limits()
    if let new = wishes.new { limits.newPerDay = done.new + new }
    let newLeft = max(limits.newPerDay - done.new, 0)
    // More than the limit, because siblings of one passage are not asked on the same day.
    let room = newLeft == 0 ? 0 : newLeft * 8 + 40
    var candidates: [ReviewQueue.Candidate]
    if let search = scope.search {
      candidates = try self.candidates(of: search)
    } else {
      candidates = try store.candidates(
        topic: topic, today: world.today, dayStart: dayStart, new: room)
    }
    // What a plan wants first may be far behind in the order of all notes.
    for paced in limits.pace?.topics ?? [] where topic == nil && scope.search == nil {
      candidates += try store.candidates(
        topic: paced, today: world.today, dayStart: dayStart, new: room)
    }
    return ReviewQueue(
      candidates: asked(candidates), newAlreadyToday: done.new, reviewsAlreadyToday: done.reviews,
      topicsAlreadyToday: limits.topics.isEmpty && limits.pace == nil
        ? [:] : try store.answersByTopic(since: dayStart),
      limits: limits, order: wishes.order ?? settings.reviewOrder,
      buryingSiblings: settings.flag("review.bury_siblings"), at: now, scheduler: scheduler,
      seed: seed)
  }

  /// Each card once, without those of paused topics.
  private func asked(_ candidates: [ReviewQueue.Candidate]) -> [ReviewQueue.Candidate] {
    let paused = rules.paused
    let asked = paused.isEmpty ? candidates : candidates.filter { !paused.contains($0.topic) }
    // Only what a plan wants first is read twice.
    guard rules.pace != nil else { return asked }
    var seen: Set<CardID> = []
    return asked.filter { seen.insert($0.card).inserted }
  }

  /// A sitting with a queue, within the caps of the settings and of the command line.
  func session(_ queue: ReviewQueue) -> ReviewSession {
    var session = ReviewSession(
      queue: queue.prefix(wishes.limit ?? settings.sittingLimit), startedAt: world.now,
      learnAhead: settings.learnAhead, minutes: wishes.minutes ?? settings.sittingMinutes,
      isPractice: wishes.isPractice)
    session.leechRule = settings.leechRule
    return session
  }

  /// Keeps an answer, durable when this returns, unless it was practice.
  func record(_ review: Review) throws(StoreFailure) {
    if !wishes.isPractice { try store.record(review) }
  }

  /// Takes an answer back, as durably.
  func revert(_ review: Review) throws(StoreFailure) {
    if !wishes.isPractice { try store.revert(review, at: world.now, by: scheduler()) }
  }

  func cards(of queue: ReviewQueue) throws(StoreFailure) -> [CardID: Card] {
    var cards: [CardID: Card] = [:]
    for id in queue.cards + queue.waiting { cards[id] = try store.card(id) }
    return cards
  }

  func reviewScreen(_ scope: ReviewScope) throws(StoreFailure) -> ReviewScreen {
    try reviewScreen(scope, queue: queue(scope))
  }

  func reviewScreen(
    _ scope: ReviewScope, queue: ReviewQueue
  ) throws(StoreFailure) -> ReviewScreen {
    let session = session(queue)
    var screen = ReviewScreen(
      topic: scope.topic, session: session, cards: try cards(of: queue),
      marks: try store.marks(), drifted: try store.driftedCards(), look: look,
      calendar: world.calendar, at: world.now)
    screen.seconds = try answerSeconds()
    return screen
  }

  /// The full name of a topic given in any case, or by its beginning.
  func topic(named name: String) throws -> String {
    let topics = try store.topicNames()
    if let found = TopicNames.find(name, among: topics) { return found }
    let known = topics.isEmpty ? "there are none" : topics.sorted().joined(separator: ", ")
    let nearest = NearestName.of(name, among: topics).map { "; did you mean \($0)?" }
    throw CommandFailure(
      .nothingToShow, "there is no topic “\(name)”\(nearest ?? "; the topics are: \(known)")")
  }
}
