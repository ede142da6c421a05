import CursesTerminal
import Decks
import Foundation
import ProgressStore

/// Why a command ended without doing its work: a sentence and an exit status.
struct CommandFailure: Error {
  /// The documented exit statuses.
  enum Status: Int32 {
    case nothingToShow = 1
    case usage = 2
    case notes = 3
    case progress = 4
    case inUse = 5
    case bug = 70
  }

  let status: Status
  /// What was attempted, what is wrong, what to do. Empty when all has been said.
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The one place that turns any error into words and a status.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let failure as StoreFailure:
      self.init(failure.cause == .busy ? .inUse : .progress, failure.description)
    case let failure as TerminalFailure: self.init(.usage, failure.description)
    case let diagnostic as Diagnostic: self.init(.notes, diagnostic.description)
    default: self.init(.bug, "something went wrong inside ebb: \(error)")
    }
  }
}
