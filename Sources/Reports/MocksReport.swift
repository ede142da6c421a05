import Scheduling

extension Report {
  /// The mock interviews of the period, what they asked about, and how scores develop since the
  /// first one.
  static func mocks(_ figures: Figures) -> Report {
    guard let first = figures.mocks.first else {
      return Report(
        .mocks, of: figures, span: "no finished mocks", note: "A mock interview takes 20 minutes.",
        blocks: [
          .sentence("There is no finished mock interview yet."),
          .sentence("ebb mock asks as an interviewer does: against the clock, without a hint."),
        ])
    }
    let recent = figures.recentMocks
    let earlier = figures.mocks.count - recent.count
    var blocks: [Block] = recent.isEmpty ? [] : [.table(table(recent))]
    if earlier > 0 {
      blocks.append(
        .sentence(
          (recent.isEmpty ? "None in this period; " : "")
            + "\(Words.count(earlier)) before it, since \(first.day.long)."))
    }
    blocks += trends(figures.mocks).map { .sentence($0) }
    blocks += topics(figures, recent)
    return Report(
      .mocks, of: figures,
      span: "\(Words.count(recent.count, "finished mock")), \(figures.period.name)",
      note: "IN TIME: answers within their time. BRIER: 0 is perfect. Enter opens a mock.",
      blocks: blocks)
  }

  private static func trends(_ mocks: [MockResult]) -> [String] {
    MockTrend.of(mocks).filter { $0.scores.count > 1 }.map { trend in
      let scores = trend.scores.suffix(12).map { Words.number($0, decimals: 0) }
      let slope = trend.slope.map { slope in
        let points = Words.number(abs(slope), decimals: abs(slope) < 2 ? 1 : 0)
        return ", about \(points) points \(slope < 0 ? "worse" : "better") each time"
      }
      return "\(trend.preset), last \(scores.count): "
        + "\(scores.joined(separator: " "))\(slope ?? "")"
    }
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
          .part(mock.done), mock.inTime.n == 0 ? .missing : .part(mock.inTime),
          mock.brier.map { .number($0, decimals: 2) } ?? .missing, .milliseconds(mock.duration),
        ]
      })
  }

  private static func topics(_ figures: Figures, _ recent: [MockResult]) -> [Block] {
    let topics = MockTopic.of(recent).filter { figures.topic == nil || $0.topic == figures.topic }
    guard !topics.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading("Key points said, by topic, \(figures.period.name)"),
      .table(
        Table(
          name: "mocks-by-topic",
          columns: [
            .init("topic", "Topic", isText: true), .init("answers", "Answers"),
            .init("score", "Of 100"),
          ],
          rows: topics.map { topic in
            [.text(topic.topic), .count(topic.answers), .number(topic.score, decimals: 0)]
          },
          noise: Set(topics.indices.filter { topics[$0].isFew }))),
    ]
    let asked = Set(topics.map(\.topic))
    let rest = figures.topics.map(\.topic).filter { !asked.contains($0) }.sorted()
    if !rest.isEmpty { blocks.append(.sentence("Not asked: \(Words.list(rest)).")) }
    return blocks
  }
}
