extension DatePlan {
  /// Plans for cards given in the order in which new ones are introduced; the same cards always
  /// give the same plan. `parameters` hold the usual desired retention.
  package init(
    _ cards: [Standing], aim: Aim, parameters: Parameters = .standard,
    model: ModelChoice = .fsrs6
  ) {
    let pool = Pool(cards, aim: aim, model: model)
    let reached = pool.leastRetention(parameters)
    let usual = parameters.desiredRetention
    let chosen = parameters.with(desiredRetention: max(usual, min(reached ?? 0.97, 0.97)))
    let pass = pool.lastPass(chosen)
    let plan = pool.futures(chosen, introducing: true, early: pass)
    let review = pool.futures(parameters, introducing: false).recalls
    let stop = pool.stop(parameters)
    let now = pool.now(parameters)

    func readiness(_ topic: String, _ indices: [Int]) -> Readiness {
      func mean(_ values: [Double]) -> Double {
        indices.isEmpty ? 0 : indices.reduce(0) { $0 + values[$1] } / Double(indices.count)
      }
      return Readiness(
        topic: topic, cards: indices.count, seen: indices.count(where: { cards[$0].memory != nil }),
        now: mean(now), stop: mean(stop), review: mean(review), plan: mean(plan.recalls))
    }

    let byTopic = Dictionary(grouping: cards.indices, by: { cards[$0].topic })
    topics =
      byTopic.map { readiness($0.key, $0.value) }
      .sorted { ($0.now, $0.topic) < ($1.now, $1.topic) }
    together = readiness("", Array(cards.indices))
    retention = chosen.desiredRetention
    leastRetention = reached
    newNeeded = pool.newNeeded
    newPerDay = pool.newPerDay
    newDays = pool.newDays
    leftUnseen = pool.unseen.count - pool.introduced
    reviewsPerDay = aim.days == 0 ? 0 : plan.load.reduce(0, +) / Double(aim.days)
    mostReviews = plan.load.max() ?? 0
    lastPassCards = pass.count
    lastPassDays = aim.lastPass
    weak =
      cards.indices
      .filter { cards[$0].memory != nil && stop[$0] < aim.readiness }
      .sorted { (stop[$0], $0) < (stop[$1], $1) }
      .map { Weak(card: cards[$0].card, topic: cards[$0].topic, recall: stop[$0]) }
  }
}

/// The cards of a plan, and their futures.
private struct Pool {
  typealias Futures = (recalls: [Double], load: [Double])

  let cards: [ExpectedDays.Card]
  /// The places of the cards never seen.
  let unseen: [Int]
  let aim: DatePlan.Aim
  let model: ModelChoice

  init(_ standings: [Standing], aim: DatePlan.Aim, model: ModelChoice) {
    cards = standings.map { standing in
      ExpectedDays.Card(
        memory: standing.memory, day: standing.memory.map { _ in -standing.daysSinceAnswer })
    }
    unseen = standings.indices.filter { standings[$0].memory == nil }
    self.aim = aim
    self.model = model
  }

  /// Days on which new cards may come: all before the last pass.
  private var days: Int { aim.days - aim.lastPass }
  /// `ceil(U / (n - W))`; 0 if there is no day left.
  var newNeeded: Int { days == 0 ? 0 : (unseen.count + days - 1) / days }
  var newPerDay: Int { min(newNeeded, aim.newPerDay) }
  var introduced: Int { min(unseen.count, newPerDay * days) }
  var newDays: Int { newPerDay == 0 ? 0 : (introduced + newPerDay - 1) / newPerDay }

  func now(_ parameters: Parameters) -> [Double] {
    let today = ExpectedDays(parameters, model: model, days: 0)
    return cards.map(today.recall(untouched:))
  }

  func stop(_ parameters: Parameters) -> [Double] {
    let expected = ExpectedDays(parameters, model: model, days: aim.days)
    return cards.map(expected.recall(untouched:))
  }

  /// The cards with all reviews that come due, and what each day holds.
  func futures(
    _ parameters: Parameters, introducing: Bool, early: [Int: Int] = [:]
  ) -> Futures {
    let expected = ExpectedDays(parameters, model: model, days: aim.days)
    var planned = cards
    if introducing {
      for (place, index) in unseen.prefix(introduced).enumerated() {
        planned[index].day = place / newPerDay
      }
    }
    for (index, day) in early { planned[index].early = day }
    var load = [Double](repeating: 0, count: aim.days)
    let recalls = planned.map { expected.recall(reviewed: $0, load: &load) }
    return (recalls, load)
  }

  /// The least of 0.70, 0.71 ... 0.97 that reaches the aim, found by halving: readiness grows with
  /// desired retention, but for what the rounding of intervals to whole days may change.
  func leastRetention(_ parameters: Parameters) -> Double? {
    func reaches(_ percent: Int) -> Bool {
      let tried = parameters.with(desiredRetention: Double(percent) / 100)
      let recalls = futures(tried, introducing: true).recalls
      return recalls.reduce(0, +) >= aim.readiness * Double(recalls.count)
    }
    guard reaches(97) else { return nil }
    var low = 70
    var high = 97
    while low < high {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle + 1 }
    }
    return Double(low) / 100
  }

  /// The cards that would be below the aim, the lowest first, each with its day of the last pass.
  func lastPass(_ parameters: Parameters) -> [Int: Int] {
    guard aim.lastPass > 0 else { return [:] }
    let recalls = futures(parameters, introducing: true).recalls
    let below =
      recalls.indices
      .filter { recalls[$0] > 0 && recalls[$0] < aim.readiness }
      .sorted { (recalls[$0], $0) < (recalls[$1], $1) }
    let perDay = max((below.count + aim.lastPass - 1) / aim.lastPass, 1)
    return Dictionary(
      uniqueKeysWithValues: below.enumerated().map { place, index in
        (index, days + place / perDay)
      })
  }
}
