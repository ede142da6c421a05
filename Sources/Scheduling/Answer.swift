import Decks
import Foundation

/// One answer about to be given: the state machine of Anki 26 with FSRS on.
struct Answer {
  private enum Wait {
    case step(Int, seconds: Int)
    case days(Int)
  }

  private let before: Schedule
  private let card: CardID?
  private let now: Date
  private let today: Day
  private let calendar: StudyCalendar
  private var chance: Double?
  private var scheduler: Scheduler
  private var memories = Memories()

  /// Memory states by rating, without an array of them for every answer of a long log.
  private struct Memories {
    private var again, hard, good, easy: MemoryState?

    subscript(rating: Rating) -> MemoryState? {
      get {
        switch rating {
        case .again: again
        case .hard: hard
        case .good: good
        case .easy: easy
        }
      }
      set {
        switch rating {
        case .again: again = newValue
        case .hard: hard = newValue
        case .good: good = newValue
        case .easy: easy = newValue
        }
      }
    }
  }

  /// With `only` it can be asked for this rating alone, which is less to compute.
  init(
    to before: Schedule, card: CardID?, at stamp: Stamp, in calendar: StudyCalendar,
    chance: Double?, by scheduler: Scheduler, only: Rating? = nil
  ) {
    self.before = before
    self.card = card
    now = stamp.time
    today = stamp.day
    self.calendar = calendar
    self.chance = chance
    self.scheduler = scheduler
    let last = before.lastReview ?? stamp.time
    let lastDay = before.lastDay ?? scheduler.calendar.day(of: last)
    let studyDays = max(0, lastDay.distance(to: stamp.day))
    let exactDays = stamp.time.timeIntervalSince(last) / 86400
    for rating in Rating.allCases where only.map({ Self.asks($0, for: rating) }) ?? true {
      memories[rating] =
        before.memory.map {
          scheduler.model.next($0, rating: rating, studyDays: studyDays, exactDays: exactDays)
        } ?? scheduler.model.first(rating)
    }
  }

  /// Whether what follows from one rating depends on the memory after another: intervals are in
  /// the order of the ratings that pass.
  private static func asks(_ rating: Rating, for other: Rating) -> Bool {
    rating == other || other > .again && other < rating
  }

  private func memory(_ rating: Rating) -> MemoryState {
    guard let memory = memories[rating] else {
      preconditionFailure("an answer was prepared for another rating")
    }
    return memory
  }

  /// Where the card stands after this rating.
  func schedule(after rating: Rating) -> Schedule {
    switch before.phase {
    case .new:
      onSteps(scheduler.steps.learning, at: 0, relearning: false, rating)
    case .learning(let step):
      onSteps(scheduler.steps.learning, at: step, relearning: false, rating)
    case .relearning(let step):
      onSteps(scheduler.steps.relearning, at: step, relearning: true, rating)
    case .review where rating == .again:
      forgotten()
    case .review:
      after(rating, .days(passingDays(rating)), relearning: false)
    }
  }

  /// The same with the days once chosen, if fuzz allows them.
  func schedule(after rating: Rating, as chosen: Int) -> Schedule {
    var after = schedule(after: rating)
    guard after.phase == .review, choices(after: rating).contains(chosen) else { return after }
    after.interval = chosen
    after.due = .day(today.advanced(by: chosen))
    return after
  }

  /// The days fuzz may lead to after a rating that leads to review.
  func choices(after rating: Rating) -> ClosedRange<Int> {
    guard chance != nil else {
      let days = schedule(after: rating).interval
      return days...days
    }
    return days(after: rating, chance: 0)...days(after: rating, chance: 1)
  }

  /// The days a chance leads to when no day is preferred.
  private func days(after rating: Rating, chance: Double) -> Int {
    var answer = self
    answer.chance = chance
    answer.scheduler.balancer = nil
    return answer.schedule(after: rating).interval
  }

  private func onSteps(
    _ steps: [Int], at step: Int, relearning: Bool, _ rating: Rating
  ) -> Schedule {
    // The list may have become shorter since the card was put on it.
    let index = min(max(step, 0), max(steps.count - 1, 0))
    let wait: Wait =
      switch rating {
      case .again where !steps.isEmpty: .step(0, seconds: steps[0])
      case .hard where !steps.isEmpty:
        .step(index, seconds: Steps.hardDelay(steps, at: index))
      case .good where index + 1 < steps.count: .step(index + 1, seconds: steps[index + 1])
      case .easy: .days(easyGraduation())
      default: shortTerm(rating, steps, at: index) ?? .days(graduation(rating))
      }
    return after(rating, wait, relearning: relearning)
  }

  private func graduation(_ rating: Rating) -> Int { pick(max(1, rounded(rating)), atLeast: 1) }

  private func easyGraduation() -> Int {
    pick(max(1, rounded(.easy)), atLeast: pick(interval(.good), atLeast: 1) + 1)
  }

  /// Without steps, or behind the last one if wanted, a memory that would not last half a day is
  /// seen again the same day.
  private func shortTerm(_ rating: Rating, _ steps: [Int], at index: Int) -> Wait? {
    let w = scheduler.parameters.weights
    guard steps.isEmpty || scheduler.steps.shortTerm, scheduler.choice == .fsrs6, w[17] > 0,
      w[18] > 0, interval(rating) < 0.5
    else { return nil }
    return .step(index, seconds: max(1, Int(interval(rating) * 86400)))
  }

  private func forgotten() -> Schedule {
    let steps = scheduler.steps.relearning
    if let first = steps.first {
      return after(.again, .step(0, seconds: first), relearning: true)
    }
    return after(.again, shortTerm(.again, steps, at: 0) ?? .days(bare(.again)), relearning: true)
  }

  /// Days after a pass: each better rating at least a day longer, up to the maximum interval.
  private func passingDays(_ rating: Rating) -> Int {
    var days = 0
    for better in [Rating.hard, .good, .easy] where better <= rating {
      let interval = interval(better)
      days = pick(interval, atLeast: max(lowest(interval), days + 1))
    }
    return days
  }

  private func lowest(_ interval: Double) -> Int {
    // Without fuzz nothing can push an interval below its value.
    guard chance != nil else { return 0 }
    return Fuzz.lowest(
      interval, after: before.interval, maximum: scheduler.parameters.maximumInterval)
  }

  private func interval(_ rating: Rating) -> Double {
    scheduler.model.interval(
      of: memory(rating), retention: scheduler.parameters.desiredRetention)
  }

  private func rounded(_ rating: Rating) -> Double { interval(rating).rounded() }

  private func bare(_ rating: Rating) -> Int {
    Fuzz.none(
      interval: interval(rating), minimum: 1, maximum: scheduler.parameters.maximumInterval)
  }

  private func pick(_ interval: Double, atLeast lowest: Int) -> Int {
    let maximum = scheduler.parameters.maximumInterval
    let minimum = min(max(lowest, 1), maximum)
    guard let chance else {
      return Fuzz.none(interval: interval, minimum: minimum, maximum: maximum)
    }
    let balanced = scheduler.balancer?.pick(
      interval: interval, minimum: minimum, maximum: maximum,
      today: today, card: card, u: chance)
    return balanced ?? Fuzz.pick(interval: interval, minimum: minimum, maximum: maximum, u: chance)
  }

  private func after(_ rating: Rating, _ wait: Wait, relearning: Bool) -> Schedule {
    var after = before
    after.memory = memory(rating)
    after.lastReview = now
    after.lastDay = today
    after.reviews += 1
    if before.phase == .review, rating == .again { after.lapses += 1 }
    switch wait {
    case .days(let days):
      after.phase = .review
      after.interval = days
      after.due = .day(today.advanced(by: days))
    case .step(let index, let seconds):
      after.phase = relearning ? .relearning(step: index) : .learning(step: index)
      after.interval = relearning ? bare(rating) : 0
      after.due = due(in: seconds)
    }
    return after
  }

  /// A delay that reaches past the rollover becomes due any time that later day, as in Anki.
  private func due(in seconds: Int) -> Schedule.Due {
    let moment = (now + Double(seconds)).roundedToMillisecond
    let later = calendar.day(of: now).distance(to: calendar.day(of: moment))
    return later > 0 ? .day(today.advanced(by: later)) : .moment(moment)
  }
}
