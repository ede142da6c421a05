import Foundation

/// A key as the program sees it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A control character by its letter, lower case: `.control("c")` is Ctrl-C.
  case control(Character)
  case enter
  case escape
  case tab
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
}

/// Something that happened, with the moment it happened.
package struct Event: Hashable, Sendable {
  /// What happened.
  package enum Kind: Hashable, Sendable {
    case key(Key)
    /// The wheel was turned: rows down, or up if negative.
    case wheel(Int)
    /// A row of the window was clicked, from 0.
    case click(row: Int)
    /// Text that came by bracketed paste; it is never a command.
    case paste(String)
    case resize(columns: Int, rows: Int)
    /// The program was stopped and goes on; the screen is to be drawn whole.
    case resumed
    /// Nothing for a while: the moment to look at the clock.
    case tick
    /// The terminal is gone, or the program was asked to end.
    case ended(Ending)
  }

  /// Why the program is to end, by the number of the signal.
  package enum Ending: Int32, Hashable, Sendable {
    case hangUp = 1
    case interrupt = 2
    case terminate = 15
    /// End of input without a signal.
    case endOfInput = 0
  }

  package let kind: Kind
  package let time: Date

  package init(_ kind: Kind, at time: Date) {
    self.kind = kind
    self.time = time
  }
}

/// The only thing the program asks of a terminal.
package protocol Terminal: AnyObject {
  var columns: Int { get }
  var rows: Int { get }
  /// Shows the grid. Writes only what differs from what is on the screen.
  func draw(_ grid: Grid)
  /// Forgets what is on the screen: the next `draw` writes all of it.
  func redraw()
  /// Waits for the next event, at most `timeout` seconds, then returns a tick.
  func next(timeout: Double) -> Event
  /// Gives the terminal as it was found to another program until `body` is done.
  func lend(_ body: () -> Void)
  /// Rings the bell of the terminal, or flashes it where it has none.
  func ring()
  /// Hands the terminal to the shell until the program is continued.
  func suspend()
  /// Gives the terminal back as it was found. Safe to call twice.
  func restore()
}
