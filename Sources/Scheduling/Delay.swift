/// A span until a card is seen again, as a key or a list shows it.
package enum Delay: Hashable, Sendable, CustomStringConvertible {
  /// Until a moment of the same study day.
  case seconds(Int)
  /// Until a later study day.
  case days(Int)

  /// The span in one unit and at most six characters: `30s`, `10m`, `5h`, `27d`, `3.4mo`, `1.2y`.
  /// A month is a twelfth of a year of 365 days.
  package var description: String {
    switch self {
    case .seconds(let seconds): Self.text(seconds: max(0, seconds))
    case .days(let days): Self.text(days: days)
    }
  }

  private static func text(seconds: Int) -> String {
    if seconds < 60 { return "\(seconds)s" }
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return "\(minutes)m" }
    let hours = (seconds + 1800) / 3600
    return hours < 48 ? "\(hours)h" : "\((seconds + 43200) / 86400)d"
  }

  private static func text(days: Int) -> String {
    if days < 31 { return "\(days)d" }
    // In tenths, so that the unit changes before a month would be shown as the twelfth.
    let months = (days * 120 + 182) / 365
    if months < 120 { return "\(tenths: months)mo" }
    return "\(tenths: (days * 10 + 182) / 365)y"
  }
}

extension String.StringInterpolation {
  fileprivate mutating func appendInterpolation(tenths: Int) {
    appendLiteral(tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
  }
}
