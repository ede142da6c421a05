/// What somebody decided about a card, other than by answering it.
package enum CardMark: Hashable, Sendable {
  /// Not to be asked before this study day.
  case bury(until: Day)
  case unbury
  /// Not to be asked until further notice.
  case suspend
  case unsuspend
  /// To be found again under this number, 1 or more; 0 takes the flag away.
  case flag(Int)
  /// A line of the user's own about the card; an empty one takes it away.
  case memo(String)
  /// New again, as if never answered.
  case reset
  /// To be asked on this study day, and counted as waiting `interval` days; nil leaves that as it
  /// is.
  case due(Day, interval: Int?)

  /// How it is called in the log.
  package var name: String {
    switch self {
    case .bury: "bury"
    case .unbury: "unbury"
    case .suspend: "suspend"
    case .unsuspend: "unsuspend"
    case .flag: "flag"
    case .memo: "memo"
    case .reset: "reset"
    case .due: "due"
    }
  }

  /// What the name does not say: a day, a day and an interval, a number, or a text; else empty.
  package var detail: String {
    switch self {
    case .bury(let day): day.description
    case .flag(let number): String(number)
    case .memo(let text): text
    case .due(let day, nil): day.description
    case .due(let day, let interval?): "\(day) \(interval)"
    case .unbury, .suspend, .unsuspend, .reset: ""
    }
  }

  /// Reads a mark back from its name and detail; nil if they mean none.
  package init?(name: String, detail: String) {
    switch (name, detail) {
    case ("unbury", ""): self = .unbury
    case ("suspend", ""): self = .suspend
    case ("unsuspend", ""): self = .unsuspend
    case ("reset", ""): self = .reset
    case ("memo", _): self = .memo(detail)
    case ("bury", _):
      guard let day = Day(detail) else { return nil }
      self = .bury(until: day)
    case ("flag", _):
      guard let number = Int(detail), number >= 0 else { return nil }
      self = .flag(number)
    case ("due", _):
      let parts = detail.split(separator: " ", omittingEmptySubsequences: false)
      guard let first = parts.first, let day = Day(String(first)), parts.count <= 2 else {
        return nil
      }
      var interval: Int?
      if parts.count == 2 {
        guard let days = Int(parts[1]), days > 0 else { return nil }
        interval = days
      }
      self = .due(day, interval: interval)
    default: return nil
    }
  }
}
