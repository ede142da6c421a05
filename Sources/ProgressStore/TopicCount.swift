import Decks
import Foundation
import Scheduling

/// How many cards of a topic there are, and wait now.
package struct TopicCount: Hashable, Sendable {
  package let topic: String
  /// Cards that were answered, and all.
  package fileprivate(set) var seen = 0
  package fileprivate(set) var cards = 0
  /// Of all of them: not asked until further notice.
  package fileprivate(set) var suspended = 0
  /// Passages with a card never answered: how many new cards different days could begin with.
  package fileprivate(set) var unseenPassages = 0
  /// Cards whose day or moment has come.
  package fileprivate(set) var due = 0
  /// How many cards would be recalled now: the sum of the probabilities, without suspended cards.
  package fileprivate(set) var recalled = 0.0

  fileprivate init(_ topic: String) { self.topic = topic }
}

extension Store {
  /// The topics with cards, by name.
  ///
  /// `limit` says up to which number the passages of a topic are counted.
  package func topics(
    at now: Date, by scheduler: Scheduler, countingPassagesTo limit: Int = .max
  ) throws(StoreFailure) -> [TopicCount] {
    var topics = try seenTopics(at: now, by: scheduler)
    let today = scheduler.calendar.day(of: now)
    try database.query(
      "select topic, count(*), sum(suspended) from unseen group by topic", attempting: "read"
    ) { row in
      let name = row.text(0)
      topics[name, default: TopicCount(name)].cards += row.integer(1)
      topics[name]?.suspended += row.integer(2)
    }
    for (name, topic) in topics where topic.seen < topic.cards {
      try database.query(
        """
        select count(*) from (
          select distinct siblings from unseen where topic = ?2 and \(Self.isAsked) limit ?3)
        """, [.integer(today.number), .text(name), .integer(limit)], attempting: "read"
      ) { topics[name]?.unseenPassages = $0.integer(0) }
    }
    return topics.values.sorted { left, right in
      let (first, second) = (left.topic.lowercased(), right.topic.lowercased())
      return first == second ? left.topic < right.topic : first < second
    }
  }

  /// Counts what was answered, in one pass over the overview, in which a topic lies together.
  private func seenTopics(
    at now: Date, by scheduler: Scheduler
  ) throws(StoreFailure) -> [String: TopicCount] {
    var topics: [String: TopicCount] = [:]
    var count: SeenCount?
    let calendar = scheduler.calendar
    let viewpoint = SeenCount.Viewpoint(
      moment: now.milliseconds, today: calendar.day(of: now).number, scheduler: scheduler)
    try database.query(
      """
      select topic, due_day, due_time, last_review, stability, fast, suspended, buried_until, card
      from seen
      """, attempting: "read"
    ) { row in
      if let ended = count, !row.isText(0, ended.name) {
        topics[ended.topic.topic] = ended.total
        count = nil
      }
      var current = count ?? SeenCount(row.text(0))
      count = nil
      current.add(row, from: viewpoint)
      count = current
    }
    if let count { topics[count.topic.topic] = count.total }
    return topics
  }
}

/// The counts of one topic while its rows pass.
private struct SeenCount {
  struct Viewpoint {
    let moment: Int
    let today: Int
    let scheduler: Scheduler
  }

  let name: [UInt8]
  private(set) var topic: TopicCount

  init(_ name: String) {
    self.name = Array(name.utf8)
    topic = TopicCount(name)
  }

  /// The topic with all that was counted.
  var total: TopicCount {
    var total = topic
    total.cards = total.seen
    return total
  }

  mutating func add(_ row: Row, from viewpoint: Viewpoint) {
    topic.seen += 1
    guard row.integer(6) == 0 else {
      topic.suspended += 1
      return
    }
    let isBuried = row.integer(7) > viewpoint.today && !row.isNull(7)
    let hasCome =
      row.isNull(2) ? row.integer(1) <= viewpoint.today : row.integer(2) <= viewpoint.moment
    if hasCome, !isBuried { topic.due += 1 }
    guard !row.isNull(4) else { return }
    let memory = MemoryState(
      stability: row.real(4), difficulty: 5, fast: row.optionalReal(5))
    let scheduler = viewpoint.scheduler
    topic.recalled += scheduler.recall(
      of: memory, card: scheduler.exceptions.isEmpty ? nil : CardID(rawValue: row.text(8)),
      afterDays: Double(viewpoint.moment - row.integer(3)) / 86_400_000)
  }
}
