import CursesTerminal
import Reports
import Scheduling
import TerminalUI

/// What a setting may be.
enum SettingRule: Sendable {
  case flag
  case integer(ClosedRange<Int>)
  case oneOf([Int])
  case number(ClosedRange<Double>)
  case choice([String])
  /// Any text that is not empty; the words say what it stands for.
  case text(String)
  case texts(String)
  /// A span such as `20m`, its seconds within these bounds.
  case span(ClosedRange<Int>)
  /// Spans that a card waits on its steps; none is allowed.
  case steps
  /// A span of whole days such as `10y`, within these bounds.
  case days(ClosedRange<Int>)
  /// A full hour of the day, `04:00`.
  case hour
  case weekdays
  /// 21 weights of FSRS-6, or none; 17 and 19 are those of older versions.
  case weights
  /// A look such as `72 bold`.
  case shade
  /// Keys for a command, such as `Z` or `^G`.
  case keys
  /// Rounds of a mock interview.
  case rounds

  /// What is expected, to end the sentence "it must be …".
  var expectation: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .oneOf(let numbers): numbers.map(String.init).joined(separator: " or ")
    case .number(let range):
      "a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
    case .choice(let names):
      names.dropLast().map { "\"\($0)\"" }.joined(separator: ", ") + " or \"\(names.last ?? "")\""
    case .text(let what): what
    case .texts(let what): "a list of \(what)"
    case .span(let range):
      "a span from \(Span.text(range.lowerBound)) to \(Span.text(range.upperBound)), such as "
        + "\"20m\""
    case .steps: "a list of at most 10 spans from 1s to 30d, such as [\"1m\", \"10m\"]"
    case .days(let range):
      "a span from \(range.lowerBound)d to \(range.upperBound / 365)y, such as \"10y\" or \"90d\""
    case .hour: "a full hour of the day, such as \"04:00\""
    case .weekdays: "a list of weekdays: mon, tue, wed, thu, fri, sat, sun"
    case .weights: "a list of 21 numbers, or an empty one for the standard weights"
    case .shade: "a look such as \"72 bold\": a colour from 0 to 255 or default, bold, reverse"
    case .rounds:
      "a list of rounds, such as [{ name = \"breadth\", levels = [2, 3, 4], box = \"2m\" }]"
    case .keys: "one key or a list of keys, such as \"Z\", \"^G\", \"Space\" or \"F\""
    }
  }

  /// The value in the form the rule keeps it in; nil if it is none that the rule allows.
  func accept(_ value: SettingValue) -> SettingValue? {
    switch (self, value) {
    case (.flag, .flag): value
    case (.integer(let range), .integer(let number)): range.contains(number) ? value : nil
    case (.oneOf(let numbers), .integer(let number)): numbers.contains(number) ? value : nil
    case (.number(let range), .number(let number)): range.contains(number) ? value : nil
    case (.number, .integer(let number)): accept(.number(Double(number)))
    case (.choice(let names), .text(let name)): names.contains(name) ? value : nil
    case (.text, .text(let text)): text.isEmpty ? nil : value
    case (.texts, .texts(let texts)): texts.contains("") ? nil : value
    case (.span(let range), .text(let text)):
      Span.seconds(text).map { range.contains($0) } ?? false ? value : nil
    case (.steps, .texts(let texts)): texts.count <= 10 && texts.allSatisfy(isStep) ? value : nil
    case (.days(let range), .text(let text)):
      Span.days(text).map { range.contains($0) } ?? false ? value : nil
    case (.hour, .text(let text)): Self.hour(text) == nil ? nil : value
    case (.weekdays, .texts(let texts)): texts.allSatisfy(Self.weekdayNames.contains) ? value : nil
    case (.weights, .numbers(let numbers)):
      (try? Parameters(weights: numbers)) == nil ? nil : value
    case (.weights, .texts([])): .numbers([])
    case (.shade, .text(let text)): Shade(text: text) == nil ? nil : value
    case (.keys, .text(let text)): accept(.texts([text]))
    case (.keys, .texts(let texts)):
      !texts.isEmpty && texts.allSatisfy { Key(named: $0) != nil } ? value : nil
    // Their parts are checked together with the rest of the preset.
    case (.rounds, .tables(let tables)): tables.isEmpty ? nil : value
    default: nil
    }
  }

  /// Reads a value as a person types it at the command line: quotes and brackets may be left out.
  func read(_ text: String) -> SettingValue? {
    func list() -> [String] {
      text.split { $0 == " " || $0 == "," }.map(String.init)
    }
    let value: SettingValue? =
      switch self {
      case .flag: Bool(text).map { .flag($0) }
      case .integer, .oneOf: Int(text).map { .integer($0) }
      case .number: Double(text).map { .number($0) }
      case .weights:
        {
          let numbers = list().map { Double($0) }
          return numbers.contains(nil) ? nil : .numbers(numbers.compactMap(\.self))
        }()
      case .rounds: nil
      case .texts, .steps, .weekdays, .keys: .texts(list())
      case .choice, .text, .span, .days, .hour, .shade: .text(text)
      }
    return value.flatMap(accept)
  }

  static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private func isStep(_ text: String) -> Bool {
    (1...30 * 86400).contains(Span.seconds(text) ?? 0)
  }

  /// 0...23, of `04:00`.
  static func hour(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "00", parts[0].utf8.count <= 2, let hour = Int(parts[0]),
      (0...23).contains(hour)
    else { return nil }
    return hour
  }

  private static func short(_ number: Double) -> String { Words.number(number, decimals: 2) }
}

/// Spans of time as settings write them: `30s`, `10m`, `2h`, `90d`, `6mo`, `10y`.
enum Span {
  private static let units = [
    ("mo", 30 * 86400), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("w", 7 * 86400),
    ("y", 365 * 86400),
  ]

  /// Seconds of a span; nil if the text is none. A month is 30 days, a year 365.
  static func seconds(_ text: String) -> Int? {
    for (unit, seconds) in units where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), number >= 0 else { return nil }
      let (product, isTooLong) = number.multipliedReportingOverflow(by: seconds)
      return isTooLong ? nil : product
    }
    return nil
  }

  /// Whole days of a span; nil if the text is none or is no whole day long.
  static func days(_ text: String) -> Int? {
    guard let seconds = seconds(text), seconds.isMultiple(of: 86400) else { return nil }
    return seconds / 86400
  }

  /// A span in the longest unit that gives a whole number.
  static func text(_ seconds: Int) -> String {
    for (unit, length) in [("d", 86400), ("h", 3600), ("m", 60)]
    where seconds > 0 && seconds.isMultiple(of: length) {
      return "\(seconds / length)\(unit)"
    }
    return "\(seconds)s"
  }
}
