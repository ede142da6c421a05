import Testing

@testable import Scheduling

struct SimulatorTests {
  struct Reference: Decodable {
    struct Simulation: Decodable {
      let deck: Int
      let days: Int
      let seconds: Double
      let new: Int
      let reviews: Int
      let retention: Double
      /// Reviews, new cards, seconds, cards remembered on the last day.
      let means: [Double]
      let deviations: [Double]
      let seeds: Double
    }
    let simulations: [Simulation]
  }

  @Test(arguments: always([1, 4], long: [0, 2, 3, 5, 6, 7, 8]))
  func meansAreThoseOfFsrsRs(number: Int) throws {
    let reference = try vectors("simulator.json", as: Reference.self).simulations[number]
    var plan = Simulator.Plan(cards: reference.deck, days: reference.days)
    plan.newPerDay = reference.new
    plan.reviewsPerDay = reference.reviews
    plan.secondsPerDay = reference.seconds
    plan.hardWeakens = true
    let simulator = Simulator(Parameters.standard.with(desiredRetention: reference.retention))
    let runs = (0..<UInt64(longTests ? 48 : 12)).map { simulator.run(plan, seed: $0) }
    let figures: [(Simulation) -> Double] = [
      { Double($0.reviews) }, { Double($0.new) }, { $0.seconds }, { $0.remembered },
    ]
    for (index, figure) in figures.enumerated() {
      let values = runs.map(figure)
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      let deviation = reference.deviations[index]
      let error = (deviation * deviation / reference.seeds + variance / count).squareRoot()
      #expect(abs(mean - reference.means[index]) <= 3 * error, "figure \(index)")
    }
  }

  @Test func theSameSeedGivesTheSameDays() {
    let simulator = Simulator()
    let plan = Simulator.Plan(cards: 100, days: 60)
    #expect(simulator.run(plan, seed: 5) == simulator.run(plan, seed: 5))
    #expect(simulator.run(plan, seed: 5) != simulator.run(plan, seed: 6))
  }

  @Test func limitsOfADayHold() {
    var plan = Simulator.Plan(cards: 300, days: 90)
    plan.newPerDay = 7
    plan.reviewsPerDay = 12
    plan.secondsPerDay = 300
    let simulation = Simulator().run(plan, seed: 1)
    // The last card begun may take longer: six answers at the most.
    #expect(simulation.days.allSatisfy { $0.new <= 7 && $0.reviews <= 12 && $0.seconds <= 430 })
    #expect(simulation.days.contains { $0.reviews == 12 })
    #expect(simulation.new <= 300)
    #expect((1...Double(simulation.new)).contains(simulation.remembered))
  }

  @Test func allCardsOfADeckAreLearnedInTime() {
    var plan = Simulator.Plan(cards: 95, days: 12)
    plan.newPerDay = 10
    let simulation = Simulator().run(plan, seed: 1)
    #expect(simulation.days.map(\.new) == Array(repeating: 10, count: 9) + [5, 0, 0])
  }

  @Test func nothingToLearnTakesNoTime() {
    #expect(Simulator().run(Simulator.Plan(cards: 0, days: 30), seed: 1).seconds == 0)
    #expect(Simulator().run(Simulator.Plan(cards: 30, days: 0), seed: 1).days.isEmpty)
  }

  @Test func hardAnswersThatWeakenCostMoreReviews() {
    var plan = Simulator.Plan(cards: 300, days: 120)
    let floored = Simulator().run(plan, seed: 3)
    plan.hardWeakens = true
    #expect(Simulator().run(plan, seed: 3).reviews > floored.reviews)
  }

  @Test func theCheapestRetentionIsTheLowestWithUsualHabits() {
    var plan = Simulator.Plan(cards: longTests ? 500 : 60, days: 90)
    plan.newPerDay = 10
    plan.secondsPerDay = 1800
    #expect(abs(Simulator().cheapestRetention(plan) - 0.7) < 0.01)
  }

  @Test func fewerDaysAndCardsAreSimulatedMoreOften() {
    func simulations(_ cards: Int, _ days: Int) -> Int {
      Simulator.simulations(of: Simulator.Plan(cards: cards, days: days))
    }
    #expect(simulations(100, 30) == 180)
    #expect(simulations(100, 365) == 16)
    #expect((17..<180).contains(simulations(100, 90)))
    #expect(simulations(20_000, 365) == 1)
  }

  @Test func anOutcomeIsTheMeanOfItsSimulations() {
    let plan = Simulator.Plan(cards: 2000, days: 400)
    let outcome = Simulator().outcome(of: plan)
    let runs = (0..<12).map { Simulator().run(plan, seed: $0) }
    #expect(outcome.simulations == 12)
    #expect(abs(outcome.reviews - Double(runs.reduce(0) { $0 + $1.reviews }) / 12) < 1e-6)
    #expect(abs(outcome.heaviest - runs.reduce(0) { $0 + $1.heaviest } / 12) < 1e-6)
    #expect(runs.allSatisfy { run in run.days.allSatisfy { $0.seconds <= run.heaviest } })
  }

  private var tenSeconds: Habits {
    var habits = Habits()
    habits.seconds.learning = [10, 10, 10, 10]
    habits.seconds.review = habits.seconds.learning
    habits.seconds.relearning = habits.seconds.learning
    return habits
  }

  @Test func theLastAnswerOfADayBeginsBeforeItsTimeIsOver() {
    var plan = Simulator.Plan(cards: 300, days: 90)
    plan.newPerDay = 10
    plan.secondsPerDay = 30
    let simulation = Simulator(habits: tenSeconds).run(plan, seed: 1)
    #expect(simulation.days.contains { $0.reviews == 4 && $0.seconds == 40 })
    #expect(simulation.days.allSatisfy { $0.reviews <= 4 })
  }

  /// A card that was hard passes one step more than one that was good.
  @Test(arguments: [(Rating.hard, 3), (.good, 2)])
  func aFirstAnswerCountsAsAStepIfItWasGood(first: Rating, answers: Int) {
    var habits = tenSeconds
    habits.first = Rating.allCases.map { $0 == first ? 1 : 0 }
    habits.learning = [[Double]](repeating: [0, 0, 1, 0], count: 3)
    var plan = Simulator.Plan(cards: 1, days: 1)
    plan.learningSteps = 2
    #expect(Simulator(habits: habits).run(plan, seed: 1).seconds == Double(10 * answers))
  }

  @Test(arguments: [(0.0...1, 0.1), (0...1, 0.31), (0...1, 0.77), (0.7...0.95, 0.8375)])
  func theVertexOfAParabolaIsFoundExactly(range: ClosedRange<Double>, place: Double) {
    let found = Minimum.of(in: range, tolerance: 1e-6) { ($0 - place) * ($0 - place) }
    #expect(abs(found - place) < 1e-9)
  }

  @Test(arguments: [0.0, 0.31, 0.5, 0.77, 1]) func theMinimumIsFound(place: Double) {
    var calls = 0
    let found = Minimum.of(in: 0...1, tolerance: 1e-6) { x in
      calls += 1
      return (x - place) * (x - place) + abs(x - place) * 0.1
    }
    #expect(abs(found - place) < 1e-4)
    #expect(calls <= 65)
  }
}
