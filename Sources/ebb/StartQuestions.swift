import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What is asked before home is shown.
struct StartQuestions {
  let terminal: any Terminal
  let world: World
  let look: Look

  /// Shows a screen until it is answered.
  /// - Throws: The exit status if the user leaves instead.
  func answer(to screen: any Screen) throws -> Answered {
    var app = App(
      asking: screen, columns: terminal.columns, rows: terminal.rows, at: world.now,
      repeatGuard: world.settings.repeatGuard, look: look)
    while true {
      terminal.draw(app.draw())
      for effect in app.handle(terminal.next(timeout: app.tick)) {
        switch effect {
        case .answered(let answer): return answer
        case .leave(let status): throw ExitCode(status)
        case .suspend: terminal.suspend()
        case .redraw: terminal.redraw()
        // A question has nothing else to ask for.
        default: break
        }
      }
    }
  }

  /// A number of the screen's choices, from 1; 0 for `q`.
  func choice(of screen: ChoiceScreen) throws -> Int {
    if case .choice(let number) = try answer(to: screen) { number } else { 0 }
  }

  /// Asks for a note or a folder of notes until one is named; nil if the user thinks better of it.
  func source(_ head: [String], suggesting text: String) throws -> String? {
    var (text, remark) = (text, "")
    while true {
      let question = TextQuestion(
        "ebb", head: head, label: "Folder:", text: text, remark: remark,
        back: [.effect(.answered(.choice(0)))])
      guard case .text(let typed) = try answer(to: question) else { return nil }
      let path = Locations.absolute(Locations.expanded(typed, world.environment))
      let found = NoteFiles.notes(in: [path])
      if let problem = found.diagnostics.first(where: { $0.severity == .error }) {
        remark = "! " + problem.message
      } else if found.files.isEmpty {
        remark = "! There is no Markdown file in \(path)."
      } else {
        return path
      }
      text = typed
    }
  }

  // MARK: A folder that is not there

  /// Asks about each folder of notes that is away.
  /// - Returns: Whether the sources are others now.
  func askAboutMissing(_ desk: Desk) throws -> Bool {
    var hasChanged = false
    for source in try desk.store.sources()
    where !FileManager.default.fileExists(atPath: source) {
      let (cards, seen) = try desk.store.cardCounts(below: source)
      let screen = ChoiceScreen(
        "ebb › Problem", right: "notes folder missing",
        head: [
          "! \(source) is not there.",
          "It gave \(count(cards, "card")), \(seen) of them with progress. Nothing is lost: what "
            + "was compiled last is still here and your progress is complete.",
        ], isProblem: true,
        choices: [
          .init("go on with what was compiled last", numbered: 1),
          .init("the folder has moved: name the new place", numbered: 2),
          .init("stop using this folder (its progress is kept aside)", numbered: 3),
        ],
        foot: [
          "If it is on a disk or a network drive, connect it and press Enter on 1; ebb looks again "
            + "each time it starts."
        ], back: [.effect(.leave(status: 0))])
      switch try choice(of: screen) {
      case 2:
        let head = ["Where is \(source) now?", "Its cards keep their progress."]
        guard let path = try self.source(head, suggesting: source) else { continue }
        _ = try desk.store.remove(source: source)
        try desk.store.add(source: path)
        hasChanged = true
      case 3:
        _ = try desk.store.remove(source: source)
        hasChanged = true
      default: break
      }
    }
    if hasChanged {
      _ = try CatalogueRefresh(
        desk.store, from: desk.locations, at: world.stamp, loss: .accept)
    }
    return hasChanged
  }

  // MARK: A damaged progress file

  /// Offers the newest good backup of a file that cannot be used.
  /// - Throws: The failure itself if the user does not want it.
  func askAboutDamage(_ failure: StoreFailure, backups: Backups) throws {
    guard let backup = backups.newestGood else { throw failure }
    let answers = try Store.answers(in: backup.path)
    let day = world.calendar.day(of: backup.time)
    let screen = ChoiceScreen(
      "ebb › Problem", right: "progress file damaged",
      head: [
        "! Your progress cannot be read: \(failure.explanation).",
        failure.path,
        "The newest good backup is of \(day.long), with \(count(answers, "answer")). Answers after "
          + "that would be gone. The file as it is now is kept beside it.",
      ], isProblem: true,
      choices: [
        .init("restore that backup and go on", numbered: 1),
        .init("leave; change nothing", numbered: 2),
      ], back: [.effect(.answered(.choice(2)))])
    guard try choice(of: screen) == 1 else { throw failure }
    _ = try backups.restore(backup, at: world.now, seed: world.seed)
  }
}

extension ChoiceScreen.Choice {
  /// A choice that answers the question with its number.
  init(_ label: String, _ detail: String = "", numbered number: Int) {
    self.init(label, detail, [.effect(.answered(.choice(number)))])
  }
}
