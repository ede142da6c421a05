import Decks
import Scheduling

extension Report {
  static func topics(_ figures: Figures) -> Report {
    // One topic is shown along its headings, all topics as topics.
    let isOne = figures.topic != nil
    let rows = isOne ? figures.topics + figures.parts : figures.topics
    var blocks: [Block] = [.chart(mastery(rows, isOne: isOne))]
    let unseen = rows.filter { $0.unseen > 0 && $0.seen == 0 }
    if !unseen.isEmpty, !isOne {
      blocks.append(
        .sentence(
          unseen.count == rows.count
            ? "No card was asked yet." : "Never asked: \(Words.list(unseen.map(\.topic)))."))
    }
    blocks += silent(figures)
    if rows.isEmpty {
      blocks = [.sentence("There are no cards yet: ebb add FOLDER brings your notes.")]
    }
    return Report(
      .topics, of: figures,
      note:
        "READY: recalled now, unseen = 0. KEPT: true retention (~ few). MOCK: of 100.",
      blocks: blocks)
  }

  /// What of the notes no card asks about.
  private static func silent(_ figures: Figures) -> [Block] {
    let all = figures.silent.reduce(0) { $0 + $1.all }
    let parts = figures.silent.flatMap { note in note.parts.map { (note.topic, $0) } }
    guard all > 0 else { return [] }
    var blocks: [Block] = [
      .heading("Parts of the notes without a card"),
      .sentence(
        "\(Words.count(parts.count)) of \(Words.count(all, "part")) "
          + "(headings with more than 20 words and no heading below)."),
    ]
    guard !parts.isEmpty else { return blocks }
    blocks.append(
      .table(
        Table(
          name: "parts-without-a-card",
          columns: [
            .init("topic", "Topic", isText: true), .init("source", "Source", isText: true),
            .init("part", "Part", isText: true),
          ],
          rows: parts.prefix(Figures.listed).map { topic, part in
            [
              .text(topic), .text("\(part.place.path):\(part.place.line)"),
              .text(part.trail.last ?? topic),
            ]
          })))
    if parts.count > Figures.listed {
      blocks.append(
        .sentence(
          "and \(Words.count(parts.count - Figures.listed)) more: ebb report topics --json."))
    }
    return blocks
  }

  private static func mastery(_ rows: [TopicFigures], isOne: Bool) -> Chart {
    let topics = isOne ? Array(rows.prefix(1)) : rows
    return Chart(
      kind: .bars(column: 1, goal: nil), title: "Readiness by topic",
      summary: topics.map { "\($0.topic) \($0.ready.map(Words.percent) ?? "·")" }
        .joined(separator: ", ") + ".",
      table: Table(
        name: "topics",
        columns: [
          .init("topic", isOne ? "Part" : "Topic", isText: true), .init("ready", "Ready"),
          .init("seen", "Seen"), .init("stability_days", "Stable"), .init("kept", "Kept"),
          .init("last_asked", "Last"), .init("mock", "Mock"), .init("trend", "Trend"),
        ],
        rows: rows.map(row), noise: Set(rows.indices.filter { rows[$0].seen == 0 })))
  }

  private static func row(_ figures: TopicFigures) -> [Value] {
    [
      .text(
        String(repeating: "  ", count: max(figures.path.count - 1, 0)) + (figures.path.last ?? "")),
      figures.ready.map { .ratio($0) } ?? .missing,
      .part(Share(ok: figures.seen, n: figures.cards)),
      figures.stability.map { .days($0) } ?? .missing,
      figures.kept.n == 0 ? .missing : .share(figures.kept),
      figures.lastAsked.map { .day($0) } ?? .never,
      figures.mock.map { .number($0.score, decimals: 0) } ?? .missing,
      figures.trend.isEmpty ? .missing : .trend(figures.trend),
    ]
  }
}
