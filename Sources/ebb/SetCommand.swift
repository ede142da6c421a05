import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// Decides something about all cards that a query finds.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Suspend, bury, flag, forget or move the cards a query finds.",
    discussion: """
      CHANGE is suspend, unsuspend, bury, unbury, flag [N], unflag, memo TEXT, unmemo, forget, or \
      due DATE (2026-12-11, tomorrow, 7d). Buried cards come back tomorrow. Forgotten cards are new \
      again; their answers stay in the log. `ebb undo` takes all of it back in one step.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Which cards, as `ebb find` takes it.")
  var query: String

  @Argument(help: ArgumentHelp("What to do with them.", valueName: "change"))
  var change: [String]

  @Flag(help: "Only say how many cards it would concern.")
  var dryRun = false

  func run() throws {
    let desk = try Desk(options: common, world: World())
    let mark = try mark(today: desk.world.today)
    let search = try desk.search(for: query, order: .place)
    let cards = search.cards.filter { Self.changes($0, by: mark) }.map(\.id)
    guard !search.found.isEmpty else {
      throw CommandFailure(.nothingToShow, "no card is like this; nothing was changed")
    }
    guard !cards.isEmpty else {
      print("\(count(search.found.count, "card")) found, all so already; nothing was changed")
      return
    }
    if dryRun {
      print("\(count(cards.count, "card")) of \(search.found.count) found would change")
      return
    }
    try desk.store.mark(mark, cards: Array(cards), at: desk.world.now, by: desk.scheduler())
    print(mark.sentence(cards: cards.count) + " `ebb undo` takes it back.")
  }

  private func mark(today: Day) throws -> CardMark {
    let word = change[0].lowercased()
    let rest = change.dropFirst().joined(separator: " ")
    func bare(_ mark: CardMark) throws -> CardMark {
      if !rest.isEmpty { throw usage("“\(word)” takes no value, and “\(rest)” is one") }
      return mark
    }
    switch word {
    case "suspend": return try bare(.suspend)
    case "unsuspend": return try bare(.unsuspend)
    case "bury": return try bare(.bury(until: today.advanced(by: 1)))
    case "unbury": return try bare(.unbury)
    case "unflag": return try bare(.flag(0))
    case "unmemo": return try bare(.memo(""))
    case "forget": return try bare(.reset)
    case "flag":
      guard let number = rest.isEmpty ? 1 : Int(rest), (1...9).contains(number) else {
        throw usage("a flag is a number from 1 to 9, not “\(rest)”")
      }
      return .flag(number)
    case "memo":
      if rest.isEmpty { throw usage("a memo needs a text; unmemo takes memos away") }
      return .memo(rest)
    case "due":
      guard let when = CardTerm.When(rest) else {
        throw usage("“\(rest)” is no day; write tomorrow, 7d, 2w or 2026-12-31")
      }
      let day = when.day(from: today)
      guard day >= today else { throw usage("\(day) is over; a card can be due today or later") }
      return .due(day, interval: nil)
    default:
      let nearest = NearestName.of(word, among: Self.words).map { "; the nearest is “\($0)”" } ?? ""
      throw usage("there is no change “\(word)”\(nearest)")
    }
  }

  private static let words = [
    "suspend", "unsuspend", "bury", "unbury", "flag", "unflag", "memo", "unmemo", "forget", "due",
  ]

  private func usage(_ problem: String) -> CommandFailure {
    CommandFailure(.usage, "cannot change cards: \(problem); `ebb help set` lists the changes")
  }

  /// Whether a card is not so already.
  private static func changes(_ card: StudiedCard, by mark: CardMark) -> Bool {
    switch mark {
    case .reset: card.schedule.phase != .new
    case .due: true
    default:
      {
        var after = card.marks
        after.add(mark)
        return after != card.marks
      }()
    }
  }
}
