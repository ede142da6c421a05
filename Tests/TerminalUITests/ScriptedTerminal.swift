import Foundation
import Reports

@testable import MockInterview
@testable import TerminalUI

/// A terminal made of a list of events; it keeps what it was shown.
final class ScriptedTerminal: Terminal {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var grids: [Grid] = []
  private(set) var redraws = 0
  private(set) var suspensions = 0
  private(set) var restorations = 0
  private(set) var rings = 0
  private var script: ArraySlice<Event>
  private var now: Date

  init(columns: Int, rows: Int, script: [Event]) {
    self.columns = columns
    self.rows = rows
    self.script = script[...]
    now = script.first?.time ?? morning
  }

  func draw(_ grid: Grid) { grids.append(grid) }
  func redraw() { redraws += 1 }
  func suspend() { suspensions += 1 }
  func lend(_ body: () -> Void) { body() }
  func ring() { rings += 1 }
  func restore() { restorations += 1 }

  func next(timeout: Double) -> Event {
    guard let event = script.popFirst() else { return Event(.ended(.endOfInput), at: now) }
    now = event.time
    if case .resize(let columns, let rows) = event.kind {
      (self.columns, self.rows) = (columns, rows)
    }
    return event
  }
}

/// The program around the interface, with a store in memory that can be told to fail.
struct Desk {
  var app: App
  private(set) var effects: [Effect] = []
  private(set) var saved: [Effect] = []
  private(set) var status: Int32?
  /// Why the store refuses everything; nil while it works.
  var problem: String?
  var now = morning
  /// Whether reports and mocks open too, which most tests show by themselves.
  var opensEverything = false
  private let cards: [Sample]
  /// What the browser and its neighbours find.
  private var shelf: Shelf

  init(_ cards: [Sample] = Sample.plain(3), columns: Int = 80, rows: Int = 24) {
    self.cards = cards
    shelf = Shelf(cards)
    app = App(home: .sample, columns: columns, rows: rows, at: morning)
  }

  /// A desk whose review is open.
  static func reviewing(
    _ cards: [Sample] = Sample.plain(3), columns: Int = 80, rows: Int = 24
  ) -> Desk {
    var desk = Desk(cards, columns: columns, rows: rows)
    desk.press(.enter)
    return desk
  }

  /// Presses keys a second apart, each with all that follows from it.
  mutating func press(_ keys: Key..., after seconds: TimeInterval = 1) {
    for key in keys { send(.key(key), after: seconds) }
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func send(_ kind: Event.Kind, after seconds: TimeInterval = 0) {
    now += seconds
    perform(app.handle(Event(kind, at: now)))
  }

  /// Does what a runner does: every effect at once, until there is none left.
  mutating func perform(_ wanted: [Effect]) {
    var waiting = wanted
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      effects.append(effect)
      guard let reply = reply(to: effect) else { continue }
      waiting += app.handle(reply)
    }
  }

  private mutating func reply(to effect: Effect) -> Reply? {
    if case .leave(let status) = effect {
      self.status = status
      return nil
    }
    if effect == .suspend || effect == .redraw { return nil }
    if let problem { return .failed(problem) }
    if opensEverything, let reply = Self.place(effect, at: now) { return reply }
    switch effect {
    case .openReview(let topic):
      return .show(
        Sample.screen(cards, topic: topic, at: now).orElse {
          NothingDue(topic: topic, today: tuesday).screen
        })
    case .openHome: return .home(.sample)
    case .settings(.open): return .show(SettingsScreen.sample)
    case .openTomorrow: return .tomorrow(Tomorrow(due: 44, streak: 22))
    case .record, .revert:
      saved.append(effect)
      return .saved
    case .mock(.save): return .saved
    default: return shelf.reply(to: effect, at: now)
    }
  }

  /// The reviews recorded and not taken back.
  var log: [(card: String, rating: Int)] {
    saved.reduce(into: []) { log, effect in
      switch effect {
      case .record(let review): log.append((review.card.rawValue, review.rating.rawValue))
      case .revert: log.removeLast()
      default: break
      }
    }
  }

  /// The rows of the screen.
  var screen: [String] {
    let grid = app.draw()
    return (0..<grid.rows).map { grid.text(row: $0) }
  }

  var text: String { screen.joined(separator: "\n") }
}

extension Desk {
  private static let figures = Figures.sample()
  private static let figuresOfATopic = Figures.sample(topic: "Redis")
  private static let attempt = MockSample.finished()

  /// What reports and mocks lead to.
  private static func place(_ effect: Effect, at now: Date) -> Reply? {
    switch effect {
    case .reports(.open(let period, let topic, let view)):
      .show(ReportScreen(topic == nil ? figures : figuresOfATopic, period: period, view: view))
    case .reports(.count(let period, let topic)):
      .figures(topic == nil ? figures : figuresOfATopic, period)
    case .reports(.readSilentParts): .silentParts(Figures.silentSample)
    case .mock(.open): .show(MockSample.setUp(cards: 40))
    case .mock(.begin(let start, let clock)):
      .show(
        MockScreen(
          Interview(id: "new", number: 15, start: start, at: now),
          background: MockBackground(calendar: .fixed(), clock: clock), at: now))
    case .mock(.openResult):
      .show(MockResultScreen(attempt, background: MockBackground(calendar: .fixed())))
    case .mock(.openSchedule): .show(MockScheduleScreen(attempt: attempt, rows: MockSample.rows))
    case .mock(.apply), .mock(.withdraw), .mock(.export), .mock(.savePaper),
      .reports(.export):
      .said("Done.")
    case .writeAnswer(let text): .written(text + " more", at: now)
    default: nil
    }
  }
}
