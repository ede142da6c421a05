import Foundation
import Scheduling
import Testing

@testable import Reports

struct FormatTests {
  private func table(_ rows: [[Report.Value]]) -> Report.Table {
    Report.Table(
      name: "t",
      columns: [.init("name", "Name", isText: true), .init("kept", "Kept")], rows: rows)
  }

  @Test(arguments: [
    // A text, and the field of a CSV file that holds it (RFC 4180).
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a \"b\" c", "\"a \"\"b\"\" c\""),
    ("two\nlines", "\"two\nlines\""), ("", ""), (" edge", "\" edge\""),
    // What a spreadsheet would run as a formula.
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("=a,b", "\"'=a,b\""), ("＝1", "'＝1"),
  ]) func csvHoldsTextAsText(text: String, field: String) {
    let csv = CSVText.of(table([[.text(text), .count(-3)]]))
    #expect(csv == "name,kept\r\n\(field),-3\r\n")
  }

  @Test func csvHoldsExactFiguresAndBothPartsOfAShare() {
    let csv = CSVText.of(
      table([[.text("a"), .share(Share(ok: 1, n: 3))], [.day(today), .missing]]))
    #expect(csv == "name,kept_ok,kept_n\r\na,1,3\r\n2026-11-24,,\r\n")
    #expect(Report.Value.ratio(2.0 / 3).exact == ["\(2.0 / 3)"])
  }

  @Test func markdownEscapesWhatItWouldRead() {
    #expect(
      MarkdownText.escaped("a|b *c* <d> `e` #f [g]\nh")
        == "a\\|b \\*c\\* \\<d\\> \\`e\\` \\#f \\[g\\] h")
  }

  @Test func pagesEscapeWhatTheyWouldRun() {
    #expect(Markup.escaped("<a href=\"x\">&</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;")
    #expect(Markup.escaped("<\u{301}b>") == "&lt;\u{301}b&gt;", "an accent hides no mark")
    #expect(Markup.number(1.04) == "1" && Markup.number(1.26) == "1.3")
  }

  @Test(arguments: [
    (0.0, "0%"), (0.001, "1%"), (0.904, "90%"), (0.995, "99%"), (0.9999, "99%"), (1, "100%"),
  ]) func percentsNeverClaimAllOrNothing(ratio: Double, words: String) {
    #expect(Words.percent(ratio) == words)
  }

  @Test(arguments: [(0.8999, "89%"), (0.9, "90%"), (0.29, "29%"), (0.999, "99%"), (1, "100%")])
  func anAimIsNotReachedBeforeItIs(ratio: Double, words: String) {
    #expect(Words.reached(ratio) == words)
  }

  @Test func figuresAreReadableInAnyLocale() {
    #expect(Words.count(1_234_567) == "1,234,567" && Words.count(-1_000) == "-1,000")
    #expect(Words.count(999) == "999" && Words.count(0) == "0")
    #expect(Words.number(3.14159, decimals: 2) == "3.14")
    #expect(Words.number(-0.04, decimals: 1) == "0.0")
    #expect(Words.number(1_234.5, decimals: 1) == "1,234.5")
    #expect(Words.number(.nan, decimals: 1) == "·")
    #expect(Words.days(9) == "9 d" && Words.days(2.34) == "2.3 d" && Words.days(3652.5) == "10.0 y")
    #expect(Words.duration(4_300) == "4.3 s" && Words.duration(18_000) == "18 s")
    #expect(Words.duration(840_000) == "14 min" && Words.duration(21_840_000) == "6 h 04 min")
    #expect(Words.points(0.155) == "+16" && Words.points(-0.11) == "-11" && Words.points(0) == "0")
    #expect(Words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func weeksBelongToTheYearOfTheirThursday() {
    // Known from the standard: 1 January 2027 is a Friday and still in week 53 of 2026.
    #expect(Day(year: 2027, month: 1, day: 1).isoWeek == "2026-W53")
    #expect(Day(year: 2026, month: 1, day: 1).isoWeek == "2026-W01")
    #expect(Day(year: 2024, month: 12, day: 30).isoWeek == "2025-W01")
    #expect(today.isoWeek == "2026-W48")
  }

  @Test func shadesReachFromOneToTheBusiestDay() {
    for most in 0...500 {
      let shades = Report.shades(most: most)
      #expect(shades.count == 4 && shades[0] == 1 && shades == shades.sorted(), "\(most)")
      #expect(Set(shades).count == 4, "\(most)")
      // The busiest day is in one of the two darkest shades.
      #expect(most < 4 || shades[2] <= most || most <= 20, "\(most): \(shades)")
    }
  }

  @Test func axesEndAtNumbersThatHalveWell() {
    #expect(ChartDrawing.roundedUp(0) == 2 && ChartDrawing.roundedUp(3) == 4)
    #expect(ChartDrawing.roundedUp(45) == 60 && ChartDrawing.roundedUp(100) == 100)
    #expect(ChartDrawing.roundedUp(1_001) == 2_000)
  }

  @Test func periodsAreCountedWithToday() {
    #expect(Period.last(30, until: today).from == Day(year: 2026, month: 10, day: 26))
    #expect(Period.last(1, until: today).days == 1)
    let all = ReportPeriod.all.period(since: today.advanced(by: -9), today: today)
    #expect(all.days == 10)
    // Somebody who asks for days to come gets a period all the same.
    let later = ReportPeriod.between(today.advanced(by: 3), nil).period(since: today, today: today)
    #expect(later.from == later.to)
    var period = ReportPeriod.last(7)
    for _ in ReportPeriod.usual { period = period.next }
    #expect(period == .last(7))
  }

  // MARK: Reports

  private var log: HandMadeLog {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", trail: ["<b>", "|"], stability: 10, lapses: 9)
    log.card("b", topic: "=cmd()", stability: 40, interval: 40)
    log.card("c", topic: "Docker")
    for day in 1...24 {
      let moment = "2026-11-\(day < 10 ? "0" : "")\(day) 10:00"
      log.answer("a", moment, day % 5 == 0 ? .again : .good, sureness: day % 3 + 1)
      if day.isMultiple(of: 6) { log.answer("b", moment, .easy, interval: 30) }
    }
    return log
  }

  @Test func everyReportOfEveryLogCanBeWrittenInEveryFormat() {
    for figures in [log.figures(), HandMadeLog().figures(), log.figures(topic: "Redis")] {
      for view in Report.View.allCases {
        let report = Report(view, of: figures)
        #expect(!report.blocks.isEmpty && !report.note.isEmpty, "\(view)")
        #expect(MarkdownText.of(report).hasPrefix("# "), "\(view)")
        #expect(!PlainText.of(report).isEmpty, "\(view)")
        for table in report.tables {
          #expect(Set(table.keys).count == table.keys.count, "\(table.name)")
          for row in table.rows {
            #expect(row.count == table.columns.count, "\(table.name)")
            #expect(table.fields(of: row).count == table.keys.count, "\(table.name)")
          }
        }
      }
    }
  }

  @Test func everyTableHasANameOfItsOwn() {
    let names = Report.View.allCases.flatMap { Report($0, of: log.figures()).tables.map(\.name) }
    #expect(Set(names).count == names.count, "\(names)")
  }

  @Test func everyChartSaysWhatItShowsAndShowsSomething() {
    var pictures = 0
    for view in Report.View.allCases {
      for case .chart(let chart) in Report(view, of: log.figures()).blocks {
        #expect(chart.summary.count > 5 && !chart.title.isEmpty, "\(view)")
        guard !chart.table.rows.isEmpty else { continue }
        for picture in ChartDrawing.svg(of: chart) {
          pictures += 1
          #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>"))
          #expect(picture.contains("class=\"mark") && picture.contains("aria-label=\""))
          #expect(!picture.contains("<b>") && !picture.contains("NaN") && !picture.contains("inf"))
        }
      }
    }
    #expect(pictures >= 10)
  }

  @Test func adviceNamesTheMostUrgentFirstAndAtMostThree() {
    let steps = Advice(log.figures()).steps
    #expect(steps.count == 3)
    // Two cards are due and one is new; then the leech; sureness has no bias of 15 points.
    #expect(steps[0].hasPrefix("Review what waits today: 2 due and 1 new"), "\(steps)")
    #expect(steps.contains { $0.contains("1 card that you keep forgetting, up to 9 times") })
    #expect(Advice(HandMadeLog().figures()).steps.isEmpty)
  }

  @Test func theEmptyLogIsSaidInWords() {
    let report = Report(.overview, of: HandMadeLog().figures())
    #expect(MarkdownText.of(report).contains("Nothing was answered yet"))
    #expect(report.tables.isEmpty)
  }
}
