/// So many of so many: the form in which every rate is kept, so that none loses its denominator.
package struct Share: Hashable, Sendable {
  /// How many were right.
  package var ok: Int
  /// Of how many.
  package var n: Int

  /// Makes a share; by default none of none.
  package init(ok: Int = 0, n: Int = 0) {
    self.ok = ok
    self.n = n
  }

  /// 0...1; nil of none.
  package var ratio: Double? { n == 0 ? nil : Double(ok) / Double(n) }

  /// Fewer than 30 are noise: they are shown in grey.
  package var isNoise: Bool { n < 30 }

  /// Wilson's 95 % interval of the rate behind the share, 0...1; nil of none.
  ///
  /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
  package var interval: (low: Double, high: Double)? {
    guard let ratio else { return nil }
    let (n, z) = (Double(n), 1.96)
    let middle = ratio + z * z / (2 * n)
    let half = z * (ratio * (1 - ratio) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max((middle - half) / scale, 0), min((middle + half) / scale, 1))
  }

  /// Counts one more.
  package mutating func add(_ isOK: Bool) {
    n += 1
    if isOK { ok += 1 }
  }

  /// Both taken together.
  package static func + (left: Share, right: Share) -> Share {
    Share(ok: left.ok + right.ok, n: left.n + right.n)
  }

  /// Takes another in.
  package static func += (left: inout Share, right: Share) { left = left + right }
}
