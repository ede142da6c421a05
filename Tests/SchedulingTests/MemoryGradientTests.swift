import TestSupport
import Testing

@testable import Scheduling

struct MemoryGradientTests {
  /// Random answers to one card, the last at least a day after the one before.
  private func history(_ random: inout SeededGenerator) -> [TrainingLog.Row] {
    var day = 0
    return (0..<8).map { index in
      if index == 7 || Bool.random(using: &random) {
        let longest = [2, 20, 400].randomElement(using: &random) ?? 2
        day += Int.random(in: 1...longest, using: &random)
      }
      return TrainingLog.Row(
        card: 1, time: index, day: Day(number: day), rating: random.rating(),
        kind: index == 0 ? .learning : .review)
    }
  }

  private func loss(_ log: TrainingLog, _ weights: [Double]) -> (loss: Double, gradient: [Double]) {
    var options = Optimizer.Options()
    options.recency = false
    var training = Training(log, samples: log.samples, from: weights, options: options)
    return training.gradient(of: 0)
  }

  @Test(arguments: UInt64(0)..<150) func slopesAreThoseOfSmallDifferences(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = TrainingLog(rows: history(&random))
    let weights = try random.parameters().weights
    let exact = loss(log, weights).gradient
    var compared = 0
    for index in weights.indices {
      func slope(_ step: Double) -> Double {
        var (above, below) = (weights, weights)
        above[index] += step
        below[index] -= step
        return (loss(log, above).loss - loss(log, below).loss) / (2 * step)
      }
      let step = 1e-5 * max(weights[index], 0.01)
      let (near, far) = (slope(step), slope(3 * step))
      // Where the two differ, a corner of the function lies between.
      guard abs(near - far) <= 1e-5 * max(1, abs(near)) else { continue }
      #expect(abs(exact[index] - near) <= 1e-4 * max(1, abs(near)), "seed \(seed), w\(index)")
      compared += 1
    }
    #expect(compared >= 5, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<100) func statesAreThoseOfTheModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parameters = try random.parameters()
    let model = MemoryModel(parameters)
    let gradient = MemoryGradient(parameters.weights)
    let turns = TrainingLog(rows: history(&random)).turns
    var state = model.first(turns[0].rating)
    var (s, d, _) = gradient.first(turns[0].rating)
    for turn in turns.dropFirst() {
      var trace = MemoryGradient.Trace()
      gradient.recall(s: s, d: d, days: turn.days, into: &trace)
      if turn.days > 0 {
        let r = model.retrievability(of: state, afterDays: turn.days)
        #expect(agree(trace.r, r, within: 1e-12), "seed \(seed)")
      }
      (s, d) = gradient.next(turn.rating, days: turn.days, &trace)
      state = model.next(state, rating: turn.rating, elapsedDays: Int(turn.days))
      #expect(agree([s, d], [state.stability, state.difficulty], within: 1e-11), "seed \(seed)")
    }
  }
}
