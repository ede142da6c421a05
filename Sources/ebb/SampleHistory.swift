import Decks
import Foundation
import Scheduling

/// Answers that somebody might have given: the queue and the sittings of the program itself, played
/// day after day with the usual habits and a seed. Equal arguments give equal answers.
struct SampleHistory {
  let scheduler: Scheduler
  /// New cards a day.
  var newPerDay = 8
  /// How often a day is left out, 0...1.
  var daysOff = 0.1
  var seed: UInt64 = 7

  /// The answers to these cards from one study day to another, in the order in which they were
  /// given.
  func answers(
    to cards: [ReviewQueue.Candidate], on days: ClosedRange<Day>
  ) -> [Review] {
    var dice = Dice(seed: seed)
    var answers: [Review] = []
    var schedules: [CardID: Schedule] = [:]
    for day in days {
      // Somebody who has just begun does not miss the first days.
      let isOff = dice.roll() < daysOff && days.lowerBound.distance(to: day) > 3
      if isOff { continue }
      let start = scheduler.calendar.start(of: day) + 3600 * (3 + 10 * dice.roll())
      let candidates = cards.map { card in
        ReviewQueue.Candidate(
          card: card.card, topic: card.topic, schedule: schedules[card.card] ?? .new,
          position: card.position, group: card.group)
      }
      let queue = ReviewQueue(
        candidates: candidates, limits: DailyLimits(newPerDay: newPerDay, reviewsPerDay: 9999),
        at: start, scheduler: scheduler, seed: seed)
      for review in sitting(queue, startedAt: start, &dice) {
        schedules[review.card] = review.after
        answers.append(review)
      }
    }
    return answers
  }

  /// The answers to many cards, without queues, which would look at every card on every day: each
  /// begins on a day of its own and is answered when it is due. Once there are `limit`, the rest of
  /// the cards stay unseen.
  func answersWhenDue(
    to cards: [ReviewQueue.Candidate], on days: ClosedRange<Day>, limit: Int
  ) -> [Review] {
    var dice = Dice(seed: seed)
    var answers: [Review] = []
    let span = days.lowerBound.distance(to: days.upperBound)
    for (index, card) in cards.enumerated() where answers.count < limit {
      var schedule = Schedule.new
      var day = days.lowerBound.advanced(by: index * span * 2 / 3 / cards.count)
      var now = moment(on: day, &dice)
      while day <= days.upperBound, answers.count < limit {
        let recall = scheduler.recall(of: schedule, card: card.card, at: now) ?? 0.9
        let rating = rating(in: schedule.phase, recall: recall, &dice)
        let after = scheduler.outlook(of: schedule, card: card.card, at: now)[rating]
        answers.append(
          Review(
            card: card.card, time: now, rating: rating, duration: 4000 + Int(9000 * dice.roll()),
            before: schedule, after: after, offset: scheduler.calendar.offset(of: now)))
        schedule = after
        switch after.due {
        case .moment(let due): now = due + 60 * dice.roll()
        case .day(let due):
          day = due
          now = moment(on: day, &dice)
        }
      }
    }
    answers.sort { ($0.time, $0.card) < ($1.time, $1.card) }
    return answers
  }

  private func moment(on day: Day, _ dice: inout Dice) -> Date {
    scheduler.calendar.start(of: day) + 3600 * (2 + 16 * dice.roll())
  }

  private func sitting(
    _ queue: ReviewQueue, startedAt start: Date, _ dice: inout Dice
  ) -> [Review] {
    var now = start
    var session = ReviewSession(queue: queue, startedAt: start)
    while session.current != nil || session.waiting > 0 {
      guard session.current != nil else {
        // A break until the next step is due.
        now = max(now, session.nextLearning ?? now) + 1
        session.advance(to: now)
        continue
      }
      let rating = rating(session, at: now, &dice)
      let isNew = session.currentSchedule?.phase == .new
      let seconds = (isNew ? 20 : 8) + (isNew ? 40 : 18) * dice.roll() * dice.roll()
      now += seconds
      session.grade(rating, at: now, duration: Int(seconds * 1000))
      session.advance(to: now)
    }
    return session.log
  }

  private func rating(
    _ session: ReviewSession, at now: Date, _ dice: inout Dice
  ) -> Rating {
    rating(
      in: session.currentSchedule?.phase ?? .review, recall: session.recall(at: now) ?? 0.9, &dice)
  }

  private func rating(
    in phase: Schedule.Phase, recall: Double, _ dice: inout Dice
  ) -> Rating {
    let habits = Habits()
    switch phase {
    case .new: return dice.rating(habits.first)
    case .learning, .relearning: return dice.rating([0.06, 0.05, 0.83, 0.06])
    case .review: return dice.roll() < recall ? dice.rating(habits.passes) : .again
    }
  }
}

/// Chance from a seed, the same on every machine.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number in 0..<1.
  mutating func roll() -> Double {
    // SplitMix64 by Steele, Lea and Flood.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }

  /// A rating by how often each of the four is given.
  mutating func rating(_ shares: [Double]) -> Rating {
    var rest = roll()
    for (rating, share) in zip(Rating.allCases, shares) {
      rest -= share
      if rest < 0 { return rating }
    }
    return .good
  }
}
