import Decks

extension PaperDraw {
  /// One prompt in six stages. The key points of the prompt stand in the stages whose words they
  /// hold; a stage with fewer than three of them is filled with what any design should say.
  func designPaper(for preset: Preset, seed: PaperSeed) throws(PaperRefusal) -> Paper {
    let pool = CardPool(candidates.filter { $0.card.isDesignPrompt }, seed: seed)
    let prompts = pool.topics.flatMap { pool.indices(of: $0) }
      .sorted { pool.arrival($0) < pool.arrival($1) }
    var relaxed: [String] = []
    var chosen: Int?
    for window in (0...freshPapers).reversed() {
      chosen = pool.first(of: prompts, avoiding: window) { _ in true }
      if chosen != nil {
        if window < freshPapers { relaxed.append("The prompt was asked in a paper before.") }
        break
      }
    }
    guard let chosen else {
      let place = scope.isEmpty ? "no note" : "nothing in \(scope)"
      throw PaperRefusal(
        "design needs a prompt: \(place) has a question that begins with “Design”."
          + (nearest(to: preset, found: 0, seed: seed) ?? ""))
    }
    let card = pool.candidates[chosen].card
    let points = RubricPoints.of(card)
    let total = DesignStage.all.reduce(0) { $0 + $1.box }
    let questions = DesignStage.all.enumerated().map { index, stage in
      var own = points.filter { Self.stage(of: $0.text) == index }
      if own.count < 3 {
        own += stage.usual.prefix(4 - own.count).map { KeyPoint(text: $0, weight: 1) }
      }
      return Question(
        number: index + 1, form: .stage, round: stage.name, card: index == 0 ? card.id : nil,
        text: Question.textHash(prompt: card.prompt, answer: card.answer, points: points),
        kind: .points, topic: card.topic, trail: [card.question], level: stage.level,
        prompt: card.prompt + "\n\n" + stage.request, answer: card.answer, points: own,
        choices: [], redFlags: card.interview?.redFlags ?? [], place: card.place,
        box: stage.box * (preset.seconds == 0 ? total : preset.seconds) / total, isHard: false,
        follows: nil, isReserve: false)
    }
    return Paper(preset: preset, seed: seed.value, questions: questions, relaxed: relaxed)
  }

  /// The stage whose words a point holds; the high level takes what no stage claims.
  static func stage(of point: String) -> Int {
    let text = point.lowercased().split { !$0.isLetter }.reduce(into: "") { $0 += " " + $1 }
    let found = DesignStage.all.firstIndex { stage in
      stage.cues.contains { text.contains(" " + $0) }
    }
    return found ?? 2
  }
}
