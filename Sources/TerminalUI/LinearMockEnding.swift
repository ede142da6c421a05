import Decks
import Foundation
import MockInterview

/// How a mock in lines ends: its result, what it counts as, a word for the next one; or leaving it,
/// and what becomes of one that was left.
extension LinearMock {
  mutating func ending() -> Turn {
    stage = interview.attempt.isDiscarded ? .over : .result
    if interview.attempt.isDiscarded { return Turn(text: "", isOver: true) }
    return Turn(text: "\n" + resultText, need: .proposals)
  }

  /// What the answers would count as.
  package mutating func offer(_ proposals: [Proposal]) -> Turn {
    guard !proposals.isEmpty else {
      stage = .postMortem
      return Turn(text: say(Self.askPostMortem) + prompt)
    }
    stage = .schedule(proposals)
    return Turn(text: "\n" + offerText(proposals) + prompt)
  }

  mutating func schedule(_ proposals: [Proposal], line: String, word: String) -> Turn {
    if word == "q" {
      stage = .postMortem
      return Turn(text: say("Nothing is counted.") + say(Self.askPostMortem) + prompt)
    }
    if word.isEmpty {
      let ticked = proposals.filter(\.isTicked)
      guard !ticked.isEmpty else {
        stage = .postMortem
        return Turn(text: say("Nothing is counted.") + say(Self.askPostMortem) + prompt)
      }
      return Turn(text: "", need: .apply(ticked))
    }
    let numbers = Self.numbers(in: line)
    var changed = proposals
    var said: [String] = []
    for number in numbers {
      guard let index = changed.firstIndex(where: { $0.q == number }), !changed[index].isLocked
      else {
        return Turn(text: say("\(number) cannot be counted.") + prompt)
      }
      changed[index].isTicked.toggle()
      said.append("\(number) \(changed[index].isTicked ? "ticked" : "not ticked").")
    }
    guard !said.isEmpty else {
      return Turn(text: say("Numbers tick, Enter counts what is ticked, q does nothing.") + prompt)
    }
    stage = .schedule(changed)
    return Turn(text: say(said.joined(separator: " ")) + prompt)
  }

  /// The ticked answers are counted; each with when its card comes next.
  package mutating func counted(
    _ counted: [(topic: String, grade: Int, due: String)], applied: MockEvent.Applied, at now: Date
  ) -> Turn {
    interview.attempt.apply(.apply(applied), at: now)
    stage = .postMortem
    let cards = counted.map { "\($0.topic) as \(Proposal.name(ofGrade: $0.grade)), due \($0.due)" }
    let text =
      "Counted: \(cards.joined(separator: "; ")). ebb mock withdraw "
      + "\(interview.attempt.number) takes \(counted.count == 1 ? "it" : "them") back."
    return Turn(text: say(text) + say(Self.askPostMortem) + prompt)
  }

  mutating func postMortem(_ line: String, at now: Date) -> Turn {
    stage = .over
    guard !line.allSatisfy(\.isWhitespace) else { return Turn(text: "", isOver: true) }
    interview.write(MockEvent.PostMortem(next: line), at: now)
    return Turn(text: say("Saved."), isOver: true)
  }

  /// Leaves at once; nothing is lost.
  mutating func leave(_ said: String, at now: Date) -> Turn {
    let wasOver = interview.phase == .over
    if case .brief = interview.phase {
      interview.discard(at: now)
    } else if !wasOver {
      interview.pause(.quit, at: now)
    }
    stage = .over
    let number = interview.attempt.number
    let text =
      wasOver
      ? "" : interview.attempt.isDiscarded ? "Not started." : leftText + " ebb mock resume goes on."
    return Turn(text: said + (text.isEmpty ? "" : say("Mock \(number): " + text)), isOver: true)
  }

  /// What becomes of a mock that was left, when another is asked for.
  mutating func left(_ word: String, at now: Date) -> Turn {
    switch word {
    case "": return goOn(at: now)
    case "3":
      stage = .interview
      interview.handIn(at: now)
      return next("", at: now)
    case "4":
      interview.discard(at: now)
      stage = .over
      let number = interview.attempt.number
      return Turn(
        text: say(
          "Mock \(number) is thrown away; ebb mock discard \(number) --restore brings it back."),
        isOver: true)
    case "q", "quit": return leave("", at: now)
    default: return Turn(text: offerOfLeft(at: now) + prompt)
    }
  }
}
