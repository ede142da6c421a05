import Foundation
import Testing

@testable import Scheduling

struct WeightLimitsTests {
  private func clipped(
    _ weights: [Double], sameDay: Bool = true, relearningSteps: Int = 1
  ) -> [Double] {
    var weights = weights
    WeightLimits(sameDay: sameDay, relearningSteps: relearningSteps).clip(&weights)
    return weights
  }

  @Test func weightsAreBroughtIntoTheirBounds() {
    let low = clipped(Array(repeating: -50, count: 21))
    let high = clipped(Array(repeating: 5000, count: 21))
    var lowest = Parameters.bounds.map(\.lowerBound)
    lowest[19] = 0.01
    #expect(low == lowest)
    #expect(high == Parameters.bounds.map(\.upperBound))
    #expect(clipped(Parameters.standard.weights) == Parameters.standard.weights)
  }

  @Test func withoutSameDayLearningItsLastWeightMayBeZero() {
    #expect(clipped(Array(repeating: -50, count: 21), sameDay: false)[19] == 0)
  }

  @Test func goodAnswersOnAllStepsDoNotLiftAMemoryAboveWhereItWas() {
    var weights = Parameters.standard.weights
    weights[17] = 2
    weights[18] = 2
    let steps = 3
    let w = clipped(weights, relearningSteps: steps)
    let relearned = log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14]
    #expect(w[17] == w[18] && w[17] < 2)
    #expect(agree(Double(steps) * w[17] * w[18], -relearned, within: 1e-12))
  }

  @Test func weightsThatLeaveNoRoomStillGiveNumbers() {
    var weights = Parameters.standard.weights
    weights[11] = -1
    let ceiling = 0.01.squareRoot()
    #expect(clipped(weights, relearningSteps: 2)[17] == ceiling)
    weights[11] = 5
    weights[14] = 4
    #expect(clipped(weights, relearningSteps: 2)[17] == ceiling)
  }
}
