/// Which version of FSRS decides.
///
/// The memories of one cannot be turned into those of the other: after a change every card's is
/// replayed from the log, by `Scheduler.replay` or by a `Rescheduling` that leaves due dates alone.
package enum ModelChoice: Hashable, Sendable {
  /// FSRS-6, with the weights of the `Parameters`.
  case fsrs6
  /// FSRS-7 with its own weights; of the `Parameters` only retention and limits count.
  case fsrs7(TwoTraceWeights)

  /// Reads the name used in settings, `fsrs-6` or `fsrs-7`; FSRS-7 has its default weights then.
  package init?(named name: String) {
    switch name {
    case "fsrs-6": self = .fsrs6
    case "fsrs-7": self = .fsrs7(.standard)
    default: return nil
    }
  }

  /// The name used in settings.
  package var name: String {
    switch self {
    case .fsrs6: "fsrs-6"
    case .fsrs7: "fsrs-7"
    }
  }
}

/// The chosen model with its weights, as the scheduler asks it.
enum ChosenModel: Sendable {
  case oneTrace(MemoryModel)
  case twoTraces(TwoTraceModel)

  init(_ choice: ModelChoice, _ parameters: Parameters) {
    self =
      switch choice {
      case .fsrs6: .oneTrace(MemoryModel(parameters))
      case .fsrs7(let weights): .twoTraces(TwoTraceModel(weights))
      }
  }

  func first(_ rating: Rating) -> MemoryState {
    switch self {
    case .oneTrace(let model): model.first(rating)
    case .twoTraces(let model): MemoryState(model.first(rating))
    }
  }

  /// State after a later answer, given whole study days and exact days since the one before.
  func next(
    _ state: MemoryState, rating: Rating, studyDays: Int, exactDays: Double
  ) -> MemoryState {
    switch self {
    case .oneTrace(let model):
      model.next(state, rating: rating, elapsedDays: studyDays)
    case .twoTraces(let model):
      MemoryState(model.next(state.twoTraces, rating: rating, elapsedDays: max(0, exactDays)))
    }
  }

  /// The same, given whole days alone: for days to come.
  func next(_ state: MemoryState, rating: Rating, elapsedDays days: Int) -> MemoryState {
    next(state, rating: rating, studyDays: days, exactDays: Double(days))
  }

  /// Whole days until a memory has fallen to the desired retention, 1 up to the maximum interval.
  func wholeInterval(_ memory: MemoryState, _ parameters: Parameters) -> Int {
    let days = interval(of: memory, retention: parameters.desiredRetention)
    return min(max(Int(days.rounded()), 1), parameters.maximumInterval)
  }

  /// Days until recall has fallen to this retention.
  func interval(of state: MemoryState, retention: Double) -> Double {
    switch self {
    case .oneTrace(let model): model.interval(stability: state.stability, retention: retention)
    case .twoTraces(let model): model.interval(state.twoTraces, retention: retention)
    }
  }

  func retrievability(of state: MemoryState, afterDays days: Double) -> Double {
    switch self {
    case .oneTrace(let model): model.retrievability(of: state, afterDays: days)
    case .twoTraces(let model): model.retrievability(of: state.twoTraces, afterDays: days)
    }
  }
}

extension MemoryState {
  fileprivate init(_ state: TwoTraceState) {
    self.init(stability: state.slow, difficulty: state.difficulty, fast: state.fast)
  }

  /// A state without a fast trace, one of FSRS-6 not yet replayed, is taken for a first one.
  fileprivate var twoTraces: TwoTraceState {
    TwoTraceState(slow: stability, fast: fast ?? 0.8 * stability, difficulty: difficulty)
  }
}
