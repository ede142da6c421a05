import ArgumentParser
import Decks
import Foundation
import ProgressStore

/// Brings in notes of the user's own.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make cards from a note or folder, now and at every start.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A Markdown note, or a folder of them.")
  var path: String

  func run() throws {
    let full = Locations.absolute(path)
    let found = NoteFiles.notes(in: [full])
    if let problem = found.diagnostics.first(where: { $0.severity == .error }) {
      throw CommandFailure(.notes, "cannot add \(path): \(problem.message)")
    }
    let world = try World()
    let locations = Locations(options: common, world: world)
    let store = try Store(path: locations.progress, seed: world.seed)
    // First whatever else has changed, so that the count is of these notes alone.
    _ = try CatalogueRefresh(store, from: locations, at: world.stamp)
    let before = try store.cardCount()
    try store.add(source: full)
    let refresh = try CatalogueRefresh(store, from: locations, at: world.stamp)
    for diagnostic in refresh.diagnostics { complain(diagnostic.description) }
    let added = try store.cardCount() - before
    print("\(full): \(count(found.files.count, "note")), \(count(added, "new card"))")
  }
}

/// Takes notes out again.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Stop making cards from a note or folder; its progress is kept.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A path that `ebb sources` lists.")
  var path: String

  func run() throws {
    let full = Locations.absolute(path)
    let world = try World()
    let locations = Locations(options: common, world: world)
    let store = try Store(path: locations.progress, seed: world.seed)
    guard try store.remove(source: full) else {
      throw CommandFailure(
        .nothingToShow, "cannot remove \(full): it was not added; `ebb sources` lists what was")
    }
    // Its cards are meant to leave.
    _ = try CatalogueRefresh(store, from: locations, at: world.stamp, loss: .accept)
    print("\(full): removed; the progress of its cards is kept")
  }
}

/// Lists notes and folders that were added.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the notes and folders that were added.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let world = try World()
    let store = try Store(
      path: Locations(options: common, world: world).progress, seed: world.seed)
    let sources = try store.sources()
    guard !sources.isEmpty else {
      throw CommandFailure(.nothingToShow, "no notes were added; `ebb add FOLDER` adds some")
    }
    for source in sources { print(source) }
  }
}
