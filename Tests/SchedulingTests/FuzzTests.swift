import Scheduling
import Testing

struct FuzzTests {
  private struct Reference: Decodable {
    let bounds: [[Double]]
    let picks: [[Double]]
    let lowest: [[Double]]
  }

  @Test func boundsAreThoseOfAnki() throws {
    for row in try vectors("fuzz.json", as: Reference.self).bounds {
      let bounds = Fuzz.bounds(row[0], minimum: Int(row[1]), maximum: Int(row[2]))
      #expect(bounds == Int(row[3])...Int(row[4]), "\(row)")
    }
  }

  @Test func picksAreThoseOfAnki() throws {
    for row in try vectors("fuzz.json", as: Reference.self).picks {
      let days = Fuzz.pick(
        interval: row[1], minimum: Int(row[2]), maximum: Int(row[3]), u: row[0])
      #expect(days == Int(row[4]), "\(row)")
    }
  }

  @Test func lowestDaysAfterAPassAreThoseOfAnki() throws {
    for row in try vectors("fuzz.json", as: Reference.self).lowest {
      let days = Fuzz.lowest(row[0], after: Int(row[1]), maximum: Int(row[2]))
      #expect(days == Int(row[3]), "\(row)")
    }
  }

  @Test func aChanceNextToOneStaysInBounds() {
    for interval in stride(from: 0.1, through: 36500, by: 97.3) {
      let bounds = Fuzz.bounds(interval, minimum: 1, maximum: 36500)
      let days = Fuzz.pick(
        interval: interval, minimum: 1, maximum: 36500, u: 1 - Double.ulpOfOne)
      #expect(bounds.contains(days))
    }
  }

  @Test func everyDayOfTheBoundsIsPickedAboutEquallyOften() {
    let picks = stride(from: 0.0005, to: 1, by: 0.001)
      .map { Fuzz.pick(interval: 20, minimum: 1, maximum: 36500, u: $0) }
    let counts = Dictionary(picks.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(Set(counts.keys) == Set(Fuzz.bounds(20, minimum: 1, maximum: 36500)))
    #expect(counts.values.allSatisfy { abs($0 - 1000 / counts.count) <= 2 })
  }
}
