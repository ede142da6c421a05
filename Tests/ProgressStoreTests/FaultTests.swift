import CSQLite
import Foundation
@testable import ProgressStore
import TestSupport
import Testing

struct FaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let kinds: Set<Int32>
    let result: Int32
    let causes: Set<StoreFailure.Cause>
    var testDescription: String { name }
  }

  private static let write = FileWatch.Call.Kind.write.rawValue
  private static let sync = FileWatch.Call.Kind.sync.rawValue
  private static let read = FileWatch.Call.Kind.read.rawValue

  static let faults = [
    Fault(name: "full disk", kinds: [write], result: SQLITE_FULL, causes: [.diskFull]),
    Fault(name: "write error", kinds: [write], result: 778, causes: [.broken]),
    Fault(name: "short write", kinds: [write], result: -8, causes: [.diskFull]),
    Fault(name: "fsync error", kinds: [sync], result: 1034, causes: [.broken]),
    Fault(name: "read error", kinds: [read], result: 266, causes: [.broken]),
    Fault(
      name: "short write of a page", kinds: [write], result: -2049, causes: [.diskFull]),
  ]

  /// Whatever call fails, and whether it fails once or from then on: the change is refused with its
  /// cause, everything confirmed is kept, and the file is sound.
  @Test(arguments: faults) func aCallThatFailsLosesNothing(fault: Fault) throws {
    let total = try calls(of: fault, failing: nil, for: 1).calls
    #expect(total > 10)
    var refusals = 0
    let stride = longTests ? 1 : max(1, total / 5)
    for number in Swift.stride(from: 1, through: total, by: stride) {
      for failures in [1, Int.max] {
        let place: Comment = "\(fault.name), call \(number), \(failures == 1 ? "once" : "always")"
        let outcome = try calls(of: fault, failing: number, for: failures)
        refusals += outcome.refusals.count
        for refusal in outcome.refusals {
          #expect(fault.causes.contains(refusal.cause), "\(place): \(refusal)")
        }
        #expect(outcome.missing.isEmpty && outcome.isClean, place)
      }
    }
    // Not every failure is told: one while closing leaves its work to the next opening.
    #expect(refusals > total / stride)
  }

  private struct Outcome {
    let calls: Int
    let refusals: [StoreFailure]
    let missing: Set<Int>
    let isClean: Bool
  }

  private func calls(of fault: Fault, failing number: Int?, for failures: Int) throws -> Outcome {
    let fixture = try StoreFixture()
    try fixture.open().record(fixture.review("before"))
    var calls = 0
    let watch = FileWatch { call in
      guard fault.kinds.contains(call.kind.rawValue) else { return 0 }
      calls += 1
      guard let number, calls >= number, calls - number < failures else { return 0 }
      return fault.result
    }
    var sitting = Sitting(path: fixture.path)
    watch.run { sitting.run() }
    let store = try fixture.open()
    let kept = try Sitting.moments(in: store)
    return Outcome(
      calls: calls, refusals: sitting.refusals,
      missing: Set(sitting.confirmed + [StoreFixture.start.milliseconds]).subtracting(kept),
      isClean: try store.checkup(by: fixture.scheduler).isClean)
  }
}
