import Decks
import Foundation

@testable import MockInterview
@testable import TerminalUI

/// A mock in the states that are worth a picture.
enum MockSample {
  static let start = morning

  static let topics = [
    "Docker", "Redis", "PostgreSQL", "RabbitMQ", "Security", "Fault tolerance", "Elasticsearch",
    "REST design",
  ]
  private static let prompts = [
    "What does an image layer hold, and what does a container add?",
    "How does one thread serve 100,000 commands a second?",
    "Why does an UPDATE write a new row version?",
    "When do you take a classic queue, and when a quorum queue?",
    "How does CSRF work, and what stops it?",
    "Your service calls a partner. The partner becomes slow, and a few minutes later your own "
      + "service is down as well. How does a retry storm build up, and how do you stop it?",
    "What is the difference between filter and query context?",
    "Which methods are idempotent, and which are safe?",
  ]
  private static let queues = [
    "quorum queues replicate by Raft over several nodes",
    "take them where data must outlive a machine", "classic queues are faster and lighter",
    "classic queues live on one node: mirroring ended with 4.0",
    "quorum queues are always durable and cost disk and memory",
  ]
  private static let levels = [1, 2, 2, 3, 2, 4, 3, 1]

  static func question(
    _ number: Int, kind: Card.Kind = .points, round: String = "breadth",
    choices: [Question.Option] = [], redFlags: [String] = []
  ) -> Question {
    let topic = topics[number - 1]
    var points: [KeyPoint] = []
    for text in choices.isEmpty ? queues.prefix(number == 4 ? 5 : 3) : [] {
      points.append(KeyPoint(text))
    }
    let card = CardID(topic: topic, family: "mock", prompt: "\(number)", occurrence: 0)
    return Question(
      number: number, form: .card, round: round,
      card: card, text: "t", kind: kind, topic: topic, trail: [], level: levels[number - 1],
      prompt: prompts[number - 1], answer: "The note says it **at length**.",
      points: points, choices: choices, redFlags: redFlags,
      place: Place(path: "note.md", line: number),
      box: 150, isHard: false, follows: nil, isReserve: false)
  }

  /// Four screens before this one, each better than the last.
  static func background(_ clock: ClockDisplay = .shown) -> MockBackground {
    let before = (0..<4).map { number -> Attempt in
      var interview = answered(8, in: interview(id: "before \(number)"), words: "x")
      while case .mark(let question) = interview.phase {
        interview.mark { marking in
          for point in 0..<(question * 5 + number) % 7 / 2 { marking.toggle(point) }
        }
        interview.endMarking(at: start + 600)
      }
      interview.finish(clarity: 3, at: start + 610)
      return interview.attempt
    }
    return MockBackground(history: MockHistory(before), calendar: .fixed(), clock: clock)
  }

  static func interview(
    id: String = "sample", _ questions: [Question]? = nil, preset: Preset = .screen,
    reveal: Reveal = .end
  ) -> Interview {
    Interview(
      id: id, number: 14,
      start: MockEvent.Start(
        paper: Paper(
          preset: preset, seed: 48213,
          questions: questions ?? (1...8).map { question($0) }),
        settings: MockSettings(answer: .type, reveal: reveal), scope: ""), at: start)
  }

  static let words =
    "every layer retries, load multiplies. queues fill up because the timeouts are longer than "
    + "the caller's. stop: retry in one layer only, exponential backoff with jitter"

  /// Answers `count` questions, one a minute.
  static func answered(_ count: Int, in interview: Interview, words: String) -> Interview {
    var interview = interview
    interview.begin(at: start)
    for number in 0..<count {
      let now = start + Double((number + 1) * 60)
      interview.draft = words
      interview.done(at: now)
      interview.answer(sureness: [.sure, .thinkSo, .guess][number % 3], at: now)
    }
    return interview
  }

  static func finished() -> Attempt {
    var interview = answered(
      8, in: interview(), words: "quorum queues replicate with raft over several nodes")
    while case .mark(let number) = interview.phase {
      if number % 3 != 0 { interview.mark { $0.toggleAll() } }
      interview.endMarking(at: start + 600)
    }
    interview.finish(clarity: 3, at: start + 610)
    return interview.attempt
  }

  /// What the finished mock would count as.
  static var rows: [MockScheduleScreen.Row] {
    let attempt = finished()
    return attempt.questions.map { question in
      let proposal = Proposal.all(
        of: attempt,
        standings: question.number > 5
          ? [:]
          : [
            question.card ?? CardID(rawValue: ""): Proposal.Standing(
              isNew: question.number == 5, lastReview: nil, wasReviewedThatDay: false)
          ]
      ).first { $0.q == question.number }
      return MockScheduleScreen.Row(
        proposal: proposal ?? Proposal.all(of: attempt, standings: [:])[question.number - 1],
        topic: question.topic, question: question.prompt, score: attempt.score(of: question.number),
        due: "29 Nov", then: ["today", "2 Jan", "22 Feb", "3 Apr"])
    }
  }

  static func card(_ number: Int) -> Card {
    let topic = topics[number % topics.count]
    return Card(
      id: CardID(topic: topic, family: "mock", prompt: "c\(number)", occurrence: 0), kind: .points,
      topic: topic, trail: ["Part \(number)"], prompt: "What about part \(number)?",
      answer: "It is so.", points: ["one", "two", "three"], level: number % 4 + 1, rule: "section",
      quality: 0.9, group: "\(number)", place: Place(path: "note.md", line: number + 1))
  }

  static func setUp(cards: Int, preset: String = "screen") -> MockSetUpScreen {
    MockSetUpScreen(
      draw: PaperDraw(
        candidates: (0..<cards).map {
          Candidate(card: card($0), recall: $0 % 3 == 0 ? nil : 0.8)
        }),
      presets: Preset.all,
      form: MockForm(
        preset: preset, settings: MockSettings(answer: .type, reveal: .end, pass: 70), seed: 48213),
      number: 14, lessons: ["screen": "slow down at the start"])
  }
}

extension Scene {
  /// A screen over home, then keys, seconds after the morning of all pictures.
  fileprivate init(
    _ name: String, showing screen: @escaping @Sendable () -> any Screen, _ keys: [Key] = [],
    after seconds: Double = 0
  ) {
    self.init(name, sizes: Size.all) { size in
      var desk = Desk(columns: size.columns, rows: size.rows)
      desk.perform(desk.app.handle(.show(screen())))
      // A running clock is looked at every second.
      for second in 0..<Int(seconds) {
        desk.perform(desk.app.handle(Event(.tick, at: MockSample.start + Double(second + 1))))
      }
      for key in keys { desk.press(key) }
      return desk
    }
  }

  private static func taking(
    _ interview: Interview, after seconds: Double = 0, clock: ClockDisplay = .shown
  ) -> MockScreen {
    var interview = interview
    // What came before the picture is stored.
    _ = interview.takeUnsaved()
    return MockScreen(
      interview, background: MockSample.background(clock), at: MockSample.start + seconds)
  }

  private static func letters(_ text: String) -> [Key] { text.map { .character($0) } }

  static let mocks: [Scene] = [
    Scene("mock-set-up", showing: { MockSample.setUp(cards: 200) }),
    Scene("mock-set-up-onsite", showing: { MockSample.setUp(cards: 200) }, [.right]),
    Scene("mock-set-up-few-cards", showing: { MockSample.setUp(cards: 3) }, [.enter]),
    Scene(
      "mock-set-up-topics", showing: { MockSample.setUp(cards: 200) },
      [.character("/")] + letters("docker, re")),
    Scene(
      "mock-set-up-chosen", showing: { MockSample.setUp(cards: 200) },
      [.character("/")] + letters("docker, redis") + [.enter, .down, .down, .left]),
    Scene("mock-rules", showing: { taking(MockSample.interview()) }),
    Scene(
      "mock-question",
      showing: {
        var interview = MockSample.answered(5, in: MockSample.interview(), words: "x")
        interview.draft = MockSample.words
        return taking(interview, after: 300)
      }, after: 338),
    Scene(
      "mock-question-over",
      showing: {
        taking(MockSample.answered(3, in: MockSample.interview(), words: "x"), after: 180)
      },
      [], after: 340),
    Scene(
      "mock-question-quiet",
      showing: {
        taking(
          MockSample.answered(3, in: MockSample.interview(), words: "x"), after: 180, clock: .quiet)
      }, [.escape], after: 305),
    Scene(
      "mock-question-hidden",
      showing: {
        taking(
          MockSample.answered(3, in: MockSample.interview(), words: "x"), after: 180, clock: .hidden
        )
      }, [.escape], after: 305),
    Scene(
      "mock-sure",
      showing: {
        var interview = MockSample.answered(5, in: MockSample.interview(), words: "x")
        interview.draft = MockSample.words
        interview.done(at: MockSample.start + 390)
        return taking(interview, after: 390)
      }),
    Scene(
      "mock-exam",
      showing: {
        let options = [
          "it returns free space to the operating system in most cases",
          "it makes the space of dead rows usable again for the same table",
          "it updates the visibility map, which index-only scans need",
          "it takes an ACCESS EXCLUSIVE lock for its whole run",
        ].enumerated().map { Question.Option(text: $1, isRight: $0 == 1 || $0 == 2) }
        var interview = MockSample.interview(
          (1...8).map { MockSample.question($0, kind: .choice, choices: options) }, preset: .exam)
        interview.begin(at: MockSample.start)
        interview.pick(2)
        interview.go(to: 2, at: MockSample.start + 30)
        return taking(interview, after: 30)
      }, letters("23f"), after: 40),
    Scene(
      "mock-design",
      showing: {
        var card = MockSample.card(1)
        card.prompt = "Design a rate limiter for a public API"
        let draw = PaperDraw(candidates: [Candidate(card: card)])
        guard let paper = try? draw.paper(for: .design, reveal: .end, seed: 1) else {
          return taking(MockSample.interview())
        }
        let interview = MockSample.interview(paper.questions, preset: .design)
        return taking(MockSample.answered(2, in: interview, words: "5k keys"), after: 120)
      }, after: 140),
    Scene(
      "mock-break",
      showing: {
        let questions = (1...4).map {
          MockSample.question($0, round: $0 < 3 ? "warm-up" : "breadth")
        }
        return taking(
          MockSample.answered(
            2, in: MockSample.interview(questions, preset: .onsite, reveal: .round), words: "x"))
      }),
    Scene(
      "mock-marking",
      showing: {
        let questions = [
          MockSample.question(4, redFlags: ["Calls mirrored queues the way to stay up."])
        ].map { question in
          var question = question
          question.number = 1
          return question
        }
        return taking(
          MockSample.answered(
            1, in: MockSample.interview(questions),
            words: "quorum queues replicate with raft over the nodes. classic are faster. mirror "
              + "the classic ones for ha"))
      }, [.down, .down, .down]),
    Scene(
      "mock-leaving",
      showing: {
        taking(MockSample.answered(5, in: MockSample.interview(), words: "x"), after: 300)
      },
      [.escape, .character("q")]),
    Scene(
      "mock-paused",
      showing: {
        taking(MockSample.answered(5, in: MockSample.interview(), words: "x"), after: 300)
      },
      [.escape, .character("z")]),
    Scene(
      "mock-result-by-hand",
      showing: { MockResultScreen(MockSample.finished(), background: MockSample.background()) },
      [.tab, .down, .down, .character("2")]),
    Scene(
      "mock-result",
      showing: { MockResultScreen(MockSample.finished(), background: MockSample.background()) }),
    Scene(
      "mock-result-opened",
      showing: { MockResultScreen(MockSample.finished(), background: MockSample.background()) },
      [.down, .enter]),
    Scene(
      "mock-schedule",
      showing: {
        MockScheduleScreen(attempt: MockSample.finished(), rows: MockSample.rows)
      }, [.down, .down, .down, .down]),
    Scene(
      "mock-post-mortem", showing: { MockNoteScreen(MockSample.finished()) },
      letters("Docker came by itself.") + [.tab] + letters("Still had mirrored queues in my head.")),
    Scene(
      "help-mock-question",
      showing: {
        taking(MockSample.answered(5, in: MockSample.interview(), words: "x"), after: 300)
      },
      [.escape, .character("?")]),
  ]
}
