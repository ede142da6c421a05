import Decks
import Foundation
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// A command of the user's that runs after a sitting or a mock, with what came of it as JSON on its
/// standard input.
struct Hook {
  let command: String
  let environment: [String: String]

  /// The hook of this name in the settings; nil if there is none.
  init?(_ name: String, settings: Settings, environment: [String: String]) {
    command = settings.text("hooks." + name)
    self.environment = environment
    if command.isEmpty { return nil }
  }

  /// Starts it in the background; what it prints goes nowhere, and nobody waits for it.
  func run(_ json: String) {
    let script = "printf '%s\\n' \"$1\" | { \(command)\n} >/dev/null 2>&1 &"
    _ = Shell.run(script, arguments: [json], environment: environment)
  }
}

/// `ebb.session/1`: what a sitting came to.
struct SessionObject: Encodable {
  let schema = "ebb.session/1"
  let started, ended: String
  let cards, answers, ms: Int
  let grades: [String: Int]
  let first: First
  let missed, sureWrong: [String]
  let tomorrow: Next

  /// Cards that were not new at their first answer of the sitting.
  struct First: Encodable {
    let asked, remembered: Int
  }

  struct Next: Encodable {
    let due, etaS: Int
  }

  init(_ figures: SittingFigures, at now: Date, tomorrow: (due: Int, seconds: Double)) {
    let log = figures.log
    started = MockObject.text(figures.started)
    ended = MockObject.text(now)
    cards = Set(log.map(\.card)).count
    answers = log.count
    ms = log.reduce(0) { $0 + $1.duration }
    grades = Dictionary(grouping: log) { "\($0.rating)" }.mapValues(\.count)
    let due = log.filter { $0.before.phase == .review }
    first = First(asked: due.count, remembered: due.count { $0.rating != .again })
    var seen: Set<String> = []
    missed = log.filter { $0.rating == .again }.map(\.card.rawValue)
      .filter { seen.insert($0).inserted }
    sureWrong = log.filter { $0.rating == .again && $0.sureness == 3 }.map(\.card.rawValue)
    self.tomorrow = Next(due: tomorrow.due, etaS: Int(tomorrow.seconds.rounded()))
  }
}

extension Desk {
  /// Tells the user's hook what a sitting came to.
  func runHook(after figures: SittingFigures) throws(StoreFailure) {
    guard let hook = Hook("post_session", settings: settings, environment: world.environment)
    else { return }
    let due = try store.coming(1, after: world.today).first ?? 0
    let seconds = Double(due) * (try answerSeconds().review)
    let object = SessionObject(figures, at: world.now, tomorrow: (due, seconds))
    if let json = try? JSONText.of(object) { hook.run(json) }
  }
}
