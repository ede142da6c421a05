/// The lines of a text that comes in pieces, numbered from 1; endings may be those of Unix or of
/// Windows. No more of the text is held than a piece and a line.
struct NumberedLines: Sequence, IteratorProtocol {
  private let more: () -> [UInt8]
  private var bytes: [UInt8]
  /// Where the next line begins in `bytes`.
  private var start = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.init(first: bytes, then: { [] })
  }

  /// `more` returns the next piece, which is empty at the end.
  init(_ more: @escaping () -> [UInt8]) {
    self.init(first: more(), then: more)
  }

  private init(first: [UInt8], then more: @escaping () -> [UInt8]) {
    bytes = first
    self.more = more
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    if bytes.starts(with: mark) { start = mark.count }
  }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    var searched = start
    var end: Int?
    while true {
      end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n"))
      if end != nil { break }
      bytes.removeSubrange(..<start)
      start = 0
      searched = bytes.count
      let piece = more()
      if piece.isEmpty { break }
      bytes += piece
    }
    guard start < bytes.count else { return nil }
    var line = bytes[start..<(end ?? bytes.count)]
    start = end.map { $0 + 1 } ?? bytes.count
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    number += 1
    return (number, line)
  }
}
