import Decks

/// What a log says about somebody's habits, before it is mixed with what is usual (O8).
struct HabitCounts {
  /// Answers of one kind and rating: how many, and the seconds of them all.
  struct Answers {
    var count = 0.0
    var seconds = 0.0
  }

  /// The answers to one card on one day.
  private struct Sitting: Hashable {
    let card: CardID
    let day: Day
  }

  private(set) var answers: [Review.Kind: [Answers]] = [:]
  private(set) var first = [Double](repeating: 0, count: 4)
  private(set) var passes = [Double](repeating: 0, count: 4)
  /// How often a rating followed another on the same day; one more than counted, so that nothing
  /// is thought impossible.
  private(set) var learning = [[Double]](repeating: [1, 1, 1, 1], count: 3)
  private(set) var relearning = [[Double]](repeating: [1, 1, 1, 1], count: 3)

  init(_ log: some Sequence<Review>, calendar: StudyCalendar) {
    var last: [Sitting: Rating] = [:]
    var begunLearning: Set<Sitting> = []
    for review in log.sorted(by: { $0.time < $1.time })
    where (1...1_200_000).contains(review.duration) {
      let index = review.rating.rawValue - 1
      let none = [Answers](repeating: Answers(), count: 4)
      answers[review.kind, default: none][index].count += 1
      answers[review.kind, default: none][index].seconds += Double(review.duration) / 1000
      let sitting = Sitting(card: review.card, day: calendar.day(of: review.time))
      if let before = last[sitting] {
        // After easy a card is done for the day.
        if before < .easy, begunLearning.contains(sitting) {
          learning[before.rawValue - 1][index] += 1
        } else if before < .easy {
          relearning[before.rawValue - 1][index] += 1
        }
      } else if review.kind == .learning {
        begunLearning.insert(sitting)
        first[index] += 1
      } else if review.kind == .review, review.rating > .again {
        passes[index] += 1
      }
      last[sitting] = review.rating
    }
  }
}

extension Habits {
  /// The habits a log shows, mixed with the usual ones: 50 answers count as much as what is usual.
  /// Answers of more than 20 minutes, or of no time at all, are left out.
  package init(_ log: some Sequence<Review>, calendar: StudyCalendar) {
    self.init()
    let counts = HabitCounts(log, calendar: calendar)
    first = Self.mixed(counts.first, into: first)
    passes = Self.mixed(counts.passes, into: passes)
    for index in 0..<3 {
      learning[index] = Self.mixed(counts.learning[index], into: learning[index], prior: 4)
      relearning[index] = Self.mixed(counts.relearning[index], into: relearning[index], prior: 4)
    }
    seconds.learning = Self.mixed(counts.answers[.learning], into: seconds.learning)
    seconds.review = Self.mixed(counts.answers[.review], into: seconds.review)
    seconds.relearning = Self.mixed(counts.answers[.relearning], into: seconds.relearning)
  }

  /// Shares from counts, `prior` of which were not counted, mixed with the usual shares.
  private static func mixed(
    _ counts: [Double], into usual: [Double], prior: Double = 0
  ) -> [Double] {
    let sum = counts.reduce(0, +)
    guard sum > prior else { return usual }
    let weight = (sum - prior) / (50 + sum - prior)
    return zip(counts, usual).map { weight * $0 / sum + (1 - weight) * $1 }
  }

  /// Mean seconds of each rating, mixed with the usual seconds.
  private static func mixed(_ answers: [HabitCounts.Answers]?, into usual: [Double]) -> [Double] {
    guard let answers else { return usual }
    return zip(answers, usual).map { own, usual in
      (own.seconds + 50 * usual) / (own.count + 50)
    }
  }
}
