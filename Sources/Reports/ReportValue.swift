import Scheduling

extension Report {
  /// A value of a table: exact for scripts, rounded for people.
  package enum Value: Hashable, Sendable {
    case text(String)
    case count(Int)
    /// A rate: so many right of so many.
    case share(Share)
    /// So many of all there are, which is no rate: few are as sure as many.
    case part(Share)
    /// 0...1
    case ratio(Double)
    /// A distance of two ratios, -1...1, said in points.
    case points(Double)
    case number(Double, decimals: Int)
    case days(Double)
    case milliseconds(Int)
    case day(Day)
    /// Ratios 0...1, oldest first.
    case trend([Double])
    /// A day that has not come yet.
    case never
    case missing
  }
}

extension Report.Value {
  /// As people read it.
  package var people: String {
    switch self {
    case .text(let text): text
    case .count(let count): Words.count(count)
    case .share(let share):
      share.ratio.map {
        "\(Words.count(share.ok)) of \(Words.count(share.n)), \(Words.percent($0))"
          + (share.isNoise ? " (few)" : "")
      } ?? "·"
    case .part(let part): "\(Words.count(part.ok)) of \(Words.count(part.n))"
    case .ratio(let ratio): Words.percent(ratio)
    case .points(let points): Words.points(points)
    case .number(let number, let decimals): Words.number(number, decimals: decimals)
    case .days(let days): Words.days(days)
    case .milliseconds(let milliseconds): Words.duration(milliseconds)
    case .day(let day): day.short + " \(day.year)"
    case .trend(let trend): trend.map(Words.percent).joined(separator: " ")
    case .never: "never"
    case .missing: "·"
    }
  }

  /// As scripts read it, one field for each of `keys`; empty where there is nothing.
  package var exact: [String] {
    switch self {
    case .text(let text): [text]
    case .count(let count): ["\(count)"]
    case .share(let share), .part(let share): ["\(share.ok)", "\(share.n)"]
    case .ratio(let number), .points(let number), .days(let number), .number(let number, _):
      ["\(number)"]
    case .milliseconds(let milliseconds): ["\(milliseconds)"]
    case .day(let day): [day.description]
    case .trend(let trend): [trend.map { "\($0)" }.joined(separator: " ")]
    case .never, .missing: [""]
    }
  }

  /// A rate of so few answers that it says little: shown in grey.
  package var isNoise: Bool {
    if case .share(let share) = self { share.n > 0 && share.isNoise } else { false }
  }

  /// 0...1 for what is a share of something; nil for everything else.
  package var ratio: Double? {
    switch self {
    case .share(let share): share.ratio
    case .ratio(let ratio): ratio
    default: nil
    }
  }

  /// The size of what is counted; nil for everything else.
  package var size: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number, _), .days(let number): number
    case .milliseconds(let milliseconds): Double(milliseconds)
    default: ratio
    }
  }
}

extension Report.Table {
  /// The names of the fields of every row; a share has two.
  package var keys: [String] {
    columns.enumerated().flatMap { index, column in
      isShare(index) ? [column.key + "_ok", column.key + "_n"] : [column.key]
    }
  }

  /// The fields of a row, as many as `keys`.
  package func fields(of row: [Report.Value]) -> [String] {
    row.enumerated().flatMap { index, value in
      if case .missing = value, isShare(index) { return ["", ""] }
      return value.exact
    }
  }

  private func isShare(_ column: Int) -> Bool {
    rows.contains {
      switch $0[column] {
      case .share, .part: true
      default: false
      }
    }
  }
}
