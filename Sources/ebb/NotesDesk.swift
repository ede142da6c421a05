import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What the screens ask for about the notes behind the cards.
struct NotesDesk {
  let desk: Desk

  func perform(_ effect: NotesEffect) throws(StoreFailure) -> Reply {
    switch effect {
    case .open(let view): return try open(view)
    case .openDrift(let card): return try drift(of: card)
    case .settleDrift(let card):
      try desk.store.settleDrift(of: card)
      return .settled(card, notice: "Kept: what the note says now is what you know.")
    case .link(let old, let new):
      guard try desk.store.accept(orphan: old, as: new, at: desk.world.stamp) else {
        return .failed("one of the two cards is not there any more")
      }
      return .said("Joined: the card goes on with its progress.")
    case .keepAside(let old, let isForgotten):
      _ = try desk.store.reject(orphan: old)
      if isForgotten { try desk.store.purge(orphans: [old]) }
      return .said(
        isForgotten
          ? "Forgotten; its answers stay in the log." : "Left aside; `ebb orphans` lists it.")
    case .readSide(let card): return .side(try sideNote(of: card))
    }
  }

  // MARK: Views

  private func open(_ view: NotesView) throws(StoreFailure) -> Reply {
    switch view {
    case .coverage:
      let search = try desk.search(.everything, order: .place)
      let tree = NoteTree(Array(search.cards), from: search.viewpoint)
      return .show(CoverageScreen(tree, counts: try counts()))
    case .changes:
      let changes = try NoteChanges(desk)
      return .show(changes.screen(counts: try counts(changes)))
    case .skipped:
      let rows = try SkippedPassages(desk).rows
      var counts = try counts()
      counts.skipped = rows.count
      return .show(
        NoteListScreen(
          .skipped, counts: counts, head: ("NO CARD COVERS THESE PASSAGES", "WHY"), rows: rows,
          nothing: "Every passage of your notes makes a card."))
    case .relink:
      let doubts = try desk.store.doubts().map { doubt in
        LinkDoubt(
          doubt.orphan.card, schedule: doubt.orphan.schedule,
          candidates: doubt.candidates.map { .init($0.card, likeness: $0.likeness) })
      }
      return doubts.isEmpty
        ? .said("Nothing waits for a decision.") : .show(RelinkScreen(doubts))
    }
  }

  private func counts() throws(StoreFailure) -> NotesCounts { try counts(NoteChanges(desk)) }

  private func counts(_ changes: NoteChanges) throws(StoreFailure) -> NotesCounts {
    var counts = changes.counts
    counts.doubts = try desk.store.doubts().count
    return counts
  }

  // MARK: Single cards

  private func drift(of id: CardID) throws(StoreFailure) -> Reply {
    guard let drift = try desk.store.drift(of: id) else {
      return .said("The note says what it said when you last answered.")
    }
    return .show(
      DriftScreen(drift, schedule: try desk.store.schedule(of: id), from: try desk.viewpoint()))
  }

  private func sideNote(of id: CardID) throws(StoreFailure) -> SideNote? {
    guard let card = try desk.store.card(id) else { return nil }
    let siblings = try desk.store.siblings(of: card)
    let states = try desk.store.states(of: [id] + siblings.map(\.id))
    func known(_ card: Card) -> StudiedCard {
      StudiedCard(card, state: states[card.id] ?? .untouched)
    }
    return SideNote(
      known(card), history: try desk.store.log(of: id), siblings: siblings.map(known),
      from: try desk.viewpoint())
  }
}
