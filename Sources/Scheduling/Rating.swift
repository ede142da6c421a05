/// How well an answer was remembered; the raw value is the grade 1...4 of the FSRS formulas.
package enum Rating: Int, CaseIterable, Codable, Sendable, Comparable {
  /// Forgotten.
  case again = 1
  /// Remembered with serious effort; a pass.
  case hard
  /// Remembered.
  case good
  /// Remembered without effort.
  case easy

  /// Whether the first rating is the worse one.
  package static func < (lhs: Rating, rhs: Rating) -> Bool { lhs.rawValue < rhs.rawValue }
}
