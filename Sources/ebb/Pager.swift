import Foundation

/// The user's pager, for texts that are longer than the window.
struct Pager {
  let environment: [String: String]

  /// Prints a text; through `PAGER` where that is set and the terminal does not hold all of it.
  func show(_ text: String) {
    guard isatty(STDOUT_FILENO) == 1, let pager = environment["PAGER"], !pager.isEmpty,
      text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) + 2 > Self.rows
    else { return print(text) }
    // The shell splits "less -R"; the text is an argument and stays whole.
    let status = Shell.run(
      "printf '%s\\n' \"$1\" | \(pager)", arguments: [text], environment: environment)
    if status == 127 { print(text) }
  }

  /// Rows of the terminal; 24 if it does not know.
  private static var rows: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    return isKnown ? Int(size.ws_row) : 24
  }
}
