import Decks

/// Draws papers: the same cards, progress and seed give the same paper.
package struct PaperDraw: Sendable {
  package var candidates: [Candidate]
  /// What mocks have shown of the topics; a topic without a record counts like any other.
  package var records: [String: TopicRecord]
  /// The cards of this many papers before are not asked again.
  package var freshPapers: Int
  /// What the cards are drawn from, in words: "payments/".
  package var scope: String

  package init(
    candidates: [Candidate], records: [String: TopicRecord] = [:], freshPapers: Int = 3,
    scope: String = ""
  ) {
    self.candidates = candidates
    self.records = records
    self.freshPapers = freshPapers
    self.scope = scope
  }

  /// What a draw of all rounds gave.
  private struct Draw {
    var rounds: [[Int?]]
    var filled: Int { rounds.reduce(0) { $0 + $1.count { $0 != nil } } }
  }

  /// Draws the paper of a preset, giving up one demand after the other when cards are few.
  /// - Throws: `PaperRefusal` when fewer than half of the questions can be found.
  package func paper(
    for preset: Preset, reveal: Reveal, seed value: UInt64
  ) throws(PaperRefusal) -> Paper {
    let seed = PaperSeed(value)
    if candidates.isEmpty {
      throw PaperRefusal("No card can be asked: ebb add FOLDER brings your notes.")
    }
    if preset.style == .design { return try designPaper(for: preset, seed: seed) }
    let pool = pool(for: preset, seed: seed)
    var relaxed: [String] = []
    var fewest = preset.topicsAtLeast
    if pool.topics.count < preset.topicsAtLeast, !pool.topics.isEmpty {
      fewest = pool.topics.count
      let cards = fewest == 1 ? "1 topic has" : "\(fewest) topics have"
      relaxed.append(
        "Only \(cards) cards for this: the paper has \(fewest) instead of "
          + "\(preset.topicsAtLeast).")
    }
    let (draw, looseness) = bestDraw(for: preset, pool: pool, topicsAtLeast: fewest)
    relaxed += sentences(
      for: draw, looseness: looseness, preset: preset, pool: pool, topicsAtLeast: fewest)
    if draw.filled < preset.count {
      guard draw.filled * 2 >= preset.count, draw.filled > 0 else {
        throw refusal(of: preset, found: draw.filled, seed: seed)
      }
      relaxed.append("The paper has \(draw.filled) questions instead of \(preset.count).")
    }
    return assemble(draw.rounds, preset: preset, pool: pool, reveal: reveal, relaxed: relaxed)
  }

  private func pool(for preset: Preset, seed: PaperSeed) -> CardPool {
    CardPool(
      candidates, seed: seed,
      interviewWeight: preset.style == .interview ? Candidate.interviewWeight : 1)
  }

  /// The first draw that fills all slots; else the fullest.
  private func bestDraw(
    for preset: Preset, pool: CardPool, topicsAtLeast: Int
  ) -> (Draw, CardPool.Looseness) {
    var steps = (0...freshPapers).reversed().map { CardPool.Looseness(window: $0) }
    var loose = CardPool.Looseness(window: 0)
    for relax: (inout CardPool.Looseness) -> Void in [
      { $0.allowsSiblings = true }, { $0.allowsAnyTopic = true }, { $0.allowsAnyLevel = true },
      { $0.allowsAnyKind = true }, { $0.allowsNeighbours = true },
    ] {
      relax(&loose)
      steps.append(loose)
    }
    var best: (draw: Draw, looseness: CardPool.Looseness)?
    for step in steps {
      let draw = draw(preset, pool: pool, looseness: step, topicsAtLeast: topicsAtLeast)
      if draw.filled > best?.draw.filled ?? -1 { best = (draw, step) }
      if draw.filled == preset.count { break }
    }
    return best ?? (Draw(rounds: []), loose)
  }

  private func draw(
    _ preset: Preset, pool: CardPool, looseness: CardPool.Looseness, topicsAtLeast: Int
  ) -> Draw {
    var used: [Int] = []
    var rounds: [[Int?]] = []
    for (index, round) in preset.rounds.enumerated() {
      let slots =
        round.hasOneTopic
        ? DeepDive(pool: pool, round: round, looseness: looseness, records: records, used: used)
          .slots()
        : RoundDraw(
          pool: pool, round: round, index: index, looseness: looseness,
          topicsAtLeast: topicsAtLeast, records: records
        ).slots(used: used)
      used += slots.compactMap { $0 }
      rounds.append(slots)
    }
    return Draw(rounds: rounds)
  }

  /// What was given up, as far as the paper shows it: a demand that was dropped and met all the
  /// same is not worth a word.
  private func sentences(
    for draw: Draw, looseness: CardPool.Looseness, preset: Preset, pool: CardPool,
    topicsAtLeast: Int
  ) -> [String] {
    var sentences: [String] = []
    let slots = zip(preset.rounds, draw.rounds).flatMap { round, cards in
      zip(round.levels, cards).compactMap { level, index in
        index.map { (round: round, level: level, index: $0) }
      }
    }
    let last = slots.compactMap { pool.candidates[$0.index].papersAgo }.min() ?? .max
    if last <= freshPapers {
      let ago = ["the last paper", "two papers ago", "three papers ago"]
      let name = ago.indices.contains(last - 1) ? ago[last - 1] : "\(last) papers ago"
      sentences.append("Cards of \(name) are asked again.")
    }
    func hasSiblings(inOneRound: Bool) -> Bool {
      slots.indices.contains { later in
        slots[..<later].contains { earlier in
          (earlier.round.name == slots[later].round.name) == inOneRound
            && !(inOneRound && earlier.round.hasOneTopic)
            && pool.areSiblings(earlier.index, slots[later].index)
        }
      }
    }
    if looseness.allowsSiblings, hasSiblings(inOneRound: false) {
      sentences.append("Cards of one section stand in different rounds.")
    }
    if looseness.allowsNeighbours, hasSiblings(inOneRound: true) {
      sentences.append("Cards of one section stand in one round.")
    }
    let free = slots.filter { !$0.round.hasOneTopic }
    let topics = Set(free.map { pool.candidates[$0.index].card.topic }).count
    if looseness.allowsAnyTopic, topics < min(topicsAtLeast, free.count) {
      sentences.append("The questions are of \(topics == 1 ? "1 topic" : "\(topics) topics") only.")
    }
    let isUneven = slots.contains { slot in
      slot.level > 0 && abs(pool.candidates[slot.index].card.level - slot.level) > 1
    }
    if looseness.allowsAnyLevel, isUneven {
      sentences.append("Some questions are easier or harder.")
    }
    let hasOthers = slots.contains { slot in
      let card = pool.candidates[slot.index].card
      return !slot.round.allows(card.kind, points: card.points.count)
    }
    if looseness.allowsAnyKind, hasOthers { sentences.append("Cards of other kinds are asked.") }
    return sentences
  }

  private func refusal(of preset: Preset, found: Int, seed: PaperSeed) -> PaperRefusal {
    let least = (preset.count + 1) / 2
    let place = scope.isEmpty ? "there" : scope
    let have = found == 1 ? "1 that can be asked" : "\(found) that can be asked"
    let start = "\(preset.name) needs at least \(least) \(least == 1 ? "question" : "questions")"
    let intro = scope.isEmpty ? "\(start); there \(found == 1 ? "is" : "are") \(have)." : nil
    let sentence = intro ?? "\(start); \(place) has \(have)."
    return PaperRefusal(
      sentence
        + (nearest(to: preset, found: found, seed: seed)
          ?? " No card of it has anything to mark an answer by."))
  }

  /// The preset that asks the most questions of these cards, as a sentence behind a refusal; the
  /// refused one wins among equals. Nil if none asks any.
  func nearest(to preset: Preset, found: Int, seed: PaperSeed) -> String? {
    var nearest = found > 0 ? (preset: preset, count: found) : nil
    for other in Preset.all where other.style != .design && other.name != preset.name {
      let pool = pool(for: other, seed: seed)
      let count = bestDraw(for: other, pool: pool, topicsAtLeast: 1).0.filled
      if count > nearest?.count ?? 0 { nearest = (other, count) }
    }
    guard let (other, count) = nearest else { return nil }
    let size = count == other.count ? "" : " --questions \(count)"
    return " Nearest that works: \(other.name) with \(count) (ebb mock \(other.name)\(size))."
  }
}
