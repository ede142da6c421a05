import Decks
import Foundation
import Reports
import Scheduling
import Testing

struct MocksTests {
  private func mock(
    _ number: Int, daysAgo: Int, preset: String = "screen", score: Double = 50,
    _ questions: [MockResult.Question]
  ) -> MockResult {
    MockResult(
      number: number, id: "m\(number)", day: today.advanced(by: -daysAgo), preset: preset,
      score: score, band: "lean no", passed: nil, done: Share(ok: 7, n: 8),
      inTime: Share(ok: 6, n: 7), brier: 0.2, duration: 1_200_000, questions: questions)
  }

  private func figures(
    _ mocks: [MockResult], days: Int = 30, topic: String? = nil, until: Day = today
  ) -> Figures {
    var log = HandMadeLog()
    for (id, topic) in [("a", "Redis"), ("b", "Docker"), ("c", "Nginx")] {
      log.card(id, topic: topic, stability: 10)
    }
    var sources = log.sources
    sources.mocks = mocks
    return Figures(
      sources, period: .last(days, until: until), topic: topic, at: at("2026-11-24 09:12"),
      calendar: utc)
  }

  private let card = CardID(rawValue: "a")

  private var three: [MockResult] {
    [
      // 29 days ago is the first of the last 30, counted with today; 30 days ago is outside.
      mock(1, daysAgo: 30, score: 40, [.init(topic: "Redis", score: 40)]),
      mock(
        2, daysAgo: 29, score: 60,
        [.init(topic: "Redis", score: 30), .init(topic: "Docker", score: 90)]),
      mock(3, daysAgo: 0, preset: "exam", score: 70, [.init(topic: "Redis", score: 70)]),
    ]
  }

  @Test func thePeriodBoundsTheListAndTheTrendGoesBackToTheFirst() {
    let figures = figures(three)
    #expect(figures.recentMocks.map(\.number) == [2, 3])
    #expect(figures.mocks.map(\.number) == [1, 2, 3])
    let text = MarkdownText.of(Report(.mocks, of: figures))
    #expect(text.contains("1 before it, since Sun 25 Oct 2026."), "\(text)")
    #expect(text.contains("screen, last 2: 40 60"), "\(text)")
    // What came after the period is not known in it.
    #expect(self.figures(three, until: today.advanced(by: -1)).mocks.map(\.number) == [1, 2])
  }

  @Test func topicsAreScoredByTheAnswersOfThePeriodLowestFirst() {
    // Redis 30 and 70 make 50; Docker 90; the 40 of Redis is before the period.
    let topics = MockTopic.of(figures(three).recentMocks)
    #expect(topics.map(\.topic) == ["Redis", "Docker"])
    #expect(topics.map(\.answers) == [2, 1] && topics.map(\.score) == [50, 90])
    #expect(topics.map(\.isFew) == [true, true])
    let report = Report(.mocks, of: figures(three))
    let table = report.tables.first { $0.name == "mocks-by-topic" }
    // Few answers are grey.
    #expect(table?.noise == [0, 1])
    #expect(MarkdownText.of(report).contains("Not asked: Nginx."))
  }

  @Test func aTopicListsTheMocksThatAskedAboutIt() {
    #expect(figures(three, topic: "Docker").mocks.map(\.number) == [2])
    #expect(figures(three, topic: "Nginx").mocks.isEmpty)
    let docker = Report(.mocks, of: figures(three, topic: "Docker"))
    let topics = docker.tables.last?.rows.compactMap(\.first)
    #expect(topics == [.text("Docker")])
  }

  @Test func noMockInThePeriodIsSaidBesideThoseBefore() {
    let text = MarkdownText.of(Report(.mocks, of: figures(Array(three.prefix(1)), days: 7)))
    #expect(text.contains("None in this period; 1 before it"), "\(text)")
    let nothing = MarkdownText.of(Report(.mocks, of: figures([])))
    #expect(nothing.contains("There is no finished mock interview yet."))
  }

  @Test func sureAndWrongComesFromReviewsAndMocksTheLatestFirst() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10)
    log.card("b", topic: "Docker", stability: 10)
    log.card("c", topic: "Docker", stability: 10)
    log.answer("a", "2026-11-20 09:00", .again, sureness: 3)
    log.answer("b", "2026-11-21 09:00", .again, sureness: 3)
    // Sure and right, unsure and wrong, not asked, before the period, of a card that is gone.
    log.answer("c", "2026-11-21 09:00", .good, sureness: 3)
    log.answer("c", "2026-11-22 09:00", .again, sureness: 2)
    log.answer("c", "2026-11-23 09:00", .again)
    log.answer("gone", "2026-11-23 09:00", .again, sureness: 3)
    var sources = log.sources
    sources.mocks = [
      mock(
        1, daysAgo: 1,
        [
          .init(topic: "Redis", score: 0, sureness: 3, isRight: false, card: card),
          .init(topic: "Redis", score: 0, sureness: 3, isRight: false),
          .init(
            topic: "Docker", score: 90, sureness: 3, isRight: true, card: CardID(rawValue: "c")),
        ])
    ]
    func list(_ days: Int, topic: String? = nil) -> [Leech] {
      Figures(
        sources, period: .last(days, until: today), topic: topic, at: at("2026-11-24 09:12"),
        calendar: utc
      ).sureAndWrong
    }
    // a on the 20th and in the mock of the 23rd, b on the 21st.
    #expect(list(30).map(\.card.rawValue) == ["a", "b"])
    #expect(list(30).map(\.lapses) == [2, 1])
    #expect(list(2).map(\.lapses) == [1])
    #expect(list(30, topic: "Docker").map(\.card.rawValue) == ["b"])
  }

  @Test func aDayIsSaidInOneSentence() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10, dueIn: 4)
    log.card("b", topic: "Docker", stability: 10, dueIn: 4)
    log.card("c", topic: "Docker", stability: 10, dueIn: 4)
    log.answer("a", "2026-11-23 09:00", .good, milliseconds: 20_000)
    log.answer("b", "2026-11-23 09:01", .again, milliseconds: 20_000)
    log.answer("b", "2026-11-23 09:02", .good, milliseconds: 20_000)
    let figures = log.figures()
    #expect(
      figures.answered(on: today.advanced(by: -1))
        == "Mon 23 Nov: 3 answers, 60 s, 2 cards, 1 of 2 remembered, 50%.")
    #expect(figures.answered(on: today) == "Tue 24 Nov: no answers.")
    // Three reviews of a middle time of 20 s.
    #expect(
      figures.due(on: today.advanced(by: 4))
        == "Sat 28 Nov: 3 reviews, about 60 s: Docker 2, Redis 1")
    #expect(figures.due(on: today.advanced(by: 1)) == "Wed 25 Nov: no reviews.")
    #expect(figures.due(on: today.advanced(by: 4_000)).hasSuffix("no reviews."))
  }
}
