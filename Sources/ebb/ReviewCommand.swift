import Decks
import ArgumentParser
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// Reviews what is due.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review what is due: all of it, one topic, or what a query finds.",
    discussion: """
      With --plain, or when the output is no terminal, the review runs line by line: for pipes, \
      screen readers and braille lines. Every answer is saved before the next card is shown.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "A topic by the beginning of its name, or a query as `ebb find` takes it.")
  var query: [String] = []

  @Flag(help: "Lines instead of a screen.")
  var plain = false

  @Option(help: ArgumentHelp("Ask at most this many cards.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("End after this many minutes.", valueName: "n"))
  var minutes: Int?

  @Option(help: ArgumentHelp("Bring this many new cards.", valueName: "n"))
  var new: Int?

  @Option(help: ArgumentHelp("Ask what is due within so many days.", valueName: "days"))
  var ahead: Int?

  @Flag(help: "Practise all cards, due or not; nothing is kept.")
  var cram = false

  @Option(help: "What comes first: mixed, due, recall, topic or random.")
  var order: ReviewOrder?

  func validate() throws {
    if cram, ahead != nil || new != nil {
      throw ValidationError("--cram takes all cards; it goes with neither --ahead nor --new.")
    }
    for (name, number, range) in [
      ("limit", limit, 1...9999), ("minutes", minutes, 1...1440), ("new", new, 0...9999),
      ("ahead", ahead, 1...3650),
    ] {
      if let number, !range.contains(number) {
        throw ValidationError(
          "--\(name) must be \(range.lowerBound) to \(range.upperBound), not \(number).")
      }
    }
  }

  func run() throws {
    let world = try World()
    var desk = try Desk(options: common, world: world)
    desk.wishes = SittingWishes(
      limit: limit, minutes: minutes, new: new, ahead: ahead, order: order,
      isPractice: cram)
    let scope = try desk.scope(query.isEmpty ? nil : query.joined(separator: " "))
    let isScreen =
      !plain && isatty(STDOUT_FILENO) == 1
      && world.environment["EBB_PLAIN"] ?? "" == ""
    if isScreen {
      try screen.open(desk, beginning: scope.effect)
    } else {
      try runPlain(desk, scope)
    }
  }

  private func runPlain(_ desk: Desk, _ scope: ReviewScope) throws {
    for diagnostic in desk.diagnostics where diagnostic.severity > .info {
      complain(diagnostic.description)
    }
    let queue = try desk.queue(scope)
    var session = desk.session(queue)
    session.advance(to: desk.world.now)
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let cards = try desk.cards(of: queue)
    var drifts: [CardID: Drift] = [:]
    for card in try desk.store.driftedCards() where cards[card] != nil {
      drifts[card] = try desk.store.drift(of: card)
    }
    var review = LinearReview(
      session: session, cards: cards, drifts: drifts, calendar: desk.world.calendar,
      width: isTerminal ? 72 : nil, at: desk.world.now)
    guard session.current != nil else {
      throw CommandFailure(.nothingToShow, "nothing is due now")
    }
    var turn = review.start(at: desk.world.now)
    while true {
      write(turn.text, to: STDOUT_FILENO)
      if let change = turn.change {
        try store(change, in: desk)
        turn = review.saved(at: desk.world.now)
        continue
      }
      if turn.isOver {
        let session = review.session
        if session.answered > 0 {
          try desk.runHook(
            after: SittingFigures(started: session.startedAt, log: session.log))
        }
        return
      }
      let line = readLine()
      turn = review.respond(to: line, at: desk.world.now)
    }
  }

  private func store(_ change: LinearReview.Change, in desk: Desk) throws(StoreFailure) {
    switch change {
    case .record(let review): try desk.record(review)
    case .revert(let review): try desk.revert(review)
    case .mark(let mark, let card):
      try desk.store.mark(mark, cards: [card], at: desk.world.now, by: desk.scheduler())
    case .settleDrift(let card): try desk.store.settleDrift(of: card)
    }
  }
}

extension ReviewOrder: ExpressibleByArgument {}
