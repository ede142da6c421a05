import Decks
import Reports
import Scheduling

extension ReportObjects {
  // MARK: Calibration

  struct CalibrationObject: Encodable {
    struct Row: Encodable {
      let word: String
      let said: Double
      let right: ShareObject
    }
    struct Topic: Encodable {
      let topic: String
      let n: Int
      let bias: Double
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let n: Int
    let brier, uncertainty, skill, bias: Nullable<Double>
    let rows: [Row]
    let topics: [Topic]
    let sureAndWrong: [NamedCard]
  }

  var calibration: CalibrationObject {
    let head = head(.calibration)
    let calibration = figures.calibration
    return CalibrationObject(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), n: calibration.answers, brier: Nullable(calibration.brier),
      uncertainty: Nullable(calibration.uncertainty), skill: Nullable(calibration.skill),
      bias: Nullable(calibration.bias),
      rows: calibration.rows.map {
        .init(word: $0.word, said: $0.said, right: ShareObject($0.right))
      },
      topics: calibration.topics.map { .init(topic: $0.topic, n: $0.answers, bias: $0.bias) },
      sureAndWrong: figures.sureAndWrong.prefix(Figures.listed).map(named))
  }

  // MARK: Mocks

  struct MockRow: Encodable {
    let number: Int
    let id, day, preset: String
    let score: Double
    let band: Nullable<String>
    let passed: Nullable<Bool>
    let done, inTime: ShareObject
    let brier: Nullable<Double>
    let ms: Int
  }

  struct MocksObject: Encodable {
    struct Topic: Encodable {
      let topic: String
      let n: Int
      let score: Double
    }
    struct Trend: Encodable {
      let preset: String
      let scores: [Double]
      let slope: Nullable<Double>
    }
    let schema, from, to, today: String
    let topic: Nullable<String>
    let before: Int
    let rows: [MockRow]
    let topics: [Topic]
    let trends: [Trend]
  }

  /// The mocks of the period and what they asked about; trends since the first mock.
  var mocks: MocksObject {
    let head = head(.mocks)
    let recent = figures.recentMocks
    return MocksObject(
      schema: head.schema, from: head.from, to: head.to, today: head.today,
      topic: Nullable(head.topic), before: figures.mocks.count - recent.count,
      rows: recent.map { mock in
        MockRow(
          number: mock.number, id: mock.id, day: mock.day.description, preset: mock.preset,
          score: mock.score, band: Nullable(mock.band), passed: Nullable(mock.passed),
          done: ShareObject(mock.done), inTime: ShareObject(mock.inTime),
          brier: Nullable(mock.brier), ms: mock.duration)
      },
      topics: MockTopic.of(recent).filter { figures.topic == nil || $0.topic == figures.topic }
        .map { .init(topic: $0.topic, n: $0.answers, score: $0.score) },
      trends: MockTrend.of(figures.mocks).map {
        .init(preset: $0.preset, scores: $0.scores, slope: Nullable($0.slope))
      })
  }
}
