import Foundation
import Testing

@testable import Scheduling

struct FirstStabilitiesTests {
  @Test(arguments: always(["sim_2k", "real"], long: ["sim_20k", "sim_100k"]))
  func stabilitiesAreThoseOfTheReference(name: String) throws {
    let log = try trainingLog(name)
    let first = FirstStabilities(OutlierFilter(log), in: log)
    let reference = try OptimizerReference.of(name)
    for rating in Rating.allCases {
      let key = String(rating.rawValue)
      #expect(first.counts[rating.rawValue - 1] == reference.counts[key] ?? 0)
      let fitted = first.fitted[rating.rawValue - 1].map { [$0] } ?? []
      #expect(agree(fitted, reference.fitted[key].map { [$0] } ?? [], within: 5e-7))
    }
    #expect(agree(try #require(first.smoothed), reference.smoothed, within: 5e-7))
  }

  private static let known = (1..<16).map { mask in (0..<4).map { mask >> $0 & 1 == 1 } }

  @Test(arguments: known) func gapsAreFilledInOrder(known: [Bool]) throws {
    let stabilities = [0.2, 1.3, 2.5, 9]
    let first = FirstStabilities(counts: known.map { $0 ? 10 : 0 }, fitted: [])
    let filled = try #require(first.smoothed(trained: stabilities))
    #expect(filled == filled.sorted())
    #expect(filled.allSatisfy { (0.001...100).contains($0) })
    for index in 0..<4 where known[index] {
      #expect(agree(filled[index], stabilities[index], within: 1e-12))
    }
  }

  @Test func withTwoRatingsTheOthersFollowFromThem() throws {
    // By hand, from the table of the specification: a = 0.41, b = 0.54.
    let ends = FirstStabilities(counts: [1, 0, 0, 1], fitted: [])
    let filled = try #require(ends.smoothed(trained: [1, 0, 0, 10]))
    #expect(agree(filled[1], pow(10, 1 - 0.41 / 0.7286), within: 1e-12))
    #expect(agree(filled[2], pow(10, 0.54 / 0.7286), within: 1e-12))
  }

  @Test func oneRatingScalesTheDefaults() throws {
    let good = FirstStabilities(counts: [0, 0, 5, 0], fitted: [])
    let filled = try #require(good.smoothed(trained: [0, 0, 2 * 2.3065, 0]))
    #expect(agree(filled, Parameters.standard.weights[..<4].map { 2 * $0 }, within: 1e-12))
  }

  @Test func ofTwoInTheWrongOrderTheOneWithMoreAnswersWins() throws {
    func filled(_ counts: [Int]) throws -> [Double] {
      try #require(
        FirstStabilities(counts: counts, fitted: []).smoothed(trained: [1, 5, 3, 9]))
    }
    #expect(try filled([9, 9, 2, 9]) == [1, 5, 5, 9])
    #expect(try filled([9, 2, 9, 9]) == [1, 3, 3, 9])
    #expect(try filled([9, 9, 9, 9]) == [1, 3, 3, 9])
  }

  @Test func nothingKnownGivesNothing() {
    let none = FirstStabilities(counts: [0, 0, 0, 0], fitted: [])
    #expect(none.smoothed(trained: [1, 2, 3, 4]) == nil)
  }
}
