import Foundation

/// What follows what.
extension Interview {
  /// Stores an answer to a question, and at once the mark of one that is marked by what was picked.
  mutating func record(
    _ number: Int, outcome: Outcome, sureness: Sureness?, at now: Date
  ) {
    guard let question = paper[number] else { return }
    var answer = Answer(
      q: number, outcome: outcome, ms: attempt.used[number] ?? 0, sureness: sureness,
      hints: attempt.hints[number] ?? 0,
      mode: draft.allSatisfy(\.isWhitespace) && question.isMarkedByHand ? .speak : .type,
      text: draft.isEmpty ? nil : draft, pick: pick,
      interrupted: attempt.interrupted.contains(number))
    if !settings.keepsText, let text = answer.text {
      keptTexts[number] = text
      answer.text = nil
      answer.length = text.count
    }
    log(.answer(answer), at: now)
    if answer.isMarkable, !question.isMarkedByHand {
      log(.mark(Mark(q: number, coverage: question.coverage(ofPick: pick))), at: now)
    }
    draft = ""
    pick = []
  }

  /// Time ended the open answer.
  mutating func takeAsItStands(_ number: Int, isWhole: Bool, at now: Date) {
    let wasSpoken = settings.answer == .speak && paper[number]?.isMarkedByHand == true
    let isEmpty = Draft(text: draft, pick: pick).isEmpty && !(isWhole && wasSpoken)
    if isWhole {
      record(number, outcome: isEmpty ? .timeout : .cut, sureness: nil, at: now)
      goToMarking(at: now)
    } else if isEmpty {
      record(number, outcome: .timeout, sureness: nil, at: now)
      follow(number, at: now)
    } else {
      phase = .sure(number)
      pendingOutcome = .cut
      if paper.preset.style == .rapid { answer(sureness: nil, at: now) }
    }
  }

  /// After an answer: it is looked at, or the next question comes.
  mutating func follow(_ number: Int, at now: Date) {
    if settings.reveal == .each, !isFree {
      enterMarking(number)
    } else {
      goOn(after: number, at: now)
    }
  }

  /// The next question, a break between rounds, or the end of asking.
  mutating func goOn(after number: Int, at now: Date) {
    marking = nil
    if let next = followUp(to: number) {
      show(next, at: now)
      return
    }
    let last = paper[number].flatMap { $0.follows } ?? number
    guard let next = nextPrimary(after: last) else {
      goToMarking(at: now)
      return
    }
    let isBreak =
      paper.preset.style == .interview && next.round != paper[last]?.round
      && attempt.answers[next.number] == nil
    if isBreak {
      phase = .rest(after: paper[last]?.round ?? "")
    } else {
      showPrimary(next, after: last, at: now)
    }
  }

  /// The next question of the paper without an answer; behind the last one, those that were
  /// skipped come again, once.
  private func nextPrimary(after number: Int) -> Question? {
    let primaries = attempt.primaries
    let here = primaries.firstIndex { $0.number == number } ?? -1
    let open = primaries[(here + 1)...].first { attempt.answers[$0.number] == nil }
    if let open = open ?? primaries.first(where: { attempt.answers[$0.number] == nil }) {
      return open
    }
    guard settings.reveal == .end, !isFree else { return nil }
    return primaries.first {
      attempt.answers[$0.number]?.outcome == .skipped && attempt.visits[$0.number] == 1
    }
  }

  /// Shows a question of the paper. In a thread whose answers are marked at once the next level
  /// follows the last score, one up from a good one, one down below a right one, and a card of that level takes
  /// the place of the planned one.
  private mutating func showPrimary(_ planned: Question, after number: Int, at now: Date) {
    let inThread =
      paper.preset.rounds.first { $0.name == planned.round }?.hasOneTopic == true
      && planned.form == .card && paper[number]?.round == planned.round
    guard settings.reveal == .each, inThread, let last = paper[number] else {
      show(planned.number, at: now)
      return
    }
    let score = attempt.score(of: number)
    let step = score.reaches(Attempt.good) ? 1 : score.reaches(Attempt.right) ? 0 : -1
    let wanted = min(max(last.level + step, 1), 4)
    let other = paper.questions.first {
      $0.isReserve && $0.round == planned.round && $0.level == wanted
        && !attempt.shown.contains($0.number)
    }
    if planned.level != wanted, let other {
      show(other.number, at: now, instead: planned.number)
    } else {
      show(planned.number, at: now)
    }
  }

  /// What is asked inside the box of a question that was answered: what its author would ask next,
  /// or a deeper card after a good answer, where more than three quarters of a minute are left.
  private func followUp(to number: Int) -> Int? {
    guard attempt.answers[number]?.outcome == .answered, !attempt.isTimeOver,
      let question = paper[number], question.follows == nil,
      question.box * 1000 - (attempt.used[number] ?? 0) > 45_000,
      let next = paper.questions.first(where: { $0.follows == number }),
      !attempt.shown.contains(next.number)
    else { return nil }
    if next.form == .card, !attempt.score(of: number).reaches(Attempt.good) { return nil }
    return next.number
  }

  mutating func show(_ number: Int, at now: Date, left: Int? = nil, instead: Int? = nil) {
    log(
      .show(
        MockEvent.Visit(
          q: number, left: left, leftMilliseconds: left.map { attempt.used[$0] ?? 0 },
          instead: instead)),
      at: now)
    phase = .ask(number)
    let kept = leftDrafts[number]
    let answer = attempt.answers[number]
    draft = kept?.text ?? answer?.text ?? ""
    pick = kept?.pick ?? answer?.pick ?? []
    hiddenOptions = []
    startClock(at: now)
  }

  /// On from a break: the answers of the round are marked, if that is due, then the next round.
  package mutating func endRest(at now: Date) {
    guard case .rest(let round) = phase else { return }
    if settings.reveal == .round, !putsOffMarking, let next = unmarked(in: round) {
      enterMarking(next)
      return
    }
    continueAfterRest(at: now)
  }

  /// On from a break without marking before the end.
  package mutating func putOffMarking(at now: Date) {
    guard case .rest = phase else { return }
    putsOffMarking = true
    continueAfterRest(at: now)
  }

  mutating func continueAfterRest(at now: Date) {
    let last = attempt.shown.last { paper[$0]?.follows == nil } ?? 0
    if let next = nextPrimary(after: last) {
      showPrimary(next, after: last, at: now)
    } else {
      goToMarking(at: now)
    }
  }

  /// Answers that wait to be marked, in the order they were given; of one round, if named.
  package func unmarked(in round: String? = nil) -> Int? {
    attempt.shown.first { number in
      attempt.answers[number]?.isMarkable == true && (round == nil || paper[number]?.round == round)
        && (attempt.marks[number] == nil
          || paper.preset.style == .interview && !seenInMarking.contains(number))
    }
  }
}
