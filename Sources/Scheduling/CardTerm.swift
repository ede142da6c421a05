import Decks

/// One condition of a query.
package enum CardTerm: Hashable, Sendable {
  /// Question or answer holds the text.
  case word(String)
  /// A text field begins with the value, or holds it.
  case text(TextField, String)
  case state(State)
  case kind(Card.Kind)
  /// Recall in percent, stability in days, others as they are counted.
  case number(NumberField, Comparison, Double)
  case time(TimeField, Comparison, When)

  /// What is compared with a text, in any case.
  package enum TextField: String, CaseIterable, Sendable {
    /// The subject, by the beginning of its name.
    case topic
    /// The note, by the beginning of its path or of the part of it after a slash.
    case file
    /// A heading around the card, by its beginning.
    case under
    /// A tag, by its beginning.
    case tag
    /// The rule that made the card, by the beginning of its name.
    case rule
    /// The memo, by any part of it.
    case memo
    /// The identity, by its beginning.
    case card
  }

  /// Where a card stands, in a word.
  package enum State: String, CaseIterable, Sendable {
    /// Its day or moment has come, and nothing keeps it from being asked.
    case due
    /// Never answered.
    case new
    /// Answered at least once.
    case seen
    /// On learning or relearning steps.
    case learning
    /// Waiting days, but fewer than 21.
    case young
    /// Waiting 21 days or more.
    case mature
    case suspended
    case buried
    case flagged
    /// Forgotten so often that it should be rewritten.
    case leech
    /// Its answer is not the one that was last recalled.
    case changed
    /// Its note does not ask it any more.
    case orphan
    /// It carries a memo.
    case noted
  }

  /// A number that is known of a card.
  package enum NumberField: String, CaseIterable, Sendable {
    /// Likelihood of recall now, in percent; unknown of a new card.
    case recall
    /// Stability in days; unknown of a new card.
    case stable
    /// 1...10; unknown of a new card.
    case difficulty
    case lapses
    case reviews
    /// 1 definition, 2 mechanism, 3 trade-off, 4 failure.
    case level
    /// How sure the compiler is of the card, in percent.
    case quality
  }

  /// A study day that is known of a card.
  package enum TimeField: String, CaseIterable, Sendable {
    /// When it was last answered, counted back from today.
    case seen
    /// When it is to be asked next, counted on from today.
    case due
  }

  /// How a value stands to the one given.
  package enum Comparison: String, CaseIterable, Sendable {
    case equal = ":"
    case less = "<"
    case more = ">"
    case atMost = "<="
    case atLeast = ">="

    /// Whether two values stand like this.
    package func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .equal: left == right
      case .less: left < right
      case .more: left > right
      case .atMost: left <= right
      case .atLeast: left >= right
      }
    }
  }

  /// A day as a query names it.
  package enum When: Hashable, Sendable {
    /// A number of days before or after today; equal means at most so many.
    case days(Int)
    case today
    case tomorrow
    case yesterday
    case on(Day)
  }

  /// All names of fields, `is` and `kind` among them.
  package static let fieldNames =
    TextField.allCases.map(\.rawValue) + ["is", "kind"] + NumberField.allCases.map(\.rawValue)
    + TimeField.allCases.map(\.rawValue)
}

extension CardTerm: CustomStringConvertible {
  /// The term as it can be typed.
  package var description: String {
    switch self {
    case .word(let text): Self.isPlainWord(text) ? text : Self.quoted(text)
    case .text(let field, let value):
      field.rawValue + ":" + (Self.isPlainValue(value) ? value : Self.quoted(value))
    case .state(let state): "is:" + state.rawValue
    case .kind(let kind): "kind:" + kind.rawValue
    case .number(let field, let comparison, let value):
      field.rawValue + comparison.rawValue + Self.text(of: value) + field.unit
    case .time(let field, let comparison, let when):
      field.rawValue + comparison.rawValue + when.description
    }
  }

  private static func text(of number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static func isPlainValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { !CardQueryReader.endsWord($0) }
  }

  private static func isPlainWord(_ text: String) -> Bool {
    isPlainValue(text) && text.utf8.first != UInt8(ascii: "-")
      && !text.utf8.contains { CardQueryReader.isComparison($0) }
      && !["or", "and", "not"].contains(text.lowercased())
  }
}

extension CardTerm.NumberField {
  /// What stands behind the number.
  var unit: String {
    switch self {
    case .recall, .quality: "%"
    case .stable: "d"
    case .difficulty, .lapses, .reviews, .level: ""
    }
  }
}

extension CardTerm.When: CustomStringConvertible {
  package var description: String {
    switch self {
    case .days(let days): "\(days)d"
    case .today: "today"
    case .tomorrow: "tomorrow"
    case .yesterday: "yesterday"
    case .on(let day): day.description
    }
  }
}
