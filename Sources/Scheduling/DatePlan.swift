import Decks

/// How well cards will be known on a day to come, and what it takes to know them.
///
/// The readiness of a topic is the mean probability of recall of its cards, those never seen
/// counting 0. New cards are spread evenly over the days before the last pass, and desired
/// retention is raised in steps of 0.01 up to 0.97 until the readiness of all cards reaches the
/// aim. In the last pass each card that would be below the aim is reviewed once more, the lowest
/// first.
package struct DatePlan: Hashable, Sendable {
  /// What is to be reached.
  package struct Aim: Hashable, Sendable {
    /// Days from today to the day; at least 0.
    package let days: Int
    /// Readiness that may be aimed at.
    package static let shares = 0.70...0.97
    /// The farthest day there is a plan for: three years ahead.
    package static let farthest = 1096

    /// Readiness to reach, one of `shares`.
    package let readiness: Double
    /// New cards that a day may bring at most, at least 1.
    package let newPerDay: Int

    /// Aims at this readiness so many days from today.
    package init(days: Int, readiness: Double = 0.9, newPerDay: Int) {
      precondition(days >= 0 && newPerDay >= 1, "a plan needs a day to come and a pace")
      self.days = days
      self.readiness = readiness
      self.newPerDay = newPerDay
    }

    /// Length of the last pass: three days, at most a third of the days there are.
    var lastPass: Int { min(3, days / 3) }
  }

  /// The readiness of some cards, 0...1: today, and on the day in each of three futures.
  package struct Readiness: Hashable, Sendable {
    /// The subject; empty for all cards together.
    package let topic: String
    /// Cards there are, and cards answered at least once.
    package let cards: Int, seen: Int
    /// Today.
    package let now: Double
    /// On the day if nothing more is done.
    package let stop: Double
    /// On the day with the reviews that come due, and nothing new.
    package let review: Double
    /// On the day with the plan.
    package let plan: Double
  }

  /// A card, and its probability of recall on the day if nothing more is done.
  package struct Weak: Hashable, Sendable {
    /// The card.
    package let card: CardID
    /// Its topic.
    package let topic: String
    /// Probability of recall, 0...1.
    package let recall: Double
  }

  /// The topics, the least ready today first.
  package let topics: [Readiness]
  /// All of them together.
  package let together: Readiness
  /// Desired retention of the plan: the usual one if it is enough, else the least that is, or 0.97.
  package let retention: Double
  /// The least desired retention, 0.70...0.97, at which reviews and new cards reach the aim without
  /// a last pass; nil if none does.
  package let leastRetention: Double?
  /// New cards a day that would bring every unseen card in time.
  package let newNeeded: Int
  /// New cards a day of the plan, and the days from today on which they come.
  package let newPerDay: Int, newDays: Int
  /// Cards that the plan leaves unseen.
  package let leftUnseen: Int
  /// Answers a day to cards seen before, with two more for each lapse: the mean and the most.
  package let reviewsPerDay: Double, mostReviews: Double
  /// Cards of the last pass, and its days, which are the last ones before the day.
  package let lastPassCards: Int, lastPassDays: Int
  /// Seen cards that would be below the aim if nothing more is done, the lowest first.
  package let weak: [Weak]
}
