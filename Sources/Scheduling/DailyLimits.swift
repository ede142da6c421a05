/// How much one study day may ask for; cards on learning steps are not counted.
package struct DailyLimits: Hashable, Codable, Sendable {
  /// Cards seen for the first time, at least 0.
  package var newPerDay: Int
  /// Cards that waited days, at least 0.
  package var reviewsPerDay: Int

  /// Makes limits, by default 10 new cards and 200 reviews.
  package init(newPerDay: Int = 10, reviewsPerDay: Int = 200) {
    self.newPerDay = newPerDay
    self.reviewsPerDay = reviewsPerDay
  }
}
