import Testing

@testable import Scheduling

struct OptimizerTests {
  private static let runs = always(
    Optimizer.Options.runs.keys.sorted().map { ("sim_2k", $0) }
      + [("real", "anki_26_9"), ("real", "one_big_batch")],
    long: ["real", "sim_20k", "sim_100k"].flatMap { log in
      Optimizer.Options.runs.keys.sorted().map { (log, $0) }
    })

  @Test(arguments: runs) func weightsAreThoseOfFsrsRs(name: String, run: String) throws {
    let reference = try #require(OptimizerReference.of(name).runs[run])
    let options = try #require(Optimizer.Options.runs[run])
    let log = try trainingLog(name)
    let result = try Optimizer(options).train(log)
    #expect(result.extent == .everything)
    #expect(result.samples == (try OptimizerReference.of(name).training))
    // What fsrs-rs computes in 32 bits, ours and the reference compute in 64.
    #expect(agree(result.weights, reference.weights, within: 1e-6))
    let rough = name == "real" && ["no_short_term", "epochs_1"].contains(run)
    #expect(agree(result.weights, reference.fsrsRs, within: rough ? 3e-4 : 2e-5))

    let evaluation = try #require(
      Evaluation(Parameters.standard.with(weights: result.weights), on: log))
    let values = [evaluation.logLoss, evaluation.rmseBins, try #require(evaluation.auc)]
    #expect(agree(values, reference.evaluation, within: 1e-6))
    #expect(
      agree(Array(values[..<2]), reference.fsrsRsEvaluation, within: rough ? 1e-4 : 1e-5))
  }

  @Test func trainingTwiceGivesTheSameWeights() throws {
    let log = try trainingLog("sim_2k")
    let first = try Optimizer().train(log)
    #expect(try Optimizer().train(log) == first)
  }

  /// Cards answered once, and then once or twice more after days.
  private func log(cards: Int, again: Bool, delays: [Int] = [1]) -> TrainingLog {
    TrainingLog(
      rows: (0..<cards).flatMap { card -> [TrainingLog.Row] in
        let delay = delays[card % delays.count]
        return [(0, .learning), (delay, .review), (delay + 5, Review.Kind.review)]
          .prefix(again ? 3 : 2)
          .map { day, kind in
            TrainingLog.Row(
              card: card, time: day * 1000 + card, day: Day(number: day),
              rating: card % 4 == 3 && day > 0 ? .again : .good, kind: kind)
          }
      })
  }

  @Test func anEmptyLogGivesTheDefaults() throws {
    let result = try Optimizer().train(TrainingLog(rows: []))
    #expect(result.weights == Parameters.standard.weights)
    #expect(result.extent == .nothing)
    #expect(result.samples == 0)
  }

  @Test func fewSamplesGiveOnlyFirstStabilities() throws {
    let result = try Optimizer().train(log(cards: 30, again: true))
    #expect(result.extent == .firstStabilities)
    #expect(result.samples == 60)
    #expect(result.weights[4...] == Parameters.standard.weights[4...])
    #expect(result.weights[2] != Parameters.standard.weights[2])
  }

  @Test func firstIntervalsAloneGiveOnlyFirstStabilities() throws {
    let result = try Optimizer().train(log(cards: 200, again: false))
    #expect(result.extent == .firstStabilities)
    #expect(try Optimizer().train(log(cards: 200, again: true)).extent == .everything)
  }

  @Test func rareStartsOnlyAreNotEnough() throws {
    // Too few for any first interval to be kept, so no card is trained with either.
    let rare = try Optimizer().train(log(cards: 19, again: true))
    #expect(rare.extent == .nothing)
    // A card whose own first interval is not known still trains, but starts nowhere.
    let error = #expect(throws: OptimizerError.self) {
      let log = log(cards: 19, again: true)
      _ = try Optimizer().train(log.predicting(log.samples.filter { !$0.isFirstSpaced }))
    }
    #expect(error == .notEnoughReviews)
  }

  @Test func trainedWeightsAreWithinTheBounds() throws {
    var options = Optimizer.Options()
    options.inertia = 0
    options.rate = 3
    let result = try Optimizer(options).train(try trainingLog("sim_2k"))
    #expect(zip(result.weights, Parameters.bounds).allSatisfy { $1.contains($0) })
    #expect(result.weights[..<4].elementsEqual(result.weights[..<4].sorted()))
  }
}
