import Testing

@testable import Scheduling

struct WorkloadTests {
  private struct Reference: Decodable {
    struct Workload: Decodable {
      let retention: Double
      let seconds: [Double]
    }
    let workloads: [Workload]
    /// Retention and seconds for seven new cards, by Anki.
    let anki: [[Double]]
  }

  private func workload(_ retention: Double, days: Int = 365) -> Workload {
    Workload(Parameters.standard.with(desiredRetention: retention), days: days)
  }

  @Test(arguments: always([4], long: [0, 1, 2, 3, 5, 6, 7]))
  func secondsOfANewCardAreThoseOfTheReference(number: Int) throws {
    let reference = try vectors("simulator.json", as: Reference.self).workloads[number]
    let workload = workload(reference.retention)
    let seconds = [0, 30, 300].map { workload.seconds(newOn: $0) }
    #expect(agree(seconds, reference.seconds, within: 1e-12))
  }

  @Test(arguments: always([20], long: Array(0..<20) + Array(21..<30)))
  func secondsOfSevenNewCardsAreThoseOfAnki(number: Int) throws {
    let row = try vectors("simulator.json", as: Reference.self).anki[number]
    #expect(agree(7 * workload(row[0]).seconds(newOn: 0), row[1], within: 1e-5))
  }

  /// So that no value is read from points far apart beside points close together.
  @Test func theStepsOfTheGridGrowWithoutAJump() {
    var stabilities: [Double] = []
    for point in WorkloadGrid().points where stabilities.last != point.stability {
      stabilities.append(point.stability)
    }
    let steps = zip(stabilities.dropFirst(), stabilities).map { $0 - $1 }
    #expect(steps.count > 200 && stabilities.first == 0.001)
    #expect(zip(steps.dropFirst(), steps).allSatisfy { (0.99...1.06).contains($0 / $1) })
    #expect(agree(steps.last ?? 0, 7.5, within: 1e-9))
    #expect((357...365).contains(stabilities.last ?? 0))
  }

  @Test func aCardCostsNothingAfterTheLastDay() {
    let workload = workload(0.9, days: 10)
    #expect(workload.seconds(newOn: 10) == 0)
    #expect(workload.seconds(MemoryState(stability: 1, difficulty: 5), dueOn: 11) == 0)
    #expect(self.workload(0.9, days: 0).seconds(newOn: 0) == 0)
  }

  @Test func strongMemoriesCostLessAndOverdueCardsCountAsDue() {
    let workload = workload(0.9, days: 60)
    let seconds = [0.0001, 0.1, 2, 30, 4000].map {
      workload.seconds(MemoryState(stability: $0, difficulty: 5), dueOn: 0)
    }
    #expect(seconds == seconds.sorted(by: >))
    let memory = MemoryState(stability: 3, difficulty: 5)
    #expect(workload.seconds(memory, dueOn: -5) == workload.seconds(memory, dueOn: 0))
  }

  @Test func anEasyCardCostsLessThanADifficultOne() {
    let workload = workload(0.9, days: 60)
    let seconds = [1.0, 4.7, 10].map {
      workload.seconds(MemoryState(stability: 3, difficulty: $0), dueOn: 0)
    }
    #expect(seconds == seconds.sorted())
  }
}
