import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Cards that were learned and whose passage left the notes.
struct OrphansCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orphans",
    abstract: "List learned cards that left the notes, restore or purge them.",
    discussion: """
      They are not asked. Progress is kept, and goes on when the passage comes back, in whatever \
      note.
      """,
    subcommands: [List.self, Restore.self, Purge.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them by topic (the default).")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let orphans = try RelinkCommand.open(common).orphans()
      guard !orphans.isEmpty else {
        throw CommandFailure(.nothingToShow, "there are no orphans")
      }
      for orphan in orphans {
        let card = orphan.card
        let restored = orphan.isRestored ? ", restored" : ""
        print("\(card.id.rawValue)  \(card.topic): \(card.question)")
        print(
          "  was \(card.place.path):\(card.place.line), "
            + count(orphan.schedule.reviews, "answer") + restored)
      }
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore", abstract: "Ask a card again although no note holds it.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The card.")
    var card: String

    func run() throws {
      guard try RelinkCommand.open(common).restore(orphan: CardID(rawValue: card.lowercased()))
      else {
        throw CommandFailure(
          .nothingToShow, "cannot restore \(card): it is no orphan; `ebb orphans` lists them")
      }
      print("\(card): is asked again")
    }
  }

  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "purge", abstract: "Forget what orphans said.",
      discussion: """
        Their answers stay in the log, which nothing is ever taken out of; a card that comes back \
        word for word finds them.
        """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The cards.")
    var cards: [String] = []

    @Flag(help: "Purge all orphans.")
    var all = false

    func run() throws {
      let store = try RelinkCommand.open(common)
      let named = Set(cards.map { CardID(rawValue: $0.lowercased()) })
      let orphans = try store.orphans().map(\.card.id).filter { all || named.contains($0) }
      guard !orphans.isEmpty, all || orphans.count == named.count else {
        throw CommandFailure(
          .nothingToShow, "cannot purge: not all of these are orphans; `ebb orphans` lists them")
      }
      try store.purge(orphans: orphans)
      print("purged \(count(orphans.count, "card"))")
    }
  }
}
