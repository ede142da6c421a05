import Decks
import ArgumentParser
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// Reviews what is due.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review what is due, of one topic or of all.",
    discussion: """
      With --plain, or when the output is no terminal, the review runs line by line: for pipes, \
      screen readers and braille lines. Every answer is saved before the next card is shown.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "A topic, or the beginning of its name.")
  var topic: String?

  @Flag(help: "Lines instead of a screen.")
  var plain = false

  @Option(help: ArgumentHelp("Ask at most this many cards.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let world = try World()
    let desk = try Desk(options: common, world: world)
    let topic = try topic.map { try desk.topic(named: $0) }
    let isScreen =
      !plain && limit == nil && isatty(STDOUT_FILENO) == 1
      && world.environment["EBB_PLAIN"] ?? "" == ""
    if isScreen {
      try screen.open(desk, topic: topic, directly: true)
    } else {
      try runPlain(desk, topic: topic)
    }
  }

  private func runPlain(_ desk: Desk, topic: String?) throws {
    for diagnostic in desk.diagnostics where diagnostic.severity > .info {
      complain(diagnostic.description)
    }
    let queue = try desk.queue(topic: topic)
    var session = ReviewSession(queue: queue.prefix(limit), startedAt: desk.world.now)
    session.advance(to: desk.world.now)
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var review = LinearReview(
      session: session, cards: try desk.cards(of: session, queue: queue),
      calendar: desk.world.calendar, width: isTerminal ? 72 : nil, at: desk.world.now)
    guard session.current != nil else {
      throw CommandFailure(.nothingToShow, "nothing is due now")
    }
    var turn = review.start(at: desk.world.now)
    while true {
      write(turn.text, to: STDOUT_FILENO)
      if let effect = turn.effect {
        try perform(effect, on: desk)
        turn = review.saved(at: desk.world.now)
        continue
      }
      if turn.isOver { return }
      let line = readLine()
      turn = review.respond(to: line, at: desk.world.now)
    }
  }

  private func perform(_ effect: Effect, on desk: Desk) throws(StoreFailure) {
    switch effect {
    case .record(let review): try desk.store.record(review)
    case .revert(let review): try desk.store.revert(review, at: desk.world.now)
    default: break
    }
  }
}
