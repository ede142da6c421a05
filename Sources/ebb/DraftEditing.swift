import Foundation
import TerminalUI

extension Runner {
  /// Lends the terminal to the user's editor with a text, and gives back what it left there.
  func edit(_ text: String, on terminal: any Terminal) -> Reply {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array((folder + "/ebb-answer-XXXXXX.md").utf8CString)
    let file = mkstemps(&template, 3)
    guard file >= 0 else { return .said("! No file can be made in \(folder).") }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    write(text, to: file)
    close(file)
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
