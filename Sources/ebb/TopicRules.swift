import Decks
import ProgressStore
import Scheduling

/// What holds for single topics, by the settings, the plan in force and the weights fitted to them.
struct TopicRules {
  /// What the settings say of each topic.
  private(set) var decks: [String: Settings.Deck] = [:]
  /// Problems with names in the settings.
  private(set) var diagnostics: [Diagnostic] = []

  /// Topics that are not asked.
  var paused: Set<String> { Set(decks.filter(\.value.isPaused).keys) }

  init(_ settings: Settings, store: Store, today: Day) throws(StoreFailure) {
    let named = settings.decks
    if !named.isEmpty {
      let topics = try store.topicNames()
      for (name, deck) in named.sorted(by: { $0.key < $1.key }) {
        if let topic = TopicNames.find(name, among: topics) {
          decks[topic] = deck
        } else if !topics.isEmpty {
          diagnostics.append(Self.unknown(name, among: topics, settings))
        }
      }
    }
  }

  private static func unknown(
    _ name: String, among topics: Set<String>, _ settings: Settings
  ) -> Diagnostic {
    let entry = settings.entries.first { $0.key.parts.starts(with: ["deck", name]) }?.value
    let nearest = Likeness.nearest(to: name, among: topics).map { "; did you mean \($0)?" }
    var place = Decks.Place(path: "settings", line: 0)
    if case .file(let path, let line)? = entry?.origin { place = .init(path: path, line: line) }
    return Diagnostic(.warning, "there is no topic “\(name)”" + (nearest ?? ""), at: place)
  }

  /// How much a day may ask for.
  func limits(_ settings: Settings) -> DailyLimits {
    DailyLimits(
      newPerDay: settings.integer("review.new_per_day"),
      reviewsPerDay: settings.integer("review.max_per_day"),
      topics: decks.compactMapValues { deck in
        deck.newPerDay == nil && deck.reviewsPerDay == nil
          ? nil : DailyLimits.Topic(newPerDay: deck.newPerDay, reviewsPerDay: deck.reviewsPerDay)
      })
  }

  /// Decides when cards are seen again.
  func scheduler(
    _ settings: Settings, store: Store, calendar: StudyCalendar
  ) throws(StoreFailure) -> Scheduler {
    var scheduler = Scheduler(
      parameters: settings.parameters(), steps: settings.steps, calendar: calendar,
      fuzz: settings.flag("review.fuzz"), model: settings.model)
    for (topic, deck) in decks.sorted(by: { $0.key < $1.key }) {
      guard let retention = deck.retention else { continue }
      scheduler.exceptions.add(
        settings.parameters(weights: settings.ownWeights, retention: retention),
        model: settings.model, for: try store.identities(topic: topic))
    }
    return scheduler
  }
}
