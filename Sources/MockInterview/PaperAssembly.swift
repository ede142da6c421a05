import Decks

extension PaperDraw {
  /// What an interviewer asks when the notes have no more about something.
  static let probes = [
    "What breaks first with ten times the load?", "How would you notice it in production?",
    "What would you take instead, and when?", "What did you see go wrong with it?",
  ]

  /// Slots as questions, in order, with the follow-ups and reserves that belong to them.
  func assemble(
    _ rounds: [[Int?]], preset: Preset, pool: CardPool, reveal: Reveal, relaxed: [String]
  ) -> Paper {
    var questions: [Question] = []
    var extras: [Question] = []
    let used = Set(rounds.flatMap { $0.compactMap { $0 } })
    for (round, slots) in zip(preset.rounds, rounds) {
      let topic = slots.lazy.compactMap { $0 }.first.map { pool.candidates[$0].card }
      var probes = Self.probes[...]
      for (slot, index) in slots.enumerated() {
        let number = questions.count + 1
        if let index {
          let card = pool.candidates[index].card
          questions.append(Question(number: number, card: card, round: round, seed: pool.seed))
        } else if round.hasOneTopic, let topic, let probe = probes.popFirst() {
          let level = round.levels[slot]
          questions.append(
            .probe(probe, number: number, about: topic, level: level, round: round))
        }
      }
      if round.hasOneTopic, reveal == .each {
        extras += reserves(for: slots, round: round, pool: pool, used: used)
      }
    }
    if preset.style == .interview {
      extras += followUps(to: questions, preset: preset, pool: pool, reveal: reveal, used: used)
    }
    for var extra in extras {
      extra.number = questions.count + 1
      questions.append(extra)
    }
    return Paper(preset: preset, seed: pool.seed.value, questions: questions, relaxed: relaxed)
  }

  /// What may follow a question inside its box: what its author would ask, else, where answers are
  /// marked at once, the nearest card one level up.
  private func followUps(
    to questions: [Question], preset: Preset, pool: CardPool, reveal: Reveal, used: Set<Int>
  ) -> [Question] {
    let cards = Dictionary(
      used.map { (pool.candidates[$0].card.id, $0) }, uniquingKeysWith: { min($0, $1) })
    var used = used
    var found: [Question] = []
    for question in questions {
      guard let index = question.card.flatMap({ cards[$0] }),
        let round = preset.rounds.first(where: { $0.name == question.round })
      else { continue }
      let card = pool.candidates[index].card
      if let followUp = Question.followUp(to: question, card: card) {
        found.append(followUp)
      } else if reveal == .each, !round.hasOneTopic,
        let next = deeper(than: card, pool: pool, round: round, used: used)
      {
        used.insert(next)
        var extra = Question(
          number: 0, card: pool.candidates[next].card, round: round, seed: pool.seed)
        extra.follows = question.number
        found.append(extra)
      }
    }
    return found
  }

  private func deeper(than card: Card, pool: CardPool, round: Round, used: Set<Int>) -> Int? {
    let near = pool.indices(of: card.topic).filter { index in
      let other = pool.candidates[index].card
      return other.level == card.level + 1 && headingDistance(card, other) < 2
        && other.group != card.group && !used.contains(index) && round.kinds.contains(other.kind)
    }
    return pool.first(of: near, avoiding: freshPapers) { _ in true }
  }

  /// Cards that a thread may turn to when answers are marked at once: the nearest of each level.
  private func reserves(
    for slots: [Int?], round: Round, pool: CardPool, used: Set<Int>
  ) -> [Question] {
    guard let opener = slots.first ?? nil else { return [] }
    let card = pool.candidates[opener].card
    let free = pool.indices(of: card.topic).filter {
      !used.contains($0) && round.kinds.contains(pool.candidates[$0].card.kind)
        && pool.isFresh($0, avoiding: freshPapers)
    }
    return (1...4).flatMap { level in
      free.filter { pool.candidates[$0].card.level == level }.map { index in
        (
          distance: headingDistance(card, pool.candidates[index].card),
          arrival: pool.arrival(index), index: index
        )
      }.sorted { ($0.distance, $0.arrival) < ($1.distance, $1.arrival) }.lazy
        .filter { CardPool.canBeAsked(pool.candidates[$0.index].card) }.prefix(3).map {
          var question = Question(
            number: 0, card: pool.candidates[$0.index].card, round: round, seed: pool.seed)
          question.isReserve = true
          return question
        }
    }
  }
}

extension Question {
  /// A general question about what a card is about.
  static func probe(
    _ prompt: String, number: Int, about card: Card, level: Int, round: Round
  ) -> Question {
    Question(
      number: number, form: .probe, round: round.name, card: nil,
      text: textHash(prompt: prompt, answer: "", points: []), kind: .open, topic: card.topic,
      trail: card.trail, level: max(level, 1), prompt: prompt, answer: "", points: [], choices: [],
      redFlags: [], place: nil, box: round.box, isHard: round.isHard, follows: nil,
      isReserve: false)
  }

  /// The question that the note asks after this one; nil if it asks none.
  static func followUp(to question: Question, card: Card) -> Question? {
    guard let prompt = card.interview?.followUp, !prompt.isEmpty else { return nil }
    let answer = card.interview?.followUpAnswer ?? ""
    let points = RubricPoints.of(answer: answer)
    return Question(
      number: 0, form: .followUp, round: question.round, card: question.card,
      text: textHash(prompt: prompt, answer: answer, points: points), kind: .open,
      topic: question.topic, trail: question.trail, level: min(question.level + 1, 4),
      prompt: prompt, answer: answer, points: points, choices: [], redFlags: [],
      place: question.place, box: question.box, isHard: question.isHard, follows: question.number,
      isReserve: false)
  }
}
