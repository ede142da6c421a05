import Foundation
import MockInterview
import ProgressStore
import Reports
import Scheduling

extension Desk {
  /// The finished mock interviews as their history shows them, oldest first.
  func mockResults() throws(StoreFailure) -> [MockResult] {
    let facts = try store.facts(named: MockEvent.prefix)
    let days = Dictionary(facts.map { ($0.stamp.time, $0.stamp.day) }) { first, _ in first }
    let events = facts.compactMap { fact in
      MockEvent(name: fact.name, body: fact.body).map { (event: $0, time: fact.stamp.time) }
    }
    return Attempt.all(from: events).filter { $0.state == .done }.map { attempt in
      MockResult(
        attempt, on: days[attempt.startedAt] ?? world.calendar.day(of: attempt.startedAt))
    }
  }
}

extension MockResult {
  fileprivate init(_ attempt: Attempt, on day: Day) {
    let card = Scorecard(of: attempt)
    let answered = (card.counts[.answered] ?? 0) + (card.counts[.cut] ?? 0)
    // An exam is passed or not and has no band; a band may be missing for want of answers.
    let band: String? = card.passed == nil ? card.band?.name ?? "no band" : nil
    self.init(
      number: attempt.number, id: attempt.id, day: day, preset: attempt.preset.name,
      score: card.score, band: band, passed: card.passed,
      done: Share(ok: answered, n: card.questions),
      inTime: Share(ok: card.inTime.answers, n: card.inTime.of), brier: card.calibration?.brier,
      duration: attempt.spent,
      questions: attempt.questions.filter { attempt.outcome(of: $0.number) != .unreached }.map {
        Question(
          topic: $0.topic, score: attempt.score(of: $0.number) * 100,
          sureness: attempt.answers[$0.number]?.sureness?.rawValue,
          isRight: attempt.isRight($0.number), card: $0.card)
      })
  }
}
