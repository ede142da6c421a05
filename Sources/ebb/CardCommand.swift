import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// Prints one card with its history.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card", abstract: "Print a card, where it stands, and every answer to it.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The identity of a card, as `ebb cards` lists it, or its beginning.")
  var id: String

  func run() throws {
    let desk = try Desk(options: common, world: World())
    let wanted = id.lowercased()
    let found = try desk.store.cards().filter { $0.id.rawValue.hasPrefix(wanted) }
    guard let card = found.first, found.count == 1 else {
      let problem = found.isEmpty ? "there is no card" : "\(found.count) cards begin with"
      throw CommandFailure(
        .nothingToShow, "\(problem) “\(id)”; `ebb cards` lists them with their identities")
    }
    print(([card.topic] + card.trail).joined(separator: " › "))
    print("\(card.place.path):\(card.place.line), rule \(card.rule), quality \(card.quality)\n")
    let text = LinearText(width: isatty(STDOUT_FILENO) == 1 ? 72 : nil)
    let points = card.points.map { "- " + $0 }.joined(separator: "\n")
    for part in [card.prompt, points, card.fullAnswer ?? ""] where !part.isEmpty {
      print(text.text(of: RichText(markdown: part)) + "\n")
    }
    try printHistory(of: card, desk: desk)
  }

  private func printHistory(of card: Card, desk: Desk) throws {
    let history = try desk.store.log(of: card.id)
    guard !history.isEmpty else {
      print("Never answered.")
      return
    }
    for answer in history.reversed() {
      let day = desk.world.calendar.day(of: answer.time)
      let days = Words.number(answer.after.memory?.stability ?? 0, decimals: 1)
      let took = count((answer.duration + 500) / 1000, "second")
      print("\(day)  \(answer.rating), took \(took), stable for \(days) days")
    }
  }
}
