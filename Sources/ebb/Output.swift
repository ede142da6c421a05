import Foundation
import Reports
import TerminalUI

/// Prints a line to standard error.
func complain(_ message: String) { write(message + "\n", to: STDERR_FILENO) }

/// Writes text to a file descriptor, whole, at once and without a buffer of our own.
///
/// Foundation's file handles would bring its whole body, and tens of megabytes, into the program.
func write(_ text: String, to descriptor: Int32) { _ = write(text, whole: descriptor) }

/// The same, and whether all of it was taken; `errno` says why not.
func write(_ text: String, whole descriptor: Int32) -> Bool {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno != EINTR { return false }
    rest = rest.dropFirst(max(written, 0))
  }
  return true
}

/// "1 note", "1,214 notes": the words of all screens and reports.
func count(_ number: Int, _ noun: String) -> String { Words.count(number, noun) }

/// What commands print in columns.
extension Columns {
  /// The width that their output keeps to.
  static let width = 76

  /// A sentence broken between words into lines of the width, ready to print.
  static func wrapped(_ text: String) -> String {
    Wrapping.lines(of: text, width: width).joined(separator: "\n")
  }
}
