import Scheduling

extension Report {
  static func mocks(_ figures: Figures) -> Report {
    let mocks = figures.mocks
    guard !mocks.isEmpty else {
      return Report(
        .mocks, of: figures, span: "no finished mocks", note: "A mock interview takes 20 minutes.",
        blocks: [
          .sentence("There is no finished mock interview yet."),
          .sentence("ebb mock asks as an interviewer does: against the clock, without a hint."),
        ])
    }
    var blocks: [Block] = [.table(table(mocks))]
    for trend in MockTrend.of(mocks) where trend.scores.count > 1 {
      let scores = trend.scores.suffix(12).map { Words.number($0, decimals: 0) }
      let slope = trend.slope.map { slope in
        let points = Words.number(abs(slope), decimals: abs(slope) < 2 ? 1 : 0)
        return ", about \(points) points \(slope < 0 ? "worse" : "better") each time"
      }
      blocks.append(
        .sentence("\(trend.preset): \(scores.joined(separator: " "))\(slope ?? "")"))
    }
    return Report(
      .mocks, of: figures, span: Words.count(mocks.count, "finished mock"),
      note: "One mock in full: ebb mock show NUMBER.", blocks: blocks)
  }

  private static func table(_ mocks: [MockResult]) -> Table {
    Table(
      name: "mocks",
      columns: [
        .init("number", "#"), .init("day", "Date", isText: true),
        .init("preset", "Preset", isText: true), .init("score", "Score"),
        .init("band", "Band", isText: true), .init("done", "Done"), .init("in_time", "In time"),
        .init("brier", "Brier"), .init("ms", "Took"),
      ],
      rows: mocks.reversed().map { mock in
        [
          .count(mock.number), .day(mock.day), .text(mock.preset),
          .number(mock.score, decimals: 0),
          mock.passed.map { .text($0 ? "passed" : "not passed") } ?? mock.band.map { .text($0) }
            ?? .missing,
          .share(mock.done), mock.inTime.ratio.map { .ratio($0) } ?? .missing,
          mock.brier.map { .number($0, decimals: 2) } ?? .missing, .milliseconds(mock.duration),
        ]
      })
  }
}
