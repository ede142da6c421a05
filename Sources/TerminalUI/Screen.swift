import Foundation

/// What a screen is shown in, and when.
package struct Window: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  package let now: Date
  /// What the user wants of every screen.
  package let look: Look

  package init(columns: Int, rows: Int, at now: Date, look: Look = Look()) {
    self.columns = columns
    self.rows = rows
    self.now = now
    self.look = look
  }
}

/// What a screen asks for besides its own change.
package enum Step: Sendable {
  /// Something outside the interface.
  case effect(Effect)
  /// Another screen over this one; closing it leads back here.
  case open(any Screen)
  /// Another screen in place of this one.
  case replace(any Screen)
  /// Back to the screen under this one.
  case close
  /// What came of an effect, for the screen that is the top one by then.
  case pass(Reply)
}

/// One place of the interface: a value that takes actions and draws itself. The app keeps a stack
/// of them with home at the bottom; what only some screens need has a default here.
package protocol Screen: Sendable {
  /// Which keys hold here.
  var context: KeyContext { get }
  /// What a person would call the same view. It changes when another question or side is shown;
  /// a held key does nothing to the new one.
  var face: String { get }
  /// Whether characters are text now and not commands: keys come by `read(_:in:)`.
  var readsText: Bool { get }
  /// Seconds after which the screen wants to look at the clock though nothing happened.
  var tick: TimeInterval { get }

  /// A key of the keymap was pressed.
  mutating func handle(_ action: Action, in window: Window) -> [Step]
  /// A key was pressed while the screen reads text.
  mutating func read(_ key: Key, in window: Window) -> [Step]
  /// Text was pasted while the screen reads text.
  mutating func paste(_ text: String, in window: Window) -> [Step]
  /// What came of an effect.
  /// - Returns: nil if the screen knows nothing of it; a failure is then said at home.
  mutating func take(_ reply: Reply, in window: Window) -> [Step]?
  /// Time has passed.
  mutating func advance(to now: Date) -> [Step]
  /// The screen was out of sight for this long and is the top one again.
  mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step]
  /// The window had no room for the screen for this long: what nobody can see costs no time.
  mutating func rest(for seconds: TimeInterval, in window: Window) -> [Step]
  /// The program is about to end.
  /// - Returns: What must be kept before.
  mutating func parting(at now: Date) -> [Effect]
  /// Says one sentence in the row for it.
  mutating func say(_ sentence: String)
  /// The screen is about to be drawn in this window: the moment to ask for what it lacks there.
  mutating func prepare(for window: Window) -> [Step]

  func draw(in window: Window) -> Grid
}

extension Screen {
  package var face: String { context.rawValue }
  package var readsText: Bool { false }
  package var tick: TimeInterval { 30 }
  package mutating func read(_ key: Key, in window: Window) -> [Step] { [] }
  package mutating func paste(_ text: String, in window: Window) -> [Step] { [] }
  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? { nil }
  package mutating func advance(to now: Date) -> [Step] { [] }
  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] { [] }
  package mutating func rest(for seconds: TimeInterval, in window: Window) -> [Step] { [] }
  package mutating func parting(at now: Date) -> [Effect] { [] }
  package mutating func say(_ sentence: String) {}
  package mutating func prepare(for window: Window) -> [Step] { [] }
}
