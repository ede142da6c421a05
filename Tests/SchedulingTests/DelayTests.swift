import Scheduling
import Testing

struct DelayTests {
  @Test(arguments: [
    (0, "0s"), (59, "59s"), (60, "1m"), (330, "6m"), (600, "10m"), (3569, "59m"), (3570, "1h"),
    (18000, "5h"), (86400, "24h"), (-5, "0s"),
    (170_999, "47h"), (171_000, "2d"), (216_000, "3d"),
  ])
  func spansOfOneDayAreShownInSecondsMinutesOrHours(seconds: Int, text: String) {
    #expect(Delay.seconds(seconds).description == text)
  }

  @Test(arguments: [
    (1, "1d"), (27, "27d"), (30, "30d"), (31, "1mo"), (103, "3.4mo"), (360, "11.8mo"),
    (365, "1y"), (438, "1.2y"), (3650, "10y"), (36500, "100y"),
  ])
  func longerSpansAreShownInDaysMonthsOrYears(days: Int, text: String) {
    #expect(Delay.days(days).description == text)
  }

  @Test func noSpanOfDaysIsLongerThanSixCharactersOrShownAsTwelveMonths() {
    for days in 1...36500 {
      let text = Delay.days(days).description
      #expect(text.count <= 6 && text != "12mo", "\(days) days: \(text)")
    }
  }
}
