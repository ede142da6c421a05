import Foundation
import Scheduling
import TestSupport
import Testing

@Test(arguments: UInt64(0)..<4)
func aMomentIsTheSameAfterItWasKeptInMilliseconds(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<1000 {
    let moment = Date(timeIntervalSince1970: Double.random(in: -1e9...4e9, using: &random))
    let kept = moment.roundedToMillisecond
    #expect(Date(milliseconds: kept.milliseconds) == kept, "seed \(seed)")
    #expect(kept.roundedToMillisecond == kept, "seed \(seed)")
    #expect(abs(kept.timeIntervalSince(moment)) <= 0.000501, "seed \(seed)")
  }
}
