import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

extension Desk {
  /// Now, with the rules by which cards are looked at.
  func viewpoint() throws(StoreFailure) -> Viewpoint {
    Viewpoint(
      at: world.now, scheduler: try scheduler(),
      leech: LeechRule(threshold: settings.integer("review.leech")))
  }

  /// All cards that a query finds, in an order.
  func search(
    _ query: CardQuery, order: CardOrder = .recall
  ) throws(StoreFailure) -> CardSearch {
    CardSearch(try store.cardIndex(), query: query, order: order, from: try viewpoint())
  }

  /// Reads a query and finds its cards.
  /// - Throws: `CommandFailure` that shows the place in the query that cannot be read.
  func search(for text: String, order: CardOrder = .recall) throws -> CardSearch {
    let index = try store.cardIndex()
    let query = try Self.query(text, topics: index.topics)
    return CardSearch(index, query: query, order: order, from: try viewpoint())
  }

  /// Reads a query as it was typed.
  static func query(_ text: String, topics: [String]) throws -> CardQuery {
    do throws(CardQueryError) {
      return try CardQuery(text, topics: topics)
    } catch {
      let picture = error.picture(of: text).split(separator: "\n").map { "  " + $0 }
      throw CommandFailure(
        error.cause == .unknownTopic ? .nothingToShow : .usage,
        "cannot find “\(text)”: \(error.sentence)\n" + picture.joined(separator: "\n"))
    }
  }

  /// What a queue of the cards of a query can be made of: these, and what was answered today, whose
  /// siblings wait until tomorrow.
  func candidates(of search: CardSearch) throws(StoreFailure) -> [ReviewQueue.Candidate] {
    let found = Set(search.cards.lazy.map(\.id))
    let dayStart = world.calendar.start(of: world.today)
    let answered = try store.candidates(today: world.today, dayStart: dayStart, new: 0)
      .filter { !found.contains($0.card) && $0.schedule.lastReview.map { $0 >= dayStart } ?? false }
    // Answered cards that are not due only keep their siblings back.
    let waiting = answered.filter { !$0.schedule.isDue(at: world.now, in: world.calendar) }
    return try store.candidates(of: search.cards.lazy.map(\.id)) + waiting
  }
}

/// The cards a sitting is made of: those of a topic, those a search found, or all.
struct ReviewScope {
  let topic: String?
  let search: CardSearch?
  private let found: Set<CardID>?

  init(topic: String? = nil) {
    self.topic = topic
    search = nil
    found = nil
  }

  init(search: CardSearch) {
    topic = nil
    self.search = search
    found = Set(search.cards.lazy.map(\.id))
  }

  func includes(_ card: CardID) -> Bool { found?.contains(card) ?? true }

  /// What opens the sitting on the screen.
  var effect: Effect { search.map { .cards(.reviewDue($0.query)) } ?? .openReview(topic: topic) }
}

extension Desk {
  /// What is to be reviewed: the name of a topic, or its beginning, means its cards; anything else
  /// is a query.
  func scope(_ text: String?) throws -> ReviewScope {
    guard let text else { return ReviewScope() }
    if let topic = TopicNames.find(text, among: try store.topicNames()) {
      return ReviewScope(topic: topic)
    }
    let search = try search(for: text, order: .place)
    guard search.found.isEmpty else { return ReviewScope(search: search) }
    // One word that no card holds was meant as a topic.
    if case .term(.word) = search.query.clause { return ReviewScope(topic: try topic(named: text)) }
    throw CommandFailure(.nothingToShow, "no card is like “\(text)”")
  }
}
