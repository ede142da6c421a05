import Decks

/// What a compile came to in figures, for programs.
struct CompileTotals {
  private var kinds: [String: Int] = [:]
  private var rules: [String: Int] = [:]
  private var skipped: [String: Int] = [:]
  private var notes: [Object.Note] = []
  private var coverage = Coverage()
  private var answers: [Int] = []

  /// `ebb.compile/1`, as the manual page describes it.
  struct Object: Encodable {
    struct Share: Encodable {
      let all, asked: Int
      let share: Double

      init(_ count: Coverage.Count) {
        all = count.all
        asked = count.asked
        share = all == 0 ? 0 : (Double(asked) / Double(all) * 1000).rounded() / 1000
      }
    }
    struct Covered: Encodable {
      /// Leaf sections with more than 20 words of prose.
      let sections: Share
      let rows, definitions, lists: Share
    }
    struct Answers: Encodable {
      let median, ninetieth, longest: Int
    }
    struct Note: Encodable {
      let path, topic: String
      let cards: Int
      let rules: [String: Int]
    }
    let schema = "ebb.compile/1"
    let files, cards, warnings: Int
    let kinds, rules: [String: Int]
    /// What cards ask about.
    let coverage: Covered
    /// Lines of an answer at 76 columns; of its key points where it has some.
    let answers: Answers
    /// Sections and blocks without a card, by reason.
    let skipped: [String: Int]
    let notes: [Note]
  }

  mutating func add(_ compilation: Compilation, path: String, coverage: Coverage) {
    var own: [String: Int] = [:]
    for card in compilation.cards {
      kinds[card.kind.rawValue, default: 0] += 1
      own[card.rule, default: 0] += 1
      answers.append(card.answerLines)
    }
    rules.merge(own, uniquingKeysWith: +)
    notes.append(
      Object.Note(
        path: path, topic: compilation.topic, cards: compilation.cards.count, rules: own))
    for skipped in compilation.skipped + compilation.unasked {
      self.skipped[Self.withoutFigures(skipped.reason), default: 0] += 1
    }
    self.coverage += coverage
  }

  /// "label 12, table 7", the most frequent first.
  var byRule: String {
    rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  func object(files: Int, warnings: Int) -> Object {
    let sorted = answers.sorted()
    func quantile(_ share: Double) -> Int {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    return Object(
      files: files, cards: answers.count, warnings: warnings, kinds: kinds, rules: rules,
      coverage: Object.Covered(
        sections: Object.Share(coverage.sections), rows: Object.Share(coverage.rows),
        definitions: Object.Share(coverage.definitions), lists: Object.Share(coverage.lists)),
      answers: Object.Answers(
        median: quantile(0.5), ninetieth: quantile(0.9), longest: sorted.last ?? 0),
      skipped: skipped, notes: notes)
  }

  /// "… too uncertain (53 of 100)" is one reason, whatever the figure.
  private static func withoutFigures(_ reason: String) -> String {
    guard let bracket = reason.firstIndex(of: "(") else { return reason }
    return String(reason[..<bracket].dropLast())
  }
}
