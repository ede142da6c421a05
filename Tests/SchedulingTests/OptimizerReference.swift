import Foundation
import Scheduling

/// What fsrs-rs 6.6.2 and a float64 reference made of a log.
struct OptimizerReference: Decodable {
  struct Run: Decodable {
    let fsrsRs: [Double]
    let fsrsRsEvaluation: [Double]
    let weights: [Double]
    /// Log loss, RMSE(bins), AUC.
    let evaluation: [Double]
    let trace: Trace?
  }

  struct Trace: Decodable {
    struct Epoch: Decodable {
      let order: [Int]
      let loss: Double
      let weights: [Double]
    }

    struct First: Decodable {
      let batch: Int
      let loss: Double
      let gradient: [Double]
    }

    let batchSizes: [Int]
    let batchLengths: [Int]
    let totalSteps: Int
    let epochs: [Epoch]
    let first: First
  }

  struct Defaults: Decodable {
    let fsrsRs: [Double]
    let weighted: [Double]
    let plain: [Double]
    let auc: Double
  }

  struct Truth: Decodable {
    let weights: [Double]
    let evaluation: [Double]
  }

  let samples: Int
  let firstSpaced: Int
  let passRate: Double
  let initial: Int
  let training: Int
  let removed: [[Int]]
  let fitted: [String: Double]
  let counts: [String: Int]
  let smoothed: [Double]
  let defaults: Defaults
  let split: [Double]
  let runs: [String: Run]
  let `true`: Truth?

  private static let all = Result {
    try vectors("optimizer.json", as: [String: OptimizerReference].self)
  }

  /// The results for one of the logs.
  static func of(_ log: String) throws -> OptimizerReference {
    guard let reference = try all.get()[log] else { throw CocoaError(.fileNoSuchFile) }
    return reference
  }
}

extension Optimizer.Options {
  /// The configurations of the reference runs.
  static let runs: [String: Optimizer.Options] = {
    func plain(_ change: (inout Optimizer.Options) -> Void) -> Optimizer.Options {
      var options = Optimizer.Options.plain
      change(&options)
      return options
    }
    return [
      "default_config": .plain,
      "windowed": plain { $0.byCard = true },
      "anki_26_9": Optimizer.Options(),
      "relearning_steps_2": plain {
        $0.byCard = true
        $0.relearningSteps = 2
      },
      "no_short_term": plain { $0.sameDay = false },
      "epochs_0": plain { $0.epochs = 0 },
      "epochs_1": plain { $0.epochs = 1 },
      "one_big_batch": plain {
        $0.epochs = 1
        $0.batchSize = 1_000_000
      },
      "five_full_batch_steps": plain { $0.batchSize = 1_000_000 },
      "gamma_0": plain { $0.inertia = 0 },
    ]
  }()
}

/// Reads a log from the folder of vectors: on every line a study day and the answers of that day
/// in order, each a card number and the first letter of the rating.
func trainingLog(_ name: String) throws -> TrainingLog {
  let ratings: [Character: Rating] = ["a": .again, "h": .hard, "g": .good, "e": .easy]
  var rows: [TrainingLog.Row] = []
  var known: Set<Int> = []
  for line in try vectorText(name + ".log").split(separator: "\n") {
    let words = line.split(separator: " ")
    guard let day = words.first.flatMap({ Int($0) }) else { throw CocoaError(.formatting) }
    for word in words.dropFirst() {
      guard let card = Int(word.dropLast()), let rating = word.last.flatMap({ ratings[$0] })
      else { throw CocoaError(.formatting) }
      rows.append(
        TrainingLog.Row(
          card: card, time: rows.count, day: Day(number: day), rating: rating,
          kind: known.insert(card).inserted ? .learning : .review))
    }
  }
  return TrainingLog(rows: rows)
}

/// Whether all numbers agree to this distance, or this fraction if they are above 1.
func agree(_ values: [Double], _ references: [Double], within tolerance: Double) -> Bool {
  values.count == references.count
    && zip(values, references).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
