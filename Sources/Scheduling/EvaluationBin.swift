import Foundation

extension Evaluation {
  /// Answers after similar delays, to cards answered and forgotten about as often (O7a). Each
  /// limit is a power, so that a group spans a like proportion.
  struct Bin: Hashable, Comparable {
    /// Exponents of the delay, of the answers and of the lapses before; -1 for no lapse.
    let delay: Int
    let answers: Int
    let lapses: Int

    init(_ sample: TrainingLog.Sample, in log: TrainingLog) {
      let lapses = log.turns[sample.start..<sample.last]
        .count { $0.days > 0 && $0.rating == .again }
      delay = Self.exponent(log.turns[sample.last].days, base: 3.62)
      answers = Self.exponent(Double(sample.spaced + 1), base: 1.89)
      self.lapses = lapses == 0 ? -1 : Self.exponent(Double(lapses), base: 1.73)
    }

    static func < (left: Bin, right: Bin) -> Bool {
      (left.delay, left.answers, left.lapses) < (right.delay, right.answers, right.lapses)
    }

    private static func exponent(_ value: Double, base: Double) -> Int {
      Int((log(value) / log(base)).rounded(.down))
    }
  }
}
