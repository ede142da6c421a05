import Foundation
import TerminalUI

/// A file that is written line by line under another name and takes its own when it is whole;
/// or standard output.
final class OutputFile {
  private(set) var lines = 0
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var fault: Int32 = 0

  private var isStandard: Bool { path == "-" }
  private var draft: String { path + ".part" }

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    descriptor =
      path == "-"
      ? STDOUT_FILENO : open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw failure("it cannot be made; check the folder and its permissions") }
  }

  func write(_ line: String) {
    lines += 1
    writeRaw(line + "\n")
  }

  /// Writes text that brings its own line ends.
  func writeRaw(_ text: String) {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Gives the file its name.
  func finish() throws(CommandFailure) {
    flush()
    if fault == 0, !isStandard, fsync(descriptor) != 0 { fault = errno }
    guard fault == 0 else {
      discard()
      let cause = fault == ENOSPC ? "no space is left on the device" : "it cannot be written"
      throw failure("\(cause); nothing was exported")
    }
    guard !isStandard else { return }
    close(descriptor)
    guard rename(draft, path) == 0 else {
      unlink(draft)
      throw failure("it cannot be replaced; check the folder and its permissions")
    }
  }

  /// Leaves no trace of a file that did not become whole.
  func discard() {
    guard !isStandard else { return }
    close(descriptor)
    unlink(draft)
  }

  private func flush() {
    var rest = buffer[...]
    while !rest.isEmpty, fault == 0 {
      let count = rest.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        fault = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure(_ cause: String) -> CommandFailure {
    CommandFailure(.usage, "cannot export to \(path): \(cause)")
  }
}

extension OutputFile {
  /// Writes a text under its name, for a screen that is told how that went.
  static func written(_ text: String, to path: String) -> Reply { written([(path, text)]) }

  /// Writes each text under its name, for a screen that is told how that went.
  static func written(_ files: [(path: String, text: String)]) -> Reply {
    do throws(CommandFailure) {
      for (path, text) in files {
        let file = try OutputFile(path)
        file.write(text)
        try file.finish()
      }
      return .said("Written to \(files.map(\.path).joined(separator: ", ")).")
    } catch {
      return .failed(error.message)
    }
  }
}
