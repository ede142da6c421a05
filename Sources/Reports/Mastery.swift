import Decks
import Scheduling

/// Topics and the headings below them, with how well each is mastered.
struct Mastery {
  private(set) var topics: [TopicFigures] = []
  private(set) var parts: [TopicFigures] = []

  /// Answers of mocks that count for a topic: the latest ones.
  private static let latest = 30

  init(_ cards: CardTable, tally: Tally, survey: Survey, topic: Int?, mocks: [MockResult]) {
    var topics = cards.topics.map { TopicFigures(path: [$0]) }
    var parts = cards.parts.map { TopicFigures(path: [cards.topics[$0.topic]] + $0.trail) }
    var stabilities = [[Double]](repeating: [], count: topics.count)
    var partStabilities = [[Double]](repeating: [], count: parts.count)
    for (index, row) in cards.rows.enumerated() where !row.isSuspended {
      let number = cards.parts[row.part].topic
      topics[number].cards += 1
      parts[row.part].cards += 1
      let recall = survey.recalls[index]
      guard recall >= 0 else { continue }
      topics[number].seen += 1
      topics[number].known += recall
      parts[row.part].seen += 1
      parts[row.part].known += recall
      if let stability = row.schedule.memory?.stability {
        stabilities[number].append(stability)
        partStabilities[row.part].append(stability)
      }
    }
    for (index, last) in tally.lastDaysByPart(cards.parts.count).enumerated() {
      guard let last else { continue }
      let number = cards.parts[index].topic
      parts[index].lastAsked = last
      topics[number].lastAsked = max(topics[number].lastAsked ?? last, last)
    }
    for (index, kept) in tally.kept.enumerated() {
      parts[index].kept = kept
      topics[cards.parts[index].topic].kept += kept
    }
    for index in parts.indices { parts[index].stability = partStabilities[index].median }
    let means = Self.means(mocks)
    for index in topics.indices {
      topics[index].stability = stabilities[index].median
      topics[index].mock = means[topics[index].topic]
      topics[index].trend = Self.trend(of: topics[index], number: index, tally: tally)
    }
    let isShown = { (number: Int) in topic == nil || number == topic }
    self.topics = topics.enumerated().filter { isShown($0.offset) && $0.element.cards > 0 }
      .map(\.element)
      .sorted { ($0.ready ?? 0, $0.topic) < ($1.ready ?? 0, $1.topic) }
    self.parts = zip(cards.parts, parts).filter { isShown($0.0.topic) && $0.1.cards > 0 }.map(\.1)
  }

  /// Readiness 60 and 30 days ago and today, of the cards there are today.
  private static func trend(
    of topic: TopicFigures, number: Int, tally: Tally
  ) -> [Double] {
    guard topic.cards > 0 else { return [] }
    let past = tally.snapshots.filter { $0.back >= 30 }
      .map { min($0.known[number] / Double(topic.cards), 1) }
    return past + [topic.ready ?? 0]
  }

  private static func means(_ mocks: [MockResult]) -> [String: TopicFigures.MockMean] {
    var scores: [String: [Double]] = [:]
    for question in mocks.flatMap(\.questions) {
      scores[question.topic, default: []].append(question.score)
    }
    return scores.mapValues { scores in
      let last = scores.suffix(latest)
      return TopicFigures.MockMean(
        answers: last.count, score: last.reduce(0, +) / Double(last.count))
    }
  }
}
