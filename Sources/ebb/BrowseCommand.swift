import ArgumentParser
import Foundation
import Scheduling
import TerminalUI

/// Opens the browser.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open the browser with the cards that a query finds, or all of them.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "What to find, as `ebb find` takes it.")
  var query: [String] = []

  func run() throws {
    let world = try World()
    guard isatty(STDOUT_FILENO) == 1, world.environment["EBB_PLAIN"] ?? "" == "" else {
      throw CommandFailure(
        .usage, "cannot open the browser without a terminal; `ebb find` lists cards")
    }
    let desk = try Desk(options: common, world: world)
    let search = try desk.search(for: query.joined(separator: " "))
    try screen.open(desk, beginning: .cards(.browse(search.query)))
  }
}
