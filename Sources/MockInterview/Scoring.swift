extension Scorecard {
  /// Scores an attempt as far as it is marked.
  package init(of attempt: Attempt) {
    let all = attempt.questions
    let primaries = attempt.primaries
    let style = attempt.preset.style
    counts = Dictionary(
      grouping: primaries, by: { attempt.outcome(of: $0.number) }
    ).mapValues(\.count)
    questions = primaries.count
    let answered = attempt.given()
    done = primaries.isEmpty ? 0 : Double(answered) / Double(primaries.count)

    let reached =
      style == .exam ? all : all.filter { attempt.outcome(of: $0.number) != .unreached }
    let mean = Self.mean(of: reached, in: attempt)
    score = 100 * (mean ?? 0)

    // A stage without a box of its own cannot be late, nor can a question of an exam.
    let timed = all.filter { style != .exam && attempt.answers[$0.number]?.isMarkable == true }
    let late = timed.filter { attempt.lateness(of: $0) > 0 }.count
    inTime = Pace(answers: timed.count - late, of: timed.count)

    let pass = style == .exam ? attempt.settings.pass ?? 70 : nil
    let reachedScore = score
    passed = pass.map { reachedScore.reaches(Double($0)) }

    let isJudged = style == .interview || style == .design
    assessments =
      isJudged ? Self.assessments(of: reached, in: attempt, pace: inTime) : []
    let weights = assessments.reduce(0) { $0 + $1.dimension.weight }
    overall =
      weights == 0
      ? nil : assessments.reduce(0) { $0 + $1.dimension.weight * $1.share } / weights
    (band, reason) = Self.band(
      overall: overall, assessments: assessments, answered: answered, done: done)

    calibration = Calibration(
      reached.compactMap { question in
        attempt.answers[question.number]?.sureness.map {
          Calibration.Statement(sureness: $0, isRight: attempt.isRight(question.number))
        }
      })
    topics = Self.topics(of: reached, in: attempt)
    sureAndWrong = reached.map(\.number).filter {
      attempt.answers[$0]?.sureness == .sure && !attempt.isRight($0)
    }
  }

  /// The weighted mean score of questions; nil for none.
  private static func mean(of questions: [Question], in attempt: Attempt) -> Double? {
    let weight = questions.reduce(0) { $0 + self.weight(ofLevel: $1.level) }
    guard weight > 0 else { return nil }
    return questions.reduce(0) {
      $0 + self.weight(ofLevel: $1.level) * attempt.score(of: $1.number)
    } / weight
  }

  /// Each question feeds one dimension; those without questions are left out.
  private static func assessments(
    of questions: [Question], in attempt: Attempt, pace: Pace
  ) -> [Assessment] {
    let byRound = Set(["warm-up", "breadth", "deep dive", "trade-offs"])
    let usesRounds =
      attempt.preset.style == .interview && attempt.preset.rounds.count > 1
      && attempt.preset.rounds.allSatisfy { byRound.contains($0.name) }
    let groups = Dictionary(grouping: questions) { dimension(of: $0, byRound: usesRounds) }
    let set = attempt.end?.set ?? [:]
    var assessments: [Assessment] = []
    for dimension in [RubricDimension.correctness, .tradeOffs, .depth, .clarity] {
      let asked = groups[dimension] ?? []
      let computed: Double?
      if dimension == .clarity {
        computed = clarity(of: asked, in: attempt, pace: pace)
      } else {
        computed = mean(of: asked, in: attempt)
      }
      guard let computed else { continue }
      let byHand = set[dimension.rawValue]
      assessments.append(
        Assessment(
          dimension: dimension, share: byHand.map { share(ofStep: $0) } ?? computed,
          answers: dimension == .clarity ? pace.of : asked.count, isByHand: byHand != nil))
    }
    return assessments
  }

  private static func dimension(of question: Question, byRound: Bool) -> RubricDimension {
    if question.follows != nil { return .depth }
    if question.form == .stage {
      switch question.round {
      case "deep dive": return .depth
      case "trade-offs": return .tradeOffs
      case "close": return .clarity
      default: return .correctness
      }
    }
    if byRound {
      switch question.round {
      case "deep dive": return .depth
      case "trade-offs": return .tradeOffs
      default: return .correctness
      }
    }
    switch question.level {
    case 3: return .tradeOffs
    case 4: return .depth
    default: return .correctness
    }
  }

  /// Half one's own word, half pace; pace alone without a word. The close of a design counts as a
  /// third half of it.
  private static func clarity(
    of questions: [Question], in attempt: Attempt, pace: Pace
  ) -> Double? {
    guard pace.of > 0 else { return nil }
    var parts = [Double(pace.answers) / Double(pace.of)]
    if let own = attempt.end?.clarity { parts.append(Double(own - 1) / 3) }
    if let close = mean(of: questions, in: attempt) { parts.append(close) }
    return parts.reduce(0, +) / Double(parts.count)
  }

  /// A band needs evidence: enough answers, and enough of them done. A dimension at 1 allows no
  /// yes, one below 3 no strong yes.
  private static func band(
    overall: Double?, assessments: [Assessment], answered: Int, done: Double
  ) -> (Band?, Reason?) {
    guard let overall else { return (nil, nil) }
    if answered < leastAnswers { return (nil, .tooFewAnswers(answered)) }
    if !done.reaches(leastDone) { return (nil, .notEnoughDone(done)) }
    let band = Band(rawValue: step(overall)) ?? .strongNo
    if let lowest = assessments.first(where: { $0.step == 1 }), band.rawValue > 2 {
      return (.leanNo, .lowest(lowest.dimension))
    }
    if band == .strongYes, let low = assessments.first(where: { $0.step < 3 }) {
      return (.leanYes, .held(low.dimension))
    }
    return (band, .overall)
  }

  private static func topics(
    of questions: [Question], in attempt: Attempt
  ) -> [TopicScore] {
    Dictionary(grouping: questions, by: \.topic).map { topic, questions in
      TopicScore(topic: topic, score: mean(of: questions, in: attempt) ?? 0)
    }.sorted { ($0.score, $0.topic) < ($1.score, $1.topic) }
  }
}

extension Attempt {
  /// Milliseconds that an answer went beyond its box, at least 0.
  package func lateness(of question: Question) -> Int {
    guard preset.style != .exam, question.box > 0 else { return 0 }
    var box = question.box * 1000
    if question.form == .stage {
      var carried = 0
      for earlier in paper.questions where earlier.number < question.number {
        carried = max(carried + earlier.box * 1000 - (used[earlier.number] ?? 0), 0)
      }
      box += carried
    } else if let parent = question.follows {
      box -= used[parent] ?? 0
    }
    return max((used[question.number] ?? 0) - max(box, 0), 0)
  }
}
