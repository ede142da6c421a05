import Decks
import Foundation

/// The whole interface as a value: events in, effects and a grid out.
package struct App: Sendable {
  /// A screen with the moment since when it is out of sight.
  private struct Layer: Sendable {
    var screen: any Screen
    var coveredAt: Date?
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  /// Home is the first and always there; the last one is shown.
  private var layers: [Layer]
  private var now: Date
  /// Since when the window has no room; nil while it has.
  private var tooSmallSince: Date?
  /// The key that last changed the screen, and when: a held key must not run through cards.
  private var lastChange: KeyPress?
  private let repeatGuard: TimeInterval
  private var look: Look

  private struct KeyPress: Sendable {
    let key: Key
    let time: Date
  }

  /// Below this the program asks for room.
  package static let smallest = (columns: 40, rows: 10)

  package init(
    home: HomeScreen, columns: Int, rows: Int, at now: Date, repeatGuard: TimeInterval = 0.15,
    look: Look = Look()
  ) {
    self.init(
      asking: home, columns: columns, rows: rows, at: now, repeatGuard: repeatGuard, look: look)
  }

  /// Begins with a question that is asked before there is a home.
  package init(
    asking question: any Screen, columns: Int, rows: Int, at now: Date,
    repeatGuard: TimeInterval = 0.15, look: Look = Look()
  ) {
    layers = [Layer(screen: question)]
    self.columns = columns
    self.rows = rows
    self.now = now
    self.repeatGuard = repeatGuard
    self.look = look
  }

  /// Seconds after which the screen wants a tick though nothing happened.
  package var tick: TimeInterval { top.screen.tick }

  private var window: Window { Window(columns: columns, rows: rows, at: now, look: look) }

  private var top: Layer {
    get { layers[layers.count - 1] }
    set { layers[layers.count - 1] = newValue }
  }

  private var isTooSmall: Bool {
    columns < Self.smallest.columns || rows < Self.smallest.rows
  }

  /// Whether letters are typed into a text.
  var readsText: Bool { top.screen.readsText }
  private var context: KeyContext { isTooSmall ? .tooSmall : top.screen.context }

  // MARK: Events

  /// Takes in what happened.
  /// - Returns: What must happen outside, in this order.
  package mutating func handle(_ event: Event) -> [Effect] { answer(event) + prepare() }

  private mutating func prepare() -> [Effect] {
    isTooSmall ? [] : follow(top.screen.prepare(for: window))
  }

  private mutating func answer(_ event: Event) -> [Effect] {
    now = max(now, event.time)
    switch event.kind {
    case .resize(let columns, let rows):
      (self.columns, self.rows) = (columns, rows)
      if isTooSmall {
        tooSmallSince = tooSmallSince ?? now
      } else if let since = tooSmallSince {
        tooSmallSince = nil
        return follow(top.screen.rest(for: now.timeIntervalSince(since), in: window))
      }
    case .resumed: return [.redraw] + uncover()
    case .tick: return isTooSmall ? [] : follow(top.screen.advance(to: now))
    case .ended(let ending):
      let status = ending == .endOfInput ? 0 : 128 + ending.rawValue
      return top.screen.parting(at: now) + [.leave(status: status)]
    case .paste(let text):
      if readsText, !isTooSmall { return follow(top.screen.paste(text, in: window)) }
    case .wheel(let rows): return turnWheel(by: rows)
    case .click(let row): return click(row)
    case .key(let key): return handle(key)
    }
    return []
  }

  /// Takes in what came of an effect.
  package mutating func handle(_ reply: Reply) -> [Effect] {
    if case .reread(_, _, let time) = reply {
      now = max(now, time)
      return uncover() + handOver(reply) + prepare()
    }
    return handOver(reply) + prepare()
  }

  private mutating func handOver(_ reply: Reply) -> [Effect] {
    if case .settings(_, let changed?) = reply { look = changed }
    if let steps = top.screen.take(reply, in: window) { return follow(steps) }
    switch reply {
    case .home(var fresh):
      if let home = layers[0].screen as? HomeScreen { fresh.select(topic: home.selectedTopic) }
      layers[0].screen = fresh
    case .show(let screen): return follow([.open(screen)])
    case .failed(let problem):
      // Wherever the wish came from, home is a place that can say so and from which to go on.
      layers.removeSubrange(1...)
      top.coveredAt = nil
      if var home = top.screen as? HomeScreen {
        home.notice = "! " + problem
        top.screen = home
      }
    case .settings, .figures, .saved, .reread, .card, .cards, .changed, .tomorrow, .settled, .side,
      .plan, .written, .silentParts:
      break
    case .said(let sentence): top.screen.say(sentence)
    }
    return []
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    let isTyping = !isTooSmall && readsText
    let action = Keymap.action(
      for: isTyping ? key : look.keys.meaning(of: key), in: isTyping ? .typing : context)
    switch action {
    case .interrupt: return top.screen.parting(at: now) + [.leave(status: 130)]
    case .leave: return top.screen.parting(at: now) + [.leave(status: 0)]
    case .suspend:
      top.coveredAt = top.coveredAt ?? now
      return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    if isTooSmall { return action == .back ? [.leave(status: 0)] : [] }
    if isTyping { return follow(top.screen.read(key, in: window)) }
    guard let action else {
      top.screen.say("\(Keymap.name(of: key)) does nothing here. ? lists the keys.")
      return []
    }
    if let lastChange, lastChange.key == key,
      now.timeIntervalSince(lastChange.time) < repeatGuard
    {
      // As long as the key is held it stays without effect.
      self.lastChange = KeyPress(key: key, time: now)
      return []
    }
    let before = (top.screen.face, layers.count)
    let effects = perform(action)
    if (top.screen.face, layers.count) != before || !effects.isEmpty {
      lastChange = KeyPress(key: key, time: now)
    }
    return effects
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    if action == .help { return follow([.open(HelpScreen(context: top.screen.context))]) }
    return follow(top.screen.handle(action, in: window))
  }

  private mutating func turnWheel(by rows: Int) -> [Effect] {
    guard !isTooSmall, !readsText else { return [] }
    return (0..<min(abs(rows), 9)).reduce(into: []) { effects, _ in
      effects += perform(rows > 0 ? .rowDown : .rowUp)
    }
  }

  /// Moves the mark to a row. The cursor is parked on it, so that every list can be clicked
  /// without knowing of it.
  private mutating func click(_ row: Int) -> [Effect] {
    guard !isTooSmall, !readsText, (0..<rows).contains(row) else { return [] }
    var effects: [Effect] = []
    let grid = draw()
    guard grid.parksOnMark else { return [] }
    let start = grid.cursor
    let isBelow = row > start.row
    for _ in 0..<abs(row - start.row) {
      effects += perform(isBelow ? .rowDown : .rowUp)
      let now = draw().cursor.row
      // A row of several lines may hold the one that was clicked.
      if now == row { break }
      if isBelow ? now > row : now < row {
        effects += perform(isBelow ? .rowUp : .rowDown)
        break
      }
    }
    return effects
  }

  // MARK: The stack

  private mutating func follow(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    for step in steps {
      switch step {
      case .effect(let effect):
        if case .edit = effect { top.coveredAt = now }
        effects.append(effect)
      case .open(let screen):
        top.coveredAt = top.coveredAt ?? now
        layers.append(Layer(screen: screen))
      case .replace(let screen): top.screen = screen
      case .close:
        precondition(layers.count > 1, "home is never closed")
        layers.removeLast()
        effects += uncover()
      case .pass(let reply): effects += handOver(reply)
      }
    }
    return effects
  }

  /// The top screen is in sight again.
  private mutating func uncover() -> [Effect] {
    guard let since = top.coveredAt else { return [] }
    top.coveredAt = nil
    let seconds = max(now.timeIntervalSince(since), 0)
    return follow(top.screen.uncover(after: seconds, in: window))
  }

  // MARK: Drawing

  /// What is to be seen now.
  package func draw() -> Grid {
    isTooSmall
      ? TooSmallScreen(smallest: Self.smallest).draw(columns: columns, rows: rows)
      : top.screen.draw(in: window)
  }
}
