/// Why a set of FSRS parameters cannot be used.
package enum ParametersError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of weights is none of 0, 17, 19 and 21.
  case weightCount(Int)
  /// The weight at this index is infinite or not a number.
  case weightNotFinite(index: Int)
  /// The desired retention lies outside 0.70...0.99.
  case desiredRetention(Double)
  /// The maximum interval lies outside 1...36500 days.
  case maximumInterval(Int)

  /// One sentence that says what was refused and what would be accepted.
  package var description: String {
    switch self {
    case .weightCount(let count):
      "\(count) FSRS weights were given; 21 (FSRS-6), 19, 17 or none can be read."
    case .weightNotFinite(let index):
      "FSRS weight number \(index) is not a finite number."
    case .desiredRetention(let retention):
      "A desired retention of \(retention) is outside 0.70 to 0.99."
    case .maximumInterval(let days):
      "A maximum interval of \(days) days is outside 1 to 36500."
    }
  }
}
