/// Which cards are forgotten so often that they should be rewritten rather than repeated: the rule
/// of Anki 26.9 (FSRS specification 8).
package struct LeechRule: Hashable, Sendable {
  /// Lapses that make a card a leech, at least 1; nil for no leeches.
  package let threshold: Int?

  /// Makes the rule, by default with 8 lapses; 0 turns it off.
  package init(threshold: Int = 8) {
    precondition(threshold >= 0, "a number of lapses is at least 0")
    self.threshold = threshold == 0 ? nil : threshold
  }

  /// Whether a card that stands like this is a leech: what a list of leeches shows.
  package func includes(_ schedule: Schedule) -> Bool {
    threshold.map { schedule.lapses >= $0 } ?? false
  }

  /// Whether an answer that led from one schedule to the other is the moment to say so: the lapse
  /// that reaches the threshold, then every lapse after another half of it, rounded up.
  package func strikes(from before: Schedule, to after: Schedule) -> Bool {
    guard let threshold, after.lapses > before.lapses, after.lapses >= threshold else {
      return false
    }
    return (after.lapses - threshold).isMultiple(of: (threshold + 1) / 2)
  }
}
