import ArgumentParser
import Foundation
import ProgressStore
import Scheduling

/// Fits the weights of FSRS-6 to a log.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Fit the weights of FSRS-6 to a log, and say what it gains.",
    discussion: """
      The log is your own, or with --revlog a CSV file with the columns card_id, review_time \
      (milliseconds since 1970), review_rating, and perhaps review_state. Fitted weights that \
      predict the log no better than the standard ones are not proposed. Nothing is changed: ebb \
      schedules with the standard weights.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Fit to this file, not to your own log.", valueName: "file"))
  var revlog: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let file = try ProgressFile(options: common)
    let log = try log(file)
    let improvement: Improvement?
    do {
      improvement = try Optimizer().improve(.standard, on: log)
    } catch {
      throw CommandFailure(.nothingToShow, "cannot optimize: \(error)")
    }
    guard let improvement else {
      throw CommandFailure(
        .nothingToShow, "cannot optimize: no card was answered on two days yet; review some more")
    }
    if json { try printJSON(improvement) } else { printText(improvement) }
  }

  private func log(_ file: ProgressFile) throws -> TrainingLog {
    guard let revlog else {
      return TrainingLog(try file.open().log(), calendar: file.world.calendar)
    }
    let bytes = try ProgressFile.contents(of: revlog, attempting: "read")
    return try ProgressFile.reading(revlog, attempting: "read") {
      try ReviewTable(bytes, now: file.world.now).trainingLog(calendar: file.world.calendar)
    }
  }

  private func printText(_ improvement: Improvement) {
    func figures(_ evaluation: Evaluation) -> String {
      "log loss \(rounded(evaluation.logLoss)), RMSE(bins) \(rounded(evaluation.rmseBins))"
    }
    print("answers to predict: \(improvement.before.count)")
    print("standard weights:   \(figures(improvement.before))")
    print("fitted weights:     \(figures(improvement.after))")
    if improvement.isBetter {
      print(improvement.parameters.weights.map(rounded).joined(separator: ", "))
    } else {
      print("The standard weights are better: keep them.")
    }
  }

  /// Four decimals.
  private func rounded(_ number: Double) -> String {
    let scaled = Int((abs(number) * 10_000).rounded())
    let decimals = String(scaled % 10_000)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / 10_000)." + String(repeating: "0", count: 4 - decimals.count)
      + decimals
  }

  private func printJSON(_ improvement: Improvement) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(Outcome(improvement)), as: UTF8.self))
  }

  /// `ebb.optimize/1`.
  private struct Outcome: Encodable {
    struct Figures: Encodable {
      let log_loss: Double
      let rmse_bins: Double
      let auc: Double?

      init(_ evaluation: Evaluation) {
        log_loss = evaluation.logLoss
        rmse_bins = evaluation.rmseBins
        auc = evaluation.auc
      }
    }

    let schema = "ebb.optimize/1"
    let answers: Int
    let trained: Int
    let before: Figures
    let after: Figures
    let better: Bool
    let fitted: [Double]
    let weights: [Double]

    init(_ improvement: Improvement) {
      answers = improvement.before.count
      trained = improvement.result.samples
      before = Figures(improvement.before)
      after = Figures(improvement.after)
      better = improvement.isBetter
      fitted = improvement.result.weights
      weights = improvement.parameters.weights
    }
  }
}
