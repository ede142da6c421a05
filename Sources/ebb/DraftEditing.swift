import Foundation
import TerminalUI

extension Runner {
  /// Lends the terminal to the user's editor with a text, and gives back what it left there.
  func edit(_ text: String, on terminal: any Terminal) -> Reply {
    guard let path = TemporaryFile.make("ebb-answer", ending: ".md", holding: text) else {
      return .said("! No file can be made in \(TemporaryFile.folder).")
    }
    defer { unlink(path) }
    var status: Int32 = 0
    terminal.lend {
      status = Editor(environment: desk.world.environment).open(path, line: 1)
    }
    guard status == 0, var written = FileManager.default.contents(atPath: path) else {
      return .said("! The editor ended with status \(status); set VISUAL or EDITOR.")
    }
    // Editors end a file with a line end that nobody typed.
    while written.last == UInt8(ascii: "\n") { written.removeLast() }
    return .written(String(decoding: written, as: UTF8.self), at: desk.world.now)
  }
}
