import ArgumentParser
import Foundation
import ProgressStore
import Scheduling

/// Fits the weights of FSRS-6 to a log.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "Fit the weights of FSRS-6 to your log, and use them.",
    discussion: """
      Fitted weights that predict the log no better than those in use are not kept. Cards keep \
      their days until they are answered; `ebb reschedule` moves them. `ebb undo` takes the new \
      weights back, --reset returns to the standard ones.
      With --revlog the log is a CSV file with the columns card_id, review_time (milliseconds \
      since 1970), review_rating, and perhaps review_state; nothing is kept then.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "Fit to the answers of a topic, for its cards alone.")
  var topic: String?

  @Flag(help: "Only say what it would gain.")
  var dryRun = false

  @Flag(help: "Go back to the standard weights.")
  var reset = false

  @Option(help: ArgumentHelp("Fit to this file, not to your own log.", valueName: "file"))
  var revlog: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if revlog != nil, topic != nil || reset {
      throw ValidationError("--revlog goes with neither --topic nor --reset.")
    }
  }

  func run() throws {
    if let revlog {
      let world = try World()
      let pieces = try FilePieces(of: revlog, attempting: "read")
      let log = try ProgressFile.reading(revlog, attempting: "read") {
        try ReviewTable(pieces: pieces.next, now: world.now).trainingLog(calendar: world.calendar)
      }
      try report(improve(.standard, on: log, relearningSteps: 1), isStored: false)
      return
    }
    let desk = try Desk.reporting(common, world: World())
    let topic = try topic.map { try desk.topic(named: $0) }
    if reset { return try goBack(desk, topic: topic) }
    let improvement = try improve(
      desk.rules.parameters(of: topic, desk.settings), on: try log(desk, topic: topic),
      relearningSteps: desk.settings.steps.relearning.count)
    let isStored = improvement.isBetter && !dryRun
    if isStored {
      try StudyFact.add(FittedWeights.name, FittedWeights(improvement, topic: topic), to: desk)
      // What is known of each memory follows the new weights at once; days stay.
      try apply(desk)
    }
    try report(improvement, isStored: isStored)
    if desk.settings.ownWeights != nil, isStored {
      complain("note: review.weights in your settings goes before fitted weights")
    }
  }

  private func apply(_ desk: Desk) throws {
    let rules = try StudyRules(
      desk.world.settings, store: desk.store, locations: desk.locations, today: desk.world.today)
    try rules.apply(to: desk.store, calendar: desk.world.calendar)
  }

  private func goBack(_ desk: Desk, topic: String?) throws {
    guard desk.rules.fitted[topic] != nil else {
      throw CommandFailure(
        .nothingToShow, "\(topic ?? "all cards"): the standard weights are in use already")
    }
    if dryRun { return print("The standard weights would be used again.") }
    let standard = FittedWeights(topic: topic, weights: [], answers: 0, logLoss: [], rmseBins: [])
    try StudyFact.add(FittedWeights.name, standard, to: desk)
    try apply(desk)
    print("The standard weights are used again; `ebb undo` takes that back.")
  }

  private func log(_ desk: Desk, topic: String?) throws -> TrainingLog {
    var answers = try desk.store.log()
    if let topic {
      let cards = Set(try desk.store.identities(topic: topic))
      answers.removeAll { !cards.contains($0.card) }
    }
    return TrainingLog(
      answers, since: try desk.store.resets(), calendar: desk.world.calendar)
  }

  private func improve(
    _ parameters: Parameters, on log: TrainingLog, relearningSteps: Int
  ) throws -> Improvement {
    var options = Optimizer.Options()
    options.relearningSteps = relearningSteps
    do {
      if let improvement = try Optimizer(options).improve(parameters, on: log) {
        return improvement
      }
    } catch {
      throw CommandFailure(.nothingToShow, "cannot optimize: \(error)")
    }
    throw CommandFailure(
      .nothingToShow, "cannot optimize: no card was answered on two days yet; review some more")
  }

  private func report(_ improvement: Improvement, isStored: Bool) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let outcome = OptimizeOutcome(improvement, isStored: isStored)
      print(String(decoding: try encoder.encode(outcome), as: UTF8.self))
    } else {
      print(OptimizeOutcome.text(improvement, isStored: isStored, isOwn: revlog == nil))
    }
  }
}

extension FittedWeights {
  fileprivate init(_ improvement: Improvement, topic: String?) {
    self.init(
      topic: topic, weights: improvement.parameters.weights, answers: improvement.before.count,
      logLoss: [improvement.before.logLoss, improvement.after.logLoss],
      rmseBins: [improvement.before.rmseBins, improvement.after.rmseBins])
  }
}
