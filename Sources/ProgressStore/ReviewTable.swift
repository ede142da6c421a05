import Decks
import Foundation
import Scheduling

/// Answers in the form that programs for spaced repetition have in common: a CSV file with the
/// columns card_id, review_time (milliseconds since 1970), review_rating, and perhaps
/// review_duration (milliseconds) and review_state (0 new, 1 learning, 2 review, 3 relearning).
package struct ReviewTable {
  /// One answer: 24 bytes, so that ten million fit.
  package struct Row: Hashable, Sendable {
    /// Milliseconds since 1970.
    package let time: Int
    private let cardNumber: Int32
    private let milliseconds: Int32
    /// The line of the file, from 1.
    fileprivate let line: Int32
    private let grade: UInt8
    private let state: UInt8

    fileprivate init(
      card: Int, time: Int, rating: Rating, duration: Int, state: Int?, line: Int
    ) {
      self.time = time
      cardNumber = Int32(clamping: card)
      milliseconds = Int32(clamping: duration)
      self.line = Int32(clamping: line)
      grade = UInt8(rating.rawValue)
      self.state = state.map { UInt8($0) } ?? .max
    }

    /// Index of the card in `cards`.
    package var card: Int { Int(cardNumber) }
    package var rating: Rating { Rating(rawValue: Int(grade)) ?? .good }
    /// Milliseconds; 0 if the file does not say.
    package var duration: Int { Int(milliseconds) }
    /// What the answer was part of, if the file says.
    package var kind: Review.Kind? {
      switch state {
      case 0, 1: .learning
      case 2: .review
      case 3: .relearning
      default: nil
      }
    }
  }

  /// The names of the cards, as they first appear.
  package private(set) var cards: [String] = []
  /// The answers by time; those of one moment in the order of the file.
  package private(set) var rows: [Row] = []

  /// Reads a whole file, and checks it: every column that is needed, every rating 1...4, every time
  /// from the year 2000 until `now`, no card answered twice at one moment.
  package init(_ bytes: [UInt8], now: Date) throws(LogFileFailure) {
    try self.init(NumberedLines(bytes), now: now)
  }

  /// The same of a file that comes in pieces, the last of them empty.
  package init(pieces: @escaping () -> [UInt8], now: Date) throws(LogFileFailure) {
    try self.init(NumberedLines(pieces), now: now)
  }

  private init(_ numbered: NumberedLines, now: Date) throws(LogFileFailure) {
    var lines = numbered
    guard let header = lines.next() else {
      throw LogFileFailure(
        line: 1,
        message: "the file is empty; the first line names the columns, such as \(Self.example)")
    }
    let columns = try Columns(header.bytes)
    var numbers: [String: Int] = [:]
    while let line = lines.next() {
      if line.bytes.isEmpty { continue }
      let fields = line.bytes.split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      rows.append(try row(fields, columns, line: line.number, now: now, numbers: &numbers))
    }
    rows.sort { ($0.time, $0.line) < ($1.time, $1.line) }
    try refuseRepeated()
  }

  /// Only answers of one moment can be the same answer, and in this order they are neighbours: so
  /// that a file of ten million needs no table of all of them.
  private func refuseRepeated() throws(LogFileFailure) {
    var known: [Int: Int32] = [:]
    var time: Int?
    for row in rows {
      if row.time != time {
        known.removeAll(keepingCapacity: true)
        time = row.time
      }
      guard let first = known.updateValue(row.line, forKey: row.card) else { continue }
      throw LogFileFailure(
        line: Int(row.line),
        message: "this card was answered at this moment in line \(first) already; remove one")
    }
  }

  static let example = "card_id,review_time,review_rating"

  /// The first moment that can be meant: the year 2000.
  static let earliest = Date(timeIntervalSince1970: 946_684_800)

  private mutating func row(
    _ fields: [ArraySlice<UInt8>], _ columns: Columns, line: Int, now: Date,
    numbers: inout [String: Int]
  ) throws(LogFileFailure) -> Row {
    func failure(_ message: String) -> LogFileFailure {
      LogFileFailure(line: line, message: message)
    }
    guard fields.count == columns.count else {
      throw failure("there are \(fields.count) fields; the first line names \(columns.count)")
    }
    func text(_ column: Int) -> String { String(decoding: unquoted(fields[column]), as: UTF8.self) }
    func number(_ column: Int, _ name: String) throws(LogFileFailure) -> Int {
      guard let number = integer(unquoted(fields[column])) else {
        throw failure("the \(name) is “\(text(column))”; it must be a whole number")
      }
      return number
    }
    let name = text(columns.card)
    guard !name.isEmpty else { throw failure("the card is empty; it must be named") }
    let (time, overflow) = try number(columns.time, "time").multipliedReportingOverflow(
      by: columns.unit)
    guard !overflow, time >= Self.earliest.milliseconds else {
      throw failure(
        "the time \(text(columns.time)) is before 2000; it must be in "
          + (columns.unit == 1 ? "milliseconds" : "seconds") + " since 1970")
    }
    guard time <= now.milliseconds else {
      throw failure("the time \(text(columns.time)) is in the future; check the clock and the unit")
    }
    let grade = try number(columns.rating, "rating")
    guard let rating = Rating(rawValue: grade) else {
      throw failure("the rating is \(grade); it must be 1, 2, 3 or 4")
    }
    var duration = 0
    if let column = columns.duration { duration = try number(column, "duration") }
    guard (0...86_400_000).contains(duration) else {
      throw failure("the duration is \(duration) milliseconds; it must be 0 to a day")
    }
    var state: Int?
    if let column = columns.state {
      let found = try number(column, "state")
      guard (0...3).contains(found) else {
        throw failure("the state is \(found); it must be 0 to 3")
      }
      state = found
    }
    let card = numbers[name] ?? cards.count
    if card == cards.count {
      numbers[name] = card
      cards.append(name)
    }
    return Row(
      card: card, time: time, rating: rating, duration: duration, state: state, line: line)
  }

  /// Where the columns of a file are.
  private struct Columns {
    let card: Int
    let time: Int
    /// Milliseconds in one unit of the time.
    let unit: Int
    let rating: Int
    let duration: Int?
    let state: Int?
    let count: Int

    init(_ header: ArraySlice<UInt8>) throws(LogFileFailure) {
      let names = header.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: unquoted($0), as: UTF8.self).lowercased() }
      func find(_ candidates: String...) -> Int? {
        names.firstIndex { candidates.contains($0) }
      }
      let milliseconds = find("review_time", "ts_ms")
      let card = find("card_id", "card")
      let time = milliseconds ?? find("ts")
      let rating = find("review_rating", "rating")
      guard let card, let time, let rating else {
        let missing = [
          card == nil ? "card_id" : nil, time == nil ? "review_time" : nil,
          rating == nil ? "review_rating" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        throw LogFileFailure(
          line: 1,
          message: "there is no column \(missing); the first line must name the columns, such as "
            + ReviewTable.example)
      }
      self.card = card
      self.time = time
      self.rating = rating
      unit = milliseconds == nil ? 1000 : 1
      duration = find("review_duration", "duration_ms")
      state = find("review_state")
      count = names.count
    }
  }
}

/// A field without the blanks and quotes around it.
private func unquoted(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var field = field
  let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]
  while let first = field.first, blanks.contains(first) { field.removeFirst() }
  while let last = field.last, blanks.contains(last) { field.removeLast() }
  let quote = UInt8(ascii: "\"")
  if field.count >= 2, field.first == quote, field.last == quote {
    return field.dropFirst().dropLast()
  }
  return field
}

/// The whole number that these digits write; nil if they are none.
private func integer(_ digits: ArraySlice<UInt8>) -> Int? {
  guard (1...18).contains(digits.count) else { return nil }
  var number = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    number = number * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return number
}
