import Decks
import ProgressStore
import Scheduling

/// What holds for single topics, by the settings, the plan in force and the weights fitted to them.
struct TopicRules {
  /// What the settings and the plan say of each topic.
  private(set) var decks: [String: Settings.Deck] = [:]
  /// Weights fitted to the answers of a topic, and those of all cards under nil.
  let fitted: [String?: [Double]]
  /// The plan in force.
  let plan: StudyPlan?
  /// The new cards that the plan wants today.
  let pace: DailyLimits.Pace?
  /// Problems with names in the settings.
  private(set) var diagnostics: [Diagnostic] = []

  /// Topics that are not asked.
  var paused: Set<String> { Set(decks.filter(\.value.isPaused).keys) }

  /// Finds the topics that the settings name; what a plan says of them goes before.
  init(
    _ settings: Settings, plan: StudyPlan?, store: Store, today: Day
  ) throws(StoreFailure) {
    fitted = try FittedWeights.inForce(store)
    self.plan = plan
    let named = settings.decks
    guard !named.isEmpty || plan != nil else {
      pace = nil
      return
    }
    let topics = try store.topicNames()
    pace = plan?.pace(on: today, of: topics)
    // A topic may be named twice, in full by the plan and in short by the user.
    for (name, deck) in named.sorted(by: { $0.key < $1.key }) {
      if let topic = TopicNames.find(name, among: topics) {
        decks[topic, default: Settings.Deck()].fill(from: deck, isExact: name == topic)
      } else if !topics.isEmpty {
        diagnostics.append(Self.unknown(name, among: topics, settings))
      }
    }
  }

  /// What to say of a topic that there is not.
  static func unknown(_ name: String, among topics: Set<String>) -> String {
    let nearest = NearestName.of(name, among: topics).map { "; did you mean \($0)?" }
    return "there is no topic “\(name)”" + (nearest ?? "")
  }

  private static func unknown(
    _ name: String, among topics: Set<String>, _ settings: Settings
  ) -> Diagnostic {
    let sourced = settings.values.first { $0.key.parts.starts(with: ["deck", name]) }?.value
    var place = Decks.Place(path: "settings", line: 0)
    if case .file(let path, let line)? = sourced?.origin { place = .init(path: path, line: line) }
    return Diagnostic(.warning, unknown(name, among: topics), at: place)
  }

  /// How much a day may ask for.
  func limits(_ settings: Settings) -> DailyLimits {
    var limits = DailyLimits(
      newPerDay: max(settings.integer("review.new_per_day"), pace?.newPerDay ?? 0),
      reviewsPerDay: settings.integer("review.max_per_day"),
      topics: decks.compactMapValues { deck in
        deck.newPerDay == nil && deck.reviewsPerDay == nil
          ? nil : DailyLimits.Topic(newPerDay: deck.newPerDay, reviewsPerDay: deck.reviewsPerDay)
      })
    limits.pace = pace
    return limits
  }

  /// The parameters of a topic, or of the cards that have none of their own.
  func parameters(of topic: String?, _ settings: Settings) -> Parameters {
    let retention = topic.flatMap { decks[$0]?.retention } ?? settings.number("review.retention")
    let own = topic.flatMap { fitted[$0] } ?? fitted[nil]
    return settings.parameters(weights: settings.ownWeights ?? own, retention: retention)
  }

  /// Decides when cards are seen again.
  func scheduler(
    _ settings: Settings, store: Store, calendar: StudyCalendar
  ) throws(StoreFailure) -> Scheduler {
    var scheduler = Scheduler(
      parameters: parameters(of: nil, settings), steps: settings.steps, calendar: calendar,
      fuzz: settings.flag("review.fuzz"), model: settings.model)
    for topic in exceptions.sorted() {
      scheduler.exceptions.add(
        parameters(of: topic, settings), model: settings.model,
        for: try store.identities(topic: topic))
    }
    return scheduler
  }

  /// Topics with parameters of their own.
  private var exceptions: Set<String> {
    Set(decks.filter { $0.value.retention != nil }.keys).union(fitted.keys.compactMap(\.self))
  }

  /// What the memories of all cards follow from, besides their answers: it changes when another
  /// model or other weights are in use.
  func basis(_ settings: Settings) -> String {
    let weights = { (topic: String?) in
      parameters(of: topic, settings).weights.map { String($0) }.joined(separator: " ")
    }
    let topics = fitted.keys.compactMap(\.self).sorted().map { "\($0): \(weights($0))" }
    return ([settings.model.name, weights(nil)] + topics).joined(separator: "\n")
  }
}

extension Settings.Deck {
  /// Takes what another table says of the same topic; the one with its full name goes before.
  fileprivate mutating func fill(from other: Settings.Deck, isExact: Bool) {
    let (first, second) = isExact ? (other, self) : (self, other)
    retention = first.retention ?? second.retention
    newPerDay = first.newPerDay ?? second.newPerDay
    reviewsPerDay = first.reviewsPerDay ?? second.reviewsPerDay
    isPaused = first.isPaused || second.isPaused
  }
}
