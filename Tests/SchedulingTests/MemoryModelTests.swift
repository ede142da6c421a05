import Scheduling
import Testing

struct MemoryModelTests {
  private let model = MemoryModel(.standard)

  private struct History: Decodable {
    let w: [Double]
    let retention: Double
    let rows: [[Double?]]
  }

  @Test func statesOf650HistoriesAgreeWithTheReference() throws {
    var compared = 0
    for (number, history) in try vectors("histories.json", as: [History].self).enumerated() {
      let parameters = try Parameters(weights: history.w, desiredRetention: history.retention)
      let model = MemoryModel(parameters)
      var state: MemoryState?
      for (line, row) in history.rows.enumerated() {
        let rating = try #require(row[0].flatMap { Rating(rawValue: Int($0)) })
        let days = try #require(row[1])
        let reference = try #require(row[2...4].allSatisfy { $0 != nil } ? row : nil)
        let place: Comment = "history \(number), row \(line)"
        if let state, let recall = row[5] {
          let r = model.retrievability(of: state, afterDays: days)
          #expect(agree(r, recall, within: 1e-9), place)
        }
        let next =
          state.map { model.next($0, rating: rating, elapsedDays: Int(days)) }
          ?? model.first(rating)
        let interval = model.interval(
          stability: next.stability, retention: history.retention)
        for (value, expected) in zip(
          [next.stability, next.difficulty, interval], reference[2...4].compactMap { $0 })
        {
          #expect(agree(value, expected, within: 1e-9), place)
        }
        state = next
        compared += 1
      }
    }
    #expect(compared == 9975)
  }

  private struct Intervals: Decodable {
    struct Table: Decodable {
      let decay: Double
      let rows: [[Double]]
    }
    struct First: Decodable {
      let retention: Double
      let states: [[Double]]
    }
    let tables: [Table]
    let firstStates: [First]
  }

  @Test func intervalsAgreeWithTheReferenceForEveryDecay() throws {
    for table in try vectors("intervals.json", as: Intervals.self).tables {
      var weights = Parameters.standard.weights
      weights[20] = table.decay
      let model = MemoryModel(try Parameters(weights: weights))
      for row in table.rows {
        let days = model.interval(stability: row[1], retention: row[0])
        #expect(agree(days, row[2], within: 1e-12), "decay \(table.decay), \(row)")
      }
    }
  }

  @Test func statesOfANewCardAgreeWithFsrsRs() throws {
    for row in try vectors("intervals.json", as: Intervals.self).firstStates {
      for (rating, reference) in zip(Rating.allCases, row.states) {
        let state = model.first(rating)
        let days = model.interval(stability: state.stability, retention: row.retention)
        #expect(agree(state.stability, reference[0], within: 3e-6))
        #expect(agree(state.difficulty, reference[1], within: 3e-6))
        #expect(agree(days, reference[2], within: 3e-6))
      }
    }
  }

  @Test func stabilityIsTheIntervalAtNinetyPercent() {
    let state = MemoryState(stability: 12.5, difficulty: 5)
    #expect(agree(model.interval(stability: 12.5, retention: 0.9), 12.5, within: 1e-12))
    #expect(agree(model.retrievability(of: state, afterDays: 12.5), 0.9, within: 1e-12))
  }

  @Test func recallIsCertainAtFirstAndFallsWithTime() {
    let state = MemoryState(stability: 3, difficulty: 5)
    #expect(model.retrievability(of: state, afterDays: 0) == 1)
    #expect(model.retrievability(of: state, afterDays: -1) == 1)
    let recalls = [0.01, 1, 2, 30, 4000].map { model.retrievability(of: state, afterDays: $0) }
    #expect(recalls == recalls.sorted(by: >))
    #expect(recalls.allSatisfy { (0...1).contains($0) })
  }

  @Test func aPassOnTheSameDayNeverWeakensAMemory() {
    for stability in [0.01, 1, 50, 5000] {
      let state = MemoryState(stability: stability, difficulty: 5)
      for rating in [Rating.hard, .good, .easy] {
        #expect(model.next(state, rating: rating, elapsedDays: 0).stability >= stability)
      }
      #expect(model.next(state, rating: .again, elapsedDays: 0).stability < stability)
    }
  }

  @Test func statesOutOfRangeAreBroughtIntoRange() {
    let wild = MemoryState(stability: 1e9, difficulty: 40)
    let next = model.next(wild, rating: .good, elapsedDays: 10)
    #expect(next.stability == 36500)
    #expect((1...10).contains(next.difficulty))
  }
}
