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

    /// Too little to say anything.
    package var isFew: Bool { count < 10 }

    /// Where the true share lies in 95 of 100 cases (Wilson 1927).
    package var interval: ClosedRange<Double> {
      guard count > 0 else { return 0...1 }
      let (h, n, z) = (share, Double(count), 1.96)
      let middle = h + z * z / (2 * n)
      let half = z * (h * (1 - h) / n + z * z / (4 * n * n)).squareRoot()
      let scale = 1 + z * z / n
      return max((middle - half) / scale, 0)...min((middle + half) / scale, 1)
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
    guard !statements.isEmpty else { return nil }
    let n = Double(statements.count)
    count = statements.count
    rows = Sureness.allCases.reversed().compactMap { word in
      let said = statements.filter { $0.sureness == word }
      return said.isEmpty
        ? nil : Row(sureness: word, count: said.count, right: said.count { $0.isRight })
    }
    let mean = Double(statements.count { $0.isRight }) / n
    brier =
      statements.reduce(0) {
        let distance = $1.sureness.probability - ($1.isRight ? 1 : 0)
        return $0 + distance * distance
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
    bias = statements.reduce(0) { $0 + $1.sureness.probability } / n - mean
  }
}
