import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Says what the next days bring, for several desired retentions side by side.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Say how many reviews, minutes and known cards the next days bring.",
    discussion: """
      The days are simulated from your own cards, daily limits and habits, for several desired \
      retentions. Cards keep the day they are due; what comes after it follows the retention. \
      With --new it is a deck that you have not begun yet: what would it cost?
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("How many days, from today on.", valueName: "n"))
  var days = 30

  @Option(
    help: ArgumentHelp(
      "Desired retentions, 0.70 to 0.99; 0.8, 0.85, 0.9, 0.95 and yours by default.",
      valueName: "list"))
  var retention: String?

  @Option(help: "A topic, or the beginning of its name, as if it were reviewed alone.")
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "A deck of so many new cards, begun today, instead of your own.", valueName: "cards"))
  var new: Int?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    guard (1...3650).contains(days) else {
      throw CommandFailure(.usage, "cannot forecast \(days) days: --days takes 1 to 3650")
    }
    let chosen = try retention.map(Self.retentions)
    let desk = try Desk.reporting(common, world: World())
    let topic = try topic.map { try desk.topic(named: $0) }
    let own = desk.usualParameters.desiredRetention
    let usual = [0.8, 0.85, 0.9, 0.95]
    let retentions = chosen ?? (usual.contains(own) ? usual : ([own] + usual).sorted())
    if let new {
      guard (1...20_000).contains(new) else {
        throw CommandFailure(.usage, "cannot forecast \(new) new cards: --new takes 1 to 20000")
      }
      let deck = try NewDeckForecast(desk, topic: topic, cards: new, days: days, retentions)
      print(json ? try JSONText.of(deck.object) : deck.text)
      return
    }
    let outlook = try ForecastOutlook(desk, topic: topic, days: days, retentions: retentions)
    guard !outlook.cards.isEmpty else {
      throw CommandFailure(.nothingToShow, "there are no cards; `ebb add FOLDER` brings your notes")
    }
    print(json ? try JSONText.of(outlook.object) : outlook.text)
  }

  private static func retentions(_ list: String) throws -> [Double] {
    var retentions: [Double] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(part), (0.70...0.99).contains(number) else {
        throw CommandFailure(
          .usage,
          "cannot forecast for a retention of “\(part)”: --retention takes numbers from 0.70 to "
            + "0.99, such as 0.85,0.9")
      }
      if !retentions.contains(number) { retentions.append(number) }
    }
    return retentions
  }
}
