import Decks
import Foundation
import Scheduling
import TestSupport
import Testing

struct ModelChoiceTests {
  private let seventh = Scheduler(calendar: utc, fuzz: false, model: .fsrs7(.standard))

  @Test func theNamesOfTheSettingsAreRead() {
    #expect(ModelChoice(named: "fsrs-6") == .fsrs6)
    #expect(ModelChoice(named: "fsrs-7") == .fsrs7(.standard))
    #expect(ModelChoice(named: "fsrs") == nil)
    #expect(ModelChoice.fsrs7(.standard).name == "fsrs-7")
    #expect(ModelChoice.fsrs6.name == "fsrs-6")
  }

  @Test func withoutAChoiceItIsFSRS6() {
    #expect(Scheduler(calendar: utc).choice == .fsrs6)
  }

  @Test func memoriesAndIntervalsAreThoseOfTheTwoTraceModel() throws {
    let model = TwoTraceModel()
    var state = model.first(.good)
    var schedule = seventh.outlook(of: .new, card: card("a"), at: morning)[.good]
    #expect(schedule.memory?.fast == state.fast)
    // Twenty minutes and a bit more than six days: it counts time, not study days.
    for (gap, rating) in [(1200.0, Rating.good), (523_456.0, .hard), (1_234_567.0, .easy)] {
      let now = try #require(schedule.lastReview) + gap
      schedule = seventh.outlook(of: schedule, card: card("a"), at: now)[rating]
      state = model.next(state, rating: rating, elapsedDays: gap / 86400)
      let memory = try #require(schedule.memory)
      #expect(
        MemoryState(stability: state.slow, difficulty: state.difficulty, fast: state.fast)
          == memory)
      let days = model.interval(state, retention: 0.9).rounded()
      #expect(schedule.phase == .review)
      if rating == .easy { #expect(Double(schedule.interval) >= days) }
      #expect(seventh.recall(of: schedule, at: now + 86400) == recall(state, model))
    }
  }

  private func recall(_ state: TwoTraceState, _ model: TwoTraceModel) -> Double {
    model.retrievability(of: state, afterDays: 1)
  }

  @Test func theFirstStepsRemain() {
    let outlook = seventh.outlook(of: .new, card: card("a"), at: morning)
    let labels = Rating.allCases.map { outlook.delay($0, from: morning, calendar: utc) }
    #expect(labels.prefix(3) == [.seconds(60), .seconds(330), .seconds(600)])
    #expect(outlook[.again].phase == .learning(step: 0))
  }

  @Test(arguments: UInt64(0)..<60) func aLogOfOneModelIsReplayedByTheOther(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sixth = Scheduler(calendar: berlin)
    let seventh = Scheduler(calendar: berlin, model: .fsrs7(.standard))
    var log: [Review] = []
    var schedules: [CardID: Schedule] = [:]
    var now = morning
    for _ in 0..<60 {
      let card = card("card \(Int.random(in: 0..<5, using: &random))")
      let before = schedules[card] ?? .new
      let rating = random.rating()
      let after = sixth.outlook(of: before, card: card, at: now)[rating]
      log.append(
        Review(
          card: card, time: now, rating: rating, duration: 1, before: before, after: after,
          offset: seventh.calendar.offset(of: now)))
      schedules[card] = after
      now += random.gap()
    }
    let replayed = seventh.replay(log)
    #expect(Set(replayed.keys) == Set(schedules.keys), "seed \(seed)")
    for (card, schedule) in replayed {
      #expect(schedule.memory?.fast != nil, "seed \(seed)")
      #expect(schedule.reviews == schedules[card]?.reviews, "seed \(seed)")
      let recall = try #require(seventh.recall(of: schedule, at: now))
      #expect((0...1).contains(recall), "seed \(seed)")
    }
    #expect(sixth.replay(log) == schedules, "seed \(seed)")
    let bytes = try JSONEncoder().encode(replayed)
    let read = try JSONDecoder().decode([CardID: Schedule].self, from: bytes)
    #expect(read == replayed, "seed \(seed)")
  }
}
