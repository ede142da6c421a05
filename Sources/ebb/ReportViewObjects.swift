import Decks
import Reports
import Scheduling

extension ReportObjects {
  // MARK: Retention

  struct RetentionRow: Encodable {
    let period: String
    let young, mature, all: ShareObject
  }

  struct Retention: Encodable {
    struct Topic: Encodable {
      let topic: String
      let kept: ShareObject
    }
    struct Bin: Encodable {
      let from, to, foretold: Double
      let came: ShareObject
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let goal: Double
    let rows: [RetentionRow]
    let topics: [Topic]
    let check: [Bin]
    let checkError: Nullable<Double>
  }

  var retention: Retention {
    let head = head(.retention)
    return Retention(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), goal: figures.goal,
      rows: Report.retentionPeriods(figures).map { name, tally in
        RetentionRow(
          period: name, young: ShareObject(tally.young), mature: ShareObject(tally.mature),
          all: ShareObject(tally.all))
      },
      topics: figures.topics.map { .init(topic: $0.topic, kept: ShareObject($0.kept)) },
      check: figures.check.bins.enumerated().filter { $0.element.kept.n > 0 }.map { index, bin in
        .init(
          from: Double(index) / 10, to: Double(index + 1) / 10, foretold: bin.foretold,
          came: ShareObject(bin.kept))
      }, checkError: Nullable(figures.check.error))
  }

  // MARK: Forecast

  struct ForecastObject: Encodable {
    struct Topic: Encodable {
      let topic: String
      let cards: Int
    }
    struct Row: Encodable {
      let day: String
      let due: Int
      let topics: [Topic]
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let dailyLoad: Double
    let medianReviewMs: Nullable<Int>
    let rows: [Row]
  }

  var forecast: ForecastObject {
    let days = Report.horizon(figures)
    let head = head(
      .forecast, Period(from: figures.today, to: figures.today.advanced(by: days - 1)))
    return ForecastObject(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), dailyLoad: figures.load.daily,
      medianReviewMs: Nullable(figures.medianReview),
      rows: figures.load.days.prefix(days).enumerated().map { index, load in
        .init(
          day: figures.today.advanced(by: index).description, due: load.due,
          topics: load.topics.map { .init(topic: $0.topic, cards: $0.cards) })
      })
  }

  // MARK: Heatmap

  struct HeatmapObject: Encodable {
    struct Row: Encodable {
      let day: String
      let answers, ms, cards, new: Int
      let first: ShareObject
    }
    struct Hour: Encodable {
      let hour, answers: Int
      let first: ShareObject
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let streak, best: Int
    let rows: [Row]
    let hours: [Hour]
  }

  var heatmap: HeatmapObject {
    let period = Report.heatmapPeriod(figures)
    let head = head(.heatmap, period)
    return HeatmapObject(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), streak: figures.streak.current, best: figures.streak.best,
      rows: (0..<period.days).map { index in
        let day = period.from.advanced(by: index)
        let tally = figures.days[day]
        return .init(
          day: day.description, answers: tally.answers, ms: tally.milliseconds,
          cards: tally.cards, new: tally.new, first: ShareObject(tally.all))
      },
      hours: figures.hours.enumerated().map { hour, figures in
        .init(hour: hour, answers: figures.answers, first: ShareObject(figures.kept))
      })
  }

  // MARK: Topics

  struct TopicRow: Encodable {
    struct Mock: Encodable {
      let n: Int
      let score: Double
    }
    let topic: String
    let path: [String]
    let cards, seen: Int
    let ready, recall, stabilityDays: Nullable<Double>
    let kept: ShareObject
    let lastAsked: Nullable<String>
    let mock: Nullable<Mock>
    let trend: [Double]

    init(_ figures: TopicFigures) {
      topic = figures.topic
      path = Array(figures.path.dropFirst())
      (cards, seen) = (figures.cards, figures.seen)
      ready = Nullable(figures.ready)
      recall = Nullable(figures.recall)
      stabilityDays = Nullable(figures.stability)
      kept = ShareObject(figures.kept)
      lastAsked = Nullable(figures.lastAsked?.description)
      mock = Nullable(figures.mock.map { Mock(n: $0.answers, score: $0.score) })
      trend = figures.trend
    }
  }

  struct TopicsObject: Encodable {
    struct Silent: Encodable {
      let topic: String
      let path: [String]
      let file: String
      let line: Int
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let rows: [TopicRow]
    let noteParts: Int
    let withoutCard: [Silent]
  }

  /// The topics, then every heading with cards; and what of the notes no card asks about.
  var topics: TopicsObject {
    let head = head(.topics)
    let rows = figures.topics + figures.parts.filter { $0.path.count > 1 }
    return TopicsObject(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), rows: rows.map(TopicRow.init),
      noteParts: figures.silent.reduce(0) { $0 + $1.all },
      withoutCard: figures.silent.flatMap { note in
        note.parts.map {
          .init(topic: note.topic, path: $0.trail, file: $0.place.path, line: $0.place.line)
        }
      })
  }
}
