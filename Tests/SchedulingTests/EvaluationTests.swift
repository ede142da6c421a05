import Testing

@testable import Scheduling

struct EvaluationTests {
  private static let logs = always(["sim_2k", "real"], long: ["sim_20k", "sim_100k"])

  @Test(arguments: logs) func defaultsAreEvaluatedAsByTheReference(name: String) throws {
    let log = try trainingLog(name)
    let reference = try OptimizerReference.of(name).defaults
    let weighted = try #require(Evaluation(.standard, on: log))
    let plain = try #require(Evaluation(.standard, on: log, recency: false))
    #expect(weighted.count == log.count)
    for (evaluation, expected) in [(weighted, reference.weighted), (plain, reference.plain)] {
      #expect(agree(evaluation.logLoss, expected[0], within: 1e-9))
      #expect(agree(evaluation.rmseBins, expected[1], within: 1e-9))
      #expect(agree(try #require(evaluation.auc), reference.auc, within: 1e-9))
    }
    #expect(agree([weighted.logLoss, weighted.rmseBins], reference.fsrsRs, within: 5e-6))
  }

  @Test(arguments: always(["sim_2k"], long: ["sim_20k", "sim_100k"]))
  func theWeightsASimulationUsedAreEvaluatedAsByFsrsRs(name: String) throws {
    let truth = try #require(try OptimizerReference.of(name).true)
    let parameters = try Parameters(weights: truth.weights)
    let evaluation = try #require(Evaluation(parameters, on: try trainingLog(name)))
    #expect(
      agree([evaluation.logLoss, evaluation.rmseBins], truth.evaluation, within: 5e-6))
  }

  private func forecast(_ recall: Double, _ isPass: Bool) throws -> Evaluation.Forecast {
    let log = try trainingLog("sim_2k")
    let bin = Evaluation.Bin(log.samples[0], in: log)
    return Evaluation.Forecast(recall: recall, isPass: isPass, weight: 1, bin: bin)
  }

  @Test func areaUnderTheCurveCountsPairsInOrder() throws {
    func auc(_ pairs: [(Double, Bool)]) throws -> Double? {
      try #require(Evaluation(try pairs.map(forecast))).auc
    }
    #expect(try auc([(0.9, true), (0.8, false)]) == 1)
    #expect(try auc([(0.8, true), (0.9, false)]) == 0)
    #expect(try auc([(0.8, true), (0.8, false)]) == 0.5)
    #expect(try auc([(0.9, true), (0.8, true), (0.85, false), (0.1, false)]) == 0.75)
    #expect(try auc([(0.9, true), (0.8, true)]) == nil)
  }

  @Test func certaintyThatFailsCostsMuchButNotEverything() throws {
    let evaluation = try #require(Evaluation([try forecast(1, false)]))
    #expect(evaluation.logLoss > 16 && evaluation.logLoss < 16.2)
    #expect(evaluation.rmseBins == 1)
  }

  @Test func nothingToPredictGivesNoEvaluation() {
    #expect(Evaluation(.standard, on: TrainingLog(rows: [])) == nil)
  }
}
