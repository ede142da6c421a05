import Decks
import Scheduling

extension Report {
  static func grades(_ figures: Figures) -> Chart {
    let names = ["Again", "Hard", "Good", "Easy"]
    let columns = figures.grades
    let totals = names.indices.map { grade in columns.reduce(0) { $0 + $1[grade] } }
    let rows = names.indices.map { grade -> [Value] in
      [
        .text(names[grade]), .count(totals[grade]), .count(columns[0][grade]),
        .count(columns[1][grade]), .count(columns[2][grade]),
      ]
    }
    return Chart(
      kind: .bars(column: 1, goal: nil),
      title: "Grades, \(figures.period.name): \(Words.count(totals.reduce(0, +), "answer"))",
      summary: zip(names, totals).map { "\($0) \(Words.count($1))" }.joined(separator: ", ") + ".",
      table: Table(
        name: "grades",
        columns: [
          .init("grade", "Grade", isText: true), .init("answers", "Answers"),
          .init("learning", "Learning"), .init("young", "Young"), .init("mature", "Mature"),
        ], rows: rows))
  }

  /// Stability, difficulty and recall of the seen cards.
  static func distributions(_ figures: Figures) -> [Chart] {
    let memory = figures.memory
    let stability = memory.stability
    let stabilityNames =
      zip(stability.limits, stability.limits.dropFirst()).map { low, high in
        low == 0 ? "under \(Int(high)) d" : "\(Int(low))-\(Int(high)) d"
      } + ["\(Int(stability.limits.last ?? 0)) d +"]
    let difficultyNames = memory.difficulty.limits.map { "\(Int($0))-\(Int($0) + 1)" }
    let recallNames = memory.recall.limits.map {
      "\(Int(($0 * 100).rounded()))-\(Int(($0 * 100).rounded()) + 10)%"
    }
    let seen = Words.count(stability.total, "seen card")
    let median = memory.medianStability.map { "; the middle one lasts \(Words.days($0))" } ?? ""
    return [
      histogram(
        "stability", "Stability of \(seen): days until recall falls to 90%\(median)",
        stabilityNames,
        stability.counts),
      histogram(
        "difficulty", "Difficulty of \(seen): 1 (easy) to 10", difficultyNames,
        memory.difficulty.counts),
      histogram(
        "recall", "Chance of recall today of \(seen)", recallNames, memory.recall.counts),
    ]
  }

  private static func histogram(
    _ name: String, _ title: String, _ bins: [String], _ counts: [Int]
  ) -> Chart {
    let most = zip(bins, counts).max { $0.1 < $1.1 }
    let summary =
      most.map {
        "\(Words.count(counts.reduce(0, +), "card")), most of them (\(Words.count($0.1))) in \($0.0)."
      }
      ?? "No cards."
    return Chart(
      kind: .bars(column: 1, goal: nil), title: title, summary: summary,
      table: Table(
        name: name,
        columns: [.init(name, name.capitalizedFirst, isText: true), .init("cards", "Cards")],
        rows: zip(bins, counts).map { [.text($0), .count($1)] }))
  }
}
