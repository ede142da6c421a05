/// Figures as people read them, the same in every locale, on every screen and in every command.
///
/// A share is rounded to the nearest percent, but what is not all is never said to be all, nor
/// what is not nothing nothing. A share that is held against an aim is rounded down, so that none
/// seems to be reached that is missed.
package enum Words {
  /// "1,214"
  package static func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.utf8.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "1 card", "1,214 cards"
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "90%", of 0...1.
  package static func percent(_ ratio: Double) -> String { "\(wholePercent(ratio))%" }

  /// The number before the sign, where it is spoken.
  package static func wholePercent(_ ratio: Double) -> Int {
    let rounded = Int((ratio * 100).rounded())
    if rounded == 100, ratio < 1 { return 99 }
    if rounded == 0, ratio > 0 { return 1 }
    return rounded
  }

  /// "89%", of a share 0...1 that is held against an aim.
  package static func reached(_ ratio: Double) -> String {
    "\(Int((ratio * 100 + 1e-9).rounded(.down)))%"
  }

  /// "+4" or "-11", of a distance of two ratios.
  package static func points(_ distance: Double) -> String {
    let rounded = Int((distance * 100).rounded())
    return rounded > 0 ? "+\(rounded)" : "\(rounded)"
  }

  /// "0.079": a Brier score in a sentence; columns have room for two decimals.
  package static func brier(_ score: Double) -> String { number(score, decimals: 3) }

  /// A number with so many decimals, 0...6.
  package static func number(_ number: Double, decimals: Int) -> String {
    let scale = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000.0][min(max(decimals, 0), 6)]
    guard number.isFinite, abs(number * scale) < 1e15 else { return "·" }
    let scaled = Int((abs(number) * scale).rounded())
    let whole = count(scaled / Int(scale))
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    let part = String(scaled % Int(scale))
    return sign + whole + "." + String(repeating: "0", count: decimals - part.utf8.count) + part
  }

  /// "9 d", "3.5 d" below four days, "2.1 y" from two years on.
  package static func days(_ days: Double) -> String {
    if days >= 730 { return number(days / 365.25, decimals: 1) + " y" }
    return number(days, decimals: days < 4 ? 1 : 0) + " d"
  }

  /// "18 s", "14 min", "6 h 04 min"; below ten seconds with a tenth.
  package static func duration(_ milliseconds: Int) -> String {
    if milliseconds < 10_000, !milliseconds.isMultiple(of: 1_000) {
      return number(Double(milliseconds) / 1_000, decimals: 1) + " s"
    }
    let seconds = (milliseconds + 500) / 1_000
    if seconds < 90 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(count(minutes / 60)) h \(rest < 10 ? "0" : "")\(rest) min"
  }

  /// "a, b and c"
  package static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
