import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Takes changes back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last changes of today.",
    discussion: """
      A change is an answer, or what one command or key did to cards and plans. The log keeps what \
      was done, and that it no longer holds.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "How many changes.")
  var number = 1

  @Flag(help: "Do again what was taken back last, if nothing was changed since.")
  var again = false

  @Option(
    help: ArgumentHelp(
      "Take back this event, of any day, with what was done in the same step: its device and "
        + "number in the log, such as 3f9k2m:17.", valueName: "id"))
  var event: String?

  func validate() throws {
    if number < 1 { throw ValidationError("The number of changes must be 1 or more.") }
    if again, event != nil { throw ValidationError("--again and --event exclude each other.") }
  }

  func run() throws {
    let file = try ProgressFile(options: common)
    let store = try file.open()
    let now = file.world.now
    let scheduler = try file.scheduler(for: store)
    if let event {
      try store.revert([try identity(event)], at: now, by: scheduler)
      print("undone: \(event)")
      return
    }
    let start = file.world.calendar.start(of: file.world.today)
    if again {
      for _ in 0..<number {
        guard let step = try store.redo(since: start, at: now, by: scheduler) else {
          throw CommandFailure(.nothingToShow, "there is nothing that could be done again")
        }
        try report(step, as: "again", in: store)
      }
      return
    }
    let undone = try store.undo(number, since: start, at: now, by: scheduler)
    guard !undone.isEmpty else {
      throw CommandFailure(.nothingToShow, "nothing was done today that could be taken back")
    }
    for step in undone { try report(step, as: "undone", in: store) }
    if undone.count < number { print("today there were only \(count(undone.count, "change"))") }
  }

  private func identity(_ text: String) throws -> LogEvent.Identity {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let number = Int(parts[1]) else {
      throw CommandFailure(
        .usage,
        "cannot undo \(text): it is no event; write DEVICE:NUMBER as `ebb export log -` "
          + "shows them")
    }
    return LogEvent.Identity(device: String(parts[0]), number: number)
  }

  /// One line for a step, however many cards it concerned.
  private func report(_ step: Store.Step, as word: String, in store: Store) throws {
    guard let first = step.events.first else { return }
    let what: String
    switch first.kind {
    case .review(let review): what = "\(review.rating)"
    case .mark(let mark, _): what = mark.name
    case .fact(let name, _): what = name
    case .revert: what = "undo"
    }
    let cards = Set(step.events.compactMap(\.card))
    guard let card = cards.first else { return print("\(word): \(what)") }
    if cards.count > 1 { return print("\(word): \(what)  \(count(cards.count, "card"))") }
    let question = try store.card(card)?.question ?? "card \(card.rawValue)"
    print("\(word): \(what)  \(question)")
  }
}
