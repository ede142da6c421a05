import Decks

/// What a compile came to in figures, for programs.
struct CompileTotals {
  private var kinds: [String: Int] = [:]
  private var rules: [String: Int] = [:]
  private var skipped: [String: Int] = [:]
  private var leafSections = 0
  private var askedSections = 0
  private var answers: [Int] = []

  /// `ebb.compile/1`, as the manual page describes it.
  struct Object: Encodable {
    struct Coverage: Encodable {
      let sections, asked: Int
      let share: Double
    }
    struct Answers: Encodable {
      let median, ninetieth, longest: Int
    }
    let schema = "ebb.compile/1"
    let files, cards, warnings: Int
    let kinds, rules: [String: Int]
    /// Leaf sections with more than 20 words of prose, and those a card asks about.
    let coverage: Coverage
    /// Lines of an answer at 76 columns; of its key points where it has some.
    let answers: Answers
    /// Sections and blocks without a card, by reason.
    let skipped: [String: Int]
  }

  mutating func add(_ compilation: Compilation) {
    for card in compilation.cards {
      kinds[card.kind.rawValue, default: 0] += 1
      rules[card.rule, default: 0] += 1
      answers.append(card.answerLines)
    }
    for skipped in compilation.skipped + compilation.unasked {
      self.skipped[Self.withoutFigures(skipped.reason), default: 0] += 1
    }
    leafSections += compilation.leafSections
    askedSections += compilation.askedSections
  }

  func object(files: Int, warnings: Int) -> Object {
    let sorted = answers.sorted()
    func quantile(_ share: Double) -> Int {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    let share = leafSections == 0 ? 0 : Double(askedSections) / Double(leafSections)
    return Object(
      files: files, cards: answers.count, warnings: warnings, kinds: kinds, rules: rules,
      coverage: Object.Coverage(
        sections: leafSections, asked: askedSections, share: (share * 1000).rounded() / 1000),
      answers: Object.Answers(
        median: quantile(0.5), ninetieth: quantile(0.9), longest: sorted.last ?? 0),
      skipped: skipped)
  }

  /// "… too uncertain (53 of 100)" is one reason, whatever the figure.
  private static func withoutFigures(_ reason: String) -> String {
    guard let bracket = reason.firstIndex(of: "(") else { return reason }
    return String(reason[..<bracket].dropLast())
  }
}
