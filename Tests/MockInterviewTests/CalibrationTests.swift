import TestSupport
import Testing

@testable import MockInterview

struct CalibrationTests {
  @Test func nothingSaidIsNothingCalibrated() {
    #expect(Calibration([]) == nil)
  }

  @Test func allRightHasNoSkillToSpeakOf() throws {
    let calibration = try #require(
      Calibration(Array(repeating: .init(sureness: .sure, isRight: true), count: 3)))
    #expect(calibration.skill == nil)
    #expect(abs(calibration.brier - 0.01) < 1e-12)
    #expect(abs(calibration.bias + 0.1) < 1e-12)
  }

  @Test(arguments: 0..<50)
  func theThreePartsSumToTheWhole(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let statements = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      Calibration.Statement(
        sureness: Sureness.allCases.randomElement(using: &generator) ?? .sure,
        isRight: Bool.random(using: &generator))
    }
    let calibration = try #require(Calibration(statements))
    let sum = calibration.reliability - calibration.resolution + calibration.uncertainty
    #expect(abs(calibration.brier - sum) < 1e-12, "seed \(seed)")
    #expect(calibration.rows.reduce(0) { $0 + $1.count } == statements.count)
  }

  @Test(arguments: 0..<50)
  func countsSayWhatStatementsSay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = Sureness.allCases.map { word in
      let count = Int.random(in: 1...20, using: &generator)
      return Calibration.Row(
        sureness: word, count: count, right: Int.random(in: 0...count, using: &generator))
    }
    let statements = rows.flatMap { row in
      (0..<row.count).map {
        Calibration.Statement(sureness: row.sureness, isRight: $0 < row.right)
      }
    }
    let calibration = try #require(Calibration(rows: rows))
    #expect(calibration == Calibration(statements), "seed \(seed)")
    let brier =
      statements.reduce(0.0) {
        let distance = $1.sureness.probability - ($1.isRight ? 1 : 0)
        return $0 + distance * distance
      } / Double(statements.count)
    #expect(abs(calibration.brier - brier) < 1e-12, "seed \(seed)")
  }
}
