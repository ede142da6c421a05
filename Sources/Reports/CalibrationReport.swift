extension Report {
  static func calibration(_ figures: Figures) -> Report {
    let calibration = figures.calibration
    guard calibration.answers > 0 else {
      return Report(
        .calibration, of: figures, note: "Answers with a sureness make the figures.",
        blocks: [
          .sentence("You were not asked how sure you are, so there is nothing to compare."),
          .sentence(
            "Say it before you see the answer, in reviews or in a mock interview (ebb mock)."),
        ])
    }
    var blocks: [Block] = [.chart(reliability(calibration))]
    blocks += facts(calibration).map { .fact($0) }
    if !calibration.topics.isEmpty {
      blocks.append(
        .table(
          Table(
            name: "calibration-by-topic",
            columns: [
              .init("topic", "Topic", isText: true), .init("answers", "Answers"),
              .init("bias", "Too sure by"),
            ],
            rows: calibration.topics.map {
              [.text($0.topic), .count($0.answers), .points($0.bias)]
            })))
    }
    if !figures.sureAndWrong.isEmpty {
      blocks += [
        .heading(
          "Sure and wrong, \(figures.period.name): "
            + "\(Words.count(figures.sureAndWrong.count, "card")), the latest first"),
        .table(list(figures.sureAndWrong, named: "sure-and-wrong", names: figures.names)),
      ]
    }
    return Report(.calibration, of: figures, note: hint(calibration), blocks: blocks)
  }

  private static func reliability(_ calibration: Calibration) -> Chart {
    Chart(
      kind: .reliability(said: 1, right: 2), title: "You said, and were right",
      summary: calibration.rows.filter { $0.right.n > 0 }.map {
        "\($0.word): said \(Words.percent($0.said)), right \(Words.percent($0.right.ratio ?? 0))"
      }.joined(separator: "; ") + ".",
      table: Table(
        name: "calibration",
        columns: [
          .init("word", "You said", isText: true), .init("said", "Means"),
          .init("right", "And were right"),
        ],
        rows: calibration.rows.map { [.text($0.word), .ratio($0.said), .share($0.right)] },
        noise: Set(calibration.rows.indices.filter { calibration.rows[$0].isFew })))
  }

  private static func facts(_ calibration: Calibration) -> [Fact] {
    guard let brier = calibration.brier, let uncertainty = calibration.uncertainty,
      let bias = calibration.bias
    else { return [] }
    let skill =
      calibration.skill.map { skill in
        "\(Words.percent(abs(skill))) \(skill < 0 ? "worse" : "better") than not telling answers apart"
      } ?? "· (all were right, or none)"
    let sure = calibration.rows.last.flatMap { row in
      row.right.ratio.map { ", \(Words.points(row.said - $0)) when you say \(row.word)" }
    }
    return [
      Fact(
        "Brier score",
        "\(Words.brier(brier)) (0 is perfect; always saying the same would give "
          + "\(Words.number(uncertainty, decimals: 3)))"),
      Fact("Skill", skill),
      Fact("Bias", "\(Words.points(bias)) points overall\(sure ?? "")"),
    ]
  }

  private static func hint(_ calibration: Calibration) -> String {
    guard let sure = calibration.rows.last, let ratio = sure.right.ratio, !sure.isFew else {
      return "Fewer than ten answers to a word say little."
    }
    return "When you say \(sure.word), you are right \(Words.percent(ratio)) of the time."
  }
}
