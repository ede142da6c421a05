/// What the model foretold of cards that had waited days, against what came: by tenths of the
/// probability of recall.
package struct ModelCheck: Hashable, Sendable {
  /// Answers whose foretold recall lay in one tenth.
  package struct Bin: Hashable, Sendable {
    /// Mean of what was foretold, 0...1; 0 without answers.
    package var foretold: Double { kept.n == 0 ? 0 : sum / Double(kept.n) }
    /// What came.
    package var kept = Share()
    fileprivate var sum = 0.0
  }

  /// Ten bins, from 0 to 10 % up to 90 to 100 %.
  package private(set) var bins = [Bin](repeating: Bin(), count: 10)

  /// Makes a check without answers.
  package init() {}

  /// Answers in all bins.
  package var answers: Int { bins.reduce(0) { $0 + $1.kept.n } }

  /// Root of the mean squared distance between foretold and come, weighted by answers; nil
  /// without answers. Ten bins by recall, not the finer ones of the optimizer.
  package var error: Double? {
    guard answers > 0 else { return nil }
    let sum = bins.reduce(0.0) { sum, bin in
      guard let ratio = bin.kept.ratio else { return sum }
      let distance = bin.foretold - ratio
      return sum + Double(bin.kept.n) * distance * distance
    }
    return (sum / Double(answers)).squareRoot()
  }

  mutating func add(_ recall: Double, isRight: Bool) {
    let bin = min(max(Int(recall * 10), 0), 9)
    bins[bin].kept.add(isRight)
    bins[bin].sum += recall
  }
}
