import Decks
import Foundation
import Scheduling

/// A review as lines of text in and out: for pipes, screen readers and braille lines. Nothing is
/// redrawn, every question ends in a line `> `, words stand in place of signs.
package struct LinearReview: Sendable {
  /// What to print, and what must happen before the next line is read.
  package struct Turn: Sendable {
    package var text: String
    package var effect: Effect?
    package var isOver = false
  }

  private(set) package var session: ReviewSession
  private let cards: [CardID: Card]
  private let calendar: StudyCalendar
  /// Columns to wrap at; nil when the output is no terminal.
  private let width: Int?
  private var isRevealed = false
  private var sureness: Int?
  private var shownAt: Date
  /// What the session becomes once the store has said that the change is durable.
  private var pending: (session: ReviewSession, undone: Review?)?
  private var said = ""

  package init(
    session: ReviewSession, cards: [CardID: Card], calendar: StudyCalendar, width: Int?,
    at now: Date
  ) {
    self.session = session
    self.cards = cards
    self.calendar = calendar
    self.width = width
    shownAt = now
  }

  // MARK: Turns

  /// The greeting and the first question.
  package mutating func start(at now: Date) -> Turn {
    passOverMissing()
    guard session.current != nil else { return Turn(text: "Nothing is due now.\n", isOver: true) }
    let total = session.remaining
    let count = total == 1 ? "1 card" : "\(total) cards"
    return Turn(
      text:
        "ebb \(session.isPractice ? "practice" : "review"): \(count). Enter shows the answer, ? helps.\n\n"
        + question(at: now))
  }

  /// Takes one line of input; nil is its end.
  package mutating func respond(to line: String?, at now: Date) -> Turn {
    guard let line else { return finish() }
    let word = line.filter { !$0.isWhitespace }.lowercased()
    switch word {
    case "q", "quit": return finish()
    case "?", "help": return Turn(text: Self.help + prompt)
    case "u", "undo": return undo()
    case "s", "skip":
      session.skip()
      return next(after: "Skipped.\n", at: now)
    default: break
    }
    if !isRevealed {
      if let sure = ["1": 1, "2": 2, "3": 3][word] {
        sureness = sure
        said = "Noted: \(["guess", "think so", "sure"][sure - 1]).\n"
      } else if !word.isEmpty {
        return Turn(text: "Enter shows the answer; ? lists what else is understood.\n" + prompt)
      }
      isRevealed = true
      defer { said = "" }
      return Turn(text: said + "\n" + answer(at: now) + prompt)
    }
    let ratings: [String: Rating] = [
      "": .good, "1": .again, "2": .hard, "3": .good, "4": .easy, "again": .again, "hard": .hard,
      "good": .good, "easy": .easy,
    ]
    guard let rating = ratings[word] else {
      return Turn(text: "1 to 4 rate the answer; ? lists what else is understood.\n" + prompt)
    }
    return rate(rating, at: now)
  }

  /// The change is durable: the next question.
  package mutating func saved(at now: Date) -> Turn {
    guard let pending else { return Turn(text: prompt) }
    self.pending = nil
    session = pending.session
    defer { said = "" }
    guard let undone = pending.undone else { return next(after: said, at: now) }
    isRevealed = true
    // What was said before the answer was seen still holds.
    sureness = undone.sureness
    shownAt = now
    let name = undone.rating.name
    return Turn(
      text: "Undone: \(name). \(position) again, answer shown.\n" + ratings(at: now) + prompt)
  }

  private mutating func rate(_ rating: Rating, at now: Date) -> Turn {
    var next = session
    let spent = max(Int((now.timeIntervalSince(shownAt) * 1000).rounded()), 0)
    let review = next.grade(rating, at: now, duration: spent, sureness: sureness)
    pending = (next, nil)
    let name = rating.name
    let leech = next.leechLapses.map { " " + ReviewScreen.leechNotice($0) } ?? ""
    said =
      "\(name). \(returning(after: rating, review, at: now))Took \(Self.spoken(spent)).\(leech)\n\n"
    return Turn(text: "", effect: .record(review))
  }

  private func returning(after rating: Rating, _ review: Review, at now: Date) -> String {
    if session.isPractice { return rating == .again ? "Comes again. " : "" }
    let delay = Self.words(Self.delay(to: review.after.due, from: now, calendar: calendar))
    return "\(rating == .again ? "Comes back" : "Next") in \(delay). "
  }

  private mutating func undo() -> Turn {
    var earlier = session
    guard let review = earlier.undo() else {
      return Turn(text: "Nothing to undo in this session.\n" + prompt)
    }
    pending = (earlier, review)
    return Turn(text: "", effect: .revert(review))
  }

  private mutating func next(after text: String, at now: Date) -> Turn {
    isRevealed = false
    sureness = nil
    shownAt = now
    passOverMissing()
    guard session.current != nil else {
      var turn = finish()
      turn.text = text + turn.text
      return turn
    }
    return Turn(text: text + question(at: now))
  }

  private mutating func passOverMissing() {
    while let id = session.current, cards[id] == nil { session.bury() }
  }

  private func finish() -> Turn {
    let summary = session.summary
    let tallies = [summary.reviews, summary.firstSights, summary.repeats]
    let counts = Rating.allCases.map { rating in
      "\(rating.name) \(tallies.reduce(0) { $0 + $1[rating] })"
    }
    let answers = summary.answered == 1 ? "1 answer" : "\(summary.answered) answers"
    var text = "Done. \(answers), \(Self.spoken(summary.duration)).\n"
    if summary.answered > 0 { text += counts.joined(separator: ", ") + ".\n" }
    if session.remaining > 0 { text += "\(session.remaining) left; they stay due.\n" }
    return Turn(text: text, isOver: true)
  }

  // MARK: Text

  private var prompt: String { "> " }

  private static let help = """
    Enter: go on. 1 to 3 before the answer: how sure you are (guess, think so, sure).
    1 to 4, or again, hard, good, easy: rate the answer. Enter takes Good.
    u: undo. s: skip. q: end. Everything answered is saved at once.

    """

  private func question(at now: Date) -> String {
    guard let id = session.current, let card = cards[id] else { return prompt }
    let place = ([card.topic] + card.trail).joined(separator: ", ")
    return "\(position). \(LinearText.safe(place)).\n" + text(of: card.prompt) + "\n" + prompt
  }

  /// "Card 3 of 12"
  private var position: String {
    "Card \(session.answered + 1) of \(session.answered + session.remaining)"
  }

  private func answer(at now: Date) -> String {
    guard let id = session.current, let card = cards[id] else { return "" }
    var text = "Answer.\n"
    if !card.points.isEmpty {
      text += self.text(of: card.points.map { "- " + $0 }.joined(separator: "\n")) + "\n"
    }
    if let full = card.fullAnswer {
      text += (card.points.isEmpty ? "" : "In full.\n") + self.text(of: full) + "\n"
    }
    return text + ratings(at: now)
  }

  private func ratings(at now: Date) -> String {
    guard let outlook = session.outlook(at: now) else { return "" }
    let keys = Rating.allCases.map { rating in
      let name = "\(rating.rawValue) \(rating.name)"
      if session.isPractice { return name + "." }
      return "\(name), \(Self.words(outlook.delay(rating, from: now, calendar: calendar)))."
    }
    return keys.joined(separator: " ") + "\nEnter takes 3, Good.\n"
  }

  private func text(of markdown: String) -> String {
    LinearText(width: width).text(of: RichText(markdown: markdown))
  }

  private static func delay(
    to due: Schedule.Due, from now: Date, calendar: StudyCalendar
  ) -> Delay {
    switch due {
    case .moment(let moment): .seconds(Int(moment.timeIntervalSince(now).rounded()))
    case .day(let day): .days(calendar.day(of: now).distance(to: day))
    }
  }

  /// "10 minutes", "23 days".
  private static func words(_ delay: Delay) -> String {
    switch delay {
    case .seconds(let seconds) where seconds < 60: return count(seconds, "second")
    case .seconds(let seconds) where seconds < 5400: return count((seconds + 30) / 60, "minute")
    case .seconds(let seconds): return count((seconds + 1800) / 3600, "hour")
    case .days(let days): return count(days, "day")
    }
  }

  /// "2 minutes 8 seconds"
  private static func spoken(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 500) / 1000
    if seconds < 60 { return count(seconds, "second") }
    let rest = seconds % 60 == 0 ? "" : " " + count(seconds % 60, "second")
    return count(seconds / 60, "minute") + rest
  }

  private static func count(_ number: Int, _ unit: String) -> String {
    "\(number) \(unit)\(number == 1 ? "" : "s")"
  }
}
