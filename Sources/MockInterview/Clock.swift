/// What is said once when time runs short.
package enum ClockNotice: Hashable, Sendable {
  /// So many seconds are left for the question.
  case boxEnds(Int)
  /// The time of the question is over, and the answer may be finished.
  case boxOver
  /// Half the time of the question again is over.
  case moveOn
  /// The answer was taken as it stood.
  case taken
  /// So many seconds are left for the whole.
  case totalEnds(Int)
  /// The whole is over.
  case totalOver
}

/// The clocks of an interview as a function of what was used: nothing here ticks.
package struct Clock: Hashable, Sendable {
  /// Milliseconds for the open question; nil where only the whole counts.
  package var box: Int?
  package var isHard: Bool
  /// Milliseconds of the open question that are used.
  package var used: Int
  /// Milliseconds for the whole.
  package var limit: Int
  /// Milliseconds of the whole that are used, this question included.
  package var usedOfWhole: Int

  /// Milliseconds left for the question, negative when over.
  package var boxLeft: Int? { box.map { $0 - used } }

  /// Milliseconds left for the whole, negative when over.
  package var left: Int { limit - usedOfWhole }

  /// The clocks some milliseconds later.
  package func later(by ms: Int) -> Clock {
    var copy = self
    copy.used += ms
    copy.usedOfWhole += ms
    return copy
  }

  /// Milliseconds until something ends the answer: a hard box, or the whole.
  package var untilTaken: Int { isHard ? min(boxLeft ?? left, left) : left }

  /// What falls due on the way to a later state of the same clocks.
  package func notices(until later: Clock) -> [ClockNotice] {
    func passes(_ before: Int, _ after: Int, _ mark: Int) -> Bool { before > mark && after <= mark }
    var notices: [ClockNotice] = []
    if let box, let before = boxLeft, let after = later.boxLeft {
      let warning = box < 60_000 ? 10_000 : 30_000
      if passes(before, after, warning), after > 0 { notices.append(.boxEnds(warning / 1000)) }
      if !isHard {
        if passes(before, after, 0) { notices.append(.boxOver) }
        if passes(before, after, -box / 2) { notices.append(.moveOn) }
      }
    }
    for seconds in [300, 120] where passes(left, later.left, seconds * 1000) && later.left > 0 {
      notices.append(.totalEnds(seconds))
    }
    return notices
  }
}
