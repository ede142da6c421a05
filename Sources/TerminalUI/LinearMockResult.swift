import Decks
import Foundation
import MockInterview
import Reports

/// The result of a mock in sentences.
extension LinearMock {
  var resultText: String {
    let attempt = interview.attempt
    let card = Scorecard(of: attempt)
    var head = "Result of mock \(attempt.number), \(attempt.preset.name): "
    head += "\(Int(card.score.rounded())) of 100."
    if let passed = card.passed {
      head += passed ? " Passed." : " Not passed: \(attempt.settings.pass ?? 70) is needed."
    }
    if let band = card.band {
      head += " \(band.name.capitalizedFirst)."
    }
    switch card.reason {
    case .tooFewAnswers(let count):
      head += " Too few answers for a band: \(count), a band needs \(Scorecard.leastAnswers)."
    case .notEnoughDone(let done):
      head +=
        " Too little done for a band: \(Words.wholePercent(done)) percent, it needs "
        + "\(Words.wholePercent(Scorecard.leastDone))."
    case .lowest(let dimension):
      head += " \(name(of: dimension)) at 1 of 4 allows no more."
    case .held(let dimension): head += " \(name(of: dimension)) held it down."
    case .overall, nil: break
    }
    var text = say(head)
    if !card.assessments.isEmpty { text += say(dimensions(of: card)) }
    if !card.topics.isEmpty {
      let weakest = card.topics.prefix(3).map { "\($0.topic) \(Words.wholePercent($0.score))" }
      text += say("Weakest: \(weakest.joined(separator: ", ")).")
    }
    return text + say(calibration(of: card))
  }

  private func name(of dimension: RubricDimension) -> String {
    switch dimension {
    case .correctness: "Correctness"
    case .tradeOffs: "Trade-offs"
    case .depth: "Depth"
    case .clarity: "Clarity and pace"
    }
  }

  private func dimensions(of card: Scorecard) -> String {
    [RubricDimension.correctness, .tradeOffs, .depth, .clarity].map { dimension in
      guard let found = card.assessments.first(where: { $0.dimension == dimension }) else {
        return "\(name(of: dimension)): not asked."
      }
      let byHand = found.isByHand ? ", set by you" : ""
      return "\(name(of: dimension)) \(Words.wholePercent(found.share)) percent, "
        + "\(found.step) of 4\(byHand)."
    }.joined(separator: " ")
  }

  private func calibration(of card: Scorecard) -> String {
    let wrong = card.sureAndWrong.compactMap { interview.paper[$0]?.topic }
    var text = "Sure and wrong: \(wrong.isEmpty ? "none" : wrong.joined(separator: ", "))."
    guard let calibration = card.calibration else {
      return interview.paper.preset.style == .rapid ? text : text + " Calibration: not asked."
    }
    text += " Brier \(Words.brier(calibration.brier)) from "
    text += Words.count(calibration.count, "answer")
    return text + (calibration.count < 10 ? ": few." : ".")
  }

  func offerText(_ proposals: [Proposal]) -> String {
    func names(_ rows: [Proposal]) -> String {
      Words.list(
        rows.map { row in
          "\(row.q) \(interview.paper[row.q]?.topic ?? "") (\(Proposal.name(ofGrade: row.grade)))"
        })
    }
    func verb(_ rows: [Proposal]) -> String { rows.count == 1 ? "was" : "were" }
    let ticked = proposals.filter(\.isTicked)
    let left = proposals.filter { !$0.isTicked }
    let new = left.filter { $0.remarks.first == .new }
    let hints = left.filter { $0.remarks.first == .hint }
    let today = left.filter { $0.remarks.first == .sameDay }
    let since = left.filter { $0.remarks.first == .reviewedSince }
    let gone = left.filter { $0.remarks.first == .gone }
    var reasons: [String] = []
    if !new.isEmpty { reasons.append("\(names(new)) \(verb(new)) never seen before") }
    if !hints.isEmpty { reasons.append("\(names(hints)) needed a hint") }
    if !today.isEmpty { reasons.append("\(names(today)) \(verb(today)) reviewed the same day") }
    if !since.isEmpty { reasons.append("\(names(since)) \(verb(since)) reviewed since") }
    if !gone.isEmpty { reasons.append("\(names(gone)) left the notes") }
    let why = reasons.joined(separator: ", ")
    let start = ticked.isEmpty ? "Nothing is ticked by itself" : "Ticked: \(names(ticked))"
    let middle = why.isEmpty ? "." : ticked.isEmpty ? ": \(why)." : ". Not ticked: \(why)."
    return say(
      "Into the schedule? \(start)\(middle) Numbers tick, Enter counts what is ticked, q does "
        + "nothing.")
  }
}
