/// What comes of learning a deck for some time.
package struct Simulation: Hashable, Sendable {
  /// What a day holds.
  package struct Load: Hashable, Sendable {
    /// Cards seen for the first time.
    package var new = 0
    /// Cards that had waited days.
    package var reviews = 0
    /// Time for all answers, seconds.
    package var seconds = 0.0
  }

  /// What each day holds, from the first on.
  package var days: [Load]
  /// Cards expected to be remembered on the last day: the sum of the probabilities of recall.
  package var remembered = 0.0

  /// Cards seen in all.
  package var new: Int { days.reduce(0) { $0 + $1.new } }
  /// Reviews in all.
  package var reviews: Int { days.reduce(0) { $0 + $1.reviews } }
  /// Time in all, seconds.
  package var seconds: Double { days.reduce(0) { $0 + $1.seconds } }
  /// Time of the longest day, seconds.
  package var heaviest: Double { days.reduce(0) { max($0, $1.seconds) } }
}
