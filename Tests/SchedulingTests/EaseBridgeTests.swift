import Scheduling
import Testing

struct EaseBridgeTests {
  private let model = MemoryModel(.standard)

  @Test func statesAreThoseOfFsrsRs() throws {
    let rows = try vectors("sm2.json", as: [[Double]].self)
    #expect(rows.count == 140)
    for row in rows {
      let state = model.state(ease: row[0], interval: row[1], retention: row[2])
      #expect(agree(state.stability, row[3], within: 3e-6), "\(row)")
      // Computed from an already rounded gain there.
      #expect(agree(state.difficulty, row[4], within: 3e-5), "\(row)")
    }
  }

  @Test func recallHasFallenToTheRetentionAfterTheInterval() {
    for retention in [0.7, 0.85, 0.9, 0.97] {
      let state = model.state(ease: 2.5, interval: 40, retention: retention)
      let recall = model.retrievability(of: state, afterDays: 40)
      #expect(agree(recall, retention, within: 1e-12))
    }
  }

  @Test func theNextIntervalIsAboutTheEaseTimesTheLast() {
    let state = model.state(ease: 2.5, interval: 40)
    let next = model.next(state, rating: .good, elapsedDays: 40)
    #expect(agree(next.stability, 100, within: 1e-9))
  }

  @Test func whereNoDifficultyFitsTheNearestIsTaken() throws {
    var weights = Parameters.standard.weights
    weights[8] = 0
    weights[10] = 0.001
    let state = MemoryModel(try Parameters(weights: weights)).state(ease: 2.5, interval: 10)
    #expect(state.difficulty == 1)
    #expect(model.state(ease: 1.3, interval: 0).difficulty == 10)
  }
}
