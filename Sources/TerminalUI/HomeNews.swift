import Foundation
import Reports
import Scheduling

/// What home says beside its list.
package struct HomeNews: Hashable, Sendable {
  /// A sitting of today that was broken off.
  package struct BrokenOff: Hashable, Sendable {
    /// The topic it was about; nil for all.
    package let topic: String?
    /// When it began, by the clock of the place: "09:12".
    package let began: String
    /// Cards answered in it.
    package let done: Int

    package init(topic: String?, began: String, done: Int) {
      self.topic = topic
      self.began = began
      self.done = done
    }
  }

  /// A heading with a few short lines.
  package struct Panel: Hashable, Sendable {
    /// What it is about, in capitals, and what follows on the same row.
    package let title: String
    package let rest: String
    package let lines: [String]

    package init(_ title: String, _ rest: String, lines: [String]) {
      self.title = title
      self.rest = rest
      self.lines = lines
    }
  }

  /// Days studied in a row; 0 if there is no row.
  package var streak = 0
  package var seconds = AnswerSeconds()
  package var session: BrokenOff?
  /// A mock that was left and can be gone on with, in a sentence.
  package var mock: String?
  package var panels: [Panel] = []

  package init() {}
}
