import Decks
import Foundation

/// A log as the optimizer reads it: every card's answers since it was last learned from the
/// beginning, and which of them a model has to predict (FSRS specification O1).
package struct TrainingLog: Sendable {
  /// One answer of a plain log.
  package struct Row: Hashable, Sendable {
    /// Number of the card; cards are taken in ascending order.
    package var card: Int
    /// When it was answered, in any unit that counts upwards.
    package var time: Int
    /// The study day of the answer.
    package var day: Day
    /// How well the card was remembered.
    package var rating: Rating
    /// What the answer was part of.
    package var kind: Review.Kind

    /// Makes a row from its parts.
    package init(card: Int, time: Int, day: Day, rating: Rating, kind: Review.Kind) {
      self.card = card
      self.time = time
      self.day = day
      self.rating = rating
      self.kind = kind
    }
  }

  /// One answer in the history of its card.
  struct Turn: Hashable, Sendable {
    let rating: Rating
    /// Study days since the answer before, at least 0.
    let days: Double
  }

  /// One answer to predict from those before it: a range of `turns`.
  struct Sample: Hashable, Sendable {
    let card: Int
    /// Index of the card's first turn.
    let start: Int
    /// Index of the turn to predict.
    let last: Int
    /// Turns up to the last one that came at least a day after the one before.
    let spaced: Int
    /// Whether the turn to predict is the card's first that came after at least a day.
    var isFirstSpaced: Bool { spaced == 1 }
    /// Turns of the card up to the last one.
    var length: Int { last - start + 1 }
  }

  /// The answers of all cards, one card after another.
  let turns: [Turn]
  /// What is to be predicted, in the order of time.
  let samples: [Sample]

  /// Number of answers that came at least a day after the one before: what a model is fitted to.
  package var count: Int { samples.count }

  /// Share of passes among the answers to predict, 0...1; nil if there are none.
  package var passRate: Double? {
    samples.isEmpty ? nil : Double(samples.count { isPass($0) }) / Double(samples.count)
  }

  /// Reads a log in any order; a card counts from its last return to learning, and one that was
  /// never learned is left out.
  package init(rows: [Row]) {
    let order = rows.indices.sorted {
      (rows[$0].card, rows[$0].time, $0) < (rows[$1].card, rows[$1].time, $1)
    }
    var turns: [Turn] = []
    var samples: [(time: Int, sample: Sample)] = []
    var from = order.startIndex
    while from < order.endIndex {
      let card = rows[order[from]].card
      let to = order[from...].firstIndex { rows[$0].card != card } ?? order.endIndex
      if let first = Self.lastLearning(order[from..<to].map { rows[$0].kind }) {
        let start = turns.count
        var spaced = 0
        for index in from + first..<to {
          let row = rows[order[index]]
          let before = index == from + first ? row.day : rows[order[index - 1]].day
          let days = max(0, before.distance(to: row.day))
          turns.append(Turn(rating: row.rating, days: Double(days)))
          guard days > 0 else { continue }
          spaced += 1
          let sample = Sample(card: card, start: start, last: turns.count - 1, spaced: spaced)
          samples.append((row.time, sample))
        }
      }
      from = to
    }
    self.turns = turns
    self.samples = samples.indices
      .sorted { (samples[$0].time, $0) < (samples[$1].time, $1) }
      .map { samples[$0].sample }
  }

  /// Reads the program's own log in any order; cards are numbered as they first appear. Of a card
  /// that was made new again only the answers after that moment count.
  package init(
    _ log: some Sequence<Review>, since resets: [CardID: Date] = [:], calendar: StudyCalendar
  ) {
    var numbers: [CardID: Int] = [:]
    self.init(
      rows: log.compactMap { review in
        if let reset = resets[review.card], review.time <= reset { return nil }
        let number = numbers[review.card] ?? numbers.count
        numbers[review.card] = number
        return Row(
          card: number, time: review.time.milliseconds, day: calendar.day(of: review.time),
          rating: review.rating, kind: review.kind)
      })
  }

  private init(turns: [Turn], samples: [Sample]) {
    self.turns = turns
    self.samples = samples
  }

  /// The same answers with only these to predict.
  func predicting(_ samples: some Sequence<Sample>) -> TrainingLog {
    TrainingLog(turns: turns, samples: Array(samples))
  }

  /// Whether the answer to predict was a pass.
  func isPass(_ sample: Sample) -> Bool { turns[sample.last].rating > .again }

  private static func lastLearning(_ kinds: [Review.Kind]) -> Int? {
    guard let last = kinds.lastIndex(of: .learning) else { return nil }
    let before = kinds[..<last].lastIndex { $0 != .learning }
    return before.map { $0 + 1 } ?? 0
  }
}
