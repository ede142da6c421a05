import Foundation
import Scheduling

/// What `ebb due --json` prints.
struct DueObject: Encodable {
  private let schema = "ebb.due/1"
  private let now: String
  private let day: String
  private let due: Int
  private let new: Int
  private let learning: Int
  private let topics: [Topic]

  /// What a topic's cards come to; `ready` is the share of all of them that would be recalled now,
  /// `recall` that of the seen ones.
  private struct Topic: Encodable {
    let topic: String
    var due = 0
    var unseen = 0
    var cards = 0
    var seen = 0
    var ready = 0.0
    var recall: Double?
  }

  init(_ counts: ReviewQueue.Counts, of search: CardSearch) {
    let viewpoint = search.viewpoint
    now = Date.ISO8601FormatStyle().format(viewpoint.now)
    day = viewpoint.today.description
    due = counts.due + counts.learning
    new = counts.new
    learning = counts.learning
    var topics: [String: Topic] = [:]
    for card in search.cards {
      var topic = topics[card.topic] ?? Topic(topic: card.topic)
      topic.cards += 1
      if viewpoint.isDue(card) { topic.due += 1 }
      if let recall = viewpoint.recall(of: card) {
        topic.seen += 1
        topic.ready += recall
      } else {
        topic.unseen += 1
      }
      topics[card.topic] = topic
    }
    self.topics = topics.values.sorted { $0.topic < $1.topic }.map { topic in
      var topic = topic
      let sum = topic.ready
      topic.recall = topic.seen == 0 ? nil : JSONText.rounded(sum / Double(topic.seen))
      topic.ready = JSONText.rounded(sum / Double(topic.cards))
      return topic
    }
  }
}
