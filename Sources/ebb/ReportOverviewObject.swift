import Decks
import Reports
import Scheduling

extension ReportObjects {
  /// A card in a list, with how often.
  struct NamedCard: Encodable {
    let card, topic: String
    let times: Int
    let question, file: Nullable<String>
    let line: Nullable<Int>
  }

  struct Overview: Encodable {
    struct Studied: Encodable { let days, of, streak, best: Int }
    struct Answers: Encodable {
      let count, ms, new: Int
      let medianReviewMs, medianFirstMs: Nullable<Int>
    }
    struct Cards: Encodable {
      let all, new, learning, young, mature, suspended, leeches: Int
    }
    struct Today: Encodable {
      let due, today, new: Int
      let timeMs: Nullable<Int>
    }
    struct Week: Encodable {
      let answers, ms, new: Int
      let kept: KeptObject
    }
    struct Grade: Encodable { let grade, learning, young, mature: Int }
    struct Bin: Encodable {
      let from: Double
      let to: Nullable<Double>
      let cards: Int
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let goal: Double
    let studied: Studied
    let answers: Answers
    let kept: KeptObject
    let cards: Cards
    let known, knownLastWeek: Double
    let waiting: Today
    let thisWeek, lastWeek: Week
    let grades: [Grade]
    let stability, difficulty, recall: [Bin]
    let medianStabilityDays: Nullable<Double>
    let leeches: [NamedCard]
    let next: [String]
  }

  var overview: Overview {
    let head = head(.overview)
    let sum = figures.days.sum(figures.period)
    let states = figures.states
    return Overview(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), goal: figures.goal,
      studied: .init(
        days: figures.days.studied(in: figures.period), of: figures.period.days,
        streak: figures.streak.current, best: figures.streak.best),
      answers: .init(
        count: sum.answers, ms: sum.milliseconds, new: sum.new,
        medianReviewMs: Nullable(figures.medianReview),
        medianFirstMs: Nullable(figures.medianFirst)),
      kept: KeptObject(sum),
      cards: .init(
        all: states.all, new: states.new, learning: states.learning, young: states.young,
        mature: states.mature, suspended: states.suspended, leeches: states.leeches),
      known: figures.memory.known, knownLastWeek: figures.knownLastWeek,
      waiting: .init(
        due: figures.due, today: figures.dueToday, new: figures.newLeft,
        timeMs: Nullable(figures.timeLeft)),
      thisWeek: week(endingBefore: 0), lastWeek: week(endingBefore: 7),
      grades: (0..<4).map { grade in
        .init(
          grade: grade + 1, learning: figures.grades[0][grade], young: figures.grades[1][grade],
          mature: figures.grades[2][grade])
      },
      stability: bins(figures.memory.stability, end: nil),
      difficulty: bins(figures.memory.difficulty, end: 10),
      recall: bins(figures.memory.recall, end: 1),
      medianStabilityDays: Nullable(figures.memory.medianStability),
      leeches: figures.leeches.prefix(Figures.listed).map(named),
      next: Advice(figures).steps)
  }

  private func week(endingBefore days: Int) -> Overview.Week {
    let sum = figures.days.sum(.last(7, until: figures.today.advanced(by: -days)))
    return .init(
      answers: sum.answers, ms: sum.milliseconds, new: sum.new, kept: KeptObject(sum))
  }

  private func bins(_ histogram: Histogram, end: Double?) -> [Overview.Bin] {
    let ends: [Double?] = histogram.limits.dropFirst().map { $0 } + [end]
    return zip(zip(histogram.limits, ends), histogram.counts).map { limits, count in
      .init(from: limits.0, to: Nullable(limits.1), cards: count)
    }
  }

  func named(_ leech: Leech) -> NamedCard {
    let name = figures.names[leech.card]
    return .init(
      card: leech.card.rawValue, topic: leech.topic, times: leech.lapses,
      question: Nullable(name?.question), file: Nullable(name?.place.path),
      line: Nullable(name?.place.line))
  }

  struct Digest: Encodable {
    let schema, from, to, today: String
    let topic: Nullable<String>
    let known, knownLastWeek: Double
    let week: Overview.Week
    let slipped: [NamedCard]
    let next: [String]
  }

  var digest: Digest {
    let head = head(.digest, .last(7, until: figures.today))
    return Digest(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), known: figures.memory.known,
      knownLastWeek: figures.knownLastWeek, week: week(endingBefore: 0),
      slipped: figures.slipped.prefix(Figures.listed).map(named), next: Advice(figures).steps)
  }
}
