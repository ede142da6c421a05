import Scheduling
import ProgressStore
import ArgumentParser
import Decks
import Foundation

/// Counts for a prompt or status bar.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say how many cards are due and new; exit 1 when none is.",
    discussion: "In --format, %d stands for the due and %n for the new cards of today.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A topic, or the beginning of its name.")
  var topic: String?

  @Option(help: ArgumentHelp("What to print.", valueName: "format"))
  var format: String?

  func run() throws {
    try Self.printDue(
      common, world: World(), query: topic, format: format ?? (common.quiet ? "" : nil))
  }

  static func printDue(
    _ common: CommonOptions, world: World, query: String?, format: String?
  ) throws {
    let desk = try Desk(options: common, world: world)
    let topic = try query.map { try desk.topic(named: $0) }
    let counts = try desk.queue(topic: topic).counts
    let due = counts.due + counts.learning
    let text =
      format?.replacing("%d", with: String(due)).replacing("%n", with: String(counts.new))
      ?? "\(due) due, \(counts.new) new"
    if !text.isEmpty { print(text) }
    if due + counts.new == 0 { throw CommandFailure(.nothingToShow, "") }
  }
}

/// Lists the cards.
struct CardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "List the cards: identity, place, question.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A topic, or the beginning of its name.")
  var topic: String?

  @Flag(help: "Print whole cards as JSON, one a line.")
  var json = false

  func run() throws {
    let desk = try Desk(options: common, world: World())
    let topic = try topic.map { try desk.topic(named: $0) }
    let cards = try desk.store.cards(topic: topic)
    guard !cards.isEmpty else {
      throw CommandFailure(.nothingToShow, "there are no cards; `ebb add FOLDER` brings your notes")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for card in cards {
      if json {
        print(String(decoding: try encoder.encode(card), as: UTF8.self))
      } else {
        print("\(card.id.rawValue)  \(card.place.path):\(card.place.line)  \(card.question)")
      }
    }
  }
}
