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
  package fileprivate(set) var card: Int32
  /// The study day.
  package let day: Int32
  /// Milliseconds from shown to graded.
  package let duration: Int32
  /// Days for which the card had last been scheduled before.
  package let interval: Int32
  /// What was known of the memory since, in single precision; a stability of 0 says nothing, and
  /// only FSRS-7 has a fast trace.
  private let stability: Float
  private let difficulty: Float
  private let fast: Float
  /// Grade 1...4.
  package let grade: UInt8
  package let part: Part
  /// How sure the answerer felt before seeing the answer, 1...3; 0 if not asked.
  package let sureness: UInt8
  /// Hour on the clock of the place, 0...23.
  package let hour: UInt8

  /// What was known of the memory since; nil if nothing was.
  package var memory: MemoryState? {
    guard stability > 0 else { return nil }
    return MemoryState(
      stability: Double(stability), difficulty: Double(difficulty),
      fast: fast > 0 ? Double(fast) : nil)
  }

  /// Makes a trace from its parts; numbers that do not fit are brought into range. `offset` says
  /// how many seconds the clock was east of UTC.
  package init(
    time: Int, card: Int, day: Day, offset: Int, duration: Int, interval: Int,
    memory: MemoryState?, rating: Rating, part: Part, sureness: Int?
  ) {
    self.time = time
    self.card = Int32(clamping: card)
    self.day = Int32(clamping: day.number)
    hour = UInt8((time.quotient(1000) + offset).quotient(3600).modulo(24))
    self.duration = Int32(clamping: duration)
    self.interval = Int32(clamping: interval)
    stability = Float(memory?.stability ?? 0)
    difficulty = Float(memory?.difficulty ?? 0)
    fast = Float(memory?.fast ?? 0)
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

  /// The earliest study day; nil without answers. A journey west leads back to the day before.
  package var firstDay: Day? { answers.lazy.map(\.day).min().map { Day(number: Int($0)) } }

  /// Makes a log from its parts.
  package init(cards: [CardID] = [], answers: [AnswerTrace] = []) {
    self.cards = cards
    self.answers = answers
  }

  /// Puts the answers in the order of time; those of one moment stay as they were.
  package mutating func sort() {
    let isSorted = zip(answers, answers.dropFirst()).allSatisfy { $0.time <= $1.time }
    if !isSorted { answers.sort { $0.time < $1.time } }
  }

  /// Adds answers whose cards had other numbers, given what those are here.
  package mutating func append(_ others: [AnswerTrace], of numbers: [Int32]) {
    answers.reserveCapacity(answers.count + others.count)
    for var answer in others {
      answer.card = numbers[Int(answer.card)]
      answers.append(answer)
    }
    sort()
  }

  /// Reads the traces of these reviews, given oldest first; the calendar counts the day of one that
  /// does not say on which it was given.
  package init(_ reviews: some Sequence<Review>, calendar: StudyCalendar) {
    self.init()
    var numbers: [CardID: Int] = [:]
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
      let stamp = review.stamp(in: calendar)
      answers.append(
        AnswerTrace(
          time: review.time.milliseconds, card: number, day: stamp.day, offset: stamp.offset,
          duration: review.duration, interval: review.before.interval,
          memory: review.after.memory, rating: review.rating, part: part,
          sureness: review.sureness))
    }
  }
}
