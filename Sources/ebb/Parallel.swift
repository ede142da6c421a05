import Foundation

/// Work on many things that do not know of each other.
enum Parallel {
  /// Does `work` for each number below `count` on all cores.
  /// - Returns: The results in the order of the numbers, whichever was ready first.
  static func map<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(work) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      let places = Places(buffer: buffer)
      DispatchQueue.concurrentPerform(iterations: count) { places.put(work($0), at: $0) }
      initialized = count
    }
  }

  /// Memory of which each number has a place of its own, so that nobody needs to wait.
  private struct Places<Result>: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Result>

    func put(_ result: Result, at index: Int) { buffer.initializeElement(at: index, to: result) }
  }
}

extension Parallel {
  /// Neighbouring things whose sizes come to no more than `most`, or one thing that is larger: what
  /// comes of so many at once may be held.
  static func batches(_ sizes: [Int], most: Int) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    var held = 0
    for (index, size) in sizes.enumerated() {
      if index > start, held + size > most {
        batches.append(start..<index)
        (start, held) = (index, 0)
      }
      held += size
    }
    if start < sizes.count { batches.append(start..<sizes.count) }
    return batches
  }
}

/// "compiling 1200 of 10000" on a line of the terminal, while work takes long.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var hasWritten = false

  /// Tells how far the work is, once it has taken half a second.
  mutating func tell(_ done: Int, of all: Int) {
    guard isShown, ContinuousClock.now - start > .milliseconds(500) else { return }
    write("\rcompiling \(done) of \(all)", to: STDERR_FILENO)
    hasWritten = true
  }

  /// Takes the line away.
  func end() {
    if hasWritten { write("\r\u{1b}[K", to: STDERR_FILENO) }
  }
}
