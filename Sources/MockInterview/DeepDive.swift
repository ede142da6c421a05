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
  /// headings is large enough.
  func focus() -> Thread? {
    let allowed = pool.topics.map { topic in
      (topic: topic, indices: pool.indices(of: topic).filter { isAskable($0) })
    }
    func largestGroup(_ indices: [Int]) -> [Int] {
      let groups = Dictionary(
        grouping: indices.filter { !pool.candidates[$0].card.isInterviewQuestion },
        by: { pool.candidates[$0].card.trail.first ?? "" })
      let largest = groups.max { left, right in
        left.value.count == right.value.count
          ? left.key > right.key : left.value.count < right.value.count
      }
      return largest?.value ?? indices
    }
    let deep = allowed.map { (topic: $0.topic, all: $0.indices, group: largestGroup($0.indices)) }
    let enough = deep.filter { $0.group.count >= round.levels.count }
    func arrival(_ topic: String) -> Double {
      pool.seed.race("focus/" + topic, weight: (records[topic] ?? TopicRecord()).share)
    }
    let focus =
      enough.min { arrival($0.topic) < arrival($1.topic) }
      ?? deep.filter { !$0.all.isEmpty }.max { $0.all.count < $1.all.count }
    return focus.map {
      Thread(pool: pool, window: looseness.window, group: $0.group, all: $0.all)
    }
  }

  private func isAskable(_ index: Int) -> Bool {
    let card = pool.candidates[index].card
    guard looseness.allowsAnyKind || round.kinds.contains(card.kind), !used.contains(index),
      pool.arrival(index, avoiding: looseness.window) < .infinity
    else { return false }
    return CardPool.canBeAsked(card)
  }

  /// A thread while its cards are taken.
  struct Thread {
    let pool: CardPool
    let window: Int
    /// Cards of the group that the thread starts in.
    let group: [Int]
    /// Cards of the whole topic.
    let all: [Int]
    private(set) var taken: [Int] = []

    init(pool: CardPool, window: Int, group: [Int], all: [Int]) {
      self.pool = pool
      self.window = window
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
      return (abs(card.level - level), distance, pool.arrival(index, avoiding: window))
    }
  }
}

/// How far apart two cards of a note stand: 0 under one heading, 1 under one parent, 2 elsewhere.
func headingDistance(_ left: Card, _ right: Card) -> Int {
  if left.isInterviewQuestion != right.isInterviewQuestion { return 2 }
  if left.trail == right.trail { return 0 }
  return left.trail.dropLast() == right.trail.dropLast() ? 1 : 2
}
