import Decks
import Foundation

/// What one can do while questions are asked.
extension Interview {
  /// The rules are read: the first question, and the clocks start.
  package mutating func begin(at now: Date) {
    guard phase == .brief, let first = paper.primaries.first else { return }
    show(first.number, at: now)
  }

  /// The answer is given. The clock of the question stops, and how sure one is is asked, except
  /// where questions follow in quick succession.
  package mutating func done(at now: Date) {
    guard case .ask(let number) = phase else { return }
    stopClock(at: now)
    phase = .sure(number)
    if paper.preset.style == .rapid { answer(sureness: nil, at: now) }
  }

  /// Back from the question of sureness to the answer; the clock goes on.
  package mutating func backToAnswer(at now: Date) {
    guard case .sure(let number) = phase, pendingOutcome == nil else { return }
    guard let clock = clock(at: now), clock.untilTaken > 0 else { return }
    phase = .ask(number)
    startClock(at: now)
  }

  /// How sure one is; nil for no word. The answer is final, except in an exam.
  package mutating func answer(sureness: Sureness?, at now: Date) {
    guard case .sure(let number) = phase else { return }
    record(number, outcome: pendingOutcome ?? .answered, sureness: sureness, at: now)
    pendingOutcome = nil
    follow(number, at: now)
  }

  /// Leaves the question unanswered; in an exam and where answers are shown at the end one may
  /// come back.
  package mutating func skip(at now: Date) {
    guard case .ask(let number) = phase else { return }
    stopClock(at: now)
    draft = ""
    pick = []
    record(number, outcome: .skipped, sureness: nil, at: now)
    if settings.reveal == .each, !isFree {
      enterMarking(number)
    } else {
      goOn(after: number, at: now)
    }
  }

  /// Goes to another question of a paper with free navigation, or to one that was skipped. What
  /// stands in the open answer is kept.
  package mutating func go(to target: Int, at now: Date) {
    guard case .ask(let number) = phase, target != number, canGo(to: target) else { return }
    stopClock(at: now)
    let left = Draft(text: draft, pick: pick)
    let before = attempt.answers[number]
    if isFree, !left.isEmpty, before?.text ?? "" != draft || before?.pick ?? [] != pick {
      record(number, outcome: .answered, sureness: before?.sureness, at: now)
    }
    leftDrafts[number] = left
    show(target, at: now, left: number)
  }

  package func canGo(to number: Int) -> Bool {
    guard let question = paper[number], question.isPrimary else { return false }
    if isFree { return true }
    return settings.reveal == .end && attempt.shown.contains(number)
      && (attempt.answers[number] == nil || attempt.answers[number]?.outcome == .skipped)
  }

  /// The next question in a direction to which one can go; nil if there is none.
  package func neighbour(_ direction: Int) -> Int? {
    guard case .ask(let number) = phase else { return nil }
    let numbers = paper.primaries.map(\.number).filter { canGo(to: $0) && $0 != number }
    return direction > 0 ? numbers.first { $0 > number } : numbers.last { $0 < number }
  }

  package mutating func flag(at now: Date) {
    guard case .ask(let number) = phase else { return }
    log(.flag(MockEvent.Flag(q: number, on: !attempt.flagged.contains(number))), at: now)
  }

  /// Picks an option of a choice or the next step of an order, from 1; picks it back if it is one
  /// of several that are picked.
  package mutating func pick(_ option: Int) {
    guard case .ask(let number) = phase, let question = paper[number],
      question.choices.indices.contains(option - 1), !hiddenOptions.contains(option)
    else { return }
    if let index = pick.firstIndex(of: option) {
      pick.remove(at: index)
    } else if question.kind == .choice, question.choices.count(where: \.isRight) == 1 {
      pick = [option]
    } else {
      pick.append(option)
    }
  }

  /// Takes the last picked step back.
  package mutating func unpick() { _ = pick.popLast() }

  // MARK: Stopping

  /// All stands still; in a strict mock the clocks run on all the same.
  package mutating func pause(_ why: MockEvent.Why, at now: Date) {
    guard pausedSince == nil, phase != .over else { return }
    stopClock(at: now)
    let open = question?.number
    log(
      .pause(
        MockEvent.Pause(
          q: open, why: why, usedMilliseconds: open.map { attempt.used[$0] ?? 0 } ?? 0)),
      at: now)
    pausedSince = now
  }

  /// Goes on after a pause: the same question, with the time it had left.
  package mutating func resume(at now: Date) {
    guard let since = pausedSince else { return }
    pausedSince = nil
    log(.resume, at: now)
    guard case .ask(let number) = phase else { return }
    if settings.isStrict {
      let gap = max(Int((now.timeIntervalSince(since) * 1000).rounded()), 0)
      attempt.note(used: (attempt.used[number] ?? 0) + gap, on: number)
    }
    startClock(at: now)
  }

  /// All stood still for so many milliseconds until now, because the machine slept or the program
  /// was out of sight: no time for the clocks, unless the mock is strict.
  package mutating func stoodStill(
    _ ms: Int, _ why: MockEvent.Why = .sleep, until now: Date
  ) {
    guard case .ask(let number) = phase, let since = runningSince, !settings.isStrict else {
      return
    }
    runningSince = min(since + Double(ms) / 1000, now)
    log(
      .pause(
        MockEvent.Pause(q: number, why: why, usedMilliseconds: attempt.used[number] ?? 0, ms: ms)),
      at: now)
  }

  /// Ends the asking: what stands in the open answer counts, the rest is unreached.
  package mutating func handIn(at now: Date) {
    if case .ask(let number) = phase {
      stopClock(at: now)
      if !Draft(text: draft, pick: pick).isEmpty {
        record(number, outcome: .answered, sureness: nil, at: now)
      }
    } else if case .sure(let number) = phase {
      record(number, outcome: pendingOutcome ?? .answered, sureness: nil, at: now)
      pendingOutcome = nil
    }
    pausedSince = nil
    log(.handIn, at: now)
    goToMarking(at: now)
  }

  package mutating func discard(at now: Date) {
    runningSince = nil
    log(.discard, at: now)
    phase = .over
  }
}
