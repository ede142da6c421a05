import Foundation

/// One mock, as its events tell it.
package struct Attempt: Sendable {
  /// A time in which the clocks stood still.
  package struct Interruption: Hashable, Sendable {
    package let at: Date
    package let why: MockEvent.Why
    /// Milliseconds; 0 while it lasts.
    package var ms: Int
  }

  /// How far it came.
  package enum State: String, Sendable {
    case running, paused, done, discarded
  }

  package let id: String
  /// Its rank by time of start, from 1; for people only.
  package var number: Int
  package let start: MockEvent.Start
  package let startedAt: Date
  /// Questions in the order in which they were first seen.
  package private(set) var shown: [Int] = []
  /// How often each question came into sight.
  package private(set) var visits: [Int: Int] = [:]
  /// Planned questions of a thread, with those that took their place.
  package private(set) var replaced: [Int: Int] = [:]
  /// The question last in sight.
  package private(set) var current: Int?
  /// The last answer to each question; those before it are counted.
  package private(set) var answers: [Int: Answer] = [:]
  package private(set) var answeredAt: [Int: Date] = [:]
  package private(set) var changes: [Int: Int] = [:]
  package private(set) var marks: [Int: Mark] = [:]
  package private(set) var hints: [Int: Int] = [:]
  package private(set) var flagged: Set<Int> = []
  /// Milliseconds of answering by question.
  package fileprivate(set) var used: [Int: Int] = [:]
  package private(set) var interruptions: [Interruption] = []
  /// Questions in whose middle the clocks stood still.
  package private(set) var interrupted: Set<Int> = []
  package private(set) var isTimeOver = false
  package private(set) var isHandedIn = false
  package private(set) var end: MockEvent.End?
  package private(set) var endedAt: Date?
  package private(set) var postMortem: MockEvent.PostMortem?
  package private(set) var applied: MockEvent.Applied?
  package private(set) var appliedAt: Date?
  package private(set) var isDiscarded = false
  package private(set) var lastAt: Date
  private var pausedSince: Date?

  package init(id: String, number: Int = 0, start: MockEvent.Start, at time: Date) {
    self.id = id
    self.number = number
    self.start = start
    startedAt = time
    lastAt = time
  }

  /// The attempts that events tell of, in order of their start, numbered from 1.
  package static func all(from events: [(event: MockEvent, time: Date)]) -> [Attempt] {
    var attempts: [String: Attempt] = [:]
    for (event, time) in events {
      if case .start(let start) = event.kind {
        attempts[event.attempt] = Attempt(id: event.attempt, start: start, at: time)
      } else {
        attempts[event.attempt]?.apply(event.kind, at: time)
      }
    }
    return attempts.values.sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
      .enumerated().map { index, attempt in
        var attempt = attempt
        attempt.number = index + 1
        return attempt
      }
  }

  package mutating func apply(_ kind: MockEvent.Kind, at time: Date) {
    lastAt = max(lastAt, time)
    switch kind {
    case .start: break
    case .show(let visit):
      if let left = visit.left, let spent = visit.leftMilliseconds { used[left] = spent }
      if let planned = visit.instead { replaced[planned] = visit.q }
      current = visit.q
      visits[visit.q, default: 0] += 1
      if !shown.contains(visit.q) { shown.append(visit.q) }
    case .hint(let hint): hints[hint.q] = max(hint.n, hints[hint.q] ?? 0)
    case .flag(let flag):
      if flag.on { flagged.insert(flag.q) } else { flagged.remove(flag.q) }
    case .answer(let answer): take(answer, at: time)
    case .mark(let mark): marks[mark.q] = mark
    case .pause(let pause):
      if let q = pause.q {
        used[q] = pause.usedMilliseconds
        interrupted.insert(q)
      }
      interruptions.append(Interruption(at: time, why: pause.why, ms: pause.ms ?? 0))
      if pause.ms == nil { pausedSince = pausedSince ?? time }
    case .resume:
      if let since = pausedSince, !interruptions.isEmpty {
        interruptions[interruptions.count - 1].ms =
          max(Int((time.timeIntervalSince(since) * 1000).rounded()), 0)
      }
      pausedSince = nil
    case .time: isTimeOver = true
    case .handIn: isHandedIn = true
    case .end(let end):
      // Dimensions set by hand later add to what was said first.
      self.end = MockEvent.End(
        clarity: end.clarity ?? self.end?.clarity,
        set: (self.end?.set ?? [:]).merging(end.set) { $1 }.filter { $0.value > 0 })
      endedAt = endedAt ?? time
      pausedSince = nil
    case .note(let note): postMortem = note
    case .apply(let applied):
      self.applied = applied
      appliedAt = time
    case .withdraw:
      applied = nil
      appliedAt = nil
    case .discard: isDiscarded = true
    case .restore: isDiscarded = false
    }
  }

  private mutating func take(_ answer: Answer, at time: Date) {
    if let before = answers[answer.q], before.outcome != .skipped {
      changes[answer.q, default: 0] += 1
    }
    answers[answer.q] = answer
    answeredAt[answer.q] = time
    used[answer.q] = answer.ms
    if answer.interrupted { interrupted.insert(answer.q) }
  }

  package var paper: Paper { start.paper }
  package var settings: MockSettings { start.settings }
  package var preset: Preset { start.paper.preset }

  package var state: State {
    if isDiscarded { return .discarded }
    if end != nil { return .done }
    return pausedSince == nil ? .running : .paused
  }

  /// The questions of the paper in their order, as they were asked or would be.
  package var primaries: [Question] {
    paper.primaries.map { planned in replaced[planned.number].flatMap { paper[$0] } ?? planned }
  }

  /// The questions that count: those of the paper, and follow-ups that were asked.
  package var questions: [Question] {
    primaries + paper.questions.filter { $0.follows != nil && answers[$0.number] != nil }
  }

  /// How many questions of the paper, or of one of its rounds, have an answer that can be marked.
  package func given(in round: String? = nil) -> Int {
    primaries.count {
      (round == nil || $0.round == round) && answers[$0.number]?.isMarkable == true
    }
  }

  /// How many questions of the paper are skipped.
  package var skipped: Int { primaries.count { outcome(of: $0.number) == .skipped } }

  /// What became of a question.
  package func outcome(of number: Int) -> Outcome {
    answers[number]?.outcome ?? .unreached
  }

  /// The share of a full answer that was given, 0...1.
  package func coverage(of number: Int) -> Double {
    guard answers[number]?.isMarkable == true else { return 0 }
    return marks[number]?.coverage ?? 0
  }

  /// What an answer with this coverage scores after hints.
  package func score(of number: Int) -> Double {
    Self.score(coverage(of: number), hints: answers[number]?.hints ?? 0)
  }

  /// Coverage after hints, 0...1: each of the first two costs a tenth.
  package static func score(_ coverage: Double, hints: Int) -> Double {
    coverage * (1 - 0.1 * Double(min(hints, 2)))
  }

  /// From this score on an answer counts as right.
  package static let right = 0.60
  /// From this score on an answer is good, and harder questions may follow.
  package static let good = 0.80

  package func isRight(_ number: Int) -> Bool { score(of: number).reaches(Self.right) }

  /// Days after which an attempt that was left is not gone on with, but handed in as it is: what
  /// was in one's head in its middle is gone by then, and the rest would be another mock.
  private static let daysToGoOn = 14.0

  /// Whether an attempt that was left can be gone on with at this time.
  package func canGoOn(at now: Date) -> Bool {
    (state == .running || state == .paused)
      && now.timeIntervalSince(lastAt) <= Self.daysToGoOn * 86400
  }

  /// Milliseconds that the clocks ran.
  package var spent: Int { used.values.reduce(0, +) }
}

extension Attempt {
  /// Notes the time used on a question before it is said in an event.
  mutating func note(used ms: Int, on number: Int) { used[number] = ms }
}

extension Double {
  /// Whether a score has come to a threshold: both are sums of shares, which round.
  package func reaches(_ threshold: Double) -> Bool { self >= threshold - 1e-9 }
}
