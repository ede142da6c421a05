import Foundation
import TestSupport
import Testing

@testable import Scheduling

struct ForecastTests {
  private func new(_ count: Int) -> [Standing] {
    (0..<count).map { Standing(candidate("n\($0)", .new), on: today, calendar: utc) }
  }

  /// Cards in review whose days since the last answer and until they are due are mixed.
  private func seen(_ count: Int) -> [Standing] {
    var random = SeededGenerator(seed: 11)
    return (0..<count).map { number in
      let stability = Double.random(in: 1...60, using: &random)
      let daysAgo = Int.random(in: 0...20, using: &random)
      let schedule = inReview(
        stability: stability, difficulty: Double.random(in: 1...10, using: &random),
        daysAgo: daysAgo, dueIn: Int(stability) - daysAgo)
      return Standing(candidate("s\(number)", schedule), on: today, calendar: utc)
    }
  }

  @Test func aNewDeckIsLearnedAsInTheSimulator() {
    var routine = Forecast.Routine()
    routine.limits = DailyLimits(newPerDay: 8, reviewsPerDay: 9999)
    let forecast = Forecast(new(200), days: 40, routine: routine)
    var plan = Simulator.Plan(cards: 200, days: 40)
    plan.newPerDay = 8
    let simulations = (100..<120).map { Simulator().run(plan, seed: $0) }
    func mean(_ figure: (Simulation) -> Double) -> Double {
      simulations.reduce(0) { $0 + figure($1) } / Double(simulations.count)
    }
    #expect(forecast.simulations == 20)
    #expect(forecast.days.map(\.new) == simulations[0].days.map { Double($0.new) })
    #expect(agree(forecast.reviews, mean { Double($0.reviews) }, within: 0.03))
    #expect(agree(forecast.seconds, mean(\.seconds), within: 0.03))
    #expect(agree(forecast.known, mean(\.remembered), within: 0.01))
  }

  @Test func theSameCardsGiveTheSameForecast() {
    let cards = seen(60) + new(30)
    #expect(Forecast(cards, days: 20) == Forecast(cards, days: 20))
  }

  @Test func theChosenModelDecidesWhatIsKnownAndWhenItComesBack() {
    let cards = seen(60)
    let forecast = Forecast(cards, days: 40, model: .fsrs7(.standard))
    #expect(forecast != Forecast(cards, days: 40))
    let model = ChosenModel(.fsrs7(.standard), .standard)
    let waiting = cards.filter { $0.daysUntilDue > 0 }
    let recalls = waiting.compactMap { card in
      card.memory.map { model.retrievability(of: $0, afterDays: Double(card.daysSinceAnswer)) }
    }
    let first = Forecast(waiting, days: 1, model: .fsrs7(.standard))
    #expect(agree(first.known, recalls.reduce(0, +), within: 1e-9))
  }

  @Test func todayBringsWhatIsDueAndKnowsWhatFades() {
    let cards = seen(80)
    let forecast = Forecast(cards, days: 1)
    let due = cards.filter { $0.daysUntilDue == 0 }
    #expect(forecast.reviews == Double(due.count))
    #expect(forecast.new == 0)
    let model = MemoryModel(.standard)
    let others = cards.filter { $0.daysUntilDue > 0 }.compactMap { card in
      card.memory.map { model.retrievability(of: $0, afterDays: Double(card.daysSinceAnswer)) }
    }
    // A card that was answered is known at the end of the day.
    #expect(agree(forecast.known, others.reduce(Double(due.count), +), within: 1e-9))
  }

  @Test func limitsHoldAndWhatTodayBroughtCounts() {
    var routine = Forecast.Routine()
    routine.limits = DailyLimits(newPerDay: 5, reviewsPerDay: 6)
    (routine.newToday, routine.reviewsToday) = (3, 4)
    let forecast = Forecast(seen(100) + new(50), days: 12, routine: routine)
    #expect(forecast.days[0].new == 2 && forecast.days[0].reviews == 2)
    #expect(forecast.days.dropFirst().allSatisfy { $0.new <= 5 && $0.reviews <= 6 })
    #expect(forecast.days.contains { $0.reviews == 6 })
    routine.newToday = 9
    #expect(Forecast(new(50), days: 1, routine: routine).new == 0)
  }

  @Test func aHigherRetentionCostsMoreAndKeepsMore() throws {
    let cards = seen(150) + new(60)
    let forecasts = [0.8, 0.85, 0.9, 0.95].map { retention in
      Forecast(cards, days: 60, parameters: Parameters.standard.with(desiredRetention: retention))
    }
    #expect(forecasts.map(\.retention) == [0.8, 0.85, 0.9, 0.95])
    #expect(forecasts.map(\.reviews) == forecasts.map(\.reviews).sorted())
    #expect(forecasts.map(\.known) == forecasts.map(\.known).sorted())
    #expect(Set(forecasts.map(\.new)) == [60])
  }

  @Test func cardsOnStepsTakeTimeButAreNoReviews() {
    let cards = [Standing(candidate("a", onSteps(dueIn: 600)), on: today, calendar: utc)]
    let forecast = Forecast(cards, days: 1)
    #expect(forecast.reviews == 0 && forecast.new == 0)
    #expect(forecast.seconds > 8)
    #expect(agree(forecast.known, 1, within: 1e-12))
  }

  @Test func withoutCardsOrDaysThereIsNothing() {
    let empty = Forecast([], days: 5)
    #expect(empty.seconds == 0 && empty.known == 0 && empty.days.count == 5)
    #expect(Forecast(new(3), days: 0).days.isEmpty)
  }

  @Test func largeDecksAreSimulatedLessOften() {
    #expect(Forecast.simulations(cards: 2000, days: 30) == 20)
    #expect(Forecast.simulations(cards: 100_000, days: 30) == 1)
    #expect(Forecast.simulations(cards: 0, days: 0) == 20)
    #expect(Forecast.simulations(cards: 1_000_000, days: 3650) == 1)
  }
}
