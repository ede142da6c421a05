import Decks
import Foundation
import MockInterview
import Reports
import Scheduling
import TerminalUI

/// A mock to be read and shown to somebody: verdict, dimensions, every question with what was said
/// and missed, in the order in which a debrief asks for it.
struct MockTranscript {
  /// A part of the text, before it is Markdown or HTML.
  private enum Part {
    case title(String)
    case heading(String)
    case paragraph(String)
    /// Words of the user, to be set apart.
    case quote(String)
    case bullets([String])
    case checks([Check])
  }

  /// A key point, or an option that could be picked.
  private struct Check {
    /// Whether it was said or picked.
    let isOn: Bool
    /// Whether that is as it should be; nil for a wrong option that was rightly left alone.
    let isGood: Bool?
    let text: String
  }

  private let attempt: Attempt
  private let calendar: StudyCalendar
  private let card: Scorecard
  /// How it stands beside earlier mocks of its preset.
  private let comparison: MockHistory.Comparison?

  init(_ attempt: Attempt, calendar: StudyCalendar, history: MockHistory) {
    comparison = history.comparison(of: attempt)
    self.attempt = attempt
    self.calendar = calendar
    card = Scorecard(of: attempt)
  }

  var markdown: String {
    parts.map { part in
      switch part {
      case .title(let text): "# \(text)\n"
      case .heading(let text): "## \(text)\n"
      case .paragraph(let text): text + "\n"
      case .quote(let text):
        text.split(whereSeparator: \.isNewline).map { "> \($0)" }.joined(separator: "\n") + "\n"
      case .bullets(let texts): texts.map { "- \($0)\n" }.joined()
      case .checks(let rows): rows.map { "- [\($0.isOn ? "x" : " ")] \($0.text)\n" }.joined()
      }
    }.joined(separator: "\n")
  }

  var html: String {
    let body = parts.map { part in
      switch part {
      case .title(let text): "<h1>\(Markup.escaped(text))</h1>"
      case .heading(let text): "<h2>\(Markup.escaped(text))</h2>"
      case .paragraph(let text): MarkdownPage.blocks(text)
      case .quote(let text): "<blockquote>\(Markup.escaped(text))</blockquote>"
      case .bullets(let texts):
        "<ul>" + texts.map { "<li>\(MarkdownPage.inline($0))</li>" }.joined() + "</ul>"
      case .checks(let rows):
        "<ul class=\"checks\">"
          + rows.map {
            let (name, sign) = $0.isGood.map { $0 ? ("said", "✓") : ("missed", "✗") } ?? ("", "·")
            return "<li class=\"\(name)\">\(sign) \(MarkdownPage.inline($0.text))</li>"
          }.joined() + "</ul>"
      }
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto;
        padding: 0 1rem; color: #222; background: #fff; overflow-wrap: anywhere; }
      h2 { margin-top: 2rem; font-size: 1.1rem; border-top: 1px solid #ccc; padding-top: 1rem; }
      pre { overflow-x: auto; }
      blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #999; white-space: pre-line; }
      .checks { list-style: none; padding-left: 0; }
      .missed { color: #a00; } .said { color: #060; }
      @media (prefers-color-scheme: dark) {
        body { color: #ddd; background: #1e1e1e; } .missed { color: #f99; } .said { color: #9d9; } }
      </style></head><body>
      \(body)
      </body></html>
      """
  }

  private var title: String { "Mock \(attempt.number): \(attempt.preset.name)" }

  private var parts: [Part] {
    var parts: [Part] = [.title(title), .paragraph(verdict)]
    if attempt.state != .done {
      parts.append(.paragraph("This mock is not finished: \(attempt.state.rawValue)."))
    }
    if !card.assessments.isEmpty {
      parts.append(
        .bullets(
          card.assessments.map {
            "\($0.dimension.rawValue): \($0.step) of 4, \(Words.percent($0.share)), "
              + ($0.dimension == .clarity
                ? "in time \(card.inTime.answers) of \(card.inTime.of)"
                : count($0.answers, "answer")) + ($0.isByHand ? ", set by hand" : "")
          }))
    }
    var facts: [String] = []
    if !card.topics.isEmpty {
      let weakest = card.topics.prefix(3).map { "\($0.topic) \(Words.percent($0.score))" }
      facts.append("Weakest: " + weakest.joined(separator: ", "))
    }
    let wrong = card.sureAndWrong.compactMap { attempt.paper[$0].map { Self.line($0.prompt) } }
    facts.append("Sure and wrong: " + (wrong.isEmpty ? "none" : wrong.joined(separator: "; ")))
    if let calibration = card.calibration {
      facts.append(
        "Calibration: Brier \(Words.brier(calibration.brier)) from "
          + "\(count(calibration.count, "answer"))"
          + (calibration.skill.map { ", skill \(Words.points($0))%" } ?? "")
          + ", bias \(Words.points(calibration.bias))")
    }
    if let comparison { facts.append("Earlier \(attempt.preset.name)s: \(comparison.words)") }
    facts.append("Seed \(attempt.paper.seed)")
    parts.append(.bullets(facts))
    for question in attempt.questions.sorted(by: { order($0) < order($1) }) {
      parts += self.parts(of: question)
    }
    if let note = attempt.postMortem, !note.isEmpty {
      parts.append(.heading("Post-mortem"))
      let lines = [("Went well", note.well), ("Broke", note.broke), ("Next time", note.next)]
      parts.append(.bullets(lines.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }))
    }
    return parts
  }

  /// Follow-ups stand behind the question they follow.
  private func order(_ question: Question) -> Int {
    question.follows.map { $0 * 2 + 1 } ?? question.number * 2
  }

  private var verdict: String {
    let answered = (card.counts[.answered] ?? 0) + (card.counts[.cut] ?? 0)
    let verdict = MockText.verdict(card, of: attempt)
    var text =
      "\(calendar.day(of: attempt.startedAt)): \(Int(card.score.rounded())) of 100"
      + (verdict == "·" ? "" : ", \(verdict)") + ". \(answered) of \(card.questions) answered in "
      + "\(SpokenTime.clock(attempt.spent)) of \(SpokenTime.clock(attempt.paper.limit))."
    if let reason = card.reason, reason != .overall {
      text += " Band: \(MockText.words(for: reason))."
    }
    return text
  }

  private func parts(of question: Question) -> [Part] {
    let number = question.number
    let answer = attempt.answers[number]
    let label =
      question.form == .stage ? question.round : "\(question.topic), level \(question.level)"
    let name = question.follows == nil ? "\(number). \(label)" : "Follow-up, \(question.topic)"
    var parts: [Part] = [.heading(name), .paragraph(question.prompt)]
    var facts = [outcomeText(of: question, answer: answer)]
    if let sureness = answer?.sureness {
      facts.append(sureness.past)
    }
    if let hints = answer?.hints, hints > 0 { facts.append(count(hints, "hint")) }
    if answer?.isMarkable == true {
      facts.append("score \(Words.percent(attempt.score(of: number)))")
    }
    parts.append(.paragraph(facts.joined(separator: ", ") + "."))
    if let text = answer?.text, !text.isEmpty { parts.append(.quote(text)) }
    if !question.choices.isEmpty {
      parts.append(.checks(checks(of: question, pick: answer?.pick ?? [])))
    } else if !question.points.isEmpty {
      let ticks = attempt.marks[number]?.ticks ?? []
      parts.append(
        .checks(
          question.points.enumerated().map { index, point in
            let isOn = ticks.indices.contains(index) && ticks[index].isOn
            return Check(isOn: isOn, isGood: isOn, text: point.text)
          }))
    }
    if !question.redFlags.isEmpty {
      parts.append(.paragraph("Red flags: " + question.redFlags.joined(separator: " ")))
    }
    if let place = question.place { parts.append(.paragraph("(\(place.path):\(place.line))")) }
    return parts
  }

  /// Options as they were shown, steps in their right order; each with what was picked.
  private func checks(of question: Question, pick: [Int]) -> [Check] {
    let options = question.choices.enumerated().map { index, option in
      (option: option, place: pick.firstIndex(of: index + 1).map { $0 + 1 })
    }
    guard question.kind == .order else {
      return options.map { option, place in
        let isPicked = place != nil
        let words = isPicked ? option.isRight ? " (right)" : " (wrong)" : " (right, not picked)"
        return Check(
          isOn: isPicked, isGood: option.isRight ? isPicked : isPicked ? false : nil,
          text: option.text + (isPicked || option.isRight ? words : ""))
      }
    }
    return options.sorted { $0.option.rank < $1.option.rank }.map { option, place in
      let isRight = place == option.rank
      let words = place.map { isRight ? "" : " (put as \($0))" } ?? " (not put)"
      return Check(isOn: isRight, isGood: isRight, text: "\(option.rank). \(option.text)\(words)")
    }
  }

  private func outcomeText(of question: Question, answer: Answer?) -> String {
    guard let answer else { return "Not reached" }
    let late = attempt.lateness(of: question)
    let time =
      SpokenTime.clock(answer.ms) + (late >= 1000 ? ", \(SpokenTime.clock(late)) over" : "")
    switch answer.outcome {
    case .answered: return "Answered in \(time)"
    case .cut: return "Cut by the clock after \(time)"
    case .timeout: return "No answer in time"
    case .skipped: return "Skipped"
    case .unreached: return "Not reached"
    }
  }

  private static func line(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).first ?? "")
  }
}
