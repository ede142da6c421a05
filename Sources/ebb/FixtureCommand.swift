import ArgumentParser
import Decks
import Foundation
import ProgressStore
import Scheduling

/// Writes a whole profile of a made-up user, for tests, pictures and measurements.
struct FixtureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixture", abstract: "Write a profile for tests and measurements.",
    discussion: """
      The folder gets what EBB_HOME holds: settings, notes and progress, the same at every run. By \
      default it is the user of the design's pictures on 24 November 2026; with --cards a large \
      profile over notes made for it.
      """,
    shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(help: "Notes with so many cards instead of the shipped ones.")
  var cards: Int?

  @Option(help: "At most so many answers.")
  var reviews = Int.max

  func validate() throws {
    if let cards, !(100...1_000_000).contains(cards) {
      throw ValidationError("--cards takes 100 to 1000000.")
    }
  }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw CommandFailure(.usage, "cannot make a fixture in \(folder): it is there already")
    }
    let home = FileManager.default.currentDirectoryPath
    let path = folder.utf8.first == UInt8(ascii: "/") ? folder : home + "/" + folder
    for name in ["EBB_PROGRESS", "EBB_CONFIG"] { unsetenv(name) }
    setenv("EBB_HOME", path, 1)
    if (try World(readingSettings: false)).environment["EBB_NOW"] == nil {
      setenv("EBB_NOW", "2026-11-24T09:12:00Z", 1)
    }
    try writeNotes(below: path)
    try write(settings, to: path + "/config/config.toml")
    var options = common
    options.progress = nil
    let world = try World()
    try Store(path: Locations(options: options, world: world).progress, seed: world.seed)
      .add(source: Locations.absolute(path + "/notes"))
    let desk = try Desk(options: options, world: world)
    let today = world.today
    let profile = SampleProfile(desk: desk)
    let last = today.advanced(by: -1)
    let answers =
      cards == nil
      ? try profile.write(
        on: Day(year: 2026, month: 6, day: 22)...last, newPerDay: 5, daysOff: 0.1)
      : try profile.write(on: today.advanced(by: -730)...last, atMost: reviews)
    print(
      "\(path): \(count(try desk.store.standings().count, "card")), \(count(answers, "answer"))")
  }

  private var settings: String {
    var lines = ["[review]", "fuzz = false", "", "[ui]", "guard_ms = 0", ""]
    if cards != nil { lines += ["[notes]", "shipped = false", ""] }
    return lines.joined(separator: "\n")
  }

  // MARK: Notes

  private func writeNotes(below path: String) throws {
    guard let cards else {
      try write(Self.payments, to: path + "/notes/payments.md")
      return
    }
    let perNote = 250
    for note in 0..<((cards + perNote - 1) / perNote) {
      var text = "# Subject \(note + 1)\n"
      for number in 0..<min(perNote, cards - note * perNote) {
        if number.isMultiple(of: 25) { text += "\n## Part \(number / 25 + 1)\n" }
        text += "\n**Term \(note + 1)-\(number + 1)** — the value that part \(number / 25 + 1) of "
        text += "subject \(note + 1) keeps for case \(number + 1).\n"
      }
      try write(text, to: path + "/notes/subject\(note + 1).md")
    }
  }

  /// The folder of the made-up user's own.
  private static let payments: String = {
    let terms = [
      ("Authorization", "a hold on the money of a card that has not moved yet"),
      ("Capture", "the order to move the money that was held"),
      ("Settlement", "the day on which the money arrives at the merchant"),
      ("Chargeback", "a payment that the bank of the buyer takes back"),
      ("Refund", "money that the merchant sends back of its own accord"),
      ("Acquirer", "the bank that takes payments for the merchant"),
      ("Issuer", "the bank that gave the card to the buyer"),
      ("Idempotency key", "a name for a request that makes a repeat harmless"),
      ("Ledger", "a list of movements that is only ever added to"),
      ("Double entry", "a rule by which each movement is written on two accounts"),
      ("Reconciliation", "a comparison of two lists that should say the same"),
      ("Payout", "the transfer of collected money to a seller"),
    ]
    let parts = ["Cards", "Transfers", "Wallets"]
    var text = "# Payments\n"
    for part in parts {
      text += "\n## \(part)\n"
      for (term, meaning) in terms {
        text += "\n**\(term) of \(part.lowercased())** — \(meaning), for \(part.lowercased()).\n"
      }
    }
    return text
  }()

  private func write(_ text: String, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw CommandFailure(.usage, "cannot write \(path): check the folder and its permissions")
    }
  }
}
