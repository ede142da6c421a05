import Testing

@testable import Scheduling

struct BatchesTests {
  /// One card for each length, answered on as many days.
  private func log(_ lengths: [Int]) -> TrainingLog {
    TrainingLog(
      rows: lengths.enumerated().flatMap { card, length in
        (0..<length).map { day in
          TrainingLog.Row(
            card: card, time: day, day: Day(number: day), rating: .good,
            kind: day == 0 ? .learning : .review)
        }
      })
  }

  private func batches(_ log: TrainingLog, size: Int, byCard: Bool) -> Batches {
    Batches(log.samples, size: size, byCard: byCard, recency: true)
  }

  @Test(arguments: [true, false]) func everySampleIsPredictedOnce(byCard: Bool) {
    let log = log([2, 9, 4, 4, 7, 1])
    let batches = batches(log, size: 5, byCard: byCard)
    #expect(batches.predictions.map(\.turn).sorted() == log.samples.map(\.last).sorted())
    #expect(Array(batches.batches.joined()) == Array(batches.columns.indices))
  }

  @Test func aCardIsNeverDivided() {
    let batches = batches(log([4, 2, 9, 4]), size: 5, byCard: true)
    #expect(batches.columns.map(\.turns.count) == [2, 4, 4, 9])
    #expect(batches.batches.indices.map { batches.size($0) } == [4, 3, 8])
  }

  @Test func shortSamplesComeFirstAndFillTheirBatches() {
    let batches = batches(log([4, 2, 5]), size: 3, byCard: false)
    #expect(batches.columns.map(\.turns.count) == [2, 2, 2, 3, 3, 4, 4, 5])
    #expect(batches.batches.indices.map { batches.size($0) } == [3, 3, 2])
  }

  @Test(arguments: [true, false]) func samplesOfMoreThan256AnswersAreLeftOut(byCard: Bool) {
    let log = log([300, 2])
    let batches = batches(log, size: 512, byCard: byCard)
    #expect(log.count == 300)
    #expect(batches.predictions.count == 256)
    #expect(batches.columns.map(\.turns.count).max() == 256)
    // Weights still count the samples left out.
    #expect((batches.predictions.map(\.weight).max() ?? 1) < 0.8)
  }

  @Test func theNewestSampleCountsFourTimesTheOldest() {
    #expect(Batches.weight(0, of: 10) == 0.25)
    #expect(Batches.weight(9, of: 10) == 1)
    #expect(Batches.weight(0, of: 1) == 0.25)
  }

  @Test(arguments: [true, false]) func nothingGivesNoBatches(byCard: Bool) {
    #expect(batches(log([1]), size: 5, byCard: byCard).batches.isEmpty)
  }
}
