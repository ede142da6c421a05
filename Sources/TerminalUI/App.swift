import Decks
import Foundation
import Scheduling

/// What must happen outside the interface.
package enum Effect: Hashable, Sendable {
  /// Draw up today's queue of a topic, or of all, and reply with `.review`.
  case openReview(topic: String?)
  /// Make the answer durable; reply `.saved` or `.failed`.
  case record(Review)
  /// Take the answer back durably; reply `.saved` or `.failed`.
  case revert(Review)
  /// Count anew what is due; reply `.home`.
  case openHome
  case suspend
  /// Draw everything, even what seems to be on the screen.
  case redraw
  /// End the program with this status.
  case leave(status: Int32)
}

/// What came of an effect.
package enum Reply: Sendable {
  case home(HomeScreen)
  case review(ReviewScreen)
  case saved
  /// One sentence for people.
  case failed(String)
}

/// The whole interface as a value: events in, effects and a grid out.
package struct App: Sendable {
  enum Screen: Sendable {
    case home
    case review(ReviewScreen)
    case summary(SummaryScreen)
    case nothingDue(topic: String?)
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  private var home: HomeScreen
  private var screen = Screen.home
  private var help: HelpScreen?
  private var now: Date
  private var pausedAt: Date?
  /// The key that last changed the screen, and when: a held key must not run through cards.
  private var lastChange: KeyPress?
  private let repeatGuard: TimeInterval

  private struct KeyPress: Sendable {
    let key: Key
    let time: Date
  }

  /// Below this the program asks for room.
  package static let smallest = (columns: 40, rows: 10)

  package init(
    home: HomeScreen, columns: Int, rows: Int, at now: Date, repeatGuard: TimeInterval = 0.15
  ) {
    self.home = home
    self.columns = columns
    self.rows = rows
    self.now = now
    self.repeatGuard = repeatGuard
  }

  // MARK: Events

  package mutating func handle(_ event: Event) -> [Effect] {
    now = max(now, event.time)
    switch event.kind {
    case .resize(let columns, let rows):
      (self.columns, self.rows) = (columns, rows)
    case .resumed:
      if let pausedAt { exclude(now.timeIntervalSince(pausedAt)) }
      pausedAt = nil
      return [.redraw]
    case .tick:
      if case .review(var review) = screen {
        review.advance(to: now)
        screen = .review(review)
      }
    case .ended(let ending):
      return [.leave(status: ending == .endOfInput ? 0 : 128 + ending.rawValue)]
    case .paste: break
    case .key(let key): return handle(key)
    }
    return []
  }

  package mutating func handle(_ reply: Reply) -> [Effect] {
    switch reply {
    case .home(var fresh):
      fresh.select(topic: home.selectedTopic)
      home = fresh
      screen = .home
    case .review(let review):
      screen = review.session.current == nil ? .nothingDue(topic: review.topic) : .review(review)
    case .saved:
      if case .review(var review) = screen {
        review.saved(at: now)
        if review.session.current == nil { return finish(review) }
        screen = .review(review)
      }
    case .failed(let problem):
      if case .review(var review) = screen {
        review.failed(problem)
        screen = .review(review)
      } else {
        home.notice = "! " + problem
      }
    }
    return []
  }

  private var isTooSmall: Bool {
    columns < Self.smallest.columns || rows < Self.smallest.rows
  }

  private var context: KeyContext {
    if help != nil { return .help }
    switch screen {
    case .home: return .home
    case .review(let review): return review.keyContext
    case .summary: return .summary
    case .nothingDue: return .nothingDue
    }
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    guard let action = Keymap.action(for: key, in: context) else { return [] }
    switch action {
    case .interrupt: return [.leave(status: 130)]
    case .leave: return [.leave(status: 0)]
    case .suspend:
      pausedAt = now
      return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    if isTooSmall { return action == .back ? [.leave(status: 0)] : [] }
    if let lastChange, lastChange.key == key,
      now.timeIntervalSince(lastChange.time) < repeatGuard
    {
      return []
    }
    let before = face
    let effects = perform(action)
    if face != before || !effects.isEmpty { lastChange = KeyPress(key: key, time: now) }
    return effects
  }

  /// What a person would call the same view: it changes when another question or side is shown.
  private var face: String {
    guard case .review(let review) = screen else { return context.rawValue }
    return "\(context.rawValue) \(review.session.current?.rawValue ?? "")"
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    if help != nil {
      if action == .back { help = nil } else { help?.move(action, page: max(rows - 6, 1)) }
      return []
    }
    if action == .help {
      help = HelpScreen(context: context)
      return []
    }
    switch screen {
    case .home:
      switch action {
      case .accept: return [.openReview(topic: home.selectedTopic)]
      case .back: return [.leave(status: 0)]
      default: home.move(action, page: max(rows / 2, 1))
      }
    case .review(var review):
      if action == .back { return finish(review) }
      let effect = review.handle(action, at: now, columns: columns, rows: rows)
      screen = .review(review)
      if let effect { return [effect] }
      if review.session.current == nil { return finish(review) }
    case .summary(var summary):
      switch action {
      case .accept, .back: return [.openHome]
      case .undo:
        var review = summary.review
        let effect = review.handle(.undo, at: now, columns: columns, rows: rows)
        guard let effect else { return [] }
        screen = .review(review)
        return [effect]
      default:
        summary.move(action)
        screen = .summary(summary)
      }
    case .nothingDue:
      if action == .accept || action == .back { return [.openHome] }
    }
    return []
  }

  /// A sitting without an answer leads straight home.
  private mutating func finish(_ review: ReviewScreen) -> [Effect] {
    guard review.session.answered > 0 else { return [.openHome] }
    screen = .summary(SummaryScreen(of: review, today: home.today))
    return []
  }

  private mutating func exclude(_ seconds: TimeInterval) {
    if case .review(var review) = screen {
      review.exclude(seconds)
      screen = .review(review)
    }
  }

  // MARK: Drawing

  package func draw() -> Grid {
    if isTooSmall { return tooSmall() }
    if let help { return help.draw(columns: columns, rows: rows) }
    switch screen {
    case .home: return home.draw(columns: columns, rows: rows)
    case .review(let review): return review.draw(columns: columns, rows: rows, at: now)
    case .summary(let summary): return summary.draw(columns: columns, rows: rows)
    case .nothingDue(let topic): return nothingDue(topic)
    }
  }

  private func nothingDue(_ topic: String?) -> Grid {
    var frame = Frame(columns: columns, rows: rows)
    frame.title("ebb › \(topic ?? "All topics")", right: home.today.long)
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    let text =
      topic.map { "Nothing of \($0) is due now." } ?? "Nothing is due now."
    frame.draw(
      layout.lines(of: text, ink: .prompt) + [.blank]
        + layout.lines(
          of: "You can stop here; what you have learned will be asked again when you are about to "
            + "forget it.", ink: .answer),
      from: 3, to: rows - 3)
    frame.rule(row: rows - 3)
    frame.keys(.nothingDue)
    return frame.grid
  }

  private func tooSmall() -> Grid {
    var grid = Grid(columns: columns, rows: rows)
    let lines = [
      "ebb needs \(Self.smallest.columns) columns and \(Self.smallest.rows) rows.",
      "This window has \(columns) and \(rows).",
      "Make it larger, or press q to leave.",
    ]
    for (row, line) in lines.enumerated() {
      grid.write(line, row: row, column: 1, ink: row == 0 ? .warning : .answer)
    }
    return grid
  }
}
