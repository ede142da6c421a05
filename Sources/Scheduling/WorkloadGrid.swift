import Foundation

/// The memories a workload is computed for, and how to read values between them: stabilities at
/// equal proportions up to a knee, at equal distances above it, and 24 difficulties.
struct WorkloadGrid: Sendable {
  /// Somewhere between four points of the grid.
  struct Spot {
    let corner: Int
    let stabilityShare: Double
    let difficultyShare: Double

    /// The value there, from one value for each point.
    func value(in values: [Double]) -> Double {
      let below = values[corner] + difficultyShare * (values[corner + 1] - values[corner])
      let next = corner + WorkloadGrid.difficulties
      let above = values[next] + difficultyShare * (values[next + 1] - values[next])
      return below + stabilityShare * (above - below)
    }
  }

  /// All points, difficulty by difficulty for each stability.
  let points: [MemoryState]

  private let stabilities: [Double]
  private let knee: Int

  private static let difficulties = 24
  private static let least = 0.001
  private static let ratio: Double = log(2) / 14
  private static let distance = 7.5
  private static let most = 365.0

  init() {
    let bound = min(Self.distance / (1 - exp(-Self.ratio)), Self.most)
    var stabilities: [Double] = []
    while case let s = Self.least * exp(Double(stabilities.count) * Self.ratio), s <= bound {
      stabilities.append(s)
    }
    knee = stabilities.count - 1
    while let last = stabilities.last, last + Self.distance < Self.most {
      stabilities.append(last + Self.distance)
    }
    self.stabilities = stabilities
    points = stabilities.flatMap { s in
      (0..<Self.difficulties).map { index in
        let d = 1 + 9 * Double(index) / Double(Self.difficulties - 1)
        return MemoryState(stability: s, difficulty: d)
      }
    }
  }

  /// Where a memory lies; one beyond the edge lies on it.
  func spot(_ memory: MemoryState) -> Spot {
    let s = memory.stability
    let exact =
      s <= stabilities[knee]
      ? log(s / Self.least) / Self.ratio
      : Double(knee) + (s - stabilities[knee]) / Self.distance
    let (row, stabilityShare) = Self.divide(exact, count: stabilities.count)
    let (column, difficultyShare) = Self.divide(
      (memory.difficulty - 1) / 9 * Double(Self.difficulties - 1), count: Self.difficulties)
    return Spot(
      corner: row * Self.difficulties + column, stabilityShare: stabilityShare,
      difficultyShare: difficultyShare)
  }

  private static func divide(_ exact: Double, count: Int) -> (index: Int, share: Double) {
    let within = min(max(exact, 0), Double(count - 1))
    let index = min(Int(within), count - 2)
    return (index, within - Double(index))
  }
}
