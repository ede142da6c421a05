import Foundation

/// Fits the weights to the samples, one batch after another: Adam with a rate that falls along a
/// cosine, held near the weights it started from (O5).
struct Training {
  let batches: Batches
  /// The weights so far.
  private(set) var weights: [Double]
  /// Batches learned from so far.
  private(set) var steps = 0

  private let log: TrainingLog
  private let options: Optimizer.Options
  private let start: [Double]
  private let limits: WeightLimits
  private let totalSteps: Double
  private var random: ChaChaGenerator
  private var traces: [MemoryGradient.Trace]
  private var mean = [Double](repeating: 0, count: 21)
  private var square = [Double](repeating: 0, count: 21)

  /// Prepares a training from these weights with these samples of a log, in the order of time.
  init(
    _ log: TrainingLog, samples: [TrainingLog.Sample], from start: [Double],
    options: Optimizer.Options
  ) {
    self.log = log
    self.options = options
    self.start = start
    weights = start
    batches = Batches(
      samples, size: options.batchSize, byCard: options.byCard, recency: options.recency)
    limits = WeightLimits(
      sameDay: options.sameDay, relearningSteps: options.relearningSteps)
    totalSteps = Double(
      (batches.predictions.count / options.batchSize + 1) * options.epochs)
    random = ChaChaGenerator(seed: options.seed)
    let longest = batches.columns.map(\.turns.count).max() ?? 0
    traces = Array(repeating: MemoryGradient.Trace(), count: longest)
  }

  /// Learns from every batch once, in random order; returns that order and the summed loss.
  @discardableResult
  mutating func epoch() -> (order: [Int], loss: Double) {
    var order = Array(batches.batches.indices)
    random.shuffle(&order)
    var total = 0.0
    for batch in order {
      let (loss, gradient) = gradient(of: batch)
      total += loss
      step(gradient)
    }
    return (order, total)
  }

  /// The loss of a batch, summed over its predictions, and its derivative by every weight; the
  /// derivative alone includes what holds the weights back.
  mutating func gradient(of batch: Int) -> (loss: Double, gradient: [Double]) {
    let model = MemoryGradient(weights)
    var gradient = [Double](repeating: 0, count: weights.count)
    var loss = 0.0
    for index in batches.batches[batch] {
      loss += add(batches.columns[index], model, to: &gradient)
    }
    let share = Double(batches.size(batch)) / Double(batches.predictions.count)
    for index in weights.indices {
      let spread = WeightLimits.spread[index]
      let distance = (weights[index] - start[index]) / spread
      gradient[index] += options.inertia * share * 2 * distance / spread
    }
    if !options.sameDay {
      for index in [0, 1, 2, 3, 17, 18, 19] { gradient[index] = 0 }
    }
    return (loss, gradient)
  }

  /// Goes through the answers to a card and back.
  private mutating func add(
    _ column: Batches.Column, _ model: MemoryGradient, to gradient: inout [Double]
  ) -> Double {
    let first = column.turns.lowerBound
    let last = column.turns.upperBound
    let rating = log.turns[first].rating
    var (s, d, passesD) = model.first(rating)
    for index in first + 1...last {
      let turn = log.turns[index]
      traces[index - first] = MemoryGradient.Trace()
      model.recall(s: s, d: d, days: turn.days, into: &traces[index - first])
      if index < last {
        (s, d) = model.next(turn.rating, days: turn.days, &traces[index - first])
      }
    }

    var loss = 0.0
    var dS = 0.0
    var dD = 0.0
    var next = column.predictions.upperBound - 1
    for index in stride(from: last, to: first, by: -1) {
      let turn = log.turns[index]
      var dR = 0.0
      if index < last {
        (dS, dD, dR) = model.next(
          turn.rating, days: turn.days, trace: traces[index - first], dS: dS, dD: dD,
          into: &gradient)
      }
      if next >= column.predictions.lowerBound, batches.predictions[next].turn == index {
        let weight = batches.predictions[next].weight
        let cost = CrossEntropy(recall: traces[index - first].r, isPass: turn.rating > .again)
        loss += weight * cost.loss
        dR += weight * cost.slope
        next -= 1
      }
      guard dR != 0 else { continue }
      dS += model.recall(
        dR: dR, days: turn.days, trace: traces[index - first], into: &gradient)
    }
    model.first(rating, dS: dS, dD: passesD ? dD : 0, into: &gradient)
    return loss
  }

  /// One step of Adam, and back into the bounds.
  private mutating func step(_ gradient: [Double]) {
    let rate = options.rate * (1 + cos(.pi * Double(steps) / totalSteps)) / 2
    steps += 1
    let meanBias = 1 - pow(0.9, Double(steps))
    let squareBias = 1 - pow(0.999, Double(steps))
    for index in weights.indices {
      let slope = gradient[index]
      mean[index] = 0.9 * mean[index] + 0.1 * slope
      square[index] = 0.999 * square[index] + 0.001 * slope * slope
      weights[index] -=
        rate * (mean[index] / meanBias) / ((square[index] / squareBias).squareRoot() + 1e-8)
    }
    limits.clip(&weights)
  }
}
