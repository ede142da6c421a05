import Foundation

/// A file as it is read from its beginning, a piece at a time.
final class FilePieces {
  private let file: Int32
  private var first: [UInt8]?
  /// The first byte; nil of an empty file.
  let beginning: UInt8?

  /// - Throws: A failure with the attempt if the file cannot be read.
  init(of path: String, attempting attempt: String) throws(CommandFailure) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0, !Locations.isFolder(path) else {
      if file >= 0 { close(file) }
      throw CommandFailure(
        .usage, "cannot \(attempt) \(path): it cannot be read; check the path and its permissions")
    }
    first = Self.piece(of: file)
    beginning = first?.first
  }

  deinit { close(file) }

  /// The next piece; empty at the end.
  func next() -> [UInt8] {
    defer { first = nil }
    return first ?? Self.piece(of: file)
  }

  private static func piece(of file: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      count = max(read(file, buffer.baseAddress, buffer.count), 0)
    }
  }
}
