import Testing

@testable import Scheduling

struct ValidationTests {
  @Test(arguments: always(["sim_2k"], long: ["real", "sim_20k", "sim_100k"]))
  func predictionsOfTheFutureAreAsGoodAsThoseOfFsrsRs(name: String) throws {
    let log = try trainingLog(name)
    let evaluation = try #require(try Optimizer().validate(log))
    let reference = try OptimizerReference.of(name).split
    #expect(agree([evaluation.logLoss, evaluation.rmseBins], reference, within: 1e-5))
    #expect(evaluation.count == log.count - log.count / 6)
  }

  @Test func aSimulatedLogIsHealthy() throws {
    #expect(try Optimizer().isHealthy(try trainingLog("sim_2k")) == true)
  }

  @Test func badPredictionsAreNotHealthy() {
    let bad = Evaluation(logLoss: 0.6, rmseBins: 0.2, auc: 0.5, count: 5000)
    #expect(!bad.isHealthy(passRate: 0.9, count: 6000))
    let usual = Evaluation(logLoss: 0.3, rmseBins: 0.05, auc: 0.6, count: 5000)
    #expect(usual.isHealthy(passRate: 0.9, count: 6000))
  }

  @Test func aShortLogSaysNothingAboutHealth() throws {
    let log = try trainingLog("sim_2k")
    #expect(try Optimizer().isHealthy(log.predicting(log.samples.prefix(300))) == nil)
    #expect(try Optimizer().validate(log.predicting(log.samples.prefix(5))) == nil)
  }
}
