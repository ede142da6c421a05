import Decks
import Scheduling

/// The notes as a tree of files and headings, with what is known of the cards under each.
package struct NoteTree: Sendable {
  /// A file or a heading with all that stands under it.
  package struct Part: Sendable {
    package let title: String
    /// 0 for a file, 1 for its headings, and so on.
    package let depth: Int
    /// Where its first card is.
    package let place: Place
    /// Positions of its cards in the tree, ascending.
    package fileprivate(set) var cards: [Int] = []
    package fileprivate(set) var seen = 0
    /// The share of its cards that would be recalled now, 0...1; unseen ones count as forgotten.
    package var ready: Double { cards.isEmpty ? 0 : recalled / Double(cards.count) }
    /// The study day of the last answer to one of its cards; nil if there was none.
    package fileprivate(set) var lastAsked: Day?
    /// The part after all that stand under this one.
    package fileprivate(set) var end = 0

    fileprivate var recalled = 0.0
  }

  /// The cards in the order of their notes.
  package let cards: [StudiedCard]
  /// Every file followed by its headings, each before what stands under it.
  package private(set) var parts: [Part] = []
  package let viewpoint: Viewpoint

  /// Sorts cards into the files and headings they come from.
  package init(_ cards: [StudiedCard], from viewpoint: Viewpoint) {
    self.viewpoint = viewpoint
    // A stable order even where two decks hold cards of one path.
    self.cards = cards.enumerated()
      .sorted {
        ($0.element.place.path, $0.element.place.line, $0.offset)
          < ($1.element.place.path, $1.element.place.line, $1.offset)
      }
      .map(\.element)
    var open: [Int] = []
    var titles: [String] = []
    for (position, card) in self.cards.enumerated() {
      let path = [card.place.path] + card.trail
      let shared = zip(titles, path).prefix { $0 == $1 }.count
      close(&open, keeping: shared)
      for depth in shared..<path.count {
        open.append(parts.count)
        let title = depth == 0 ? Self.shortPath(path[0]) : path[depth]
        parts.append(Part(title: title, depth: depth, place: card.place))
      }
      titles = path
      for part in open { count(card, at: position, in: part) }
    }
    close(&open, keeping: 0)
  }

  private mutating func close(_ open: inout [Int], keeping depth: Int) {
    while open.count > depth { parts[open.removeLast()].end = parts.count }
  }

  private mutating func count(_ card: StudiedCard, at position: Int, in part: Int) {
    parts[part].cards.append(position)
    guard card.schedule.phase != .new else { return }
    parts[part].seen += 1
    parts[part].recalled += viewpoint.recall(of: card) ?? 0
    if let last = card.schedule.lastReview {
      let day = viewpoint.scheduler.calendar.day(of: last)
      parts[part].lastAsked = max(parts[part].lastAsked ?? day, day)
    }
  }

  /// A path of the user's own by its last two parts.
  private static func shortPath(_ path: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else { return path }
    return path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// Files, each counted once.
  package var files: Int { parts.count { $0.depth == 0 } }

  /// Whether other parts stand under this one.
  package func hasParts(_ part: Int) -> Bool { parts[part].end > part + 1 }

  /// The part that holds this one; nil for a file.
  package func parent(of part: Int) -> Int? {
    parts[..<part].lastIndex { $0.depth < parts[part].depth }
  }

  /// Cards of a part that a review of it asks: those that are due, then the new ones.
  package func askable(in part: Int) -> [CardID] {
    let cards = parts[part].cards.map { self.cards[$0] }
    let new = cards.filter {
      $0.schedule.phase == .new && $0.marks.allowAsking(on: viewpoint.today)
    }
    return (cards.filter { viewpoint.isDue($0) } + new).map(\.id)
  }
}
