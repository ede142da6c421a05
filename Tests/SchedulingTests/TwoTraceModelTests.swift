import Scheduling
import Testing

struct TwoTraceModelTests {
  private struct Reference: Decodable {
    struct History: Decodable {
      let w: [Double]?
      let retention: Double
      let rows: [[Double?]]
    }
    struct AnchorHistory: Decodable {
      let reviews: [[Double]]
      let states: [[Double]]
    }
    struct AnchorIntervals: Decodable {
      let state: [Double]
      let intervals: [[Double]]
    }
    let anchorIntervals: [AnchorIntervals]
    let weights: [Double]
    let low: [Double]
    let high: [Double]
    let anchorHistories: [AnchorHistory]
    let histories: [History]
  }

  private func numbers(_ state: TwoTraceState) -> [Double] {
    [state.slow, state.fast, state.difficulty]
  }

  @Test func statesOf200HistoriesAgreeWithTheReference() throws {
    var compared = 0
    for (number, history) in try vectors("fsrs7.json", as: Reference.self).histories.enumerated() {
      let weights = try history.w.map { values throws in try TwoTraceWeights(values) }
      let model = TwoTraceModel(weights ?? .standard)
      var state: TwoTraceState?
      for (line, row) in history.rows.enumerated() {
        let place: Comment = "history \(number), row \(line)"
        let rating = try #require(row[0].flatMap { Rating(rawValue: Int($0)) })
        let days = try #require(row[1]) / 86400
        if let state, let recall = row[2] {
          let r = model.retrievability(of: state, afterDays: days)
          #expect(agree(r, recall, within: 1e-9), place)
        }
        let next =
          state.map { model.next($0, rating: rating, elapsedDays: days) } ?? model.first(rating)
        let interval = model.interval(next, retention: history.retention)
        for (value, expected) in zip(
          numbers(next) + [interval], row[3...6].compactMap { $0 })
        {
          #expect(agree(value, expected, within: 1e-9), place)
        }
        state = next
        compared += 1
      }
    }
    #expect(compared == 2614)
  }

  @Test func statesAgreeWithTheAnchorsOfFsrsRs() throws {
    for history in try vectors("fsrs7.json", as: Reference.self).anchorHistories {
      let model = TwoTraceModel()
      var state: TwoTraceState?
      for (review, expected) in zip(history.reviews, history.states) {
        let rating = try #require(Rating(rawValue: Int(review[0])))
        let next =
          state.map { model.next($0, rating: rating, elapsedDays: review[1]) }
          ?? model.first(rating)
        #expect(zip(numbers(next), expected).allSatisfy { agree($0, $1, within: 5e-5) })
        state = next
      }
    }
  }

  @Test func intervalsAgreeWithTheAnchorsOfFsrsRs() throws {
    for row in try vectors("fsrs7.json", as: Reference.self).anchorIntervals {
      let state = TwoTraceState(slow: row.state[0], fast: row.state[1], difficulty: row.state[2])
      for pair in row.intervals {
        let days = TwoTraceModel().interval(state, retention: pair[0])
        #expect(agree(days, pair[1], within: 4e-3), "\(row.state), retention \(pair[0])")
      }
    }
  }

  @Test func weightsAndBoundsAreThoseOfTheReference() throws {
    let reference = try vectors("fsrs7.json", as: Reference.self)
    #expect(TwoTraceWeights.standard.values == reference.weights)
    #expect(TwoTraceWeights.bounds.map(\.lowerBound) == reference.low)
    #expect(TwoTraceWeights.bounds.map(\.upperBound) == reference.high)
  }

  @Test func weightsAreClippedAndOrdered() throws {
    var values = TwoTraceWeights.standard.values
    values[2] = 1
    values[25] = 0.8
    values[26] = 0.6
    values[33] = 7
    let clipped = try TwoTraceWeights(values).values
    #expect(clipped[2] == clipped[1])
    #expect(clipped[26] == 0.8)
    #expect(clipped[33] == 0.6)
  }

  @Test func weightsOfADraftAreRefused() {
    #expect(throws: TwoTraceWeights.Failure.count(35)) {
      try TwoTraceWeights(Array(repeating: 1, count: 35))
    }
    #expect(throws: TwoTraceWeights.Failure.notFinite(index: 3)) {
      var values = TwoTraceWeights.standard.values
      values[3] = .infinity
      _ = try TwoTraceWeights(values)
    }
  }

  @Test func intervalsGrowAsRetentionFalls() {
    let model = TwoTraceModel()
    for rating in Rating.allCases {
      let state = model.first(rating)
      let intervals = [0.9999, 0.99, 0.95, 0.9, 0.8, 0.7].map {
        model.interval(state, retention: $0)
      }
      #expect(intervals.first == 0)
      #expect(intervals == intervals.sorted())
      #expect(agree(model.retrievability(of: state, afterDays: intervals[3]), 0.9, within: 1e-9))
    }
  }

  @Test func recallFallsFromTheFirstMinute() {
    let model = TwoTraceModel()
    let state = model.first(.good)
    let recalls = [-1, 0, 1.0 / 144, 1, 30, 3000].map {
      model.retrievability(of: state, afterDays: $0)
    }
    #expect(recalls == recalls.sorted(by: >))
    #expect(recalls[0] == recalls[1])
    #expect(agree(recalls[2], 0.973, within: 1e-3) && agree(recalls[3], 0.937, within: 1e-3))
  }
}
