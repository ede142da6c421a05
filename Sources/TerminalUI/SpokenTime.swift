/// Durations and numbers as they are said.
package enum SpokenTime {
  /// "52 seconds", "1 minute 40 seconds", "20 minutes".
  static func full(_ milliseconds: Int) -> String {
    let seconds = max(milliseconds, 0) / 1000
    let rest = seconds % 60 == 0 && seconds > 0 ? "" : count(seconds % 60, "second")
    if seconds < 60 { return count(seconds, "second") }
    return count(seconds / 60, "minute") + (rest.isEmpty ? "" : " " + rest)
  }

  /// "2 minutes 30": what follows the minutes goes without saying.
  static func short(_ milliseconds: Int) -> String {
    let seconds = max(milliseconds, 0) / 1000
    if seconds < 60 { return count(seconds, "second") }
    return count(seconds / 60, "minute") + (seconds % 60 == 0 ? "" : " \(seconds % 60)")
  }

  /// "2:30", "1:02:05"; over the time "+0:07".
  package static func clock(_ milliseconds: Int) -> String {
    let seconds = abs(milliseconds) / 1000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text =
      seconds < 3600
      ? "\(seconds / 60):\(two(seconds % 60))"
      : "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return milliseconds < 0 ? "+" + text : text
  }

  /// "12 minutes"; from 90 on "2 hours".
  static func about(minutes: Int) -> String {
    minutes < 90 ? count(minutes, "minute") : count((minutes + 30) / 60, "hour")
  }

  /// "12 min"; from 90 on "2 h".
  static func aboutShort(minutes: Int) -> String {
    minutes < 90 ? "\(minutes) min" : "\((minutes + 30) / 60) h"
  }

  static func count(_ number: Int, _ unit: String) -> String {
    "\(number) \(unit)\(number == 1 ? "" : "s")"
  }

  /// "five" up to twelve, then digits.
  static func number(_ number: Int) -> String {
    let names = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return names.indices.contains(number) ? names[number] : String(number)
  }

  /// A share 0...1 as a whole number of hundredths.
  static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  /// A number with two or three decimals.
  static func decimals(_ number: Double, _ places: Int) -> String {
    let scale = [1, 10, 100, 1000][min(max(places, 0), 3)]
    let whole = Int((number.magnitude * Double(scale)).rounded())
    let fraction = String(whole % scale)
    let padded = String(repeating: "0", count: max(places - fraction.count, 0)) + fraction
    let sign = number < 0 && whole > 0 ? "-" : ""
    return "\(sign)\(whole / scale)" + (places > 0 ? "." + padded : "")
  }
}
