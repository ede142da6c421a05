import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// The store with what it takes to start a sitting: today's queue, its cards, the counts of home.
struct Desk {
  let world: World
  let store: Store
  let locations: Locations
  /// Problems with notes and decks met while opening.
  let diagnostics: [Diagnostic]

  private let limits = DailyLimits()
  private var scheduler: Scheduler { Scheduler(calendar: world.calendar) }

  init(options: CommonOptions, world: World) throws {
    self.world = world
    locations = Locations(options: options, world: world)
    store = try Store(path: locations.progress, seed: world.seed)
    let backup = try Self.backUpDaily(store, world: world)
    diagnostics = try backup + CatalogueRefresh(store, decks: locations.decks).diagnostics
  }

  /// Without space for a backup a sitting can go on; in a damaged file it cannot.
  private static func backUpDaily(_ store: Store, world: World) throws -> [Diagnostic] {
    do throws(StoreFailure) {
      try Backups(of: store.path).makeDaily(from: store, at: world.now, calendar: world.calendar)
      return []
    } catch {
      if error.cause == .damaged { throw error }
      let place = Decks.Place(path: store.path, line: 0)
      return [Diagnostic(.warning, "no backup was made: \(error.explanation)", at: place)]
    }
  }

  /// Today's queue of one topic, or of all.
  func queue(topic: String?, limit: Int? = nil) throws(StoreFailure) -> ReviewQueue {
    let now = world.now
    let dayStart = world.calendar.start(of: world.today)
    let done = try store.answers(since: dayStart)
    let newLeft = max(limits.newPerDay - done.new, 0)
    // More than the limit, because siblings of one passage are not asked on the same day.
    let candidates = try store.candidates(
      topic: topic, today: world.today, dayStart: dayStart, new: newLeft == 0 ? 0 : newLeft * 8 + 40
    )
    return ReviewQueue(
      candidates: candidates, newAlreadyToday: done.new, reviewsAlreadyToday: done.reviews,
      limits: limits, at: now, scheduler: scheduler,
      // The order holds for the day, so that leaving and coming back changes nothing.
      seed: world.environment["EBB_SEED"].flatMap { UInt64($0) } ?? UInt64(world.today.number))
  }

  func cards(of session: ReviewSession, queue: ReviewQueue) throws(StoreFailure) -> [CardID: Card] {
    var cards: [CardID: Card] = [:]
    for id in queue.cards + queue.waiting { cards[id] = try store.card(id) }
    return cards
  }

  func reviewScreen(topic: String?) throws(StoreFailure) -> ReviewScreen {
    let queue = try queue(topic: topic)
    let session = ReviewSession(queue: queue, startedAt: world.now)
    return ReviewScreen(
      topic: topic, session: session, cards: try cards(of: session, queue: queue),
      calendar: world.calendar, at: world.now)
  }

  func homeScreen(notice: String? = nil) throws(StoreFailure) -> HomeScreen {
    let now = world.now
    let done = try store.answers(since: world.calendar.start(of: world.today))
    let newLeft = max(limits.newPerDay - done.new, 0)
    let counts = try store.topics(at: now, today: world.today)
    let topics = counts.map { topic in
      HomeScreen.TopicRow(
        name: topic.topic, due: topic.due, new: min(topic.unseenPassages, newLeft),
        cards: topic.cards, seen: topic.seen)
    }
    let all = HomeScreen.TopicRow(
      name: "All topics", due: topics.reduce(0) { $0 + $1.due },
      new: min(counts.reduce(0) { $0 + $1.unseenPassages }, newLeft),
      cards: topics.reduce(0) { $0 + $1.cards }, seen: topics.reduce(0) { $0 + $1.seen })
    return HomeScreen(
      today: world.today, all: all, topics: topics,
      coming: try store.coming(6, after: world.today), notice: notice)
  }

  /// The full name of a topic given in any case, or by its beginning.
  func topic(named name: String) throws -> String {
    let topics = try store.topics(at: world.now, today: world.today).map(\.topic)
    let wanted = name.lowercased()
    if let exact = topics.first(where: { $0.lowercased() == wanted }) { return exact }
    let found = topics.filter { $0.lowercased().hasPrefix(wanted) }
    if found.count == 1 { return found[0] }
    let known = topics.isEmpty ? "there are none" : topics.joined(separator: ", ")
    throw CommandFailure(
      .nothingToShow, "there is no topic “\(name)”; the topics are: \(known)")
  }
}
