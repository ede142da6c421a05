import Testing

@testable import MockInterview

struct MockDatesTests {
  /// "2 onsite" for each mock proposed.
  private func proposed(_ days: Int, prompts: Bool = true) -> [String] {
    MockDates.proposed(before: days, hasPrompts: prompts).map { "\($0.day) \($0.preset)" }
  }

  @Test func aPlanOfSeventeenDaysHasThreeMocks() {
    #expect(proposed(17) == ["2 onsite", "8 design", "14 onsite"])
    #expect(proposed(17, prompts: false) == ["2 onsite", "8 onsite", "14 onsite"])
  }

  @Test func theLastTwoDaysAreFree() {
    #expect(proposed(0) == [] && proposed(2) == [])
    #expect(proposed(3) == ["0 onsite"] && proposed(4) == ["1 onsite"])
    for days in 3...400 {
      let mocks = MockDates.proposed(before: days, hasPrompts: true)
      #expect(mocks.allSatisfy { $0.day >= 0 && $0.day <= days - 3 }, "\(days)")
      #expect(mocks.first.map { $0.day <= 7 } == true, "\(days)")
    }
  }
}
