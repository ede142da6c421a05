import Scheduling
import ProgressStore
import ArgumentParser
import Decks
import Foundation

/// Counts for a prompt or status bar.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say how many cards are due and new; exit 1 when none is.",
    discussion: "In --format, %d stands for the due and %n for the new cards of today.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "A topic by the beginning of its name, or a query as `ebb find` takes it.")
  var query: [String] = []

  @Option(help: ArgumentHelp("What to print.", valueName: "format"))
  var format: String?

  @Flag(help: "Print one object as JSON (ebb.due/1).")
  var json = false

  func run() throws {
    let query = query.isEmpty ? nil : query.joined(separator: " ")
    if json {
      try printObject(query)
    } else {
      try Self.printDue(
        common, world: World(), query: query, format: format ?? (common.quiet ? "" : nil))
    }
  }

  private func printObject(_ query: String?) throws {
    let desk = try Desk(options: common, world: World(), backingUp: .never)
    let scope = try desk.scope(query)
    let counts = try desk.queue(scope).counts
    let search = try scope.search ?? desk.search(CardQuery(topic: scope.topic), order: .place)
    print(try JSONText.of(DueObject(counts, of: search)))
    if counts.total == 0 { throw CommandFailure(.nothingToShow, "") }
  }

  static func printDue(
    _ common: CommonOptions, world: World, query: String?, format: String?
  ) throws {
    let desk = try Desk(options: common, world: world, backingUp: .never)
    let counts = try desk.queue(try desk.scope(query)).counts
    let due = counts.due + counts.learning
    let text =
      format?.replacing("%d", with: String(due)).replacing("%n", with: String(counts.new))
      ?? "\(due) due, \(counts.new) new"
    if !text.isEmpty { print(text) }
    if due + counts.new == 0 { throw CommandFailure(.nothingToShow, "") }
  }
}
