import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Takes answers back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last answers of today.",
    discussion: "The log keeps what was answered, and that it no longer holds.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "How many answers.")
  var number = 1

  func validate() throws {
    if number < 1 { throw ValidationError("The number of answers must be 1 or more.") }
  }

  func run() throws {
    let file = try ProgressFile(options: common)
    let store = try file.open()
    let world = file.world
    let undone = try store.undo(
      number, since: world.calendar.start(of: world.today), at: world.now, by: file.scheduler)
    guard !undone.isEmpty else {
      throw CommandFailure(.nothingToShow, "nothing was answered today that could be taken back")
    }
    for review in undone {
      let question = try store.card(review.card)?.question ?? "card \(review.card.rawValue)"
      print("undone: \(review.rating)  \(question)")
    }
    if undone.count < number { print("today there were only \(count(undone.count, "answer"))") }
  }
}
