import Decks
import Reports
import Scheduling

/// Reports as JSON with exact figures; Resources/schema/report.schema.json describes every object.
struct ReportObjects {
  let figures: Figures

  init(_ figures: Figures) { self.figures = figures }

  /// One object for one report; for all of them one object that holds each under its name.
  func text(of views: [Report.View], isAll: Bool) throws -> String {
    guard isAll else { return try views.map(object).joined(separator: "\n") }
    let parts = try views.map { "\"\($0.rawValue)\":\(try object($0))" }
    return "{\"schema\":\"ebb.report/1\",\(parts.joined(separator: ","))}"
  }

  private func object(_ view: Report.View) throws -> String {
    switch view {
    case .overview: try JSONText.of(overview)
    case .retention: try JSONText.of(retention)
    case .forecast: try JSONText.of(forecast)
    case .heatmap: try JSONText.of(heatmap)
    case .topics: try JSONText.of(topics)
    case .calibration: try JSONText.of(calibration)
    case .mocks: try JSONText.of(mocks)
    case .digest: try JSONText.of(digest)
    }
  }

  /// What every object says of itself.
  func head(_ view: Report.View, _ period: Period? = nil) -> Head {
    let period = period ?? figures.period
    return Head(
      schema: "ebb.report.\(view.rawValue)/1", from: period.from.description,
      to: period.to.description, today: figures.today.description, topic: figures.topic)
  }

  struct Head {
    let schema, from, to, today: String
    let topic: String?
  }

  /// So many right of so many, with Wilson's 95 % interval.
  struct ShareObject: Encodable {
    let n, ok: Int
    let low, high: Nullable<Double>

    init(_ share: Share) {
      (n, ok) = (share.n, share.ok)
      low = Nullable(share.interval?.low)
      high = Nullable(share.interval?.high)
    }
  }

  struct KeptObject: Encodable {
    let young, mature, all: ShareObject

    init(_ tally: DayTally) {
      young = ShareObject(tally.young)
      mature = ShareObject(tally.mature)
      all = ShareObject(tally.all)
    }
  }
}
