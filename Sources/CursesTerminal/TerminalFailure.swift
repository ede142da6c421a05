/// Why the terminal could not be taken.
package struct TerminalFailure: Error, Hashable, CustomStringConvertible {
  /// What was attempted: "draw on the terminal".
  package let attempt: String
  package let cause: String
  /// What the user can do about it, as a sentence.
  package let remedy: String

  package var description: String { "Cannot \(attempt): \(cause). \(remedy)" }

  static func opening(_ cause: String, remedy: String) -> TerminalFailure {
    TerminalFailure(attempt: "draw on the terminal", cause: cause, remedy: remedy)
  }
}
