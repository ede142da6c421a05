/// What the next days bring: the mean of several simulations that begin from one's own cards.
///
/// The answers follow the simulator of the FSRS specification (O8). Unlike there, cards seen
/// already keep the day they are due, and a backlog is taken as `ReviewQueue` takes it, the
/// likeliest forgotten first. Intervals are not spread and siblings not kept apart.
package struct Forecast: Hashable, Sendable {
  /// What a day holds, each a mean over the simulations.
  package struct Load: Hashable, Sendable {
    /// Cards seen for the first time.
    package var new = 0.0
    /// Cards that had waited days.
    package var reviews = 0.0
    /// Time for all answers, seconds.
    package var seconds = 0.0
    /// Cards remembered at the end of the day: the sum of the probabilities of recall (O8).
    package var known = 0.0
  }

  /// What is done every day.
  package struct Routine: Hashable, Sendable {
    /// How much a day may ask for.
    package var limits = DailyLimits()
    /// New cards that today has brought already; they count against its limit.
    package var newToday = 0
    /// Reviews that today has brought already; they count against its limit.
    package var reviewsToday = 0
    /// How the cards are answered.
    package var habits = Habits()
    /// The delays within a day.
    package var steps = Steps()

    /// The usual routine, with nothing done today.
    package init() {}
  }

  /// The desired retention it is made for, 0.70...0.99.
  package let retention: Double
  /// What each day holds, from today on.
  package let days: [Load]
  /// How many simulations it is the mean of.
  package let simulations: Int

  /// Cards seen for the first time in all.
  package var new: Double { days.reduce(0) { $0 + $1.new } }
  /// Reviews in all.
  package var reviews: Double { days.reduce(0) { $0 + $1.reviews } }
  /// Time in all, seconds.
  package var seconds: Double { days.reduce(0) { $0 + $1.seconds } }
  /// Cards remembered at the end of the last day; 0 if there is none.
  package var known: Double { days.last?.known ?? 0 }

  /// Plays so many days (at least 0) from today with these cards. Seeds are counted from 0, so
  /// that equal cards always give an equal forecast, and retentions meet the same luck.
  package init(
    _ cards: [Standing], days: Int, routine: Routine = Routine(),
    parameters: Parameters = .standard, model: ModelChoice = .fsrs6
  ) {
    let count = Self.simulations(cards: cards.count, days: days)
    var sum = [Load](repeating: Load(), count: days)
    for seed in 0..<UInt64(count) {
      var deck = OwnDeck(
        cards, days: days, routine: routine, parameters: parameters, model: model, seed: seed)
      for day in 0..<days { sum[day] += deck.play(day) }
    }
    retention = parameters.desiredRetention
    simulations = count
    self.days = sum.map { $0.divided(by: Double(count)) }
  }

  /// How many simulations make a steady mean: 20, fewer where many cards and days make one slow
  /// and chance small; at least 1.
  static func simulations(cards: Int, days: Int) -> Int {
    min(max(3_000_000 / max(cards * days, 1), 1), 20)
  }
}

extension Forecast.Load {
  fileprivate static func += (sum: inout Self, load: Self) {
    sum.new += load.new
    sum.reviews += load.reviews
    sum.seconds += load.seconds
    sum.known += load.known
  }

  fileprivate func divided(by count: Double) -> Self {
    Self(
      new: new / count, reviews: reviews / count, seconds: seconds / count, known: known / count)
  }
}
