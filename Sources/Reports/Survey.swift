import Decks
import Foundation
import Scheduling

/// What one pass over the cards finds: where they stand today.
struct Survey {
  private(set) var states = CardStates()
  private(set) var memory = MemoryFigures()
  private(set) var load = DueLoad()
  private(set) var due = 0
  /// Those of them that had waited days.
  private(set) var dueReviews = 0
  /// Passages with a card never asked: with how many new cards different days could begin.
  private(set) var newPassages = 0
  private(set) var leeches: [Leech] = []
  private(set) var slipped: [Leech] = []
  /// By row of the table: probability of recall today, -1 for a card never seen or set aside.
  private(set) var recalls: [Double]

  /// Days for which the load is counted, today included.
  static let horizon = 366

  private let today: Day
  private let scheduler: Scheduler

  init(
    _ cards: CardTable, tally: Tally, log: AnswerLog, topic: Int?, now: Date, today: Day,
    by scheduler: Scheduler, leechRule: LeechRule
  ) {
    self.today = today
    self.scheduler = scheduler
    recalls = Array(repeating: -1, count: cards.rows.count)
    var dueByTopic = [[Int32]](repeating: [], count: Self.horizon)
    var stabilities: [Double] = []
    var passages: Set<Int> = []
    for (index, row) in cards.rows.enumerated() {
      let topicIndex = cards.parts[row.part].topic
      if let topic, topicIndex != topic { continue }
      let schedule = row.schedule
      if leechRule.includes(schedule) {
        states.leeches += 1
        leeches.append(
          Leech(card: row.id, topic: cards.topics[topicIndex], lapses: schedule.lapses))
      }
      if row.isSuspended {
        states.suspended += 1
        continue
      }
      count(schedule)
      guard schedule.phase != .new else {
        passages.insert(row.passage)
        continue
      }
      recalls[index] = 0
      if let state = schedule.memory, let last = schedule.lastReview {
        let elapsed = (schedule.lastDay ?? scheduler.calendar.day(of: last)).distance(to: today)
        let recall = scheduler.recall(of: state, card: row.id, afterDays: Double(max(elapsed, 0)))
        recalls[index] = recall
        memory.known += recall
        memory.recall.add(recall)
        memory.stability.add(state.stability)
        memory.difficulty.add(state.difficulty)
        stabilities.append(state.stability)
        load.daily += 1 / Double(max(schedule.interval, 1))
      }
      let isDue = schedule.isDue(at: now, on: today)
      if isDue {
        due += 1
        if schedule.phase == .review { dueReviews += 1 }
      }
      let days = max(today.distance(to: dueDay(of: schedule)), 0)
      if days < Self.horizon { dueByTopic[days].append(Int32(topicIndex)) }
    }
    memory.medianStability = stabilities.median
    newPassages = passages.count
    load.days = dueByTopic.map { topics in
      var counts: [Int32: Int] = [:]
      for topic in topics { counts[topic, default: 0] += 1 }
      let sorted = counts.map { (topic: cards.topics[Int($0.key)], cards: $0.value) }
        .sorted { ($0.cards, $1.topic) > ($1.cards, $0.topic) }
      return DueLoad.Load(
        due: topics.count,
        topics: sorted.map { DueLoad.Count(topic: $0.topic, cards: $0.cards) })
    }
    leeches.sort { ($0.lapses, $1.card) > ($1.lapses, $0.card) }
    slipped = Self.slipped(tally.slipped, log: log, cards: cards, topic: topic)
  }

  private mutating func count(_ schedule: Schedule) {
    switch schedule.phase {
    case .new: states.new += 1
    case .learning, .relearning: states.learning += 1
    case .review where schedule.interval >= 21: states.mature += 1
    case .review: states.young += 1
    }
  }

  private func dueDay(of schedule: Schedule) -> Day {
    switch schedule.due {
    case .day(let day): day
    case .moment(let moment): scheduler.calendar.day(of: moment)
    }
  }

  /// The cards of these numbers that are still in the table, most often named first.
  private static func slipped(
    _ numbers: [Int], log: AnswerLog, cards: CardTable, topic: Int?
  ) -> [Leech] {
    guard !numbers.isEmpty else { return [] }
    var times: [CardID: Int] = [:]
    for number in numbers { times[log.cards[number], default: 0] += 1 }
    return cards.rows.compactMap { row in
      let topicIndex = cards.parts[row.part].topic
      guard let count = times[row.id], topic == nil || topicIndex == topic else { return nil }
      return Leech(card: row.id, topic: cards.topics[topicIndex], lapses: count)
    }.sorted { ($0.lapses, $1.card) > ($1.lapses, $0.card) }
  }
}

extension Schedule {
  /// Whether the card waits to be answered at this moment of this study day.
  fileprivate func isDue(at now: Date, on today: Day) -> Bool {
    switch due {
    case .moment(let moment): moment <= now
    case .day(let day): day <= today
    }
  }
}

extension [Double] {
  /// The middle value; the mean of the two middle ones of an even number; nil of none.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    let middle = count / 2
    return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
