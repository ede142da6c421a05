import Reports

/// Durations and numbers as they are said.
///
/// Time that was spent is rounded to the nearest second. What a clock shows is cut off, so that no
/// time is promised that is not there.
package enum SpokenTime {
  /// "52 seconds", "1 minute 40 seconds", "20 minutes".
  static func full(_ milliseconds: Int) -> String {
    let seconds = (max(milliseconds, 0) + 500) / 1000
    if seconds < 60 { return Words.count(seconds, "second") }
    let rest = seconds % 60 == 0 ? "" : " " + Words.count(seconds % 60, "second")
    return Words.count(seconds / 60, "minute") + rest
  }

  /// "20 min 31 s": the same, where it is read.
  static func fullShort(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 500) / 1000
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// "2 minutes 30", of a clock: what follows the minutes goes without saying.
  static func short(_ milliseconds: Int) -> String {
    let seconds = max(milliseconds, 0) / 1000
    if seconds < 60 { return Words.count(seconds, "second") }
    return Words.count(seconds / 60, "minute") + (seconds % 60 == 0 ? "" : " \(seconds % 60)")
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
    minutes < 90 ? Words.count(minutes, "minute") : Words.count((minutes + 30) / 60, "hour")
  }

  /// "12 min"; from 90 on "2 h".
  static func aboutShort(minutes: Int) -> String {
    minutes < 90 ? "\(minutes) min" : "\((minutes + 30) / 60) h"
  }

  /// "five" up to twelve, then digits.
  static func number(_ number: Int) -> String {
    let names = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return names.indices.contains(number) ? names[number] : String(number)
  }
}
