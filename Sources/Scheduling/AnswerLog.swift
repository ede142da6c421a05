import Decks
import Foundation

/// An answer as figures need it: a few numbers, nothing on the heap, so that a million fit.
package struct AnswerTrace: Hashable, Sendable {
  /// What an answer was part of.
  package enum Part: UInt8, Sendable {
    /// The first sight of a card.
    case first
    /// A repeat on the learning steps.
    case learning
    /// A card that had waited days.
    case review
    /// A repeat after being forgotten.
    case relearning
  }

  /// Milliseconds since 1970.
  package let time: Int
  /// Number of the card in `AnswerLog.cards`.
  package let card: Int32
  /// The study day.
  package let day: Int32
  /// Milliseconds from shown to graded.
  package let duration: Int32
  /// Days for which the card had last been scheduled before.
  package let interval: Int32
  /// Days of stability since; 0 if unknown.
  package let stability: Float
  /// Grade 1...4.
  package let grade: UInt8
  package let part: Part
  /// How sure the answerer felt before seeing the answer, 1...3; 0 if not asked.
  package let sureness: UInt8
  /// Hour on the local clock, 0...23.
  package let hour: UInt8

  /// Makes a trace from its parts; numbers that do not fit are brought into range.
  package init(
    time: Int, card: Int, day: Day, hour: Int, duration: Int, interval: Int, stability: Double,
    rating: Rating, part: Part, sureness: Int?
  ) {
    self.time = time
    self.card = Int32(clamping: card)
    self.day = Int32(clamping: day.number)
    self.hour = UInt8(clamping: hour)
    self.duration = Int32(clamping: duration)
    self.interval = Int32(clamping: interval)
    self.stability = Float(stability)
    grade = UInt8(rating.rawValue)
    self.part = part
    self.sureness = UInt8(clamping: sureness ?? 0)
  }
}

/// The answers that hold, oldest first, as figures need them.
package struct AnswerLog: Sendable {
  /// Cards that were answered; answers name them by number.
  package var cards: [CardID]
  package var answers: [AnswerTrace]

  /// Makes a log from its parts.
  package init(cards: [CardID] = [], answers: [AnswerTrace] = []) {
    self.cards = cards
    self.answers = answers
  }

  /// Reads the traces of these reviews, given oldest first.
  package init(_ reviews: some Sequence<Review>, calendar: StudyCalendar) {
    self.init()
    var numbers: [CardID: Int] = [:]
    var cursor = CalendarCursor(calendar)
    for review in reviews {
      let number = numbers[review.card] ?? cards.count
      if number == cards.count {
        numbers[review.card] = number
        cards.append(review.card)
      }
      let part: AnswerTrace.Part =
        switch review.before.phase {
        case .new: .first
        case .learning: .learning
        case .review: .review
        case .relearning: .relearning
        }
      let time = review.time.milliseconds
      answers.append(
        AnswerTrace(
          time: time, card: number, day: cursor.day(at: time), hour: cursor.hour(at: time),
          duration: review.duration, interval: review.before.interval,
          stability: review.after.memory?.stability ?? 0, rating: review.rating, part: part,
          sureness: review.sureness))
    }
  }
}

/// Study days and local hours of many moments; it asks for the time zone once in a quarter of an
/// hour at most, because clocks are changed on quarters.
package struct CalendarCursor: Sendable {
  private let calendar: StudyCalendar
  private var day = Day(number: 0)
  private var milliseconds = 0..<0
  private var quarter = Int.min
  private var offset = 0

  /// Makes a cursor over a calendar; moments in order of time cost least.
  package init(_ calendar: StudyCalendar) { self.calendar = calendar }

  /// The study day of a moment, in milliseconds since 1970.
  package mutating func day(at time: Int) -> Day {
    if milliseconds.contains(time) { return day }
    day = calendar.day(of: Date(milliseconds: time))
    let start = calendar.start(of: day).milliseconds
    milliseconds = start..<max(calendar.start(of: day.advanced(by: 1)).milliseconds, start)
    return day
  }

  /// The hour on the local clock, 0...23, at a moment in milliseconds since 1970.
  package mutating func hour(at time: Int) -> Int {
    let now = time.quotient(900_000)
    if now != quarter {
      quarter = now
      offset = calendar.offset(of: Date(milliseconds: time))
    }
    return (time.quotient(1000) + offset).quotient(3600).modulo(24)
  }
}
