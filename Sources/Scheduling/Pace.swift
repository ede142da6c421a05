/// What a card takes on a day, from somebody's habits (O8).
package struct Pace: Hashable, Sendable {
  /// Seconds for the first day of a new card, its steps included.
  package let newCard: Double
  /// Seconds for an answer to a card seen before.
  package let review: Double

  /// The means with these habits, for cards that are recalled as often as is desired.
  package init(
    _ habits: Habits, parameters: Parameters = .standard, model: ModelChoice = .fsrs6
  ) {
    let practice = Practice(parameters, model: model, habits: habits)
    newCard = practice.meanFirstDay()
    review = practice.meanReview(recall: parameters.desiredRetention)
  }
}
