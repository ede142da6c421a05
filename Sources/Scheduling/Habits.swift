/// How a person answers: how often each rating, and how long it takes (FSRS specification O8).
///
/// Lists of four are for again, hard, good and easy.
package struct Habits: Hashable, Sendable {
  /// What an answer of each rating takes, in seconds.
  package struct Seconds: Hashable, Sendable {
    /// Answers to new cards and on learning steps.
    package var learning = [19.58, 18.79, 13.78, 10.71]
    /// The first answer of a day to a card that had waited days.
    package var review = [19.38, 17.59, 12.38, 8.94]
    /// Answers on relearning steps.
    package var relearning = [16.44, 15.25, 12.32, 8.03]

    /// What Anki takes as usual.
    package init() {}
  }

  /// How often the first answer to a new card is each rating; sums to 1.
  package var first = [0.24, 0.094, 0.495, 0.171]
  /// How often a pass is each rating; again is 0, the others sum to 1.
  package var passes = [0, 0.224, 0.631, 0.145]
  /// Seconds for answers.
  package var seconds = Seconds()
  /// How often each rating follows again, hard and good on the day a card is learned.
  package var learning = [
    [0.3686, 0.0628, 0.5108, 0.0577], [0.0442, 0.4553, 0.4457, 0.0549],
    [0.0519, 0.047, 0.8462, 0.055],
  ]
  /// How often each rating follows again, hard and good after a lapse.
  package var relearning = [
    [0.2157, 0.0643, 0.6595, 0.0604], [0.05, 0.4638, 0.4475, 0.0387],
    [0.1057, 0.1434, 0.7266, 0.0244],
  ]

  /// The habits Anki takes as usual.
  package init() {}
}
