import ArgumentParser
import Foundation
import ProgressStore
import Reports
import Scheduling
import TerminalUI

/// Prints figures from the log, in any format.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Say what you learned, what you remember, and what is next.",
    discussion: """
      The reports are overview, retention, forecast, heatmap, topics, calibration and mocks; \
      without a name the overview is printed, and --html and --csv write all of them.

      Retention is the share of first answers of a day to cards that had waited days. Answers that \
      were taken back do not count, nor does practice that leaves no trace. A study day begins at \
      04:00. Figures from fewer than 30 answers are marked as few.
      """)

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case overview, retention, forecast, heatmap, topics, calibration, mocks, all

    var views: [Report.View] {
      self == .all
        ? Report.View.allCases.filter { $0 != .digest }
        : Report.View(rawValue: rawValue).map { [$0] } ?? []
    }
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: "Which report, or all.")
  var name: Name?

  @Option(
    help: ArgumentHelp("The last so many days, or day, week, month, year, all.", valueName: "n"))
  var days = "30"

  @Option(help: ArgumentHelp("From this study day on, such as 2026-11-01.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("Until this study day.", valueName: "day"))
  var until: String?

  @Option(help: "A topic, or the beginning of its name.")
  var topic: String?

  @Flag(help: "What was learned, what slipped, what is next: the week on one screen.")
  var digest = false

  @Flag(help: "Print JSON with exact figures.")
  var json = false

  @Flag(help: "Print lines with tabs between exact figures.")
  var plain = false

  @Flag(help: "Print Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("Write each table as a CSV file into this folder.", valueName: "folder"))
  var csv: String?

  @Option(help: ArgumentHelp("Write one HTML page; - is standard output.", valueName: "file"))
  var html: String?

  @Flag(help: "Show the page in the browser: BROWSER, or the desktop's.")
  var open = false

  func validate() throws {
    let forms = [json, plain, markdown, csv != nil, html != nil].count(where: \.self)
    if forms > 1 {
      throw ValidationError("--json, --plain, --markdown, --csv and --html exclude each other.")
    }
    if open, html == nil || html == "-" { throw ValidationError("--open needs --html FILE.") }
    if digest, name != nil { throw ValidationError("--digest is a report of its own.") }
  }

  func run() throws {
    let period = try period()
    let desk = try Desk.reporting(common, world: World())
    let topic = try topic.map { try desk.topic(named: $0) }
    let figures = try desk.figures(desk.figureSources(), period: period, topic: topic)
    let reports = views.map { Report($0, of: figures) }
    if let html {
      try writePage(reports, to: html, desk: desk)
    } else if let csv {
      try writeTables(reports, into: csv)
    } else if json {
      print(try ReportObjects(figures).text(of: digest ? [.digest] : views, isAll: name == .all))
    } else if markdown {
      print(reports.map(MarkdownText.of).joined(separator: "\n"), terminator: "")
    } else if plain {
      print(reports.map(PlainText.of).joined(separator: "\n"), terminator: "")
    } else {
      printText(reports)
    }
  }

  private var views: [Report.View] {
    if digest { return [.digest] }
    return (name ?? (html != nil || csv != nil ? .all : .overview)).views
  }

  private func printText(_ reports: [Report]) {
    for (index, report) in reports.enumerated() {
      if index > 0 { print("") }
      print("\(report.view.title): \(report.scope), \(report.span)\n")
      for line in ReportLayout(report, width: Columns.width).lines { print(line.text) }
      print("\n\(report.note)")
    }
  }

  // MARK: Files

  private func writePage(_ reports: [Report], to path: String, desk: Desk) throws {
    let scope = reports.first?.scope ?? ""
    let page = ReportPage.html(
      reports, title: digest ? "ebb: the week" : "ebb: what you know",
      made: "\(scope), made on \(desk.world.today.long).")
    let output = try OutputFile(path)
    output.write(page)
    try output.finish()
    if path != "-" { print("\(path): \(count(reports.count, "report"))") }
    if open {
      let status = Browser(environment: desk.world.environment).open(path)
      guard status == 0 else {
        throw CommandFailure(
          .usage, "cannot show \(path): no browser could be started; set BROWSER to one")
      }
    }
  }

  private func writeTables(_ reports: [Report], into folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        .usage, "cannot write to \(folder): the folder cannot be made; check its permissions")
    }
    var names: [String] = []
    for table in reports.flatMap(\.tables) {
      let output = try OutputFile(folder + "/\(table.name).csv")
      output.writeRaw(CSVText.of(table))
      try output.finish()
      names.append(table.name)
    }
    print("\(folder): \(count(names.count, "table")): \(names.joined(separator: ", "))")
  }

  // MARK: The period

  private func period() throws -> ReportPeriod {
    let from = try since.map { try day($0, option: "--since") }
    let to = try until.map { try day($0, option: "--until") }
    if let from, let to, to < from {
      throw CommandFailure(
        .usage, "cannot report from \(from) until \(to): --until is before --since")
    }
    if let from { return .between(from, to) }
    if let to { return .until(to) }
    let words: [String: ReportPeriod] = [
      "day": .last(1), "week": .last(7), "month": .last(30), "year": .last(365), "all": .all,
    ]
    if let period = words[days] { return period }
    guard let number = Int(days), (1...36_500).contains(number) else {
      throw CommandFailure(
        .usage,
        "cannot report on “\(days)” days: --days takes 1 to 36500, or day, week, month, year, all")
    }
    return .last(number)
  }

  private func day(_ text: String, option: String) throws -> Day {
    guard let day = Day(text) else {
      throw CommandFailure(
        .usage, "cannot read \(option) “\(text)”: a day is written such as 2026-11-24")
    }
    return day
  }
}
