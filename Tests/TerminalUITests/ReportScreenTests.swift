import Reports
import Scheduling
import Testing

@testable import TerminalUI

struct ReportScreenTests {
  private func desk(_ figures: Figures = .sample()) -> Desk {
    var desk = Desk()
    _ = desk.app.handle(.show(ReportScreen(figures, period: .last(30))))
    return desk
  }

  @Test func homeLeadsToTheReportsOfAMonth() {
    var desk = Desk()
    desk.press(.character("R"))
    #expect(
      desk.effects == [.reports(.open(period: .last(30), topic: nil, view: .overview))])
  }

  @Test func digitsAndArrowsLeadThroughTheViews() {
    var desk = desk()
    #expect(desk.text.contains("[1 overview]"))
    desk.press(.character("4"))
    #expect(desk.text.contains("[4 heatmap]"))
    desk.press(.tab)
    #expect(desk.text.contains("[5 topics]"))
    desk.press(.character("l"))
    #expect(desk.text.contains("[6 calibration]"))
    desk.press(.left, .left)
    // The heatmap is a calendar, in which the arrows walk the days.
    #expect(desk.text.contains("[4 heatmap]"))
    desk.press(.left)
    #expect(desk.text.contains("[4 heatmap]") && desk.text.contains("Tue 24 Nov: "))
    desk.press(.tab, .tab, .tab, .tab)
    #expect(desk.text.contains("[1 overview]"))
  }

  @Test func daysOfTheHeatmapAreWalkedInAllFourDirections() {
    let figures = Figures.sample()
    var desk = desk(figures)
    desk.press(.character("4"), .character("h"))
    let today = Day(year: 2026, month: 11, day: 24)
    // From today a week back, two days up, which is over the Sunday; then further than there is.
    for (key, day) in [
      (Key.character("h"), today.advanced(by: -7)), (.character("k"), today.advanced(by: -8)),
      (.character("k"), today.advanced(by: -9)), (.character("l"), today.advanced(by: -2)),
      (.character("j"), today.advanced(by: -1)), (.right, today),
    ] {
      desk.press(key)
      #expect(desk.screen[22].contains(figures.answered(on: day)), "\(desk.screen[22])")
    }
    for _ in 0..<60 { desk.press(.character("h")) }
    let first = Report.heatmapPeriod(figures).from
    #expect(desk.screen[22].contains(figures.answered(on: first)), "\(desk.screen[22])")
    desk.press(.enter)
    #expect(
      desk.effects.last == .cards(.browse(CardQuery(.term(.time(.seen, .equal, .on(first)))))))
  }

  @Test func aDayOfTheForecastSaysWhatIsDueAndOpensItsCards() {
    let figures = Figures.sample(topic: "Redis")
    var desk = desk(figures)
    desk.press(.character("3"), .enter)
    #expect(desk.effects.isEmpty && desk.text.contains("h and l walk the days"))
    desk.press(.character("l"), .character("l"), .character("l"))
    let day = Day(year: 2026, month: 11, day: 26)
    #expect(desk.screen[22].contains(figures.due(on: day)), "\(desk.screen[22])")
    desk.press(.enter)
    let query = CardQuery(
      .all([.term(.time(.due, .equal, .on(day))), .term(.text(.topic, "Redis"))]))
    #expect(desk.effects.last == .cards(.browse(query)))
  }

  @Test func theDayInFocusIsMarkedAndStaysInSight() {
    for (view, columns, rows) in [("3", 60, 20), ("4", 60, 20), ("4", 120, 40), ("3", 80, 24)] {
      var desk = Desk(columns: columns, rows: rows)
      _ = desk.app.handle(.show(ReportScreen(.sample(period: .last(365)), period: .last(365))))
      desk.press(.character(Character(view)))
      for key in [Key.character("l"), .character("l"), .character("h"), .pageDown, .character("h")]
      {
        desk.press(key)
      }
      let grid = desk.app.draw()
      let marked = (0..<rows).flatMap { row in
        (0..<columns).filter { grid[row, $0].ink == .selection }.map { (row, $0) }
      }
      #expect(marked.count == 1, "\(view) \(columns)")
      #expect(marked.first.map { grid.cursor == .init(row: $0.0, column: $0.1) } == true)
    }
  }

  @Test func whatIsShownCanBeWrittenToAFile() {
    let figures = Figures.sample()
    var desk = desk(figures)
    desk.press(.character("2"), .character("E"))
    #expect(desk.effects.last == .reports(.export(Report(.retention, of: figures))))
    _ = desk.app.handle(.said("Written to ebb-report-retention.md."))
    #expect(desk.text.contains("Written to ebb-report-retention.md."))
    _ = desk.app.handle(.failed("cannot write to x: no space is left on the device"))
    #expect(desk.text.contains("! cannot write") && desk.text.contains("[2 retention]"))
  }

  @Test func enterOpensTheMockInFocusAndCountsAnewAfterwards() throws {
    let figures = Figures.sample()
    var desk = desk(figures)
    desk.press(.character("7"), .character("j"), .enter)
    // The latest stands first.
    let second = try #require(figures.mocks.dropLast().last)
    #expect(desk.effects.last == .mock(.openResult(attempt: second.id)))
    _ = desk.app.handle(.show(HelpScreen(context: .mockResult)))
    desk.press(.character("q"))
    #expect(desk.effects.last == .reports(.count(period: .last(30), topic: nil)))
  }

  @Test func anotherPeriodKeepsTheView() {
    var desk = desk()
    desk.press(.character("2"), .character("o"))
    #expect(desk.effects.last == .reports(.count(period: .last(90), topic: nil)))
    _ = desk.app.handle(.figures(.sample(period: .last(90)), .last(90)))
    #expect(desk.text.contains("[2 retention]") && desk.screen[0].contains("last 90 days"))
    desk.press(.character("o"))
    #expect(desk.effects.last == .reports(.count(period: .last(365), topic: nil)))
  }

  @Test func enterOpensTheTopicInFocus() {
    let figures = Figures.sample()
    var desk = desk(figures)
    desk.press(.character("5"), .character("j"), .enter)
    #expect(
      desk.effects.last
        == .reports(.open(period: .last(30), topic: figures.topics[1].topic, view: .topics)))
    desk.press(.character("1"), .enter)
    // On the overview Enter has nothing to open.
    #expect(desk.effects.filter { $0 != .reports(.readSilentParts) }.count == 1)
  }

  @Test func theNotesAreReadForTheViewThatShowsWhatTheyLeaveOutAndOnlyOnce() {
    var desk = desk(.sample(silent: []))
    desk.press(.character("2"))
    #expect(desk.effects.isEmpty && !desk.text.contains("WITHOUT A CARD"))
    desk.press(.character("5"))
    #expect(desk.effects == [.reports(.readSilentParts)])
    _ = desk.app.handle(.silentParts(Figures.silentSample))
    let shown = Report(.topics, of: .sample())
    let lines = ReportLayout(shown, width: 76).lines.map(\.text)
    desk.press(.character("G"))
    #expect(desk.text.contains(lines.last ?? "?"), "\(desk.text)")
    desk.press(.character("1"), .character("5"))
    #expect(desk.effects == [.reports(.readSilentParts)])
    // Another period keeps what was read; what was opened from here may have changed it.
    _ = desk.app.handle(.figures(.sample(silent: []), .last(90)))
    desk.press(.character("G"))
    #expect(desk.effects == [.reports(.readSilentParts)] && desk.text.contains(lines.last ?? "?"))
  }

  @Test func backLeadsHome() {
    var desk = desk()
    desk.press(.character("q"))
    #expect(desk.text.contains("TOPIC") && !desk.text.contains("[1 overview]"))
  }

  @Test func everyLineCanBeReached() {
    var desk = desk()
    let lines = ReportLayout(Report(.overview, of: .sample()), width: 76).lines.map(\.text)
    var seen: Set<String> = []
    for _ in 0..<lines.count {
      seen.formUnion(desk.screen.map { String($0.drop { $0 == " " }) })
      desk.press(.down)
    }
    for line in lines {
      let text = String(line.drop { $0 == " " })
      #expect(
        text.isEmpty || seen.contains { $0.hasPrefix(text) }, "never seen: \(line)")
    }
  }

  @Test(arguments: [36, 40, 56, 76, 110]) func noLineIsWiderThanItsRoom(width: Int) {
    for figures in [Figures.sample(), .nothing, .sample(topic: "Redis"), .sample(period: .all)] {
      for view in Report.View.allCases {
        for line in ReportLayout(Report(view, of: figures), width: width).lines {
          #expect(line.width <= width, "\(view): \(line.text)")
        }
      }
    }
  }

  @Test func barsAreAsLongAsTheirShare() {
    #expect(ReportBars.bar(0, room: 8) == "")
    #expect(ReportBars.bar(0.001, room: 8) == "▏")
    #expect(ReportBars.bar(0.5, room: 8) == "████")
    #expect(ReportBars.bar(0.5625, room: 8) == "████▌")
    #expect(ReportBars.bar(1, room: 8) == "████████")
    #expect(ReportBars.bar(7, room: 8) == "████████")
  }
}
