/// A study day, counted on the local calendar; it encodes as its number.
package struct Day: Hashable, Comparable, Strideable, Sendable {
  /// Days since 1970-01-01, negative before it.
  package let number: Int

  /// Makes the day that many days after 1970-01-01.
  package init(number: Int) { self.number = number }

  /// Makes a day of the Gregorian calendar; the date must exist.
  package init(year: Int, month: Int, day: Int) {
    precondition(
      Self.exists(year, month, day), "\(year)-\(month)-\(day) is not a day of the calendar")
    number = Self.count(year, month, day)
  }

  /// Year of the Gregorian calendar.
  package var year: Int { civil.year }
  /// Month, 1...12.
  package var month: Int { civil.month }
  /// Day of the month, 1...31.
  package var day: Int { civil.day }
  /// Day of the week as ISO 8601 counts, 1 Monday...7 Sunday.
  package var weekday: Int { (number + 3).modulo(7) + 1 }

  /// Whether the first day is the earlier one.
  package static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

  /// Whole days from this day to the other, negative if the other is earlier.
  package func distance(to other: Day) -> Int { other.number - number }

  /// The day that many days later.
  package func advanced(by days: Int) -> Day { Day(number: number + days) }

  // Both directions count days from 0000-03-01, so that the leap day ends a year and every
  // 400 years (an era) are the same 146097 days.

  private var civil: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = days.quotient(146_097)
    let dayOfEra = days.modulo(146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let yearOfEra = marchYear.modulo(400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return marchYear.quotient(400) * 146_097 + dayOfEra - 719_468
  }

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let back = Day(number: count(year, month, day)).civil
    return back == (year, month, day)
  }
}

extension Day: LosslessStringConvertible {
  /// The day as ISO 8601 writes it, such as `2026-11-24`.
  package var description: String {
    let (year, month, day) = civil
    return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  /// Reads `2026-11-24`; nil unless it is four, two and two digits and the day exists.
  package init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, Self.exists(numbers[0], numbers[1], numbers[2]) else { return nil }
    number = Self.count(numbers[0], numbers[1], numbers[2])
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
      + digits
  }
}

extension Day: Codable {
  /// Reads the day's number.
  package init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes the day's number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

extension Int {
  /// Quotient rounded down; the divisor is positive.
  func quotient(_ divisor: Int) -> Int { (self - modulo(divisor)) / divisor }

  /// Remainder in 0..<divisor; the divisor is positive.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
