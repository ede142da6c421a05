/// What is wrong with a line of a file of answers: nothing of the file is taken then.
package struct LogFileFailure: Error, Hashable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// What is wrong, and what would be right.
  package let message: String

  package var description: String { "line \(line): \(message)" }
}
