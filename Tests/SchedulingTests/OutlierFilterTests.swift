import Testing

@testable import Scheduling

struct OutlierFilterTests {
  @Test(arguments: always(["sim_2k", "real"], long: ["sim_20k", "sim_100k"]))
  func theSameSamplesAreLeftOutAsInFsrsRs(name: String) throws {
    let filter = OutlierFilter(try trainingLog(name))
    let reference = try OptimizerReference.of(name)
    #expect(filter.starts.values.reduce(0) { $0 + $1.count } == reference.initial)
    #expect(filter.training.count == reference.training)
    #expect(
      Set(filter.removed.map { [$0.rating.rawValue, $0.days] }) == Set(reference.removed))
  }

  @Test func ofEquallyRareDelaysTheShorterIsLeftOutFirst() {
    // 40 answers: a twentieth is less than 20, so delays are left out until 20 would be reached.
    var rows: [TrainingLog.Row] = []
    for (days, count) in [(1, 20), (2, 10), (3, 10)] {
      for _ in 0..<count {
        let card = rows.count
        rows.append(answer(card, on: 0, .learning))
        rows.append(answer(card, on: days, .review))
      }
    }
    let filter = OutlierFilter(TrainingLog(rows: rows))
    #expect(filter.removed == [.init(rating: .good, days: 2)])
    #expect(filter.training.count == 30)
  }

  @Test func delaysOfMonthsAreLeftOutHoweverOftenTheyOccur() {
    let rows = (0..<40).flatMap {
      [answer($0, on: 0, .learning), answer($0, on: 101, .review)]
    }
    #expect(OutlierFilter(TrainingLog(rows: rows)).training.isEmpty)
  }

  private func answer(_ card: Int, on day: Int, _ kind: Review.Kind) -> TrainingLog.Row {
    TrainingLog.Row(card: card, time: day, day: Day(number: day), rating: .good, kind: kind)
  }
}
