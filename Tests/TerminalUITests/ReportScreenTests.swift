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
      desk.effects == [.openReports(period: .last(30), topic: nil, view: .overview)])
  }

  @Test func digitsAndArrowsLeadThroughTheViews() {
    var desk = desk()
    #expect(desk.text.contains("[1 overview]"))
    desk.press(.character("4"))
    #expect(desk.text.contains("[4 heatmap]"))
    desk.press(.character("l"))
    #expect(desk.text.contains("[5 topics]"))
    desk.press(.left, .left, .left, .left, .left, .left)
    #expect(desk.text.contains("[1 overview]"))
  }

  @Test func anotherPeriodKeepsTheView() {
    var desk = desk()
    desk.press(.character("2"), .character("o"))
    #expect(desk.effects.last == .countFigures(period: .last(90), topic: nil))
    _ = desk.app.handle(.figures(.sample(period: .last(90)), .last(90)))
    #expect(desk.text.contains("[2 retention]") && desk.screen[0].contains("last 90 days"))
    desk.press(.character("o"))
    #expect(desk.effects.last == .countFigures(period: .last(365), topic: nil))
  }

  @Test func enterOpensTheTopicInFocus() {
    let figures = Figures.sample()
    var desk = desk(figures)
    desk.press(.character("5"), .character("j"), .enter)
    #expect(
      desk.effects.last
        == .openReports(period: .last(30), topic: figures.topics[1].topic, view: .topics))
    desk.press(.character("1"), .enter)
    // On the overview Enter has nothing to open.
    #expect(desk.effects.count == 1)
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
