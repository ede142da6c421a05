import Decks

extension Preset {
  /// The five presets, the usual one first.
  package static let all: [Preset] = [screen, onsite, design, rapid, exam]

  private static let talk: Set<Card.Kind> = [.open, .points, .code, .order]

  /// A first interview: breadth. The levels rise, peak at the sixth question and land softly.
  package static let screen = Preset(
    name: "screen", style: .interview,
    rounds: [Round(name: "breadth", levels: [1, 2, 2, 3, 2, 4, 3, 1], kinds: talk, box: 150)],
    reveal: .each, typedReveal: .end, topicsAtLeast: 6)

  /// A day of interviews: warm-up, breadth, one topic down to its failures, trade-offs.
  package static let onsite = Preset(
    name: "onsite", style: .interview,
    rounds: [
      Round(name: "warm-up", levels: [1, 1, 2], kinds: talk.union([.choice, .cloze]), box: 90),
      Round(name: "breadth", levels: [1, 2, 2, 3, 3, 4], kinds: talk, box: 150),
      Round(
        name: "deep dive", levels: [1, 2, 3, 4, 4], kinds: [.open, .points, .code], box: 180,
        hasOneTopic: true),
      Round(
        name: "trade-offs", levels: [3, 3], kinds: [.open, .points], box: 210,
        prefersComparisons: true),
    ], spare: 210, reveal: .round, topicsAtLeast: 5)

  /// One design prompt; its boxes are those of the stages.
  package static let design = Preset(
    name: "design", style: .design,
    rounds: [
      Round(
        name: "design", levels: DesignStage.all.map { _ in 0 }, kinds: Set(Card.Kind.allCases),
        box: 600)
    ], reveal: .end)

  /// Twenty short questions, one hard half minute each.
  package static let rapid = Preset(
    name: "rapid", style: .rapid,
    rounds: [
      Round(
        name: "rapid", levels: Array(repeating: 0, count: 20),
        kinds: [.cloze, .choice, .order, .points, .typed], box: 30, isHard: true, mostPoints: 3)
    ], reveal: .each)

  /// Thirty questions of all kinds, two minutes each on one clock.
  package static let exam = Preset(
    name: "exam", style: .exam,
    rounds: [
      Round(
        name: "exam", levels: Array(repeating: 0, count: 30), kinds: Set(Card.Kind.allCases),
        box: 120)
    ], reveal: .end)
}
