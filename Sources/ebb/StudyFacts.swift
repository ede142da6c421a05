import Foundation
import ProgressStore
import Scheduling

/// Weights of FSRS-6 fitted to the log, as the log keeps them.
struct FittedWeights: Codable, Hashable {
  static let name = "weights"

  /// The topic they were fitted to; nil for all cards.
  let topic: String?
  /// 21 weights; none to go back to the standard ones.
  let weights: [Double]
  /// Answers that were predicted.
  let answers: Int
  /// Log loss and RMSE(bins) with the weights before and with these.
  let logLoss: [Double]
  let rmseBins: [Double]

  /// Those that hold: the latest of each topic and of all cards, by topic.
  static func inForce(_ store: Store) throws(StoreFailure) -> [String?: [Double]] {
    var fitted: [String?: [Double]] = [:]
    for fact in try store.facts(named: name) where fact.name == name {
      guard let weights = StudyFact.decoded(FittedWeights.self, fact) else { continue }
      fitted[weights.topic] = weights.weights.isEmpty ? nil : weights.weights
    }
    return fitted
  }
}

/// A plan for a day, as the log keeps it.
struct StudyPlan: Codable, Hashable {
  static let name = "plan.set"
  static let nameOfClearing = "plan.clear"

  /// The day, such as `2026-12-11`.
  let date: String
  /// Readiness to reach, 0.70...0.97.
  let aim: Double
  /// The topics; nil for all.
  let topics: [String]?
  /// New cards of these topics a day, and until which day they come; nil if none do.
  let newPerDay: Int
  let newUntil: String?
  /// Desired retention of these topics, 0.70...0.97.
  let retention: Double

  var day: Day? { Day(date) }

  /// The plan that holds on a day; nil if there is none or its day has passed.
  static func inForce(_ store: Store, on today: Day) throws(StoreFailure) -> StudyPlan? {
    guard let fact = try store.facts(named: "plan.").last, fact.name == name,
      let plan = StudyFact.decoded(StudyPlan.self, fact), let day = plan.day, day >= today
    else { return nil }
    return plan
  }

  /// The new cards that a day may bring of the topics; nil once all have come.
  func pace(on today: Day, of topics: Set<String>) -> DailyLimits.Pace? {
    guard let last = newUntil.flatMap({ Day($0) }), today <= last, newPerDay > 0 else {
      return nil
    }
    return DailyLimits.Pace(topics: self.topics.map { Set($0) } ?? topics, newPerDay: newPerDay)
  }

  /// What it changes in the settings.
  func values() -> [SettingName: Settings.Sourced] {
    let sourced = Settings.Sourced(value: .number(retention), origin: .plan)
    guard let topics else { return [SettingName("review.retention"): sourced] }
    return Dictionary(
      topics.map { (SettingName(["deck", $0, "retention"]), sourced) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Facts of this program in the log.
enum StudyFact {
  static func decoded<Body: Decodable>(_ type: Body.Type, _ fact: Fact) -> Body? {
    try? JSONDecoder().decode(type, from: Data(fact.body.utf8))
  }

  /// Adds a fact that one undo takes back.
  static func add(
    _ name: String, _ body: some Encodable, to desk: Desk
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(body), as: UTF8.self)
    try desk.store.append(
      name, text, at: Stamp(desk.world.now, in: desk.world.calendar), asStep: true)
  }
}
