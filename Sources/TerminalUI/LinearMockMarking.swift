import Decks
import Foundation
import MockInterview
import Reports

// Marking a mock in lines: what is said of an answer, and lines that change its ticks.
extension LinearMock {
  mutating func markingScene(_ number: Int) -> String {
    let intro = marking(number, isFirst: !explainedMarking, glosses: glosses)
    explainedMarking = true
    return intro + prompt
  }

  mutating func mark(_ word: String, line: String, number: Int, at now: Date) -> Turn {
    guard let marking = interview.marking else { return Turn(text: prompt) }
    if word.isEmpty {
      interview.endMarking(at: now)
      return next("", at: now)
    }
    guard marking.isMarkable, marking.question.isMarkedByHand else {
      return Turn(text: say("Enter goes on.") + prompt)
    }
    if word == "a" {
      interview.mark { $0.toggleAll() }
      return Turn(text: say(result(of: number)) + prompt)
    }
    if word == "d" {
      let full = marking.question.answer.isEmpty ? "There is none." : marking.question.answer
      return Turn(text: rich(full) + "\n" + prompt)
    }
    let numbers = Self.numbers(in: line)
    if word.hasPrefix("score"), let quarters = numbers.first, (0...4).contains(quarters) {
      interview.mark { $0.set(quarters: quarters) }
      return Turn(text: say("Scored by you. " + result(of: number)) + prompt)
    }
    let points = marking.question.points
    guard !numbers.isEmpty, numbers.allSatisfy({ (1...max(points.count, 1)).contains($0) }) else {
      return Turn(text: say(Self.markingKeys) + prompt)
    }
    if points.isEmpty {
      interview.mark { $0.set(quarters: numbers[0]) }
      return Turn(text: say("Scored by you. " + result(of: number)) + prompt)
    }
    for point in numbers { interview.mark { $0.toggle(point - 1) } }
    let ticks = interview.marking?.ticks ?? []
    let on = numbers.filter { ticks[$0 - 1].isOn }
    let off = numbers.filter { !ticks[$0 - 1].isOn }
    var text = ""
    if !on.isEmpty { text += Self.list(on) + " ticked by you. " }
    if !off.isEmpty { text += Self.list(off) + " not said. " }
    return Turn(text: say(text + result(of: number)) + prompt)
  }

  private static func words(for sureness: Sureness?) -> String {
    switch sureness {
    case .guess: " You guessed."
    case .thinkSo: " You thought so."
    case .sure: " You were sure."
    case nil: ""
    }
  }

  func marking(_ number: Int, isFirst: Bool, glosses: [[String]]) -> String {
    guard let marking = interview.marking else { return "" }
    let question = marking.question
    let answer = marking.answer
    let order = interview.attempt.shown.filter {
      interview.attempt.answers[$0]?.isMarkable == true
    }
    let place = (order.firstIndex(of: number) ?? 0) + 1
    var text = ""
    if interview.settings.reveal == .each {
      text += say("Answer. \(question.topic).\(Self.words(for: answer?.sureness))")
    } else {
      if isFirst { text += say("Answers are in. Marking is not timed.") + "\n" }
      text += say(
        "Marking \(place) of \(order.count). \(question.topic)."
          + Self.words(for: answer?.sureness))
    }
    if let words = marking.text, !words.isEmpty { text += say("You said: " + Self.oneLine(words)) }
    if !marking.isMarkable { text += say("Not answered.") }
    if !question.choices.isEmpty {
      text += picked(question, pick: answer?.pick ?? [])
    } else if question.points.isEmpty {
      if !question.answer.isEmpty { text += rich(question.answer) + "\n" }
    } else {
      for (index, point) in question.points.enumerated() {
        text += say(
          "\(index + 1) \(verdict(index, of: marking)): \(plain(point.text))"
            + foundWords(index, of: marking, glosses: glosses), hang: 2)
      }
    }
    for flag in question.redFlags { text += say("Red flag: " + plain(flag), hang: 2) }
    guard marking.isMarkable else { return text + say("Enter goes on.") }
    var keys = isFirst && question.choices.isEmpty ? " " + Self.markingKeys : ""
    if question.points.isEmpty, question.choices.isEmpty {
      keys = " 0 to 4 scores it in quarters, Enter goes on."
    } else if question.points.indices.contains(where: { marking.isUnclear($0) }) {
      keys += " Unclear points count when you tick them."
    }
    return text + say(result(of: number) + keys)
  }

  private func verdict(_ index: Int, of marking: Marking) -> String {
    if marking.ticks[index].isOn { return "ticked" }
    if marking.isUnclear(index) { return "unclear" }
    return marking.suggestions.isEmpty ? "not ticked" : "not found"
  }

  private func foundWords(_ index: Int, of marking: Marking, glosses: [[String]]) -> String {
    guard marking.suggestions.indices.contains(index),
      marking.suggestions[index].verdict != .none
    else { return "" }
    let words = marking.found(index, glosses: glosses)
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  private func picked(_ question: Question, pick: [Int]) -> String {
    var text = say("You picked: " + (pick.isEmpty ? "nothing" : Self.list(pick)))
    if question.kind == .order {
      let right = question.choices.sorted { $0.rank < $1.rank }
      for (index, step) in right.enumerated() {
        text += say("\(index + 1). \(plain(step.text))", hang: 3)
      }
    } else {
      for (index, option) in question.choices.enumerated() {
        text += say(
          "\(index + 1) \(option.isRight ? "correct" : "wrong"): \(plain(option.text))", hang: 2)
      }
    }
    return text
  }

  /// "2 of 5, 40 percent. With one hint 36."
  func result(of number: Int) -> String {
    let marking = interview.marking
    let coverage =
      marking?.question.isMarkedByHand == true
      ? marking?.coverage ?? 0 : interview.attempt.coverage(of: number)
    let hints = interview.attempt.answers[number]?.hints ?? 0
    var text = "\(Words.wholePercent(coverage)) percent."
    if let ticks = marking?.ticks, !ticks.isEmpty, marking?.byHand == nil {
      text = "\(ticks.count { $0.isOn }) of \(ticks.count), " + text
    }
    if hints > 0 {
      let score = Attempt.score(coverage, hints: hints)
      text += " With \(hints == 1 ? "one hint" : "two hints") \(Words.wholePercent(score))."
    }
    return text
  }
}
