import Scheduling

/// What a plan is to reach.
package struct PlanWish: Hashable, Sendable {
  /// The day on which it is to be known.
  package var day: Day
  /// Mean recall to reach, 0.70...0.97.
  package var aim: Double
  /// The topics; nil for all.
  package var topics: Set<String>?

  package init(day: Day, aim: Double = 0.9, topics: Set<String>? = nil) {
    self.day = day
    self.aim = aim
    self.topics = topics
  }
}

/// What a plan comes to.
package struct PlanFigures: Hashable, Sendable {
  /// What it is to reach.
  package let wish: PlanWish
  package let plan: DatePlan
  /// What it asks for and what comes of it, in sentences.
  package let sentences: [String]

  package init(_ wish: PlanWish, plan: DatePlan, sentences: [String]) {
    self.wish = wish
    self.plan = plan
    self.sentences = sentences
  }
}
