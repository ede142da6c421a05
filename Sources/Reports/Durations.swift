/// How long answers took, to the millisecond; what took longer than a minute counts as a minute,
/// because nobody thinks that long (as in Anki).
struct Durations: Sendable {
  static let longest = 60_000

  private var counts: [Int32] = []
  private(set) var count = 0
  private(set) var sum = 0

  mutating func add(_ milliseconds: Int) {
    guard milliseconds > 0 else { return }
    if counts.isEmpty { counts = Array(repeating: 0, count: Self.longest + 1) }
    let capped = min(milliseconds, Self.longest)
    counts[capped] += 1
    count += 1
    sum += capped
  }

  /// Half of the answers took at most so long, milliseconds; nil without answers that were timed.
  var median: Int? {
    guard count > 0 else { return nil }
    var left = (count + 1) / 2
    for (milliseconds, count) in counts.enumerated() {
      left -= Int(count)
      if left <= 0 { return milliseconds }
    }
    return nil
  }
}
