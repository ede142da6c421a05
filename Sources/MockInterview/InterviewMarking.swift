import Foundation

/// From the last question to the end of the attempt: answers are marked.
extension Interview {
  /// Asking is over: what is not marked is marked, then how clear one was, then the end.
  mutating func goToMarking(at now: Date) {
    runningSince = nil
    if let next = unmarked() {
      enterMarking(next)
    } else if paper.preset.style == .interview || paper.preset.style == .design,
      attempt.answers.values.contains(where: \.isMarkable)
    {
      phase = .clarity
      marking = nil
    } else {
      finish(clarity: nil, at: now)
    }
  }

  mutating func enterMarking(_ number: Int) {
    guard let question = paper[number] else { return }
    phase = .mark(number)
    let answer = attempt.answers[number]
    marking = Marking(
      question: question, answer: answer, text: keptTexts[number] ?? answer?.text,
      mark: attempt.marks[number], matches: settings.matches, glosses: glosses)
  }

  /// The mark stands; on to what is next.
  package mutating func endMarking(at now: Date) {
    guard case .mark(let number) = phase else { return }
    if let marking, marking.isMarkable, paper[number]?.isMarkedByHand == true {
      log(.mark(marking.mark), at: now)
    }
    marking = nil
    seenInMarking.insert(number)
    let isAsking = !attempt.isTimeOver && !attempt.isHandedIn
    if settings.reveal == .each, isAsking, !isFree {
      goOn(after: number, at: now)
    } else if settings.reveal == .round, isAsking, !putsOffMarking,
      let round = paper[number]?.round, hasMore
    {
      if let next = unmarked(in: round) {
        enterMarking(next)
      } else {
        continueAfterRest(at: now)
      }
    } else {
      goToMarking(at: now)
    }
  }

  private var hasMore: Bool {
    attempt.primaries.contains { attempt.answers[$0.number] == nil }
  }

  /// Back to the answer marked before this one; false if there is none.
  package mutating func backInMarking() -> Bool {
    guard case .mark(let number) = phase, let index = attempt.shown.firstIndex(of: number),
      let before = attempt.shown[..<index].last(where: { attempt.marks[$0] != nil })
    else { return false }
    enterMarking(before)
    return true
  }

  /// Changes the marks of the answer in front of you.
  package mutating func mark(_ change: (inout Marking) -> Void) {
    guard var changed = marking else { return }
    change(&changed)
    marking = changed
  }

  /// How clear one was, 1 to 4; nil for no word. Ends the attempt.
  package mutating func finish(clarity: Int?, at now: Date) {
    guard phase != .over else { return }
    log(.end(MockEvent.End(clarity: clarity, set: [:])), at: now)
    phase = .over
    marking = nil
  }

  /// Writes down what went well, what broke and what to do next.
  package mutating func write(_ note: MockEvent.PostMortem, at now: Date) {
    log(.note(note), at: now)
  }
}
