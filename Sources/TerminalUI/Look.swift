/// What the user wants of every screen.
package struct Look: Hashable, Sendable {
  /// Cells that prose may use, 40...100.
  package var measure: Int
  /// Cells from one tab stop in code to the next, 1...16.
  package var tabWidth: Int
  /// The keys the user has moved.
  package var keys: KeyTranslation
  /// Whether a wide window shows what is known of a card beside it.
  package var showsSideNote = true
  /// How a review asks.
  package var manner = ReviewManner()

  /// Makes a look; by default that of the design.
  package init(measure: Int = 76, tabWidth: Int = 4, keys: KeyTranslation = KeyTranslation()) {
    self.measure = measure
    self.tabWidth = tabWidth
    self.keys = keys
  }
}

/// How a review asks, as the user wants it.
package struct ReviewManner: Hashable, Sendable {
  /// Which cards open a line for the answer by themselves.
  package enum Typing: String, CaseIterable, Sendable {
    case off
    /// Those with an answer of a few words.
    case short
    case always
  }

  /// Whether it is asked how sure one is.
  package enum Confidence: String, CaseIterable, Sendable {
    case off
    /// A digit may say it on the way to the answer.
    case offer
    /// The answer comes after the question how sure one is.
    case ask
  }

  package var typing = Typing.off
  package var confidence = Confidence.offer
  /// All four ratings, or Again and Good alone.
  package var hasFourGrades = true
  /// Whether the title says how long the rest will take.
  package var showsTimeLeft = true

  /// The manner of the design.
  package init() {}
}
