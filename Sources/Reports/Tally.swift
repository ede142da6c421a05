import Decks
import Scheduling

/// What one pass over the log adds up. Answers come oldest first.
struct Tally {
  /// Answers at one hour of the day.
  struct Hour: Hashable, Sendable {
    var answers = 0
    /// First answers of the day to cards that had waited days.
    var kept = Share()
  }

  /// What the answerer had said and what came of it: of one topic, by sureness 1...3.
  typealias Sureness = [Share]

  /// Cards that were, by their memory, known at the end of an earlier day: sums of recall.
  struct Snapshot: Sendable {
    /// Days before today.
    let back: Int
    let day: Day
    /// By topic.
    var known: [Double]
    var seen: [Int]
  }

  private(set) var days: DayLine
  /// In the period: by phase (learning, young, mature) and grade 1...4.
  private(set) var grades = [[Int]](repeating: [0, 0, 0, 0], count: 3)
  private(set) var hours = [Hour](repeating: Hour(), count: 24)
  /// In the period, by part of the notes: first answers of the day to cards that had waited days.
  private(set) var kept: [Share]
  /// In the period, by topic.
  private(set) var sureness: [Sureness]
  /// In the period: cards that had waited days, and first sights.
  private(set) var reviewTimes = Durations()
  private(set) var firstTimes = Durations()
  private(set) var snapshots: [Snapshot]
  private(set) var check = ModelCheck()
  /// Numbers of the cards forgotten in the last seven days, each once for every time.
  private(set) var slipped: [Int] = []
  /// In the period: cards of which somebody was sure and wrong, by their numbers.
  private(set) var sureAndWrong: [(card: Int, day: Day)] = []
  /// By number of a card: the study day of its last answer, `Int32.min` if there is none.
  private(set) var lastDays: [Int32]

  private let period: Period
  private let today: Day
  private let scheduler: Scheduler
  private let cards: [CardID]
  /// By number of a card: its part and topic, -1 for a card that is not in the table.
  private let parts: [Int32]
  private let topics: [Int32]
  private let onlyTopic: Int?
  /// By number of a card: what is known of its memory, and when it was answered last.
  private var memories: [MemoryState?]
  private var lastTimes: [Int]
  private var nextSnapshot = 0

  /// Days before today at whose end the memory is looked at.
  static let lookbacks = [60, 30, 7]

  init(
    _ log: AnswerLog, cards: CardTable, topic: Int?, period: Period, today: Day,
    by scheduler: Scheduler
  ) {
    days = DayLine(from: min(log.firstDay ?? today, today), to: today)
    kept = Array(repeating: Share(), count: cards.parts.count)
    sureness = Array(repeating: [Share(), Share(), Share()], count: cards.topics.count)
    let topicCount = cards.topics.count
    snapshots = Self.lookbacks.map { back in
      Snapshot(
        back: back, day: today.advanced(by: -back), known: Array(repeating: 0, count: topicCount),
        seen: Array(repeating: 0, count: topicCount))
    }
    self.period = period
    self.today = today
    self.scheduler = scheduler
    self.cards = log.cards
    onlyTopic = topic
    (parts, topics) = Self.places(of: log, in: cards)
    lastDays = Array(repeating: Int32.min, count: log.cards.count)
    memories = Array(repeating: nil, count: log.cards.count)
    lastTimes = Array(repeating: 0, count: log.cards.count)
    for answer in log.answers { add(answer) }
    while nextSnapshot < snapshots.count { takeSnapshot() }
  }

  private static func places(of log: AnswerLog, in cards: CardTable) -> ([Int32], [Int32]) {
    var parts = [Int32](repeating: -1, count: log.cards.count)
    var topics = parts
    var numbers: [CardID: Int] = [:]
    numbers.reserveCapacity(log.cards.count)
    for (number, id) in log.cards.enumerated() { numbers[id] = number }
    for row in cards.rows {
      guard let number = numbers[row.id] else { continue }
      parts[number] = Int32(row.part)
      topics[number] = Int32(cards.parts[row.part].topic)
    }
    return (parts, topics)
  }

  private mutating func add(_ answer: AnswerTrace) {
    let card = Int(answer.card)
    if let onlyTopic, topics[card] != Int32(onlyTopic) { return }
    while nextSnapshot < snapshots.count,
      answer.day > Int32(snapshots[nextSnapshot].day.number)
    {
      takeSnapshot()
    }
    // A clock that was ahead may have left answers of days to come; they stand on the last day.
    let index = min(max(Int(answer.day) - days.first.number, 0), days.tallies.count - 1)
    let isFirstToday = lastDays[card] != answer.day
    let waited = answer.part == .review && isFirstToday
    let isMature = answer.interval >= 21
    let isRight = answer.grade > 1
    let duration = min(Int(answer.duration), Durations.longest)
    days.change(index) { day in
      day.answers += 1
      day.milliseconds += duration
      if isFirstToday { day.cards += 1 }
      if answer.part == .first { day.new += 1 }
      if waited {
        if isMature { day.mature.add(isRight) } else { day.young.add(isRight) }
      }
    }
    if answer.part == .review, !isRight, Int(answer.day) > today.number - 7 {
      slipped.append(card)
    }
    if period.contains(Day(number: Int(answer.day))) {
      addInPeriod(answer, card: card, waited: waited, isMature: isMature, isRight: isRight)
    }
    memories[card] = memory(after: answer, card: card)
    lastDays[card] = answer.day
    lastTimes[card] = answer.time
  }

  /// What is known of a memory after an answer. What the log says another version of FSRS knew is
  /// computed anew from the answers.
  private func memory(after answer: AnswerTrace, card: Int) -> MemoryState? {
    guard let known = answer.memory else { return nil }
    guard (known.fast != nil) != (scheduler.choice != .fsrs6) else { return known }
    let isFirst = answer.part == .first || memories[card] == nil
    return scheduler.memory(
      of: cards[card], isFirst ? nil : memories[card],
      after: Rating(rawValue: Int(answer.grade)) ?? .good,
      studyDays: isFirst ? 0 : elapsed(to: answer.day, card: card),
      exactDays: isFirst ? 0 : Double(answer.time - lastTimes[card]) / 86_400_000)
  }

  /// Study days since a card was answered last; a journey west leads back to the day before.
  private func elapsed(to day: Int32, card: Int) -> Int {
    max(Int(day) - Int(lastDays[card]), 0)
  }

  private mutating func addInPeriod(
    _ answer: AnswerTrace, card: Int, waited: Bool, isMature: Bool, isRight: Bool
  ) {
    let phase = answer.part != .review ? 0 : isMature ? 2 : 1
    grades[phase][Int(answer.grade) - 1] += 1
    let hour = Int(answer.hour)
    hours[hour].answers += 1
    switch answer.part {
    case .first: firstTimes.add(Int(answer.duration))
    case .review: reviewTimes.add(Int(answer.duration))
    case .learning, .relearning: break
    }
    if waited {
      hours[hour].kept.add(isRight)
      if parts[card] >= 0 { kept[Int(parts[card])].add(isRight) }
      if let memory = memories[card] {
        let recall = scheduler.recall(
          of: memory, card: cards[card], afterDays: Double(elapsed(to: answer.day, card: card)))
        check.add(recall, isRight: isRight)
      }
    }
    if answer.sureness == 3, !isRight {
      sureAndWrong.append((card, Day(number: Int(answer.day))))
    }
    if answer.sureness > 0, topics[card] >= 0 {
      sureness[Int(topics[card])][Int(answer.sureness) - 1].add(isRight)
    }
  }

  /// By part of the notes: the last study day with an answer.
  func lastDaysByPart(_ count: Int) -> [Day?] {
    var days = [Int32](repeating: Int32.min, count: count)
    for (card, part) in parts.enumerated() where part >= 0 {
      days[Int(part)] = max(days[Int(part)], lastDays[card])
    }
    return days.map { $0 == Int32.min ? nil : Day(number: Int($0)) }
  }

  private mutating func takeSnapshot() {
    let day = snapshots[nextSnapshot].day.number
    for card in lastDays.indices where lastDays[card] != Int32.min && topics[card] >= 0 {
      let topic = Int(topics[card])
      snapshots[nextSnapshot].seen[topic] += 1
      guard let memory = memories[card] else { continue }
      snapshots[nextSnapshot].known[topic] += scheduler.recall(
        of: memory, card: cards[card], afterDays: Double(day - Int(lastDays[card])))
    }
    nextSnapshot += 1
  }
}
