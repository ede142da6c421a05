import Decks

/// Reads what a field of a query asks for.
struct CardFieldReader {
  let name: String
  let comparison: CardTerm.Comparison
  let value: String
  let isQuoted: Bool
  let nameRange: Range<Int>
  let signRange: Range<Int>
  let valueRange: Range<Int>
  let topics: [String]?

  func read() throws(CardQueryError) -> CardTerm {
    let key = name.lowercased()
    let number = CardTerm.NumberField(rawValue: key)
    let time = CardTerm.TimeField(rawValue: key)
    let text = CardTerm.TextField(rawValue: key)
    guard number != nil || time != nil || text != nil || key == "is" || key == "kind" else {
      throw unknownField
    }
    if value.isEmpty, !isQuoted {
      throw CardQueryError(
        .syntax, "“\(key)” has no value", help: example(of: key),
        at: nameRange.lowerBound..<valueRange.upperBound)
    }
    if let number { return .number(number, comparison, try readNumber(for: number)) }
    if let time { return .time(time, comparison, try readWhen(for: time)) }
    guard comparison == .equal else {
      throw CardQueryError(
        .syntax, "“\(key)” cannot be more or less than something",
        help: "Write \(key):\(value).", at: signRange)
    }
    if let text { return .text(text, try readText(for: text)) }
    return key == "is" ? try readState() : try readKind()
  }

  private var unknownField: CardQueryError {
    let nearest = NearestName.of(name, among: CardTerm.fieldNames)
    let help =
      nearest.map { "Nearest field: \($0)." }
      ?? "Quote the term to search for it in questions and answers."
    return CardQueryError(
      .unknownField, "there is no field “\(name)”", help: help, at: nameRange)
  }

  private func example(of key: String) -> String {
    switch key {
    case "is": "Such as is:due."
    case "kind": "Such as kind:open."
    case "recall": "Such as recall<85%."
    case "stable": "Such as stable>30d."
    case "seen", "due": "Such as \(key):7d or \(key):today."
    case "difficulty", "lapses", "reviews", "level", "quality": "Such as \(key)>3."
    case "topic": "Such as topic:redis."
    default: "Such as \(key):\"two words\"."
    }
  }

  private func unknown(
    _ what: String, nearest known: [String], all: Bool = true
  ) -> CardQueryError {
    let nearest = NearestName.of(value, among: known)
    let help =
      nearest.map { "Nearest: \($0)." }
      ?? (all ? "There are: \(known.joined(separator: ", "))." : nil)
    return CardQueryError(.unknownValue, what, help: help, at: valueRange)
  }

  // MARK: Texts

  private func readText(for field: CardTerm.TextField) throws(CardQueryError) -> String {
    guard field == .topic, let topics else { return value }
    let wanted = FoldedText.slug(value)
    let slugs = topics.map { String(decoding: FoldedText.slug($0), as: UTF8.self) }
    if slugs.contains(where: { Array($0.utf8).starts(with: wanted) }) { return value }
    let written = String(decoding: wanted, as: UTF8.self)
    let help =
      NearestName.of(written, among: slugs).map { "Nearest topic: \($0)" }
      ?? (topics.isEmpty
        ? "There are no topics." : "The topics are: \(slugs.joined(separator: ", "))")
    throw CardQueryError(
      .unknownTopic, "no topic begins with “\(value)”", help: help, at: valueRange)
  }

  private func readState() throws(CardQueryError) -> CardTerm {
    guard let state = CardTerm.State(rawValue: value.lowercased()) else {
      throw unknown(
        "no card can be “\(value)”", nearest: CardTerm.State.allCases.map(\.rawValue))
    }
    return .state(state)
  }

  private func readKind() throws(CardQueryError) -> CardTerm {
    guard let kind = Card.Kind(rawValue: value.lowercased()) else {
      throw unknown(
        "there is no kind “\(value)”", nearest: Card.Kind.allCases.map(\.rawValue))
    }
    return .kind(kind)
  }

  // MARK: Numbers

  private func readNumber(for field: CardTerm.NumberField) throws(CardQueryError) -> Double {
    let (digits, unit) = split
    func problem(_ help: String) -> CardQueryError {
      CardQueryError(
        .unknownValue, "“\(value)” is not a value of “\(field.rawValue)”", help: help,
        at: valueRange)
    }
    guard let number = Self.decimal(digits) else { throw problem(example(of: field.rawValue)) }
    switch field {
    case .recall, .quality:
      guard unit.isEmpty || unit == "%" else { throw problem("Write it as 85% or 0.85.") }
      // Up to 1 it is a share, above it means percent.
      let percent = unit.isEmpty && number <= 1 ? (number * 1e8).rounded() / 1e6 : number
      guard percent <= 100 else { throw problem("It lies between 0% and 100%.") }
      return percent
    case .stable:
      guard let days = Self.days(of: unit) else { throw problem("Units are d, w, mo and y.") }
      return number * Double(days)
    case .difficulty, .lapses, .reviews, .level:
      guard unit.isEmpty else { throw problem("It is a number without a unit.") }
      return number
    }
  }

  private func readWhen(for field: CardTerm.TimeField) throws(CardQueryError) -> CardTerm.When {
    if let when = CardTerm.When(value) { return when }
    throw CardQueryError(
      .unknownValue, "“\(value)” is not a day", help: "Write 7d, 2w, today or 2026-12-31.",
      at: valueRange)
  }

  /// The value as its number and the unit behind it.
  private var split: (digits: Substring, unit: String) { Self.split(value) }

  fileprivate static func split(_ value: String) -> (digits: Substring, unit: String) {
    let digits = value.prefix { ("0"..."9").contains($0) || $0 == "." }
    return (digits, value[digits.endIndex...].lowercased())
  }

  /// A number of at most nine digits before and six behind the point.
  fileprivate static func decimal(_ text: Substring) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, (1...9).contains(parts[0].utf8.count),
      parts.count == 1 || (1...6).contains(parts[1].utf8.count)
    else { return nil }
    return Double(text)
  }

  fileprivate static func days(of unit: String) -> Int? {
    switch unit {
    case "", "d": 1
    case "w": 7
    case "mo": 30
    case "y": 365
    default: nil
    }
  }
}

extension CardTerm.When {
  /// Reads `7d`, `2w`, `3mo`, `1y`, `today`, `tomorrow`, `yesterday` or `2026-12-31`; nil for
  /// anything else.
  package init?(_ text: String) {
    switch text.lowercased() {
    case "today": self = .today
    case "tomorrow": self = .tomorrow
    case "yesterday": self = .yesterday
    default:
      if let day = Day(text) {
        self = .on(day)
        return
      }
      let (digits, unit) = CardFieldReader.split(text)
      guard let number = CardFieldReader.decimal(digits), number == number.rounded(),
        number < 100_000, let days = CardFieldReader.days(of: unit)
      else { return nil }
      self = .days(Int(number) * days)
    }
  }
}
