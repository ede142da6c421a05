/// Why weights cannot be fitted to a log.
package enum OptimizerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The log holds enough answers, but after no first rating enough that are alike.
  case notEnoughReviews
  /// The weight at this index became infinite or no number.
  case notFinite(index: Int)

  /// One sentence that says what is missing or went wrong.
  package var description: String {
    switch self {
    case .notEnoughReviews:
      "The reviews are too few or too different from each other to fit FSRS weights to them."
    case .notFinite(let index):
      "Fitting the FSRS weights failed: weight number \(index) is not a finite number."
    }
  }
}
