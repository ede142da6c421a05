import Decks
import Foundation
import MockInterview
import Reports
import Scheduling

/// A review as lines of text in and out: for pipes, screen readers and braille lines. Nothing is
/// redrawn, every question ends in a line `> `, words stand in place of signs.
package struct LinearReview: Sendable {
  /// What to print, and what must be stored before the next line is read.
  package struct Turn: Sendable {
    package var text: String
    package var change: Change?
    package var isOver = false
  }

  /// What must be durable before the review goes on with `saved(at:)`.
  package enum Change: Hashable, Sendable {
    case record(Review)
    case revert(Review)
    case mark(CardMark, CardID)
    /// What the note of the card says now is what one knows.
    case settleDrift(CardID)
  }

  /// What the next line answers.
  enum Stage: Sendable {
    case question
    /// The line is the answer itself, whatever it says.
    case typing
    /// Which key points were said.
    case ticking
    case rating
    /// What is to become of a card whose note changed.
    case changed
  }

  package internal(set) var session: ReviewSession
  let cards: [CardID: Card]
  let calendar: StudyCalendar
  /// Columns to wrap at; nil when the output is no terminal.
  let width: Int?
  /// Cards that say something else than when they were last answered.
  var drifts: [CardID: Drift]
  var stage = Stage.question
  var marks: RowMarks?
  private(set) var typed: TypedAnswer?
  private var hints = 0
  var sureness: Int?
  var shownAt: Date
  /// What the session becomes once the store has said that the change is durable.
  var pending: Pending?
  var said = ""

  /// A change that waits for the store's word, and what it makes of the session.
  struct Pending: Sendable {
    let session: ReviewSession
    var undone: Review?
    /// The card stays in view, on this side.
    var keeps: Stage?
  }

  package init(
    session: ReviewSession, cards: [CardID: Card], drifts: [CardID: Drift] = [:],
    calendar: StudyCalendar, width: Int?, at now: Date
  ) {
    self.session = session
    self.cards = cards
    self.drifts = drifts
    self.calendar = calendar
    self.width = width
    shownAt = now
  }

  var card: Card? { session.current.flatMap { cards[$0] } }
  var drift: Drift? { session.current.flatMap { drifts[$0] } }

  /// The rating that Enter takes.
  var proposal: Rating {
    let measured = marks?.proposal ?? typed?.proposal ?? .good
    return hints == 0 ? measured : Rating(rawValue: measured.rawValue - 1) ?? .again
  }

  // MARK: Turns

  /// The greeting and the first question.
  package mutating func start(at now: Date) -> Turn {
    turnUp(at: now)
    guard session.current != nil else { return Turn(text: "Nothing is due now.\n", isOver: true) }
    let count = Words.count(session.remaining, "card")
    let kind = session.isPractice ? "practice" : "review"
    return Turn(text: "ebb \(kind): \(count). Enter shows the answer, ? helps.\n\n" + question)
  }

  /// Takes one line of input; nil is its end.
  package mutating func respond(to line: String?, at now: Date) -> Turn {
    guard let line else { return finish() }
    let word = String(line.filter { !$0.isWhitespace }).lowercased()
    // A leading blank makes a text of what would be a command.
    let isText = stage == .typing && (line.first == " " || word.count > 1)
    if !isText, let turn = command(word, line, at: now) { return turn }
    switch stage {
    case .question: return answerQuestion(word, line, at: now)
    case .typing: return compare(line, at: now)
    case .ticking: return tick(line, word, at: now)
    case .rating: return rate(word, at: now)
    case .changed: return decide(word, at: now)
    }
  }

  /// What is understood at every prompt; nil if the line is none of it.
  private mutating func command(_ word: String, _ line: String, at now: Date) -> Turn? {
    switch word {
    case "q", "quit": return finish()
    case "?", "help": return Turn(text: Self.help + prompt)
    case "u", "undo": return undo()
    case "s", "skip":
      session.skip()
      return next(after: "Skipped.\n", at: now)
    case "v": return Turn(text: place + prompt)
    case "i":
      let id = session.current?.rawValue ?? ""
      return Turn(text: "`ebb card \(id)` tells all about it.\n" + prompt)
    case "b":
      let day = calendar.day(of: session.startedAt).advanced(by: 1)
      return mark(.bury(until: day), leaving: true)
    case "x": return mark(.suspend, leaving: true)
    case "f": return mark(.flag(1), leaving: false)
    case "e", "o", "w", "h", "l": return Turn(text: Self.reason(why: word) + prompt)
    case "d" where stage != .rating: return Turn(text: Self.reason(why: word) + prompt)
    default: break
    }
    if line.hasPrefix("m ") { return mark(.memo(String(line.dropFirst(2))), leaving: false) }
    return nil
  }

  // MARK: The question

  private mutating func answerQuestion(_ word: String, _ line: String, at now: Date) -> Turn {
    if word.isEmpty { return reveal(at: now) }
    if word == "r" { return hint() }
    if word == "t" {
      stage = .typing
      return Turn(text: "Type your answer, on one line.\n" + prompt)
    }
    if line.hasPrefix("t ") { return compare(String(line.dropFirst(2)), at: now) }
    if let marks, marks.form != .points {
      guard let rows = Self.numbers(line, upTo: marks.texts.count) else {
        return Turn(text: "Numbers answer; ? lists what else is understood.\n" + prompt)
      }
      for row in rows { self.marks?.mark(row - 1) }
      return reveal(at: now)
    }
    guard let sure = Int(word).flatMap({ Sureness(rawValue: $0) }) else {
      return Turn(text: "Enter shows the answer; ? lists what else is understood.\n" + prompt)
    }
    sureness = sure.rawValue
    var turn = reveal(at: now)
    turn.text = "Noted: \(sure.name).\n" + turn.text
    return turn
  }

  private mutating func hint() -> Turn {
    let all = Array((card?.hints ?? []).dropFirst(marks?.form == .points ? 1 : 0))
    guard hints < all.count else {
      let text = hints == 0 ? "There is no hint for this card." : "There is no further hint."
      return Turn(text: text + "\n" + prompt)
    }
    hints += 1
    return Turn(text: "Hint \(hints): " + text(of: all[hints - 1]) + "\n" + prompt)
  }

  private mutating func compare(_ line: String, at now: Date) -> Turn {
    guard let card else { return Turn(text: prompt) }
    var answer = TypedAnswer()
    answer.field.insert(line)
    answer.compare(with: card)
    if marks?.form == .points {
      for (row, part) in answer.parts.enumerated() where part.verdict == .tick {
        marks?.mark(row)
      }
    }
    typed = answer
    return reveal(at: now)
  }

  private mutating func reveal(at now: Date) -> Turn {
    let isTicked = marks?.form == .points
    stage = isTicked ? .ticking : .rating
    let end = isTicked ? tickList : ratings(at: now, takes: true)
    return Turn(text: "\n" + answer + changeNotice + end + prompt)
  }

  // MARK: What became of it

  /// The change is durable: the next question.
  package mutating func saved(at now: Date) -> Turn {
    guard let pending else { return Turn(text: prompt) }
    self.pending = nil
    session = pending.session
    defer { said = "" }
    if let stage = pending.keeps {
      self.stage = stage
      return Turn(text: said + (stage == .rating ? ratings(at: now, takes: true) : "") + prompt)
    }
    guard let undone = pending.undone else { return next(after: said, at: now) }
    turnUp(at: now)
    stage = .rating
    // What was said before the answer was seen still holds.
    sureness = undone.sureness
    let name = undone.rating.name
    return Turn(
      text: "Undone: \(name). \(position) again, answer shown.\n" + ratings(at: now, takes: true)
        + prompt)
  }

  private mutating func undo() -> Turn {
    var earlier = session
    guard let review = earlier.undo() else {
      return Turn(text: "Nothing to undo in this session.\n" + prompt)
    }
    pending = Pending(session: earlier, undone: review)
    return Turn(text: "", change: .revert(review))
  }

  private mutating func next(after text: String, at now: Date) -> Turn {
    turnUp(at: now)
    guard session.current != nil else {
      var turn = finish()
      turn.text = text + turn.text
      return turn
    }
    return Turn(text: text + question)
  }

  private mutating func turnUp(at now: Date) {
    while let id = session.current, cards[id] == nil { session.bury() }
    stage = .question
    (sureness, typed, hints, shownAt) = (nil, nil, 0, now)
    marks = card.flatMap { RowMarks($0, review: session.currentSchedule?.reviews ?? 0) }
  }

  /// Whether the answer in view is not the one that was last recalled.
  var isChanged: Bool { drift != nil }

  /// The numbers of a line, all of 1...`last`; nil if it holds anything else, or nothing.
  static func numbers(_ line: String, upTo last: Int) -> [Int]? {
    let numbers = line.split { $0 == " " || $0 == "," || $0 == "\t" }.map { Int($0) ?? 0 }
    return numbers.isEmpty || !numbers.allSatisfy { (1...last).contains($0) } ? nil : numbers
  }
}
