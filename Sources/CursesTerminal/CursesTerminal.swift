import CNcurses
import Foundation
import TerminalUI

/// The terminal by ncurses. One at a time; all calls from one thread.
package final class CursesTerminal: Terminal {
  package private(set) var columns: Int
  package private(set) var rows: Int

  private let clock: () -> Date
  private var painter: Painter
  private var keys: KeyReader
  private var waiting: [Event.Kind] = []
  private var isOpen = true

  /// Takes over the terminal.
  /// - Throws: `TerminalFailure` if there is no terminal, or none that can be drawn on.
  package init(
    settings: TerminalSettings = TerminalSettings(), environment: [String: String],
    clock: @escaping () -> Date
  ) throws {
    self.clock = clock
    keys = KeyReader(escapeDelay: settings.escapeDelay)
    let isUTF8 = ebb_set_locale(Self.locale(environment))
    try Self.open(settings: settings, term: environment["TERM"] ?? "")
    if settings.watchesMouse { ebb_watch_mouse() }
    let palette = Palette(
      theme: settings.theme,
      colours: Self.startColours(settings: settings, environment: environment),
      environment: environment, overrides: settings.overrides)
    let isPlain = settings.asciiGlyphs || settings.ambiguousIsWide
    painter = Painter(
      palette: palette, glyphs: !isUTF8 ? .asciiOnly : isPlain ? .plainMarks : .all,
      ambiguousIsWide: settings.ambiguousIsWide)
    (rows, columns) = Self.windowSize()
    ebb_resize(Int32(clamping: rows), Int32(clamping: columns))
  }

  deinit { ebb_leave() }

  package func draw(_ grid: Grid) {
    guard isOpen else { return }
    painter.draw(grid, rows: rows, columns: columns)
  }

  package func redraw() { painter.forget() }

  package func next(timeout: Double) -> Event {
    Event(nextKind(timeout: timeout), at: clock())
  }

  package func ring() {
    if isOpen { ebb_ring() }
  }

  package func suspend() {
    guard isOpen else { return }
    ebb_leave()
    ebb_stop()
    ebb_enter()
    // The signal of the continuation is answered by now; others that came meanwhile count.
    note(ebb_take_signals() & ~Int32(EBB_CONTINUED.rawValue | EBB_RESIZED.rawValue))
    noteContinued()
  }

  package func lend(_ body: () -> Void) {
    guard isOpen else { return }
    ebb_leave()
    body()
    ebb_enter()
    // What was typed at the other program, ^C too, was for it.
    let lasting = Int32(EBB_HANG_UP.rawValue | EBB_TERMINATE.rawValue)
    note(ebb_take_signals() & lasting)
    noteContinued()
  }

  package func restore() {
    guard isOpen else { return }
    isOpen = false
    ebb_leave()
    ebb_forget_signals()
  }

  private func nextKind(timeout: Double) -> Event.Kind {
    guard isOpen else { return .ended(.endOfInput) }
    note(ebb_take_signals())
    if !waiting.isEmpty { return waiting.removeFirst() }
    if let reading = keys.next() { return kind(reading) }
    let ready = ebb_wait(Self.milliseconds(timeout))
    if ready & Int32(EBB_SIGNALLED.rawValue) != 0 {
      note(ebb_take_signals())
      if !waiting.isEmpty { return waiting.removeFirst() }
    }
    if ready & Int32(EBB_READABLE.rawValue) != 0, let reading = keys.next() {
      return kind(reading)
    }
    if ready & Int32(EBB_HUNG_UP.rawValue) != 0 { return .ended(.hangUp) }
    if ready & Int32(EBB_AT_END.rawValue) != 0 { return .ended(.endOfInput) }
    return .tick
  }

  private func kind(_ reading: KeyReader.Reading) -> Event.Kind {
    switch reading {
    case .key(let key): .key(key)
    case .paste(let text): .paste(text)
    case .wheel(let rows): .wheel(rows)
    case .click(let row): .click(row: row)
    case .nothing: .tick
    }
  }

  /// Turns the signals that came into events, an ending first.
  private func note(_ set: Int32) {
    guard set != 0 else { return }
    let came = { (signal: ebb_signal) in set & Int32(signal.rawValue) != 0 }
    if came(EBB_HANG_UP) { waiting.append(.ended(.hangUp)) }
    if came(EBB_TERMINATE) { waiting.append(.ended(.terminate)) }
    if came(EBB_INTERRUPT) { waiting.append(.ended(.interrupt)) }
    if came(EBB_CONTINUED) {
      ebb_enter()
      noteContinued()
    } else if came(EBB_RESIZED) {
      // Even to the same size: on the way there the terminal may have cut what it shows.
      noteResized()
    }
    // A stop asked for by another process goes the way of the key, so that clocks can pause.
    if came(EBB_ASKED_TO_STOP) { waiting.append(.key(.control("z"))) }
  }

  private func noteContinued() {
    if Self.windowSize() != (rows, columns) { noteResized() }
    painter.forget()
    waiting.append(.resumed)
  }

  private func noteResized() {
    (rows, columns) = Self.windowSize()
    ebb_resize(Int32(clamping: rows), Int32(clamping: columns))
    painter.forget()
    waiting.append(.resize(columns: columns, rows: rows))
  }
}

extension CursesTerminal {
  private static func open(settings: TerminalSettings, term: String) throws {
    let plain = "`--plain` works without one."
    guard !term.isEmpty else {
      throw TerminalFailure.opening(
        "TERM is not set", remedy: "Set it to what your terminal is, or use `--plain`.")
    }
    let delay = Int32(clamping: settings.escapeDelay)
    switch ebb_open(term, delay, settings.crashNotice) {
    case EBB_OPENED: return
    case EBB_UNKNOWN_TERM:
      throw TerminalFailure.opening(
        "no terminal named \"\(term)\" is known here",
        remedy: "Try `TERM=xterm-256color`, or use `--plain`.")
    case EBB_NO_CURSOR_MOVES:
      throw TerminalFailure.opening(
        "a terminal of kind \"\(term)\" cannot place its cursor", remedy: "Use `--plain`.")
    default:
      throw TerminalFailure.opening(
        "standard output is not a terminal", remedy: "Run it in one; \(plain)")
    }
  }

  private static func startColours(
    settings: TerminalSettings, environment: [String: String]
  ) -> Int {
    let noColour = !(environment["NO_COLOR"] ?? "").isEmpty
    if noColour || settings.withoutColours || settings.theme == .mono { return 0 }
    return Int(ebb_start_colours())
  }

  /// The name that decides about characters, by the order POSIX gives.
  private static func locale(_ environment: [String: String]) -> String {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environment[name], !value.isEmpty { return value }
    }
    return "C"
  }

  private static func windowSize() -> (rows: Int, columns: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    ebb_window_size(&rows, &columns)
    return (Int(rows), Int(columns))
  }

  private static func milliseconds(_ seconds: Double) -> Int32 {
    guard seconds.isFinite, seconds >= 0 else { return -1 }
    return Int32(min((seconds * 1000).rounded(.up), Double(Int32.max)))
  }
}
