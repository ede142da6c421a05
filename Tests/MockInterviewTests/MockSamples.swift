import Decks
import Foundation
import TestSupport

@testable import MockInterview

/// Cards, papers and attempts for tests.
enum MockSamples {
  static let start = Date(timeIntervalSince1970: 1_795_545_004)

  static func card(
    _ name: String, topic: String = "Redis", level: Int = 2, kind: Card.Kind = .points,
    points: Int = 4, trail: [String]? = nil, group: String? = nil, prompt: String? = nil,
    answer: String? = nil, choices: [Choice] = [], interview: InterviewQuestion? = nil,
    quality: Double = 0.9
  ) -> Card {
    let texts = (0..<points).map { "point \($0 + 1) of \(name) says something" }
    return Card(
      id: CardID(topic: topic, family: "test", prompt: name, occurrence: 0), kind: kind,
      topic: topic, trail: trail ?? ["Section of \(name)"],
      prompt: prompt ?? "What about \(name)?", answer: answer ?? texts.joined(separator: ". "),
      points: kind == .points ? texts : [], choices: choices, interview: interview, level: level,
      rule: "section", quality: quality, group: group ?? name,
      place: Place(path: "\(topic).md", line: 1))
  }

  /// Cards spread over topics and levels; without `trail`, which is told the number of a card in
  /// its topic, each is a section of its own.
  static func pool(
    topics: Int = 8, cards: Int = 40, trail: ((Int) -> [String])? = nil
  ) -> [Candidate] {
    (0..<topics).flatMap { topic in
      (0..<cards).map { number in
        let name = "card \(topic).\(number)"
        return Candidate(
          card: card(
            name, topic: "Topic \(topic)", level: number % 4 + 1, trail: trail?(number)))
      }
    }
  }

  static func question(
    _ number: Int, topic: String, level: Int = 2, points: Int = 4, kind: Card.Kind = .points,
    box: Int = 150, round: String = "breadth", isHard: Bool = false, follows: Int? = nil,
    choices: [Question.Option] = []
  ) -> Question {
    Question(
      number: number, form: .card, round: round,
      card: CardID(topic: topic, family: "test", prompt: "\(number)", occurrence: 0),
      text: "t\(number)", kind: kind, topic: topic, trail: [], level: level,
      prompt: "What about \(topic)?", answer: "An answer.",
      points: (0..<points).map { KeyPoint(text: "point \($0 + 1)", weight: 1) },
      choices: choices, redFlags: [], place: Place(path: "\(topic).md", line: number), box: box,
      isHard: isHard, follows: follows, isReserve: false)
  }

  static func paper(
    _ questions: [Question], preset: Preset = .screen, spare: Int = 0
  ) -> Paper {
    var preset = preset
    preset.spare = spare
    return Paper(preset: preset, seed: 7, questions: questions)
  }

  static func interview(
    _ questions: [Question], preset: Preset = .screen, reveal: Reveal = .end,
    answer: AnswerMode = .type, isStrict: Bool = false, spare: Int = 0, keepsText: Bool = true
  ) -> Interview {
    Interview(
      id: "a1", number: 1,
      start: MockEvent.Start(
        paper: paper(questions, preset: preset, spare: spare),
        settings: MockSettings(
          answer: answer, reveal: reveal, isStrict: isStrict, keepsText: keepsText), scope: ""),
      at: start)
  }

  /// One row of the worked example: said, points, hints and seconds.
  struct Row {
    let topic: String
    let level: Int
    let said: Int
    let points: Int
    var hints = 0
    let sureness: Sureness
    let seconds: Int
  }

  static let rows = [
    Row(topic: "Docker", level: 1, said: 4, points: 4, sureness: .sure, seconds: 91),
    Row(topic: "Redis", level: 2, said: 5, points: 6, sureness: .sure, seconds: 132),
    Row(topic: "PostgreSQL", level: 2, said: 3, points: 5, sureness: .thinkSo, seconds: 161),
    Row(topic: "RabbitMQ", level: 3, said: 2, points: 5, sureness: .sure, seconds: 140),
    Row(topic: "Security", level: 2, said: 3, points: 4, sureness: .thinkSo, seconds: 118),
    Row(topic: "Fault tolerance", level: 4, said: 3, points: 6, sureness: .guess, seconds: 150),
    Row(topic: "Elasticsearch", level: 3, said: 3, points: 3, sureness: .thinkSo, seconds: 72),
    Row(
      topic: "REST design", level: 1, said: 4, points: 4, hints: 1, sureness: .sure, seconds: 100),
  ]

  /// The events of the worked example: a typed screen of eight questions, answered and marked.
  static func workedEvents(id: String = "a14") -> [(event: MockEvent, time: Date)] {
    let questions = rows.enumerated().map { index, row in
      question(index + 1, topic: row.topic, level: row.level, points: row.points)
    }
    var time = start
    var events: [(event: MockEvent, time: Date)] = []
    func add(_ kind: MockEvent.Kind) { events.append((MockEvent(id, kind), time)) }
    add(
      .start(
        MockEvent.Start(
          paper: paper(questions),
          settings: MockSettings(answer: .type, reveal: .end), scope: "")))
    for (index, row) in rows.enumerated() {
      add(.show(MockEvent.Visit(q: index + 1)))
      time += Double(row.seconds)
      if row.hints > 0 { add(.hint(MockEvent.Hint(q: index + 1, n: 1))) }
      add(
        .answer(
          Answer(
            q: index + 1, outcome: .answered, ms: row.seconds * 1000, sureness: row.sureness,
            hints: row.hints, text: "words")))
    }
    for (index, row) in rows.enumerated() {
      let ticks = (0..<row.points).map { Mark.Tick(isOn: $0 < row.said, by: .own) }
      add(
        .mark(
          Mark(
            q: index + 1,
            coverage: Mark.coverage(of: ticks, among: questions[index].points), ticks: ticks)))
    }
    add(.end(MockEvent.End(clarity: 3, set: [:])))
    return events
  }

  static func workedAttempt() -> Attempt { Attempt.all(from: workedEvents())[0] }
}
