import Scheduling
import Testing

struct ParametersTests {
  private struct Loading: Decodable {
    struct Upgrade: Decodable {
      let given: [Double]
      let weights: [Double]
    }
    let upgrades: [Upgrade]
    let low: [Double]
    let high: [Double]
  }

  @Test func olderWeightsAreUpgradedAsFsrsRsDoes() throws {
    let loading = try vectors("intervals.json", as: Loading.self)
    #expect(Set(loading.upgrades.map(\.given.count)) == [17, 19, 21])
    for upgrade in loading.upgrades {
      let weights = try Parameters(weights: upgrade.given).weights
      #expect(weights.count == 21)
      for (index, pair) in zip(weights, upgrade.weights).enumerated() {
        #expect(agree(pair.0, pair.1, within: 3e-7), "w\(index) of \(upgrade.given)")
      }
    }
  }

  @Test func weightsBeyondTheirBoundsAreClipped() throws {
    let loading = try vectors("intervals.json", as: Loading.self)
    let tooLow = Array(repeating: -1e6, count: 21)
    let tooHigh = Array(repeating: 1e6, count: 21)
    #expect(try Parameters(weights: tooLow).weights == loading.low)
    #expect(try Parameters(weights: tooHigh).weights == loading.high)
  }

  @Test func noWeightsMeanTheDefaults() throws {
    #expect(try Parameters(weights: []) == .standard)
    #expect(Parameters.standard.weights.count == 21)
    #expect(try Parameters(weights: Parameters.standard.weights) == .standard)
  }

  @Test(arguments: [1, 16, 18, 20, 22, 34, 35]) func otherCountsAreRefused(count: Int) {
    #expect(throws: ParametersError.weightCount(count)) {
      try Parameters(weights: Array(repeating: 1, count: count))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func weightsThatAreNotFiniteAreRefused(weight: Double) {
    var weights = Parameters.standard.weights
    weights[7] = weight
    #expect(throws: ParametersError.weightNotFinite(index: 7)) {
      try Parameters(weights: weights)
    }
  }

  @Test(arguments: [0, 0.69, 0.991, 1, 90]) func oddRetentionsAreRefused(retention: Double) {
    #expect(throws: ParametersError.desiredRetention(retention)) {
      try Parameters(weights: [], desiredRetention: retention)
    }
  }

  @Test func aRetentionThatIsNotANumberIsRefused() {
    #expect(throws: ParametersError.self) {
      try Parameters(weights: [], desiredRetention: .nan)
    }
  }

  @Test(arguments: [-1, 0, 36501]) func oddMaximumIntervalsAreRefused(days: Int) {
    #expect(throws: ParametersError.maximumInterval(days)) {
      try Parameters(weights: [], maximumInterval: days)
    }
  }

  @Test func aRefusalSaysWhatWouldBeAccepted() {
    #expect(
      ParametersError.weightCount(35).description
        == "35 FSRS weights were given; 21 (FSRS-6), 19, 17 or none can be read.")
  }
}
