import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Reports
import Scheduling

/// Decides which new card an old one has become, where ebb is not sure.
struct RelinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relink", abstract: "Decide which card an old one has become.",
    discussion: """
      A card keeps its progress when its note is edited, moved or renamed. Where it is not certain \
      that two cards are the same, nothing is guessed: the old one waits here with its progress.
      """,
    subcommands: [List.self, Accept.self, Reject.self], defaultSubcommand: List.self)

  /// A store with the catalogue up to date.
  static func open(_ common: CommonOptions) throws -> Store {
    let world = try World()
    let locations = Locations(options: common, world: world)
    let store = try Store(path: locations.progress, seed: world.seed)
    for diagnostic in try CatalogueRefresh(store, from: locations, at: world.stamp).diagnostics
    where diagnostic.severity > .info {
      complain(diagnostic.description)
    }
    return store
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what waits for a decision (the default).")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let doubts = try RelinkCommand.open(common).doubts()
      guard !doubts.isEmpty else {
        throw CommandFailure(.nothingToShow, "nothing waits for a decision")
      }
      for doubt in doubts {
        let (card, schedule) = (doubt.orphan.card, doubt.orphan.schedule)
        let stable =
          schedule.memory.map { ", stable for \(Int($0.stability.rounded())) days" } ?? ""
        print("\(card.id.rawValue)  \(card.question)")
        print(
          "  was \(card.place.path):\(card.place.line), \(count(schedule.reviews, "answer"))\(stable)"
        )
        for candidate in doubt.candidates {
          let share = Words.percent(candidate.likeness)
          print("  \(candidate.card.id.rawValue)  \(share)  \(candidate.card.question)")
          print("    \(candidate.card.place.path):\(candidate.card.place.line)")
        }
      }
      print(
        "`ebb relink accept OLD NEW` joins two, `ebb relink reject OLD` leaves the old one aside")
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Let a new card go on with the progress of an old one.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The old card.")
    var old: String

    @Argument(help: "The new card; the likeliest one if left out.")
    var new: String?

    func run() throws {
      let store = try RelinkCommand.open(common)
      let orphan = CardID(rawValue: old.lowercased())
      let doubt = try store.doubts().first { $0.orphan.card.id == orphan }
      let chosen =
        new.map { CardID(rawValue: $0.lowercased()) } ?? doubt?.candidates.first?.card.id
      let stamp = try World().stamp
      guard let chosen, try store.accept(orphan: orphan, as: chosen, at: stamp) else {
        throw CommandFailure(
          .nothingToShow,
          "cannot join \(old)\(new.map { " and " + $0 } ?? ""): `ebb relink` and `ebb orphans` list "
            + "the old cards, `ebb cards` the new ones")
      }
      print("\(orphan.rawValue): \(try store.card(orphan)?.question ?? "")")
    }
  }

  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject", abstract: "Leave an old card aside; its progress is kept.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The old card.")
    var old: String

    func run() throws {
      guard try RelinkCommand.open(common).reject(orphan: CardID(rawValue: old.lowercased())) else {
        throw CommandFailure(
          .nothingToShow, "cannot reject \(old): it does not wait; `ebb relink` lists what does")
      }
      print("\(old): left aside; `ebb orphans` lists it")
    }
  }
}
