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

  @Test func theIntervalHoldsTheShareAndNarrows() throws {
    func row(_ count: Int) throws -> Calibration.Row {
      let statements = (0..<count).map {
        Calibration.Statement(sureness: .thinkSo, isRight: $0 % 2 == 0)
      }
      return try #require(Calibration(statements)).rows[0]
    }
    let (few, many) = (try row(4), try row(100))
    #expect(few.isFew && !many.isFew)
    #expect(few.interval.contains(0.5) && many.interval.contains(0.5))
    #expect(few.interval.lowerBound < many.interval.lowerBound)
    // Wilson's interval for 50 of 100.
    #expect(abs(many.interval.lowerBound - 0.4038) < 0.0005)
    #expect(abs(many.interval.upperBound - 0.5962) < 0.0005)
  }
}
