import Foundation

/// A mock in progress. Every move returns nothing and leaves events behind in `unsaved`: a caller
/// moves a copy, makes its events durable, and only then goes on with the copy.
package struct Interview: Sendable {
  /// Where the interview stands.
  package enum Phase: Hashable, Sendable {
    /// The rules are said; the clocks stand.
    case brief
    case ask(Int)
    /// The answer is given, and how sure one is of it is not.
    case sure(Int)
    /// An answer is looked at beside what was expected.
    case mark(Int)
    /// Between two rounds.
    case rest(after: String)
    /// How clear one was.
    case clarity
    case over
  }

  package var attempt: Attempt
  package internal(set) var phase: Phase
  /// The words typed for the open question.
  package var draft = ""
  /// Options picked for the open question, from 1.
  package internal(set) var pick: [Int] = []
  /// The answer in front of you in marking.
  package internal(set) var marking: Marking?
  /// Since when clocks run; nil while they stand.
  package internal(set) var runningSince: Date?
  /// Since when all stands still on purpose; nil while it does not.
  package internal(set) var pausedSince: Date?
  /// Words that this user's notes treat as one.
  let glosses: [[String]]
  var unsaved: [(event: MockEvent, time: Date)] = []
  /// Whether marking waits until the end though the preset marks after each round.
  var putsOffMarking = false
  /// Milliseconds since `runningSince` for which notices were given.
  var seenUntil = 0
  /// What the answer will be called once it is said how sure one is, if not answered.
  var pendingOutcome: Outcome?
  /// Wrong options of the open question that a hint has taken out, from 1.
  package internal(set) var hiddenOptions: Set<Int> = []
  /// Words of answers of which the log keeps only the length, until they are marked.
  var keptTexts: [Int: String] = [:]
  /// Questions whose answers were looked at in marking. What was picked is marked by itself, and
  /// yet one wants to see what was right.
  var seenInMarking: Set<Int> = []
  /// Words typed to questions that were left without an answer.
  var leftDrafts: [Int: Draft] = [:]

  /// What stands in an answer that is not given yet.
  package struct Draft: Hashable, Codable, Sendable {
    package var text: String
    package var pick: [Int]

    package init(text: String, pick: [Int]) {
      self.text = text
      self.pick = pick
    }

    var isEmpty: Bool { pick.isEmpty && text.allSatisfy(\.isWhitespace) }
  }

  /// Begins a mock; its paper is frozen from now on.
  package init(
    id: String, number: Int, start: MockEvent.Start, glosses: [[String]] = [], at now: Date
  ) {
    attempt = Attempt(id: id, number: number, start: start, at: now)
    phase = .brief
    self.glosses = glosses
    unsaved = [(MockEvent(id, .start(start)), now)]
  }

  /// Goes on with a mock that was left. The clocks stand until `resume`.
  /// - Parameter open: What stood in the open answer.
  package init(
    resuming attempt: Attempt, open kept: OpenAnswer? = nil, glosses: [[String]] = [],
    at now: Date
  ) {
    self.attempt = attempt
    self.glosses = glosses
    phase = .brief
    pausedSince = attempt.lastAt
    seenInMarking = Set(attempt.marks.keys)
    guard let open = attempt.current else { return }
    if attempt.isTimeOver || attempt.isHandedIn {
      goToMarking(at: now)
    } else if attempt.answers[open] == nil || attempt.answers[open]?.outcome == .skipped {
      phase = .ask(open)
      draft = kept?.text ?? ""
      pick = kept?.pick ?? []
      if attempt.state == .running {
        // It ended without a word: the clocks stand where they were last seen.
        log(
          .pause(
            MockEvent.Pause(
              q: open, why: .crash, usedMilliseconds: max(kept?.used ?? 0, attempt.used[open] ?? 0))
          ),
          at: attempt.lastAt)
      }
    } else {
      phase = .sure(open)
      follow(open, at: now)
    }
  }

  /// The events of the last moves, to be made durable.
  package mutating func takeUnsaved() -> [(event: MockEvent, time: Date)] {
    defer { unsaved = [] }
    return unsaved
  }

  mutating func log(_ kind: MockEvent.Kind, at time: Date) {
    unsaved.append((MockEvent(attempt.id, kind), time))
    attempt.apply(kind, at: time)
  }

  package var paper: Paper { attempt.paper }
  package var settings: MockSettings { attempt.settings }

  /// The question in front of you; nil between questions.
  package var question: Question? {
    switch phase {
    case .ask(let number), .sure(let number), .mark(let number): paper[number]
    default: nil
    }
  }

  /// Whether questions may be answered in any order and again.
  package var isFree: Bool { paper.preset.style == .exam }

  // MARK: Clocks

  private func ms(from start: Date, to end: Date) -> Int {
    max(Int((end.timeIntervalSince(start) * 1000).rounded()), 0)
  }

  /// Milliseconds of answering on a question until now.
  package func used(on number: Int, at now: Date) -> Int {
    let running = phase == .ask(number) ? runningSince.map { ms(from: $0, to: now) } : nil
    return (attempt.used[number] ?? 0) + (running ?? 0)
  }

  /// The clocks at a moment; nil where none is shown.
  package func clock(at now: Date) -> Clock? {
    guard let question else { return nil }
    let number = question.number
    let others = attempt.used.reduce(0) { $1.key == number ? $0 : $0 + $1.value }
    let used = used(on: number, at: now)
    return Clock(
      box: box(of: question), isHard: question.isHard, used: used, limit: paper.limit,
      usedOfWhole: others + used)
  }

  /// Milliseconds for a question: a follow-up has what its question left, a stage what earlier
  /// stages left besides its own; in an exam only the whole counts.
  private func box(of question: Question) -> Int? {
    guard !isFree, question.box > 0 else { return nil }
    if let parent = question.follows {
      return max(question.box * 1000 - (attempt.used[parent] ?? 0), 0)
    }
    var box = question.box * 1000
    if question.form == .stage {
      var carried = 0
      for earlier in paper.questions where earlier.number < question.number {
        carried = max(carried + earlier.box * 1000 - (attempt.used[earlier.number] ?? 0), 0)
      }
      box += carried
    }
    return box
  }

  mutating func stopClock(at now: Date) {
    guard case .ask(let number) = phase else { return }
    let used = used(on: number, at: now)
    runningSince = nil
    attempt.note(used: used, on: number)
  }

  /// Lets time pass: warnings fall due, a hard box or the end of the whole takes the answer.
  package mutating func advance(to now: Date) -> [ClockNotice] {
    guard case .ask(let number) = phase, let since = runningSince, let clock = clock(at: since)
    else { return [] }
    let passed = ms(from: since, to: now)
    guard passed >= clock.untilTaken else {
      let before = clock.later(by: min(seenUntil, passed))
      seenUntil = passed
      return before.notices(until: clock.later(by: passed))
    }
    // The moment at which time ended the answer, not the one at which it was noticed.
    let end = since + Double(max(clock.untilTaken, 0)) / 1000
    stopClock(at: end)
    let isWhole = clock.later(by: max(clock.untilTaken, 0)).left <= 0
    if isWhole { log(.time, at: end) }
    takeAsItStands(number, isWhole: isWhole, at: end)
    return [isWhole ? .totalOver : .taken]
  }

  mutating func startClock(at now: Date) {
    runningSince = now
    seenUntil = 0
  }
}
