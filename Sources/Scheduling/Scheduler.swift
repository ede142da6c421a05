import Decks
import Foundation

/// Decides when a card is seen again: FSRS with the rules of Anki 26 around it.
package struct Scheduler: Sendable {
  /// Weights, desired retention and maximum interval.
  package private(set) var parameters: Parameters
  /// Short delays before intervals are counted in days.
  package let steps: Steps
  /// Maps moments to study days.
  package let calendar: StudyCalendar
  /// Whether intervals are spread a little.
  package let fuzz: Bool
  /// Chooses the day where fuzz leaves a choice; nil to leave it to chance alone. Without fuzz
  /// there is nothing to choose.
  package var balancer: LoadBalancer?

  /// Which version of FSRS decides.
  package let choice: ModelChoice

  /// Cards with parameters of their own.
  package var exceptions = Exceptions()

  private(set) var model: ChosenModel

  /// Makes a scheduler; `fuzz: false` gives every card exactly the interval of the model, rounded.
  package init(
    parameters: Parameters = .standard, steps: Steps = Steps(), calendar: StudyCalendar,
    fuzz: Bool = true, balancer: LoadBalancer? = nil, model choice: ModelChoice = .fsrs6
  ) {
    self.parameters = parameters
    self.steps = steps
    self.calendar = calendar
    self.fuzz = fuzz
    self.balancer = balancer
    self.choice = choice
    model = ChosenModel(choice, parameters)
  }

  /// Where the card would stand after each rating, given at this moment, by the rules of Anki
  /// 26.9. The same card, schedule, study day and balancer always give the same intervals.
  package func outlook(of schedule: Schedule, card: CardID, at now: Date) -> Outlook {
    outlook(of: schedule, card: card, at: now, chance: chance(schedule, card))
  }

  /// The same with the chance for the fuzz given, 0..<1, or nil for none; without a card the
  /// balancer knows no siblings.
  package func outlook(
    of schedule: Schedule, card: CardID? = nil, at now: Date, chance: Double?
  ) -> Outlook {
    let stamp = Stamp(now, in: calendar)
    let answer = answer(to: schedule, card: card, at: stamp, chance: chance)
    return Outlook { answer.schedule(after: $0) }
  }

  /// Where the card would have stood after each rating given then and there, on that study day.
  package func outlook(of schedule: Schedule, card: CardID, at stamp: Stamp) -> Outlook {
    let answer = answer(to: schedule, card: card, at: stamp)
    return Outlook { answer.schedule(after: $0) }
  }

  /// With `only`, the answer is prepared for this rating alone.
  func answer(
    to schedule: Schedule, card: CardID, at stamp: Stamp, only: Rating? = nil
  ) -> Answer {
    answer(to: schedule, card: card, at: stamp, chance: chance(schedule, card), only: only)
  }

  /// A replay knows no more of the calendar than the stamp, so a first computation uses no more.
  private func answer(
    to schedule: Schedule, card: CardID?, at stamp: Stamp, chance: Double?, only: Rating? = nil
  ) -> Answer {
    let there = StudyCalendar.fixed(utcOffset: stamp.offset, rolloverHour: calendar.rolloverHour)
    return Answer(
      to: schedule, card: card, at: stamp, in: there, chance: chance, by: fitted(to: card),
      only: only)
  }

  /// Probability of recall at a moment, 0...1, from the exact time since the last answer; nil for
  /// a card never answered.
  package func recall(of schedule: Schedule, card: CardID? = nil, at now: Date) -> Double? {
    guard let memory = schedule.memory, let last = schedule.lastReview else { return nil }
    let model = card.flatMap { exceptions[$0] }?.model ?? model
    return model.retrievability(of: memory, afterDays: now.timeIntervalSince(last) / 86400)
  }

  /// Probability of recall of a card with this memory, 0...1, this many days after its last answer.
  package func recall(
    of memory: MemoryState, card: CardID?, afterDays days: Double
  ) -> Double {
    (card.flatMap { exceptions[$0]?.model } ?? model).retrievability(of: memory, afterDays: days)
  }

  /// Rebuilds where every card stands from the log alone, in the order of the log. With a
  /// balancer, a day the log names stays if fuzz allows it: nobody knows how full the days were.
  package func replay(_ log: some Sequence<Review>) -> [CardID: Schedule] {
    var schedules: [CardID: Schedule] = [:]
    for review in log {
      let before = schedules[review.card] ?? .new
      let answer = answer(to: before, card: review.card, at: review.stamp(in: calendar))
      schedules[review.card] =
        balancer == nil
        ? answer.schedule(after: review.rating)
        : answer.schedule(after: review.rating, as: review.after.interval)
    }
    return schedules
  }

  /// The memory of a card after an answer; `before` is nil for its first one. `studyDays` and
  /// `exactDays` have passed since the answer before.
  package func memory(
    of card: CardID, _ before: MemoryState?, after rating: Rating, studyDays: Int,
    exactDays: Double
  ) -> MemoryState {
    let model = exceptions[card]?.model ?? model
    return before.map {
      model.next($0, rating: rating, studyDays: studyDays, exactDays: exactDays)
    } ?? model.first(rating)
  }

  /// The scheduler with the parameters that hold for a card.
  func fitted(to card: CardID?) -> Scheduler {
    guard let rule = card.flatMap({ exceptions[$0] }) else { return self }
    var fitted = self
    fitted.parameters = rule.parameters
    fitted.model = rule.model
    return fitted
  }

  func chance(_ schedule: Schedule, _ card: CardID) -> Double? {
    fuzz ? Fuzz.chance(card: card, reviews: schedule.reviews) : nil
  }
}
