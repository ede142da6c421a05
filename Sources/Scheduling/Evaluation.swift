import Foundation

/// How well a model predicts the answers of a log (O7).
package struct Evaluation: Hashable, Sendable {
  /// Mean of minus the logarithm of the probability given to what happened; 0 would be perfect.
  package let logLoss: Double
  /// Error between predicted and true recall within groups of alike answers, 0...1.
  package let rmseBins: Double
  /// Probability that a pass was predicted to be more likely than a failure, 0...1; nil if all
  /// answers were passes or all were failures.
  package let auc: Double?
  /// Number of answers predicted.
  package let count: Int
}

extension Evaluation {
  /// Evaluates weights on all samples of a log, as Anki does: new answers count more than old ones
  /// unless `recency` is false. Nil if the log holds nothing to predict.
  package init?(_ parameters: Parameters, on log: TrainingLog, recency: Bool = true) {
    let recalls = log.recalls(MemoryModel(parameters))
    self.init(
      log.samples.enumerated().map { index, sample in
        Forecast(
          recall: recalls[sample.last], isPass: log.isPass(sample),
          weight: recency ? Batches.weight(index, of: log.count) : 1,
          bin: Bin(sample, in: log))
      })
  }

  /// Evaluates forecasts; nil if there are none.
  init?(_ forecasts: [Forecast]) {
    guard !forecasts.isEmpty else { return nil }
    var weight = 0.0
    var loss = 0.0
    var bins: [Bin: Sums] = [:]
    for forecast in forecasts {
      weight += forecast.weight
      loss +=
        forecast.weight
        * CrossEntropy(recall: forecast.recall, isPass: forecast.isPass).loss
      bins[forecast.bin, default: Sums()].add(forecast)
    }
    // A fixed order, so that the last digit is always the same.
    let errors = bins.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.error }
    logLoss = loss / weight
    rmseBins = (errors / weight).squareRoot()
    auc = Self.auc(forecasts)
    count = forecasts.count
  }

  /// A predicted answer.
  struct Forecast {
    let recall: Double
    let isPass: Bool
    let weight: Double
    let bin: Bin
  }

  /// What a group of alike answers adds up to.
  private struct Sums {
    var recall = 0.0
    var passes = 0.0
    var count = 0.0
    var weight = 0.0

    mutating func add(_ forecast: Forecast) {
      recall += forecast.recall
      passes += forecast.isPass ? 1 : 0
      count += 1
      weight += forecast.weight
    }

    var error: Double {
      let difference = (recall - passes) / count
      return difference * difference * weight
    }
  }

  /// Area under the curve by the sum of the passes' ranks; equal predictions share their ranks.
  private static func auc(_ forecasts: [Forecast]) -> Double? {
    let sorted = forecasts.map { (recall: $0.recall, isPass: $0.isPass) }
      .sorted { $0.recall < $1.recall }
    let passes = sorted.count { $0.isPass }
    let failures = sorted.count - passes
    guard passes > 0, failures > 0 else { return nil }
    var ranks = 0.0
    var from = 0
    while from < sorted.count {
      var to = from
      var tied = 0
      while to < sorted.count, sorted[to].recall == sorted[from].recall {
        if sorted[to].isPass { tied += 1 }
        to += 1
      }
      ranks += Double(tied) * Double(from + 1 + to) / 2
      from = to
    }
    let least = Double(passes) * Double(passes + 1) / 2
    return (ranks - least) / (Double(passes) * Double(failures))
  }
}

extension TrainingLog {
  /// Predicted recall at every turn, 0...1; 1 where it is not asked for.
  func recalls(_ model: MemoryModel) -> [Double] {
    var recalls = [Double](repeating: 1, count: turns.count)
    var state: MemoryState?
    var starts = Set(samples.map(\.start)).sorted()[...]
    for (index, turn) in turns.enumerated() {
      if starts.first == index {
        starts.removeFirst()
        state = model.first(turn.rating)
      } else if let before = state {
        if turn.days > 0 { recalls[index] = model.retrievability(of: before, afterDays: turn.days) }
        state = model.next(before, rating: turn.rating, elapsedDays: Int(turn.days))
      }
    }
    return recalls
  }
}
