import Decks
import Foundation
import MockInterview
import Reports
import Scheduling

// The words of a review in lines.
extension LinearReview {
  var prompt: String { "> " }

  static let help = """
    Enter: go on. 1 to 3 before the answer: how sure you are (guess, think so, sure).
    Numbers: choose, put in order or tick where rows are numbered. t TEXT: type the answer.
    1 to 4, or again, hard, good, easy: rate the answer. Enter takes the one proposed.
    r: hint. d: what changed in the note. b: bury. x: suspend. f: flag. m TEXT: memo. v: where.
    u: undo. s: skip. q: end. Everything answered is saved at once.

    """

  /// Why a letter of the screen does nothing here.
  static func reason(why letter: String) -> String {
    switch letter {
    case "d": "d tells what changed once the answer is shown.\n"
    case "e", "o": "\(letter == "o" ? "O" : "e") needs the screen: `ebb review` in a terminal.\n"
    default: "\(letter) moves text on the screen; here all of it is printed.\n"
    }
  }

  // MARK: Question

  var question: String {
    guard let card else { return prompt }
    let place = ([card.topic] + card.trail).joined(separator: ", ")
    var text =
      "\(position). \(LinearText.safe(place)). \(kind(of: card)).\n"
      + self.text(of: Self.spoken(blanks: card.prompt)) + "\n"
    if let marks, marks.form != .points {
      for (index, row) in marks.texts.enumerated() {
        text += "\(index + 1) \(self.text(of: row))\n"
      }
      text += instruction(marks)
    }
    return text + prompt
  }

  private func instruction(_ marks: RowMarks) -> String {
    if marks.form == .order { return "Numbers in the right order, on one line.\n" }
    return marks.rightCount == 1
      ? "One is right: its number.\n" : "More than one is right: their numbers, on one line.\n"
  }

  private func kind(of card: Card) -> String {
    switch card.kind {
    case .open: "Open question"
    case .points: Words.count(card.points.count, "point") + " to name"
    // Without rows to order or to choose from it is answered in words.
    case .order: marks == nil ? "Open question" : "Steps to put in order"
    case .code: "Question about code"
    case .cloze: "Cloze"
    case .choice: marks == nil ? "Open question" : "Choice"
    case .typed: "Answer to type"
    }
  }

  /// Blanks as a word: signs are not read out.
  private static func spoken(blanks text: String) -> String {
    var spoken = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "[") {
      let after = rest.index(after: start)
      spoken += rest[..<after]
      rest = rest[after...]
      guard rest.first == "…" else { continue }
      rest = rest.dropFirst()
      spoken += rest.first == "]" ? "blank" : "blank: "
    }
    return spoken + rest
  }

  /// "Card 3 of 12"
  var position: String {
    "Card \(session.answered + 1) of \(session.answered + session.remaining)"
  }

  /// Where the card stands in its note.
  var place: String {
    card.map { "\(LinearText.safe($0.place.path)), line \($0.place.line).\n" } ?? ""
  }

  // MARK: Answer

  /// The answer with what was typed or chosen beside it.
  var answer: String {
    guard let card else { return "" }
    var text = ""
    if let typed { text += "You typed: \(LinearText.safe(typed.text))\n" }
    text += "Answer.\n"
    switch marks?.form {
    case .choice: text += choiceRows
    case .order: text += orderRows
    case .points: break
    case nil: text += self.text(of: card.filledPrompt ?? card.answer) + "\n"
    }
    if marks != nil, let full = fullText(of: card) {
      text += "In full.\n" + self.text(of: full) + "\n"
    }
    return text + (marks == nil ? compared : "")
  }

  /// The whole answer where the rows do not say it already.
  private func fullText(of card: Card) -> String? {
    guard marks?.form == .choice else { return card.fullAnswer }
    return card.choices.contains { $0.isRight && $0.text == card.answer } ? nil : card.answer
  }

  private var choiceRows: String {
    guard let marks else { return "" }
    let rows = marks.texts.enumerated().map { index, row in
      let isMine = marks.marked.contains(index)
      let verdict =
        marks.right[index]
        ? (isMine ? "correct, yours" : marks.isTouched ? "correct, missing" : "correct")
        : (isMine ? "not correct, yours" : "not correct")
      return "\(index + 1) \(verdict): \(text(of: row))\n"
    }
    return rows.joined() + (marks.isTouched ? marks.result.capitalizedFirst + ".\n" : "")
  }

  private var orderRows: String {
    guard let marks else { return "" }
    let order = marks.texts.indices.sorted { marks.places[$0] < marks.places[$1] }
    let rows = order.enumerated().map { place, row in
      let mine = marks.marked.firstIndex(of: row).map { ", yours \($0 + 1)" } ?? ""
      return "\(place + 1)\(mine): \(text(of: marks.texts[row]))\n"
    }
    return rows.joined() + (marks.isTouched ? marks.result.capitalizedFirst + ".\n" : "")
  }

  /// What of the answer the typed words hold.
  private var compared: String {
    guard let typed, !typed.parts.isEmpty else { return "" }
    let words = typed.parts.map { part in
      let verdict =
        switch part.verdict {
        case .tick: "found"
        case .unclear: "unclear"
        case .none: "missing"
        }
      return "\(text(of: part.text)) \(verdict)"
    }
    return "Compared: \(words.joined(separator: ", ")). \(typed.found) of \(typed.parts.count).\n"
  }

  /// The key points, to be ticked.
  var tickList: String {
    guard let marks else { return "" }
    var text = "Tick what you said: numbers, a for all, then Enter.\n"
    for (index, point) in marks.texts.enumerated() {
      let isTicked = marks.marked.contains(index) ? " ticked:" : ""
      text += "\(index + 1)\(isTicked) \(self.text(of: point))\n"
    }
    return text
  }

  /// What the ticks came to.
  var result: String {
    guard let marks, marks.isTouched else { return "" }
    return "\(marks.result), \(Words.wholePercent(marks.share)) percent.\n"
  }

  var changeNotice: String {
    isChanged ? "The note changed since your last answer. d tells how.\n" : ""
  }

  /// Old and new answer, and what can become of the card.
  func difference(_ drift: Drift, sooner: Int) -> String {
    let lines = drift.lines.map { line in
      let word =
        switch line.kind {
        case .kept: "Same"
        case .removed: "Before"
        case .added: "Now"
        }
      return "\(word): \(LinearText.safe(line.text))\n"
    }
    return lines.joined()
      + "1 same knowledge. 2 see it again in \(Words.count(sooner, "day")). 3 learn it anew.\n"
  }

  func ratings(at now: Date, takes: Bool) -> String {
    guard let outlook = session.outlook(at: now) else { return "" }
    let keys = Rating.allCases.map { rating in
      let name = "\(rating.rawValue) \(rating.name)"
      if session.isPractice { return name + "." }
      return "\(name), \(Self.words(outlook.delay(rating, from: now, calendar: calendar)))."
    }
    let end = takes ? "Enter takes \(proposal.rawValue), \(proposal.name).\n" : ""
    return keys.joined(separator: " ") + "\n" + end
  }

  // MARK: The end

  func finish() -> Turn {
    let summary = session.summary
    let tallies = [summary.reviews, summary.firstSights, summary.repeats]
    let counts = Rating.allCases.map { rating in
      "\(rating.name) \(tallies.reduce(0) { $0 + $1[rating] })"
    }
    let answers = Words.count(summary.answered, "answer")
    var text = "Done. \(answers), \(SpokenTime.full(summary.duration)).\n"
    if summary.answered > 0 { text += counts.joined(separator: ", ") + ".\n" }
    if session.remaining > 0 { text += "\(session.remaining) left; they stay due.\n" }
    return Turn(text: text, isOver: true)
  }

  // MARK: Words

  func returning(after rating: Rating, _ review: Review, at now: Date) -> String {
    if session.isPractice { return rating == .again ? "Comes again. " : "" }
    let delay = Self.words(Self.delay(to: review.after.due, from: now, calendar: calendar))
    return "\(rating == .again ? "Comes back" : "Next") in \(delay). "
  }

  func text(of markdown: String) -> String {
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
    case .seconds(let seconds) where seconds < 60: return Words.count(seconds, "second")
    case .seconds(let seconds) where seconds < 5400:
      return Words.count((seconds + 30) / 60, "minute")
    case .seconds(let seconds): return Words.count((seconds + 1800) / 3600, "hour")
    case .days(let days): return Words.count(days, "day")
    }
  }
}
