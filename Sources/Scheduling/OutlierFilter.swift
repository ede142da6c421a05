/// Leaves out first intervals that hardly occur, as they are mostly accidents (O2).
struct OutlierFilter {
  /// A first rating and the days until the first answer that came after at least a day.
  struct Start: Hashable, Sendable {
    let rating: Rating
    let days: Int
  }

  /// The samples to fit the first stabilities to, by how their card began.
  let starts: [Start: [TrainingLog.Sample]]
  /// The samples to train with, in the order of time.
  let training: [TrainingLog.Sample]
  /// What was left out.
  let removed: Set<Start>

  init(_ log: TrainingLog) {
    var kept = Dictionary(grouping: log.samples.filter(\.isFirstSpaced)) {
      Start($0, in: log)
    }
    var removed: Set<Start> = []
    for rating in Rating.allCases {
      let groups = kept.filter { $0.key.rating == rating }
        .map { (start: $0.key, size: $0.value.count) }
        .sorted { ($0.size, $0.start.days) < ($1.size, $1.start.days) }
      for start in Self.rare(groups, longest: rating == .easy ? 365 : 100) {
        removed.insert(start)
        kept[start] = nil
      }
    }
    starts = kept
    self.removed = removed
    training = log.samples.filter { !removed.contains(Start($0, in: log)) }
  }

  /// The groups to leave out, of all with the same first rating, the smallest first: about a
  /// twentieth of the samples, then every group that is small or waited long.
  private static func rare(_ groups: [(start: Start, size: Int)], longest: Int) -> [Start] {
    let total = groups.reduce(0) { $0 + $1.size }
    var count = 0
    return groups.compactMap { start, size in
      if count + size >= max(20, total / 20) {
        return size >= 6 && start.days <= longest ? nil : start
      }
      count += size
      return start
    }
  }
}

extension OutlierFilter.Start {
  /// How the card of a sample began.
  fileprivate init(_ sample: TrainingLog.Sample, in log: TrainingLog) {
    rating = log.turns[sample.start].rating
    days = Int(log.turns[sample.start...sample.last].first { $0.days > 0 }?.days ?? 0)
  }
}
