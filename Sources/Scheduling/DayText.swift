extension Day {
  /// "Tue 24 Nov 2026", the same in every locale.
  package var long: String { "\(brief) \(year)" }

  /// "Tue 24 Nov"
  package var brief: String { "\(weekdayName) \(short)" }

  /// "24 Nov"
  package var short: String { "\(day) \(monthName)" }

  /// "Nov 2027"
  package var monthAndYear: String { "\(monthName) \(year)" }

  /// "Nov"
  package var monthName: String {
    [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][month - 1]
  }

  /// "Tue"
  package var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }
}
