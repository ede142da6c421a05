import Decks

/// Fills the slots of one round: first topics by their shares, then cards by their weights.
struct RoundDraw {
  let pool: CardPool
  let round: Round
  /// The place of the round in the preset; every round has its own chance.
  let index: Int
  let looseness: CardPool.Looseness
  let topicsAtLeast: Int
  let records: [String: TopicRecord]

  private var scope: String { index == 0 ? "" : "\(index)/" }

  /// Indices of the pool for the slots, nil where nothing fits.
  /// - Parameter used: What earlier rounds have taken.
  func slots(used: [Int]) -> [Int?] {
    let count = round.levels.count
    let topics = pool.topics.filter { topic in
      pool.indices(of: topic).contains { index in
        pool.isFresh(index, avoiding: looseness.window) && allows(index)
      }
    }
    guard !topics.isEmpty else { return Array(repeating: nil, count: count) }
    let wanted = topicSlots(topics, count: count)
    let comparisons = round.prefersComparisons ? comparisons(of: topics) : nil
    var taken: [Int] = []
    return (0..<count).map { slot in
      // The topic that was drawn, then the others in their order.
      let start = topics.firstIndex(of: wanted[slot]) ?? 0
      let order = topics[start...] + topics[..<start]
      let level = round.levels[slot]
      let card = card(
        at: level, from: order, comparisons: comparisons, used: used, taken: taken)
      if let card { taken.append(card) }
      return card
    }
  }

  private func allows(_ index: Int) -> Bool {
    looseness.allowsAnyKind
      || round.allows(
        pool.candidates[index].card.kind, points: pool.candidates[index].card.points.count)
  }

  /// The cards of each topic whose questions set two things against each other.
  private func comparisons(of topics: [String]) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: topics.map { topic in
        let found = pool.indices(of: topic).filter { index in
          Card.isComparison(pool.candidates[index].card.prompt) && allows(index)
        }
        return (topic, found)
      })
  }

  /// Systematic sampling: topics lie end to end by their shares, and a comb of `count` teeth falls
  /// on them, so that each gets its share rounded down or up.
  private func topicSlots(_ topics: [String], count: Int) -> [String] {
    let least = min(looseness.allowsAnyTopic ? 1 : topicsAtLeast, count)
    let shares = TopicShares(
      topics.map { records[$0] ?? TopicRecord() }, cap: 1 / Double(max(least, 1))
    ).values
    let start = pool.seed.uniform(scope + "start")
    var slots: [String] = []
    var end = 0.0
    for (topic, share) in zip(topics, shares) {
      end += share
      while slots.count < count, (Double(slots.count) + start) / Double(count) < end {
        slots.append(topic)
      }
    }
    // What rounding may leave over at the end of the line.
    while slots.count < count { slots.append(topics[topics.count - 1]) }
    let order = slots.indices.map { (key: pool.seed.uniform("\(scope)slot/\($0)"), slot: $0) }
      .sorted { $0.key < $1.key }
    return Self.apart(order.map { slots[$0.slot] })
  }

  /// Equal neighbours exchanged with a later slot where that parts them.
  static func apart(_ slots: [String]) -> [String] {
    var slots = slots
    for index in slots.indices.dropFirst() where slots[index] == slots[index - 1] {
      let other = slots.indices.first { later in
        later > index && slots[later] != slots[index - 1]
      }
      if let other { slots.swapAt(index, other) }
    }
    return slots
  }

  private func card(
    at level: Int, from topics: ArraySlice<String>, comparisons: [String: [Int]]?, used: [Int],
    taken: [Int]
  ) -> Int? {
    let distances = level == 0 ? [4] : looseness.allowsAnyLevel ? [0, 1, 4] : [0, 1]
    for onlyComparisons in comparisons == nil ? [false] : [true, false] {
      for topic in topics {
        let cards = onlyComparisons ? comparisons?[topic] ?? [] : pool.indices(of: topic)
        for distance in distances {
          let found = pool.first(of: cards, avoiding: looseness.window) { index in
            abs(pool.candidates[index].card.level - level) <= distance && allows(index)
              && !taken.contains(index) && !used.contains(index)
              && !taken.contains { pool.areTooClose($0, index, looseness: looseness) }
              && (looseness.allowsSiblings || !used.contains { pool.areSiblings($0, index) })
          }
          if let found { return found }
        }
      }
    }
    return nil
  }
}
