import Decks
import Foundation
import ProgressStore
import Scheduling

/// Compiles the notes that were added, and tells what became of their cards.
struct CatalogueCompile {
  let common: CommonOptions
  let check, skipped, diff, drop, json: Bool
  let ignore: [String]

  /// `ebb.catalogue/1`, as the manual page describes it.
  private struct Object: Encodable {
    let schema = "ebb.catalogue/1"
    let files, read, cards: Int
    let changes: [String: Int]
    let doubts, leaving: Int
    let held: Bool
  }

  func run() throws {
    let world = try World()
    let locations = Locations(options: common, world: world)
    let store = try Store(path: locations.progress, seed: world.seed)
    var refresh = try self.refresh(
      store, locations, world.stamp, check ? .rehearse : drop ? .accept : .hold)
    var hasFailed = false
    for diagnostic in refresh.diagnostics where diagnostic.place.path != "notes" {
      complain(diagnostic.description)
      if diagnostic.severity == .error { hasFailed = true }
    }
    if refresh.update.isHeld, !check {
      guard try asksToDrop(refresh) else {
        throw CommandFailure(
          .notes,
          "\(CatalogueRefresh.warning(of: refresh.update)); nothing was changed: "
            + "bring the notes back, or let the cards leave with --drop (their progress is kept)")
      }
      refresh = try self.refresh(store, locations, world.stamp, .accept)
    }
    try tell(refresh, cards: try store.cardCount())
    if skipped, !json { listSkipped(locations, besides: try store.sources()) }
    if hasFailed { throw CommandFailure(.notes, "") }
  }

  private func refresh(
    _ store: Store, _ locations: Locations, _ stamp: Stamp, _ loss: CatalogueRefresh.Loss
  ) throws(StoreFailure) -> CatalogueRefresh {
    try CatalogueRefresh(store, from: locations, at: stamp, ignoring: ignore, loss: loss)
  }

  private func tell(_ refresh: CatalogueRefresh, cards: Int) throws {
    let (changes, doubts) = (refresh.update.changes, refresh.update.doubts.count)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let counts = Dictionary(grouping: changes, by: \.kind.rawValue).mapValues(\.count)
      let object = Object(
        files: refresh.files.found, read: refresh.files.read, cards: cards, changes: counts,
        doubts: doubts, leaving: refresh.update.answered.leaving, held: refresh.update.isHeld)
      print(String(decoding: try encoder.encode(object), as: UTF8.self))
      return
    }
    print(
      "\(count(refresh.files.found, "file")), \(refresh.files.read) changed; "
        + count(cards, "card"))
    if diff {
      ChangeList.printLines(changes, doubts: doubts)
    } else {
      print(ChangeList.summary(changes, doubts: doubts))
    }
  }

  private func listSkipped(_ locations: Locations, besides added: [String]) {
    let report = CompileReport(isQuiet: true)
    let sources = locations.sources(besides: added)
    for file in NoteFiles.notes(in: sources, ignoring: ignore).files {
      if case .success(let note) = NoteFiles.read(file) {
        report.listSkipped(
          Compilation(of: note, minimumQuality: locations.minimumQuality), path: file.path)
      }
    }
  }

  /// Asks at the terminal; without one the answer is no.
  private func asksToDrop(_ refresh: CatalogueRefresh) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
    print("! " + CatalogueRefresh.warning(of: refresh.update))
    while true {
      write(
        "  1 keep the old cards   2 show them   3 go ahead (their progress is kept) ",
        to: STDOUT_FILENO)
      switch readLine() {
      case "2":
        ChangeList.printLines(refresh.update.changes.filter { $0.kind == .removed }, doubts: 0)
      case "3": return true
      case "1", nil: return false
      default: break
      }
    }
  }
}
