import Decks

/// Spreads intervals a little, so that cards learned together do not stay together;
/// the rules and numbers are those of Anki 26.9.
package enum Fuzz {
  /// The whole days an interval may become: `minimum...maximum` narrowed to about 5 % to 25 %
  /// around the interval (in days), and not at all below 2.5 days.
  package static func bounds(
    _ interval: Double, minimum: Int, maximum: Int
  ) -> ClosedRange<Int> {
    let low = min(minimum, maximum)
    let days = min(max(interval, Double(low)), Double(maximum))
    let delta = delta(days)
    let lower = min(max(Int((days - delta).rounded()), low), maximum)
    var upper = min(max(Int((days + delta).rounded()), low), maximum)
    if lower == upper, upper > 2, upper < maximum { upper = lower + 1 }
    return lower...upper
  }

  /// The days of `bounds` that a chance `u` in 0..<1 selects, each with the same probability.
  package static func pick(interval: Double, minimum: Int, maximum: Int, u: Double) -> Int {
    let range = bounds(interval, minimum: minimum, maximum: maximum)
    // A chance next to 1 can round up to the day after the last.
    return min(range.lowerBound + Int(u * Double(range.count)), range.upperBound)
  }

  /// The days fuzz must not go below after a pass, or 0: an interval that grew stays longer than
  /// the `previous` one, and one that stayed about the same does not shrink (new in Anki 26.08).
  package static func lowest(_ interval: Double, after previous: Int, maximum: Int) -> Int {
    if interval.rounded() > Double(previous) { return previous + 1 }
    let upper = bounds(interval, minimum: 1, maximum: maximum).upperBound
    return previous <= upper ? previous : 0
  }

  /// The interval without fuzz: rounded half away from zero and brought into range.
  static func none(interval: Double, minimum: Int, maximum: Int) -> Int {
    min(max(Int(interval.rounded()), min(minimum, maximum)), maximum)
  }

  /// The chance in 0..<1 for a card with this many answers: always the same one, so that the
  /// interval on a key is the interval stored, and an undone answer can be repeated.
  static func chance(card: CardID, reviews: Int) -> Double {
    Double(splitMix64(card.hash &+ UInt64(reviews)) >> 11) / Double(1 << 53)
  }

  private static func delta(_ days: Double) -> Double {
    guard days >= 2.5 else { return 0 }
    return 1
      + 0.15 * (min(days, 7) - 2.5)
      + 0.1 * max(min(days, 20) - 7, 0)
      + 0.05 * max(days - 20, 0)
  }
}
