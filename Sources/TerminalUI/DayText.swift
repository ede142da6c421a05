import Scheduling

extension Day {
  /// "Tue 24 Nov 2026", the same in every locale.
  package var long: String { "\(weekdayName) \(short) \(year)" }

  /// "24 Nov"
  var short: String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day) \(months[month - 1])"
  }

  var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }
}
