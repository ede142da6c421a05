import Foundation
import Reports
import Scheduling
import Testing

struct MasteryTests {
  @Test func cardsAreCountedByTheirPartOfLife() {
    var log = HandMadeLog()
    log.card("new")
    log.card("young", stability: 5, interval: 20)
    log.card("mature", stability: 30, interval: 21)
    log.card("leech", stability: 5, interval: 5, lapses: 8)
    log.card("aside", isSuspended: true)
    let states = log.figures().states
    #expect(states.new == 1 && states.young == 2 && states.mature == 1 && states.suspended == 1)
    #expect(states.leeches == 1 && states.all == 5 && states.seen == 3)
  }

  @Test func whatYouKnowNowIsTheSumOfTheProbabilities() {
    // Recall is 0.9 after as many days as the stability. Both cards were answered ten days ago:
    // 0.9 + 0.9 = 1.8 of three cards; the unseen one counts as nothing.
    var log = HandMadeLog()
    log.card("a", stability: 10)
    log.card("b", stability: 10)
    log.card("c")
    let figures = log.figures()
    #expect(isNear(figures.memory.known, 1.8, within: 1e-9))
    #expect(isNear(figures.topics[0].ready, 0.6, within: 1e-9))
    #expect(isNear(figures.topics[0].recall, 0.9, within: 1e-9))
    #expect(figures.memory.recall.total == 2)
    #expect(figures.memory.medianStability == 10)
    // Stability 10 is in the bin from 7 to 14; difficulty 5 in that from 5 to 6.
    #expect(figures.memory.stability.counts == [0, 0, 0, 2, 0, 0, 0, 0, 0])
    #expect(figures.memory.difficulty.counts == [0, 0, 0, 0, 2, 0, 0, 0, 0])
  }

  @Test func theLeastReadyTopicComesFirstAndHeadingsKeepTheirOrder() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", trail: ["Persistence", "AOF"], stability: 10)
    log.card("b", topic: "Redis", trail: ["Persistence"], stability: 40)
    log.card("c", topic: "Docker", trail: [])
    log.answer("a", "2026-11-14 10:00", .again)
    log.answer("b", "2026-11-20 10:00", .good)
    let figures = log.figures()
    #expect(figures.topics.map(\.topic) == ["Docker", "Redis"])
    #expect(figures.topics[0].ready == 0 && figures.topics[0].unseen == 1)
    #expect(figures.topics[0].lastAsked == nil)
    #expect(figures.topics[1].stability == 25)
    #expect(figures.topics[1].lastAsked == Day(year: 2026, month: 11, day: 20))
    #expect(figures.topics[1].kept == Share(ok: 1, n: 2))
    #expect(
      figures.parts.map(\.path) == [
        ["Redis", "Persistence", "AOF"], ["Redis", "Persistence"], ["Docker"],
      ])
    #expect(figures.parts[0].kept == Share(ok: 0, n: 1))
    #expect(figures.parts[0].lastAsked == Day(year: 2026, month: 11, day: 14))
  }

  @Test func theTrendIsTheReadinessOfThePast() {
    // The only card was first answered 40 days ago with stability 20, then 20 days ago with
    // stability 40. 60 days ago nothing was known. 30 days ago it was 10 days old at stability 20;
    // a week ago 13 days old at stability 40, today 20 days old.
    var log = HandMadeLog()
    log.card("a", stability: 40, last: "2026-11-04 10:00")
    log.answer("a", "2026-10-15 10:00", phase: .new, stability: 20)
    log.answer("a", "2026-11-04 10:00", stability: 40)
    let model = MemoryModel(.standard)
    func recall(_ stability: Double, _ days: Double) -> Double {
      model.retrievability(
        of: MemoryState(stability: stability, difficulty: 5), afterDays: days)
    }
    let figures = log.figures()
    let trend = figures.topics[0].trend
    #expect(trend.count == 3 && trend[0] == 0)
    #expect(isNear(trend[1], recall(20, 10)))
    #expect(isNear(trend[2], recall(40, 20)))
    #expect(isNear(figures.knownLastWeek, recall(40, 13)))
  }

  @Test func leechesAndSlipsComeWorstFirst() {
    var log = HandMadeLog()
    log.card("a", stability: 5, lapses: 9)
    log.card("b", stability: 5, lapses: 12)
    log.card("c", stability: 5, lapses: 7)
    // The last seven days are the 18th to the 24th: what was forgotten on the 17th is past.
    log.answer("c", "2026-11-17 10:00", .again)
    log.answer("a", "2026-11-18 10:00", .again)
    log.answer("b", "2026-11-18 10:00", .again)
    log.answer("b", "2026-11-20 10:00", .again)
    let figures = log.figures()
    #expect(figures.leeches.map(\.card.rawValue) == ["b", "a"])
    #expect(figures.leeches.map(\.lapses) == [12, 9])
    #expect(figures.slipped.map(\.card.rawValue) == ["b", "a"])
    #expect(figures.slipped.map(\.lapses) == [2, 1])
    #expect(figures.named.map(\.rawValue) == ["b", "a"])
  }

  @Test func mockAnswersCountForTheirTopic() {
    var log = HandMadeLog()
    log.card("a", topic: "Redis", stability: 10)
    var sources = log.sources
    sources.mocks = [40.0, 60].enumerated().map { index, score in
      MockResult(
        number: index + 1, id: "m\(index)", day: today, preset: "screen", score: score, band: nil,
        passed: nil, done: Share(ok: 8, n: 8), inTime: Share(ok: 8, n: 8), brier: nil,
        duration: 1, questions: [.init(topic: "Redis", score: score)])
    }
    let figures = Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
    #expect(figures.topics[0].mock == .init(answers: 2, score: 50))
  }

  @Test func whatWasSaidInAMockCountsWithTheReviews() {
    // Said "sure" twice in a mock of the period, right once; a mock before the period is out.
    var sources = HandMadeLog().sources
    sources.mocks = [today, today.advanced(by: -30)].enumerated().map { index, day in
      MockResult(
        number: index + 1, id: "m\(index)", day: day, preset: "screen", score: 50, band: nil,
        passed: nil, done: Share(), inTime: Share(), brier: nil, duration: 1,
        questions: [
          .init(topic: "Redis", score: 90, sureness: 3, isRight: true),
          .init(topic: "Redis", score: 10, sureness: 3, isRight: false),
          .init(topic: "Redis", score: 10),
        ])
    }
    let figures = Figures(
      sources, period: .last(30, until: today), at: at("2026-11-24 09:12"), calendar: utc)
    #expect(figures.calibration.rows.map(\.right) == [Share(), Share(), Share(ok: 1, n: 2)])
  }

  @Test func aTrendOfMocksIsALeastSquaresLine() {
    // The scores 41 49 52 55 58 70 63: slope 114/28.
    let scores: [Double] = [41, 49, 52, 55, 58, 70, 63]
    #expect(isNear(MockTrend(preset: "screen", scores: scores).slope, 114.0 / 28))
    #expect(MockTrend(preset: "screen", scores: [1, 2, 3]).slope == nil)
  }
}

struct CalibrationTests {
  /// Said and right as in the worked example of a mock with eight answers: sure 4 times, right 3
  /// times; think so 3, right 3; guess 1, right 0.
  private var eight: Calibration {
    Calibration([
      (topic: "Redis", sureness: [Share(ok: 0, n: 1), Share(ok: 3, n: 3), Share(ok: 3, n: 4)])
    ])
  }

  @Test func theBrierScoreIsTheMeanSquaredDistance() {
    // 3 x 0.01 + 0.81 + 3 x 0.16 + 0.0625 = 1.3825, by eight.
    #expect(isNear(eight.brier, 1.3825 / 8))
    #expect(isNear(eight.uncertainty, 0.1875))
    #expect(isNear(eight.skill, 1 - 1.3825 / 8 / 0.1875))
    #expect(isNear(eight.bias, 5.65 / 8 - 0.75))
  }

  @Test func aTopicIsShownFromEightAnswersOn() {
    #expect(eight.topics.map(\.topic) == ["Redis"])
    #expect(isNear(eight.topics[0].bias, 5.65 / 8 - 0.75))
    let seven = Calibration([
      (topic: "Redis", sureness: [Share(), Share(), Share(ok: 3, n: 7)])
    ])
    #expect(seven.topics.isEmpty && seven.answers == 7)
  }

  @Test func skillHasNoMeaningWhereAllWereRight() {
    let all = Calibration([(topic: "Redis", sureness: [Share(), Share(), Share(ok: 9, n: 9)])])
    #expect(all.skill == nil && isNear(all.brier, 0.01))
  }

  @Test func whatWasSaidComesFromTheLog() {
    var log = HandMadeLog()
    log.card("a", stability: 10)
    log.answer("a", "2026-11-20 09:00", .again, sureness: 3)
    log.answer("a", "2026-11-21 09:00", .good, sureness: 3)
    log.answer("a", "2026-11-22 09:00", .good, sureness: 1)
    log.answer("a", "2026-11-23 09:00", .good)
    let calibration = log.figures().calibration
    #expect(calibration.rows.map(\.right) == [Share(ok: 1, n: 1), Share(), Share(ok: 1, n: 2)])
  }
}
