import Testing

@testable import Scheduling

/// The steps of a training one by one, in the order in which a mistake in one spoils the next.
struct TrainingTests {
  private static let configurations = ["default_config", "windowed", "anki_26_9"]

  private func prepare(
    _ name: String, _ configuration: String
  ) throws -> (training: Training, trace: OptimizerReference.Trace) {
    let log = try trainingLog(name)
    let filter = OutlierFilter(log)
    let first = try #require(FirstStabilities(filter, in: log).smoothed)
    let options = try #require(Optimizer.Options.runs[configuration])
    let trace = try #require(OptimizerReference.of(name).runs[configuration]?.trace)
    let training = Training(
      log, samples: filter.training, from: first + Parameters.standard.weights[4...],
      options: options)
    return (training, trace)
  }

  @Test(arguments: always(["sim_2k", "real"], long: ["sim_20k", "sim_100k"]), configurations)
  func batchesAreThoseOfTheReference(name: String, configuration: String) throws {
    let (training, trace) = try prepare(name, configuration)
    let batches = training.batches
    #expect(batches.batches.indices.map { batches.size($0) } == trace.batchSizes)
    let lengths = batches.batches.map { columns in
      columns.map { batches.columns[$0].turns.count }.max() ?? 0
    }
    // The reference pads plain batches and counts the last turn of each, which only predicts.
    #expect(zip(lengths, trace.batchLengths).allSatisfy { abs($0 - $1) <= 1 })
  }

  @Test(arguments: always(["sim_2k", "real"], long: ["sim_20k", "sim_100k"]), configurations)
  func theFirstGradientIsThatOfTheReference(name: String, configuration: String) throws {
    var (training, trace) = try prepare(name, configuration)
    let (loss, gradient) = training.gradient(of: trace.first.batch)
    #expect(agree(loss, trace.first.loss, within: 1e-6))
    #expect(agree(gradient, trace.first.gradient, within: 1e-5))
  }

  @Test(arguments: always(["sim_2k"], long: ["real", "sim_20k", "sim_100k"]), configurations)
  func everyEpochIsThatOfTheReference(name: String, configuration: String) throws {
    var (training, trace) = try prepare(name, configuration)
    for (number, reference) in trace.epochs.enumerated() {
      let (order, loss) = training.epoch()
      let place: Comment = "\(name), \(configuration), epoch \(number)"
      #expect(order == reference.order, place)
      #expect(agree(loss, reference.loss, within: 1e-6), place)
      #expect(agree(training.weights, reference.weights, within: 1e-6), place)
    }
  }
}
