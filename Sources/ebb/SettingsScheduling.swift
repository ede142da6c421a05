import Scheduling

/// The settings as the scheduler wants them.
extension Settings {
  /// Hour at which a study day begins, 0...23.
  var rolloverHour: Int { SettingRule.hour(text("review.day_starts")) ?? 4 }

  var steps: Steps {
    Steps(
      learning: texts("review.learn_steps").compactMap(Span.seconds),
      relearning: texts("review.relearn_steps").compactMap(Span.seconds))
  }

  /// Seconds a card on its steps may come early when nothing else is left.
  var learnAhead: Int { Span.seconds(text("review.learn_ahead")) ?? 1200 }

  var reviewOrder: ReviewOrder { ReviewOrder(rawValue: text("review.order")) ?? .mixed }

  var leechRule: LeechRule { LeechRule(threshold: integer("review.leech")) }

  /// Minutes and cards of a sitting; nil for no cap.
  var sittingMinutes: Int? { cap("review.minutes") }
  var sittingLimit: Int? { cap("review.limit") }

  private func cap(_ name: String) -> Int? { integer(name) == 0 ? nil : integer(name) }

  var model: ModelChoice { ModelChoice(named: text("review.model")) ?? .fsrs6 }

  /// Weights written into the settings, which go before fitted ones; nil if there are none.
  var ownWeights: [Double]? {
    let weights = numbers("review.weights")
    return weights.isEmpty ? nil : weights
  }

  /// What each weekday may hold, Monday first.
  var week: [LoadBalancer.Allowance] {
    let (light, free) = (texts("review.light_days"), texts("review.free_days"))
    return SettingRule.weekdayNames.map { day in
      free.contains(day) ? .minimum : light.contains(day) ? .reduced : .normal
    }
  }

  /// Whether the day of a review is chosen among those fuzz allows.
  var balances: Bool { flag("review.balance") && flag("review.fuzz") }

  /// The parameters of all cards; `fitted` are weights of FSRS-6 that were fitted to the log.
  func parameters(fitted: [Double]? = nil) -> Parameters {
    parameters(weights: ownWeights ?? fitted, retention: number("review.retention"))
  }

  /// Parameters with these weights, or the standard ones where there are none.
  func parameters(weights: [Double]?, retention: Double) -> Parameters {
    let longest = Span.days(text("review.max_interval")) ?? 3650
    // Checked when they were read.
    return
      (try? Parameters(
        weights: weights ?? [], desiredRetention: retention, maximumInterval: longest))
      ?? .standard
  }

  /// What a topic has of its own.
  struct Deck: Hashable, Sendable {
    var retention: Double?
    var newPerDay: Int?
    var reviewsPerDay: Int?
    var isPaused = false
  }

  /// What the tables `deck."NAME"` say, by the name the user wrote.
  var decks: [String: Deck] {
    var decks: [String: Deck] = [:]
    for (name, sourced) in values where name.parts.count == 3 && name.parts[0] == "deck" {
      var deck = decks[name.parts[1]] ?? Deck()
      switch (name.parts[2], sourced.value) {
      case ("retention", .number(let retention)): deck.retention = retention
      case ("new_per_day", .integer(let number)): deck.newPerDay = number
      case ("max_per_day", .integer(let number)): deck.reviewsPerDay = number
      case ("paused", .flag(let isPaused)): deck.isPaused = isPaused
      default: break
      }
      decks[name.parts[1]] = deck
    }
    return decks
  }
}
