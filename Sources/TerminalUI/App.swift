import Decks
import Foundation
import Scheduling

/// The whole interface as a value: events in, effects and a grid out.
package struct App: Sendable {
  enum Screen: Sendable {
    case home
    case review(ReviewScreen)
    case summary(SummaryScreen)
    case nothingDue(NothingDueScreen)
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  private var home: HomeScreen
  private var screen = Screen.home
  private var help: HelpScreen?
  private var info: InfoScreen?
  private var now: Date
  /// Since when the card is out of sight, because the program was stopped or help was opened.
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
      if help == nil, info == nil { endPause() }
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
      screen =
        review.session.current == nil
        ? .nothingDue(NothingDueScreen(topic: review.topic, today: home.today)) : .review(review)
    case .saved:
      if case .review(var review) = screen {
        review.saved(at: now, columns: columns, rows: rows)
        if review.session.current == nil { return finish(review) }
        screen = .review(review)
      }
    case .reread(let cards, let notice, let time):
      now = max(now, time)
      endPause()
      guard case .review(var review) = screen else { break }
      review.reread(cards, notice: notice, at: now)
      if review.session.current == nil { return finish(review) }
      screen = .review(review)
    case .history(let history):
      guard case .review(let review) = screen else { break }
      info = InfoScreen(of: review, history: history, at: now)
      pausedAt = now
    case .failed(let problem):
      if case .review(var review) = screen, review.isSaving {
        review.failed(problem)
        screen = .review(review)
      } else {
        // Wherever the wish came from, home is a place that can say so and from which to go on.
        home.notice = "! " + problem
        screen = .home
      }
    }
    return []
  }

  private var isTooSmall: Bool {
    columns < Self.smallest.columns || rows < Self.smallest.rows
  }

  private var context: KeyContext {
    if isTooSmall { return .tooSmall }
    if help != nil { return .help }
    if info != nil { return .info }
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
      pausedAt = pausedAt ?? now
      return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    if isTooSmall { return action == .back ? [.leave(status: 0)] : [] }
    if let lastChange, lastChange.key == key,
      now.timeIntervalSince(lastChange.time) < repeatGuard
    {
      // As long as the key is held it stays without effect.
      self.lastChange = KeyPress(key: key, time: now)
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
      if action == .back {
        help = nil
        if info == nil { endPause() }
      } else {
        help?.move(action, columns: columns, rows: rows)
      }
      return []
    }
    if action == .help {
      help = HelpScreen(context: context)
      pausedAt = pausedAt ?? now
      return []
    }
    if info != nil {
      if action == .back {
        info = nil
        endPause()
      } else {
        info?.move(action, columns: columns, rows: rows)
      }
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
      if action == .back {
        review.giveUpSaving()
        return finish(review)
      }
      let effect = review.handle(action, at: now, columns: columns, rows: rows)
      screen = .review(review)
      if case .edit = effect { pausedAt = now }
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
        summary.move(action, columns: columns, rows: rows)
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

  /// The card is in sight again; the time since it was not is no thinking time.
  private mutating func endPause() {
    guard let since = pausedAt else { return }
    pausedAt = nil
    if case .review(var review) = screen {
      review.exclude(now.timeIntervalSince(since))
      screen = .review(review)
    }
  }

  // MARK: Drawing

  package func draw() -> Grid {
    if isTooSmall {
      return TooSmallScreen(smallest: Self.smallest).draw(columns: columns, rows: rows)
    }
    if let help { return help.draw(columns: columns, rows: rows) }
    if let info { return info.draw(columns: columns, rows: rows) }
    switch screen {
    case .home: return home.draw(columns: columns, rows: rows)
    case .review(let review): return review.draw(columns: columns, rows: rows, at: now)
    case .summary(let summary): return summary.draw(columns: columns, rows: rows)
    case .nothingDue(let nothing): return nothing.draw(columns: columns, rows: rows)
    }
  }
}
