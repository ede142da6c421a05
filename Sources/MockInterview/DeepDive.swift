import Decks

/// A thread of questions that goes down one topic: definition, mechanism, trade-off, failure.
struct DeepDive {
  let pool: CardPool
  let round: Round
  let looseness: CardPool.Looseness
  let records: [String: TopicRecord]
  /// What the paper has taken already.
  let used: [Int]

  /// The cards of the thread in order of asking, nil where it runs out of them.
  func slots() -> [Int?] {
    guard var thread = focus() else { return round.levels.map { _ in nil } }
    return round.levels.map { level in thread.take(level: level) }
  }

  /// Where the thread goes: the topic that wins the race among those whose largest group of
  /// headings is large enough, else the one with the most cards. Topics are looked at in the order
  /// of the race, which mostly ends with the first.
  func focus() -> Thread? {
    let race = pool.topics.enumerated().map { place, topic in
      let share = (records[topic] ?? TopicRecord()).share
      return (arrival: pool.seed.race("focus/" + topic, weight: share), place: place, topic: topic)
    }.sorted { ($0.arrival, $0.place) < ($1.arrival, $1.place) }
    var shallow: [(place: Int, thread: Thread)] = []
    for (_, place, topic) in race {
      let all = pool.indices(of: topic).filter { isAskable($0) }
      let thread = Thread(pool: pool, group: largestGroup(of: all), all: all)
      if thread.group.count >= round.levels.count { return thread }
      if !all.isEmpty { shallow.append((place, thread)) }
    }
    return shallow.max { left, right in
      (left.thread.all.count, -left.place) < (right.thread.all.count, -right.place)
    }?.thread
  }

  private func largestGroup(of indices: [Int]) -> [Int] {
    let groups = Dictionary(
      grouping: indices.filter { !pool.candidates[$0].card.isInterviewQuestion },
      by: { pool.candidates[$0].card.trail.first ?? "" })
    let largest = groups.max { left, right in
      left.value.count == right.value.count
        ? left.key > right.key : left.value.count < right.value.count
    }
    return largest?.value ?? indices
  }

  private func isAskable(_ index: Int) -> Bool {
    guard pool.isFresh(index, avoiding: looseness.window), !used.contains(index),
      looseness.allowsAnyKind || round.kinds.contains(pool.candidates[index].card.kind)
    else { return false }
    return CardPool.canBeAsked(pool.candidates[index].card)
  }

  /// A thread while its cards are taken.
  struct Thread {
    let pool: CardPool
    /// Cards of the group that the thread starts in.
    let group: [Int]
    /// Cards of the whole topic.
    let all: [Int]
    private(set) var taken: [Int] = []

    init(pool: CardPool, group: [Int], all: [Int]) {
      self.pool = pool
      self.group = group
      self.all = all
    }

    /// The next card: the nearest by headings at the level, else at a neighbouring one, else at
    /// any. A passage whose answer was shown is not asked about again.
    mutating func take(level: Int) -> Int? {
      let near = taken.isEmpty ? group : all
      let free = near.filter { index in
        !taken.contains { shown in
          shown == index || pool.candidates[shown].card.group == pool.candidates[index].card.group
        }
      }
      let next = free.min { rank(of: $0, level: level) < rank(of: $1, level: level) }
      if let next { taken.append(next) }
      return next
    }

    private func rank(of index: Int, level: Int) -> (Int, Int, Double) {
      let card = pool.candidates[index].card
      let distance = taken.last.map { headingDistance(pool.candidates[$0].card, card) } ?? 0
      return (abs(card.level - level), distance, pool.arrival(index))
    }
  }
}

/// How far apart two cards of a note stand: 0 under one heading, 1 under one parent, 2 elsewhere.
func headingDistance(_ left: Card, _ right: Card) -> Int {
  if left.isInterviewQuestion != right.isInterviewQuestion { return 2 }
  if left.trail == right.trail { return 0 }
  return left.trail.dropLast() == right.trail.dropLast() ? 1 : 2
}
