import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// Prints how well each part of the notes is known.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Say of every file and heading how many cards it has and how ready you are.",
    discussion: """
      READY is the share of all its cards that would be recalled now; unseen ones count as \
      forgotten. Without a path only files are listed, with one its headings too.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "A note, by the beginning of its path or of a part of it.")
  var path: String?

  @Flag(help: "List the headings of every file.")
  var all = false

  @Flag(help: "Print one object as JSON (ebb.notes/1).")
  var json = false

  func run() throws {
    let desk = try Desk(options: common, world: World())
    let query = path.map { CardQuery(.term(.text(.file, $0))) } ?? .everything
    let search = try desk.search(query, order: .place)
    guard !search.found.isEmpty else {
      throw CommandFailure(
        .nothingToShow,
        path.map { "no card comes from “\($0)”" }
          ?? "there are no cards; `ebb add FOLDER` brings your notes")
    }
    let tree = NoteTree(Array(search.cards), from: search.viewpoint)
    let isDeep = all || path != nil
    let parts = tree.parts.filter { isDeep || $0.depth == 0 }
    if json {
      print(try JSONText.of(NotesObject(parts: parts.map(NotesObject.Row.init))))
      return
    }
    print(Self.line("PART OF THE NOTES", "CARDS", "SEEN", "READY", "LAST ASKED"))
    for part in parts {
      print(
        Self.line(
          String(repeating: "  ", count: part.depth) + part.title, String(part.cards.count),
          String(part.seen), Words.percent(part.ready), part.lastAsked?.description ?? "never"))
    }
  }

  private static func line(
    _ part: String, _ cards: String, _ seen: String, _ ready: String, _ asked: String
  ) -> String {
    Columns.left(part, 42) + Columns.right(cards, 6) + Columns.right(seen, 6)
      + Columns.right(ready, 7) + "  " + asked
  }
}

/// What `ebb notes --json` prints.
private struct NotesObject: Encodable {
  let schema = "ebb.notes/1"
  let parts: [Row]

  struct Row: Encodable {
    let title: String
    let depth: Int
    let file: String
    let line: Int
    let cards: Int
    let seen: Int
    let ready: Double
    let lastAsked: Nullable<String>

    init(_ part: NoteTree.Part) {
      title = part.title
      depth = part.depth
      file = part.place.path
      line = part.place.line
      cards = part.cards.count
      seen = part.seen
      ready = JSONText.rounded(part.ready)
      lastAsked = Nullable(part.lastAsked?.description)
    }
  }
}
