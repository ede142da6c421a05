import Decks
import Foundation
import ProgressStore
import Scheduling
import TerminalUI

/// What somebody is asked who opens ebb for the first time: what to learn from.
struct FirstRun {
  let desk: Desk
  let questions: StartQuestions

  /// Whether it was never asked: nothing was answered, nothing added, and the file lies where it
  /// lies by itself.
  static func isDue(_ desk: Desk) throws(StoreFailure) -> Bool {
    let isNamed = desk.options.progress != nil || desk.settings["files.progress"] != nil
    if isNamed { return false }
    let (sources, hasEvents) = (try desk.store.sources(), try desk.store.hasEvents())
    return sources.isEmpty && !hasEvents
  }

  /// The name of the fact that it was asked.
  private static let fact = "first-run"

  /// Asks; whatever is chosen, it is not asked again.
  /// - Returns: What to begin with, if not with home.
  func ask() throws -> Effect? {
    let choice = try questions.choice(of: screen)
    try desk.store.append(
      Self.fact, "{\"choice\":\(choice)}", at: Stamp(desk.world.now, in: desk.world.calendar))
    // Without shipped topics the only choice is one's own.
    let wantsOwn = choice > 0 && (choice != 1 || shipped.topics.isEmpty)
    guard wantsOwn else { return nil }
    guard
      let source = try questions.source(
        ["Where are your notes?", "A folder of Markdown files, or one file; they are only read."],
        suggesting: Self.likelyFolder(desk.world.environment) ?? "")
    else { return nil }
    try desk.store.add(source: source)
    let ownOnly = choice == 2
    if ownOnly {
      try SettingsEditor(path: Locations.settings(desk.world.environment))
        .set(SettingName("notes.shipped"), to: .flag(false))
    }
    let locations = Locations(
      options: desk.options, world: try desk.world.rereadingSettings())
    let refresh = try CatalogueRefresh(
      desk.store, from: locations, at: desk.world.stamp, loss: .accept)
    let cards = try desk.store.cards().filter { card in
      card.place.path == source || card.place.path.hasPrefix(source + "/")
    }
    let result = try questions.choice(of: self.result(of: source, cards, refresh))
    return result == 1 ? .openExtra(.new(5), topic: nil) : nil
  }

  // MARK: Screens

  private var shipped: (topics: [String], cards: Int) {
    let counts = (try? desk.store.topics(at: desk.world.now, by: desk.scheduler())) ?? []
    return (counts.map(\.topic), counts.reduce(0) { $0 + $1.cards })
  }

  private var screen: ChoiceScreen {
    let shipped = shipped
    var choices: [ChoiceScreen.Choice] = []
    if !shipped.topics.isEmpty {
      choices.append(
        .init(
          "the \(count(shipped.topics.count, "shipped topic"))",
          "\(count(shipped.cards, "card")): \(shipped.topics.joined(separator: ", "))", numbered: 1)
      )
    }
    choices.append(.init("my own notes", "you name a folder", numbered: choices.count + 1))
    if !shipped.topics.isEmpty { choices.append(.init("both", numbered: 3)) }
    var foot = [
      "Your notes are only read, never written. What you learn is kept in "
        + "\(desk.locations.progress), one record per answer."
    ]
    if let folder = Self.likelyFolder(desk.world.environment) {
      foot.append("\(folder) looks like a folder of notes.")
    }
    return ChoiceScreen(
      "ebb", right: "first run",
      head: [
        "ebb asks you what your notes say, at the moment you would forget it.",
        "What shall it learn from?",
      ], choices: choices, foot: foot, back: [.effect(.answered(.choice(0)))])
  }

  /// What came of the user's own notes: files, cards, what was passed over most, a few questions.
  private func result(of source: String, _ cards: [Card], _ refresh: CatalogueRefresh)
    -> ChoiceScreen
  {
    let files = Set(cards.map(\.place.path)).count
    var head = ["\(source): \(count(cards.count, "card")) from \(count(files, "note"))."]
    let reasons = Dictionary(grouping: refresh.diagnostics, by: \.message).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !reasons.isEmpty {
      head.append(
        "Passed over: "
          + reasons.prefix(3).map { "\($0.key) (\($0.value))" }.joined(separator: "; ") + ".")
    }
    if !cards.isEmpty {
      let step = max(cards.count / 5, 1)
      let samples = stride(from: 0, to: cards.count, by: step).prefix(5).map { cards[$0].question }
      head.append(samples.map { "- " + $0 }.joined(separator: "\n"))
    }
    var choices: [ChoiceScreen.Choice] = []
    if !cards.isEmpty { choices.append(.init("start with 5 cards now", numbered: 1)) }
    choices.append(.init("home", numbered: 2))
    return ChoiceScreen(
      "ebb", right: "first run", head: head, choices: choices,
      foot: cards.isEmpty ? ["`ebb help notes` says which shapes make cards."] : [],
      back: [.effect(.answered(.choice(2)))])
  }

  /// `~/notes`, if there is such a folder.
  private static func likelyFolder(_ environment: [String: String]) -> String? {
    Locations.isFolder(Locations.expanded("~/notes", environment)) ? "~/notes" : nil
  }
}
