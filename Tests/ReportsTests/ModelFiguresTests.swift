import Decks
import Foundation
import Reports
import Scheduling
import Testing

/// Figures follow the model that schedules: its curve, and the memories that it makes of the
/// answers.
struct ModelFiguresTests {
  private let model = TwoTraceModel(.standard)

  private func figures(_ log: HandMadeLog, by choice: ModelChoice) -> Figures {
    var sources = log.sources
    sources.model = choice
    return Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
  }

  @Test func whatIsKnownFollowsTheCurveOfTheModel() {
    // Both traces of the only card are ten days old.
    var log = HandMadeLog()
    log.table.add(
      CardID(rawValue: "a"), topic: "Redis", trail: [],
      schedule: Schedule(
        phase: .review, memory: MemoryState(stability: 20, difficulty: 6, fast: 3),
        due: .day(today), interval: 10, lastReview: at("2026-11-14 10:00"), reviews: 3, lapses: 0))
    let state = TwoTraceState(slow: 20, fast: 3, difficulty: 6)
    let recall = model.retrievability(of: state, afterDays: 10)
    #expect(isNear(figures(log, by: .fsrs7(.standard)).memory.known, recall))
    #expect(isNear(figures(log, by: .fsrs7(.standard)).topics[0].ready, recall))
    #expect(!isNear(figures(log, by: .fsrs6).memory.known, recall, within: 1e-3))
  }

  @Test func whatTheModelForetoldIsComparedWithWhatCame() {
    // Answered first 24 days ago, then 14 and 4 days ago, by FSRS-7: the traces are in the log.
    var log = HandMadeLog()
    log.card("a", stability: 40, last: "2026-11-20 10:00")
    let first = model.first(.good)
    let second = model.next(first, rating: .good, elapsedDays: 10)
    for (moment, state) in [("2026-10-31 10:00", first), ("2026-11-10 10:00", second)] {
      log.answer("a", moment, phase: moment < "2026-11" ? .new : .review, traces: state)
    }
    log.answer("a", "2026-11-20 10:00", .again, traces: second)
    let check = figures(log, by: .fsrs7(.standard)).check
    // In single precision, as the log of a report keeps it.
    let foretold = [first, second].map { model.retrievability(of: $0, afterDays: 10) }
    let sum = check.bins.reduce(0.0) { $0 + $1.foretold * Double($1.kept.n) }
    #expect(check.answers == 2 && isNear(sum, foretold[0] + foretold[1], within: 1e-6))
    #expect(check.bins.reduce(0) { $0 + $1.kept.ok } == 1)
  }

  @Test func answersUnderAnotherModelAreReplayed() {
    // The log was written by FSRS-6, which knew of a stability of 30 days; FSRS-7 makes of the
    // same two answers, ten days apart, what it makes of them. A week ago was a week after that.
    var log = HandMadeLog()
    log.card("a", stability: 30, last: "2026-11-10 10:00")
    log.answer("a", "2026-10-31 10:00", phase: .new, stability: 3)
    log.answer("a", "2026-11-10 10:00", stability: 30)
    let memory = model.next(model.first(.good), rating: .good, elapsedDays: 10)
    let known = figures(log, by: .fsrs7(.standard)).knownLastWeek
    #expect(isNear(known, model.retrievability(of: memory, afterDays: 7)))
    // And the other way round.
    let plain = MemoryModel(.standard)
    var later = HandMadeLog()
    later.card("a", stability: 30, last: "2026-11-10 10:00")
    later.answer("a", "2026-10-31 10:00", phase: .new, traces: model.first(.good))
    later.answer("a", "2026-11-10 10:00", traces: memory)
    let state = plain.next(plain.first(.good), rating: .good, elapsedDays: 10)
    #expect(
      isNear(
        figures(later, by: .fsrs6).knownLastWeek,
        plain.retrievability(of: state, afterDays: 7)))
  }

  @Test func cardsWithWeightsOfTheirOwnFollowThem() throws {
    var log = HandMadeLog()
    log.card("a", stability: 10)
    log.card("b", stability: 10)
    var weights = Parameters.standard.weights
    weights[20] = 0.4
    let own = try Parameters(weights: weights)
    var sources = log.sources
    sources.exceptions.add(own, model: .fsrs6, for: [CardID(rawValue: "b")])
    let figures = Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
    // Both curves meet at the stability, and differ behind it.
    #expect(isNear(figures.memory.known, 1.8))
    let later = Figures(
      sources, period: .last(30, until: today), at: at("2026-12-24 09:12"), calendar: utc)
    let state = MemoryState(stability: 10, difficulty: 5)
    let recall = [Parameters.standard, own].map {
      MemoryModel($0).retrievability(of: state, afterDays: 40)
    }
    #expect(isNear(later.memory.known, recall[0] + recall[1]))
    #expect(!isNear(recall[0], recall[1], within: 1e-3))
  }
}
