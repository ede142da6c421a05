import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What compiling the notes brought, as the log keeps it: the cards by what became of them.
struct NotesChange: Codable {
  static let name = "notes.changed"
  /// More of a kind than anybody reads are only counted.
  private static let most = 200

  /// Cards by the name of the change.
  let cards: [String: [String]]
  /// How many there were of each.
  let counts: [String: Int]

  init(_ changes: [Identification.Change]) {
    let groups = Dictionary(grouping: changes, by: \.kind.rawValue)
    counts = groups.mapValues(\.count)
    cards = groups.mapValues { $0.prefix(Self.most).map(\.card.id.rawValue) }
  }

  /// Notes in the log what came of an update, unless nothing was ever learned: a first compile
  /// changes nothing that anybody knew.
  static func keep(
    _ changes: [Identification.Change], in store: Store, at stamp: Stamp
  ) throws(StoreFailure) {
    guard !changes.isEmpty, try store.hasEvents() else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let body = try? encoder.encode(NotesChange(changes)) else { return }
    try store.append(name, String(decoding: body, as: UTF8.self), at: stamp)
  }

  /// "+6 new, 3 changed", or nil if there is nothing to tell.
  static func summary(_ changes: [NotesChange]) -> String? {
    func sum(_ kinds: [Identification.Change.Kind]) -> Int {
      changes.reduce(0) { sum, change in
        sum + kinds.reduce(0) { $0 + (change.counts[$1.rawValue] ?? 0) }
      }
    }
    let (new, changed, left) = (
      sum([.added, .returned]), sum([.edited, .reworded]), sum([.removed])
    )
    let parts = [
      new > 0 ? "+\(new) new" : nil, changed > 0 ? "\(changed) changed" : nil,
      left > 0 ? "\(left) left" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

/// The changes of the last weeks as rows, the newest first.
struct NoteChanges {
  private var rows: [NoteListScreen.Row] = []
  /// The study day of the oldest of them.
  private var since: Day?
  private(set) var counts = NotesCounts()

  /// Changes older than this are nobody's news.
  private static let days = 30

  init(_ desk: Desk) throws(StoreFailure) {
    let first = desk.world.today.advanced(by: -Self.days)
    let facts = try desk.store.facts(named: NotesChange.name)
      .filter { $0.name == NotesChange.name && $0.stamp.day >= first }
    guard !facts.isEmpty else { return }
    since = facts.first?.stamp.day
    let drifted = try desk.store.driftedCards()
    let orphans = Dictionary(
      try desk.store.orphans().map { ($0.card.id, $0.card) }, uniquingKeysWith: { one, _ in one })
    var told: Set<String> = []
    for fact in facts.reversed() {
      guard let change = StudyFact.decoded(NotesChange.self, fact) else { continue }
      for kind in Identification.Change.Kind.allCases {
        for id in change.cards[kind.rawValue] ?? [] where told.insert(id).inserted {
          let card = CardID(rawValue: id)
          if let now = try desk.store.card(card) {
            let isSeen = try desk.store.schedule(of: card).phase != .new
            add(now, kind, isSeen: isSeen, isChanged: drifted.contains(card))
          } else if let orphan = orphans[card] {
            add(orphan, .removed, isSeen: true, isChanged: false)
          }
        }
      }
    }
  }

  private mutating func add(
    _ card: Card, _ kind: Identification.Change.Kind, isSeen: Bool, isChanged: Bool
  ) {
    let words: (kind: String, note: String, sentence: String)
    switch kind {
    case .added:
      counts.added += 1
      words =
        isSeen
        ? ("new", "learned since", "It came lately and was answered since.")
        : ("new", "enters as new", "It waits among the new cards.")
    case .returned:
      counts.added += 1
      words = ("back", "goes on", "It was away and goes on with its progress.")
    case .edited, .reworded:
      counts.changed += 1
      words =
        isChanged
        ? ("changed", "kept, see d", "Its progress is kept; d shows what is new in it.")
        : ("changed", "kept, wording", "Its progress is kept; only the wording changed.")
    case .moved:
      words = ("moved", "kept", "It stands elsewhere in the notes; nothing else changed.")
    case .removed:
      counts.left += 1
      words = ("left", "kept aside", "No note asks it any more; its progress is kept aside.")
    }
    rows.append(
      NoteListScreen.Row(
        kind: words.kind, place: card.place, text: card.question, note: words.note,
        sentence: words.sentence, card: kind == .removed ? nil : card.id, isChanged: isChanged))
  }

  func screen(counts: NotesCounts) -> NoteListScreen {
    let head = since.map { "SINCE \($0.brief)".uppercased() } ?? ""
    return NoteListScreen(
      .changes, counts: counts, head: (head, rows.isEmpty ? "" : "PROGRESS"), rows: rows,
      nothing: "The notes have not changed in the last \(Self.days) days.")
  }
}
