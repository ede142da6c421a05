import Foundation

/// The stability after a first answer, fitted rating by rating to when cards were first recalled
/// or forgotten after at least a day (O3).
struct FirstStabilities {
  /// How many samples each rating, again...easy, was fitted to.
  let counts: [Int]
  /// The fit for each rating in days; nil where the log holds none.
  let fitted: [Double?]

  /// One stability for every rating: in order, gaps filled, 0.001...100; nil if nothing is known.
  var smoothed: [Double]? { smoothed(fitted) }

  /// The same for other stabilities of the ratings that occur.
  func smoothed(trained: [Double]) -> [Double]? {
    smoothed(zip(counts, trained).map { $0 > 0 ? $1 : nil })
  }

  private func smoothed(_ known: [Double?]) -> [Double]? {
    var s = known
    for (a, b) in [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)] {
      guard let lower = s[a], let upper = s[b], lower > upper else { continue }
      if counts[a] > counts[b] { s[b] = lower } else { s[a] = upper }
    }
    return Self.filled(s).map { $0.map { min(max($0, 0.001), 100) } }
  }

  /// Stabilities with the gaps filled by weighted geometric means of their neighbours.
  private static func filled(_ known: [Double?]) -> [Double]? {
    let a = 0.41
    let b = 0.54
    func mean(_ x: Double, _ y: Double, _ share: Double) -> Double {
      pow(x, share) * pow(y, 1 - share)
    }
    func first(_ s2: Double, _ s3: Double) -> Double { mean(s2, s3, 1 / a) }
    func fourth(_ s2: Double, _ s3: Double) -> Double { mean(s2, s3, 1 - 1 / b) }
    switch (known[0], known[1], known[2], known[3]) {
    case (nil, nil, nil, nil): return nil
    case (let s1?, let s2?, let s3?, let s4?): return [s1, s2, s3, s4]
    case (nil, let s2?, let s3?, let s4?): return [first(s2, s3), s2, s3, s4]
    case (let s1?, nil, let s3?, let s4?): return [s1, mean(s1, s3, a), s3, s4]
    case (let s1?, let s2?, nil, let s4?): return [s1, s2, mean(s2, s4, 1 - b), s4]
    case (let s1?, let s2?, let s3?, nil): return [s1, s2, s3, fourth(s2, s3)]
    case (nil, nil, let s3?, let s4?):
      let s2 = mean(s3, s4, 1 / (1 - b))
      return [first(s2, s3), s2, s3, s4]
    case (nil, let s2?, nil, let s4?):
      let s3 = mean(s2, s4, 1 - b)
      return [first(s2, s3), s2, s3, s4]
    case (nil, let s2?, let s3?, nil): return [first(s2, s3), s2, s3, fourth(s2, s3)]
    case (let s1?, nil, nil, let s4?):
      let q = a + b - a * b
      return [s1, mean(s1, s4, a / q), mean(s1, s4, 1 - b / q), s4]
    case (let s1?, nil, let s3?, nil):
      let s2 = mean(s1, s3, a)
      return [s1, s2, s3, fourth(s2, s3)]
    case (let s1?, let s2?, nil, nil):
      let s3 = mean(s1, s2, 1 - 1 / (1 - a))
      return [s1, s2, s3, fourth(s2, s3)]
    case (let s1?, nil, nil, nil): return defaults.map { $0 * s1 / defaults[0] }
    case (nil, let s2?, nil, nil): return defaults.map { $0 * s2 / defaults[1] }
    case (nil, nil, let s3?, nil): return defaults.map { $0 * s3 / defaults[2] }
    case (nil, nil, nil, let s4?): return defaults.map { $0 * s4 / defaults[3] }
    }
  }

  private static let defaults = Array(Parameters.standard.weights[..<4])
}

extension FirstStabilities {
  /// Fits a stability to each rating by the samples whose cards began with it.
  init(_ filter: OutlierFilter, in log: TrainingLog) {
    let passes = filter.training.count { log.isPass($0) }
    let average = Double(passes) / Double(max(filter.training.count, 1))
    var counts: [Int] = []
    var fitted: [Double?] = []
    for rating in Rating.allCases {
      let delays = filter.starts.filter { $0.key.rating == rating }
        .map { start, samples in
          Delays(
            days: Double(start.days), count: Double(samples.count),
            passes: Double(samples.count { log.isPass($0) }), average: average)
        }
        .sorted { $0.days < $1.days }
      counts.append(Int(delays.reduce(0) { $0 + $1.count }))
      fitted.append(
        delays.isEmpty ? nil : Self.fit(delays, near: Self.defaults[rating.rawValue - 1]))
    }
    self.counts = counts
    self.fitted = fitted
  }

  /// The answers that came after the same number of days.
  private struct Delays {
    let days: Double
    let count: Double
    /// Share of passes, drawn towards the average as one more answer would.
    let recall: Double

    init(days: Double, count: Double, passes: Double, average: Double) {
      self.days = days
      self.count = count
      recall = (passes + average) / (count + 1)
    }
  }

  /// The stability of the least loss, held near the default; found by dividing into thirds.
  private static func fit(_ delays: [Delays], near usual: Double) -> Double {
    let decay = Parameters.standard.weights[20]
    let factor = pow(0.9, -1 / decay) - 1
    func loss(_ s: Double) -> Double {
      delays.reduce(abs(s - usual) / 16) { sum, delay in
        let r = pow(1 + factor * delay.days / s, -decay)
        return sum
          - delay.count * (delay.recall * log(r) + (1 - delay.recall) * log(1 - r))
      }
    }
    var low = 0.001
    var high = 100.0
    for _ in 0..<1000 where high - low > .ulpOfOne {
      let before = (low, high)
      let third = (high - low) / 3
      if loss(low + third) < loss(high - third) { high -= third } else { low += third }
      // Where numbers are this close together, nothing moves any more.
      if (low, high) == before { break }
    }
    return (low + high) / 2
  }
}
