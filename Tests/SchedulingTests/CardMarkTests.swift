import Scheduling
import Testing

struct CardMarkTests {
  private static let marks: [CardMark] = [
    .bury(until: Day(year: 2026, month: 11, day: 25)), .unbury, .suspend, .unsuspend, .flag(0),
    .flag(3), .memo(""), .memo("see page 12, ζ 漢字\n2"), .reset,
    .due(Day(year: 2027, month: 1, day: 2), interval: nil),
    .due(Day(year: 2027, month: 1, day: 2), interval: 40),
  ]

  @Test(arguments: marks) func aMarkIsReadBackFromItsNameAndDetail(mark: CardMark) {
    #expect(CardMark(name: mark.name, detail: mark.detail) == mark)
  }

  @Test(arguments: [
    ("bury", ""), ("bury", "tomorrow"), ("suspend", "x"), ("flag", "-1"), ("flag", "red"),
    ("due", "2027-01-02 0"), ("due", "2027-01-02 3 4"), ("due", ""), ("burn", ""),
  ])
  func whatIsNoMarkIsRefused(name: String, detail: String) {
    #expect(CardMark(name: name, detail: detail) == nil)
  }

  @Test func ofEveryKindTheLatestMarkCounts() {
    let day = Day(year: 2026, month: 11, day: 25)
    var marks = CardMarks.none
    for mark: CardMark in [.suspend, .flag(1), .memo("a"), .bury(until: day)] { marks.add(mark) }
    #expect(
      marks == CardMarks(isSuspended: true, buriedUntil: day, flag: 1, memo: "a"))
    #expect(!marks.allowAsking(on: day))
    for mark: CardMark in [.unsuspend, .flag(0), .memo("")] { marks.add(mark) }
    #expect(!marks.allowAsking(on: day.advanced(by: -1)) && marks.allowAsking(on: day))
    marks.add(.unbury)
    #expect(marks == .none)
  }
}
