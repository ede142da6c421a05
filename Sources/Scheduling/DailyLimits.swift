/// How much one study day may ask for; cards on learning steps are not counted.
package struct DailyLimits: Hashable, Codable, Sendable {
  /// What one topic may ask for. It holds beside the limits of the day: both are kept.
  package struct Topic: Hashable, Codable, Sendable {
    /// Cards seen for the first time, at least 0; nil for as many as the day allows.
    package var newPerDay: Int?
    /// Cards that waited days, at least 0; nil for as many as the day allows.
    package var reviewsPerDay: Int?

    /// Makes the limits of a topic.
    package init(newPerDay: Int? = nil, reviewsPerDay: Int? = nil) {
      self.newPerDay = newPerDay
      self.reviewsPerDay = reviewsPerDay
    }
  }

  /// What was already answered of one topic on the day.
  package struct Done: Hashable, Sendable {
    /// Cards seen for the first time.
    package var new: Int
    /// Cards that had waited days.
    package var reviews: Int

    /// Makes counts, each at least 0.
    package init(new: Int = 0, reviews: Int = 0) {
      self.new = new
      self.reviews = reviews
    }
  }

  /// New cards that some topics are to bring together, before those of others: what a plan asks.
  package struct Pace: Hashable, Codable, Sendable {
    /// The topics.
    package var topics: Set<String>
    /// Cards of all of them seen for the first time, at least 0.
    package var newPerDay: Int

    /// Makes a pace.
    package init(topics: Set<String>, newPerDay: Int) {
      self.topics = topics
      self.newPerDay = newPerDay
    }
  }

  /// Cards seen for the first time, at least 0.
  package var newPerDay: Int
  /// Cards that waited days, at least 0.
  package var reviewsPerDay: Int
  /// The pace of some topics; nil for none.
  package var pace: Pace?
  /// Limits of topics that have their own, by name.
  package var topics: [String: Topic]

  /// Makes limits, by default 10 new cards and 200 reviews, whatever their topic.
  package init(newPerDay: Int = 10, reviewsPerDay: Int = 200, topics: [String: Topic] = [:]) {
    self.newPerDay = newPerDay
    self.reviewsPerDay = reviewsPerDay
    self.topics = topics
  }

  /// The same limits of topics with others for the day.
  func with(newPerDay: Int, reviewsPerDay: Int) -> DailyLimits {
    var limits = self
    (limits.newPerDay, limits.reviewsPerDay) = (newPerDay, reviewsPerDay)
    return limits
  }

  /// What is left of the pace.
  func paceLeft(after done: [String: Done]) -> Pace? {
    pace.map { pace in
      let new = pace.topics.reduce(0) { $0 + (done[$1]?.new ?? 0) }
      return Pace(topics: pace.topics, newPerDay: max(pace.newPerDay - new, 0))
    }
  }

  /// New cards each limited topic may still ask for.
  func newLeft(after done: [String: Done]) -> [String: Int] {
    left(\.newPerDay) { done[$0]?.new ?? 0 }
  }

  /// Reviews each limited topic may still ask for.
  func reviewsLeft(after done: [String: Done]) -> [String: Int] {
    left(\.reviewsPerDay) { done[$0]?.reviews ?? 0 }
  }

  private func left(_ limit: (Topic) -> Int?, done: (String) -> Int) -> [String: Int] {
    var left: [String: Int] = [:]
    for (name, topic) in topics {
      if let limit = limit(topic) { left[name] = limit - done(name) }
    }
    return left
  }
}
