/// Why a query cannot be read, and where.
package struct CardQueryError: Error, Hashable {
  /// What is wrong with the query.
  package enum Cause: Hashable, Sendable {
    case syntax
    case unknownField
    case unknownValue
    /// No card has such a topic; the query is well formed.
    case unknownTopic
  }

  package let cause: Cause
  /// What is wrong, without a full stop.
  package let message: String
  /// What to do about it; nil if the message says it.
  package let help: String?
  /// The bytes of the query that are meant.
  package let range: Range<Int>

  init(_ cause: Cause, _ message: String, help: String? = nil, at range: Range<Int>) {
    self.cause = cause
    self.message = message
    self.help = help
    self.range = range
  }

  /// One sentence or two for people.
  package var sentence: String { help.map { "\(message). \($0)" } ?? message }

  /// The query with a row of `^` under what is meant; both on lines of their own.
  package func picture(of query: String) -> String {
    let bytes = Array(query.utf8)
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    let marks = max(text(range).count, 1)
    return query + "\n" + String(repeating: " ", count: text(0..<range.lowerBound).count)
      + String(repeating: "^", count: marks)
  }
}
