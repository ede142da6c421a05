/// How well one knows what one knows: words of sureness against what was right.
package struct Calibration: Hashable, Sendable {
  /// A word before the answer was seen, and whether it was right.
  package struct Statement: Hashable, Sendable {
    package let sureness: Sureness
    package let isRight: Bool

    package init(sureness: Sureness, isRight: Bool) {
      self.sureness = sureness
      self.isRight = isRight
    }
  }

  /// All answers with one word.
  package struct Row: Hashable, Sendable {
    package let sureness: Sureness
    package let count: Int
    package let right: Int

    /// The share that was right, 0...1.
    package var share: Double { count == 0 ? 0 : Double(right) / Double(count) }

    package init(sureness: Sureness, count: Int, right: Int) {
      self.sureness = sureness
      self.count = count
      self.right = right
    }
  }

  package let count: Int
  /// Mean squared distance between said and true (Brier 1950), 0...1; smaller is better.
  package let brier: Double
  /// Brier = reliability − resolution + uncertainty (Murphy 1973).
  package let reliability: Double
  package let resolution: Double
  package let uncertainty: Double
  /// How much better than always saying one's mean; nil if all were right or all wrong.
  package let skill: Double?
  /// Above 0 too sure, below 0 too modest.
  package let bias: Double
  /// Words that were said, surest first.
  package let rows: [Row]

  /// Nil if nothing was said.
  package init?(_ statements: [Statement]) {
    self.init(
      rows: Sureness.allCases.map { word in
        let said = statements.filter { $0.sureness == word }
        return Row(sureness: word, count: said.count, right: said.count { $0.isRight })
      })
  }

  /// Of what is counted already, one row for each word; nil if nothing was said.
  package init?(rows: [Row]) {
    self.rows = rows.filter { $0.count > 0 }
      .sorted { $0.sureness.rawValue > $1.sureness.rawValue }
    count = rows.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    let n = Double(count)
    let mean = Double(rows.reduce(0) { $0 + $1.right }) / n
    brier =
      rows.reduce(0) { sum, row in
        let said = row.sureness.probability
        return sum + Double(row.right) * (said - 1) * (said - 1)
          + Double(row.count - row.right) * said * said
      } / n
    reliability =
      rows.reduce(0) {
        let distance = $1.sureness.probability - $1.share
        return $0 + Double($1.count) * distance * distance
      } / n
    resolution =
      rows.reduce(0) { $0 + Double($1.count) * ($1.share - mean) * ($1.share - mean) } / n
    uncertainty = mean * (1 - mean)
    skill = uncertainty == 0 ? nil : 1 - brier / uncertainty
    bias = rows.reduce(0) { $0 + Double($1.count) * $1.sureness.probability } / n - mean
  }
}
