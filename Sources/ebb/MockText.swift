import Foundation
import MockInterview
import Reports
import Scheduling
import TerminalUI

/// Mocks in words for commands.
enum MockText {
  /// What decided on a band.
  static func words(for reason: Scorecard.Reason) -> String {
    switch reason {
    case .tooFewAnswers(let count):
      "too few answers: \(count), a band needs \(Scorecard.leastAnswers)"
    case .notEnoughDone(let done):
      "\(Words.percent(done)) done, a band needs \(Words.percent(Scorecard.leastDone))"
    case .lowest(let dimension): "\(dimension.rawValue) at 1 of 4 allows no more"
    case .held(let dimension): "\(dimension.rawValue) held it down"
    case .overall: "the whole decided"
    }
  }

  /// What the attempt came to: "lean yes", "passed", "·".
  static func verdict(_ card: Scorecard, of attempt: Attempt) -> String {
    if attempt.isDiscarded { return "discarded" }
    if attempt.state != .done { return attempt.state.rawValue }
    if let passed = card.passed { return passed ? "passed" : "not passed" }
    if let band = card.band { return band.name }
    switch card.reason {
    case .tooFewAnswers, .notEnoughDone: return "too few"
    default: return "·"
    }
  }

  /// Attempts as a table, in the order given.
  static func list(_ attempts: [Attempt], calendar: StudyCalendar) -> String {
    var rows = [["#", "DATE", "PRESET", "SCORE", "BAND", "DONE", "IN TIME", "BRIER"]]
    for attempt in attempts {
      let card = Scorecard(of: attempt)
      let isDone = attempt.state == .done
      rows.append([
        String(attempt.number), calendar.day(of: attempt.startedAt).description,
        attempt.preset.name, isDone ? String(Int(card.score.rounded())) : "·",
        verdict(card, of: attempt),
        "\(card.questions - (card.counts[.unreached] ?? 0))/\(card.questions)",
        card.inTime.of == 0
          ? "·" : Words.percent(Double(card.inTime.answers) / Double(card.inTime.of)),
        card.calibration.map { Words.number($0.brier, decimals: 2) } ?? "·",
      ])
    }
    let widths = rows[0].indices.map { column in
      rows.map { CellWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      Columns.line(zip(row, widths).map(Columns.left).joined(separator: "  "))
    }.joined(separator: "\n")
  }

  /// "Screens: 41 49 52, about 4 points better each time"; nil before there are four.
  static func trend(of preset: String, in history: MockHistory) -> String? {
    guard let slope = history.trend(of: preset) else { return nil }
    let scores = history.finished.filter { $0.preset.name == preset }.suffix(12).map {
      String(Int(Scorecard(of: $0).score.rounded()))
    }
    return "\(preset): \(scores.joined(separator: " ")), \(MockHistory.words(forSlope: slope))"
  }

  /// A paper without its questions' answers.
  static func paper(_ paper: Paper) -> String {
    var lines = [
      "\(paper.preset.name), seed \(paper.seed): \(count(paper.primaries.count, "question")), "
        + "\(SpokenTime.clock(paper.limit)) of answering"
    ]
    lines += paper.relaxed.map { "! " + $0 }
    var round = ""
    for question in paper.primaries {
      if question.round != round, question.form != .stage, paper.preset.rounds.count > 1 {
        round = question.round
        lines.append(round)
      }
      let box = question.box > 0 ? "  \(SpokenTime.clock(question.box * 1000))" : ""
      let about = question.form == .stage ? question.round : question.topic
      let asked =
        question.form == .stage && question.number > 1
        ? "" : "  " + question.line
      lines.append("\(question.number)  level \(question.level)\(box)  \(about)\(asked)")
    }
    return lines.joined(separator: "\n")
  }
}
