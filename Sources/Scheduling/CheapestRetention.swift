import Foundation

extension Simulator {
  /// Seconds spent for each card that is remembered on the last day of a plan, the mean of several
  /// simulations; infinite if nothing is remembered.
  package func cost(_ plan: Plan, seeds: Range<UInt64>) -> Double {
    precondition(!seeds.isEmpty, "a mean needs at least one simulation")
    let costs = seeds.map { seed in
      let simulation = run(plan, seed: seed)
      return simulation.remembered > 0 ? simulation.seconds / simulation.remembered : .infinity
    }
    return costs.reduce(0, +) / Double(costs.count)
  }

  /// The desired retention, 0.70...0.95, at which a plan costs the fewest seconds for each card
  /// remembered, to about 0.01 (O10). With usual habits it is the lowest: a curve of `cost` says
  /// more than this number.
  package func cheapestRetention(_ plan: Plan) -> Double {
    let first: UInt64 = 42
    let seeds = first..<first + UInt64(Self.simulations(of: plan))
    return Minimum.of(in: 0.70...0.95, tolerance: 0.01) { retention in
      Simulator(parameters.with(desiredRetention: retention), habits: habits)
        .cost(plan, seeds: seeds)
    }
  }

  /// How many simulations make a steady mean: fewer for many days (O10), and where many cards make
  /// one slow and chance small; at least 1.
  static func simulations(of plan: Plan) -> Int {
    let days = Double(plan.days)
    let enough =
      plan.days <= 30
      ? 180
      : plan.days >= 365
        ? 16 : Int((16 / (8.2e-7 * days * days + 2.41e-3 * days + 0.013)).rounded())
    return min(enough, max(10_000_000 / max(plan.cards * plan.days, 1), 1))
  }
}

/// Finding the least value of a function.
enum Minimum {
  /// Where a function with a single valley is least, by Brent's method (1973): parabolas through
  /// the best three points, or the golden section where they lead nowhere. It begins at the lower
  /// bound and takes at most 64 steps.
  static func of(
    in range: ClosedRange<Double>, tolerance: Double, _ function: (Double) -> Double
  ) -> Double {
    let golden = (3 - 5.0.squareRoot()) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    var best = (x: low, y: function(low))
    var second = best
    var third = best
    var step = 0.0
    var stepBefore = 0.0
    for _ in 0..<64 {
      let middle = (low + high) / 2
      let least = tolerance * best.x + 1e-10
      if abs(best.x - middle) <= 2 * least - (high - low) / 2 { break }
      let parabola = vertex(best, second, third).map { $0 - best.x }
      if abs(stepBefore) > least, let parabola, abs(parabola) < abs(stepBefore) / 2,
        best.x + parabola > low, best.x + parabola < high
      {
        (stepBefore, step) = (step, parabola)
      } else {
        stepBefore = (best.x >= middle ? low : high) - best.x
        step = golden * stepBefore
      }
      let x = best.x + (abs(step) >= least ? step : step > 0 ? least : -least)
      let next = (x: x, y: function(x))
      if next.y <= best.y {
        if next.x >= best.x { low = best.x } else { high = best.x }
        (third, second, best) = (second, best, next)
      } else {
        if next.x < best.x { low = next.x } else { high = next.x }
        if next.y <= second.y || second.x == best.x {
          (third, second) = (second, next)
        } else if next.y <= third.y || third.x == best.x || third.x == second.x {
          third = next
        }
      }
    }
    return best.x
  }

  private typealias Point = (x: Double, y: Double)

  /// Where the parabola through three points turns; nil if they lie on a line.
  private static func vertex(_ a: Point, _ b: Point, _ c: Point) -> Double? {
    let left = (a.x - b.x) * (a.y - c.y)
    let right = (a.x - c.x) * (a.y - b.y)
    guard left != right else { return nil }
    return a.x - ((a.x - b.x) * left - (a.x - c.x) * right) / (2 * (left - right))
  }
}
