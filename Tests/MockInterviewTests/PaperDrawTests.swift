import Decks
import Foundation
import TestSupport
import Testing

@testable import MockInterview

struct PaperDrawTests {
  private func cards(_ paper: Paper) -> [CardID] { paper.primaries.compactMap(\.card) }

  @Test func theSameSeedGivesTheSamePaper() throws {
    let draw = PaperDraw(candidates: MockSamples.pool())
    for preset in [Preset.screen, .onsite, .exam] {
      let first = try draw.paper(for: preset, reveal: .end, seed: 48213)
      let shuffled = PaperDraw(candidates: draw.candidates.reversed())
      #expect(first == (try shuffled.paper(for: preset, reveal: .end, seed: 48213)))
      #expect(first != (try draw.paper(for: preset, reveal: .end, seed: 48214)))
      #expect(first.relaxed.isEmpty)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func aScreenHasItsLevelsAndManyTopicsAndNoSiblings(seed: UInt64) throws {
    let draw = PaperDraw(candidates: MockSamples.pool(topics: 9))
    let paper = try draw.paper(for: .screen, reveal: .end, seed: seed)
    #expect(paper.questions.map(\.level) == [1, 2, 2, 3, 2, 4, 3, 1], "seed \(seed)")
    #expect(Set(paper.questions.map(\.topic)).count >= 6, "seed \(seed)")
    #expect(Set(cards(paper)).count == 8, "seed \(seed)")
    for (left, right) in zip(paper.questions, paper.questions.dropFirst()) {
      #expect(left.topic != right.topic, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func noTwoCardsOfOneSectionAreAsked(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let candidates = (0..<300).map { number in
      let section = Int.random(in: 0..<60, using: &generator)
      return Candidate(
        card: MockSamples.card(
          "\(number)", topic: "Topic \(section % 8)", level: number % 4 + 1,
          trail: ["Section \(section)"]))
    }
    let paper = try PaperDraw(candidates: candidates).paper(
      for: .screen, reveal: .end, seed: seed)
    #expect(paper.relaxed.isEmpty)
    #expect(Set(paper.questions.map { $0.topic + $0.trail[0] }).count == 8, "seed \(seed)")
  }

  @Test func cardsOfTheLastThreePapersAreNotAskedUnlessItIsSaid() throws {
    var candidates = MockSamples.pool(topics: 6, cards: 8)
    for index in candidates.indices where index % 2 == 0 {
      candidates[index].papersAgo = 1 + index % 3
      candidates[index].daysSinceAsked = 3
    }
    for seed in UInt64(0)..<40 {
      let paper = try PaperDraw(candidates: candidates).paper(
        for: .screen, reveal: .end, seed: seed)
      let asked = Set(candidates.filter { $0.papersAgo != nil }.map(\.card.id))
      let repeats = cards(paper).filter { asked.contains($0) }
      #expect(repeats.isEmpty == paper.relaxed.isEmpty, "seed \(seed)")
    }
    let few = candidates.filter { $0.papersAgo != nil }
    let paper = try PaperDraw(candidates: few).paper(for: .screen, reveal: .end, seed: 1)
    #expect(paper.relaxed.contains { $0.hasPrefix("Cards of ") })
  }

  @Test(arguments: UInt64(0)..<60)
  func oneMoreCardChangesAtMostOneOfThePaper(seed: UInt64) throws {
    let pool = MockSamples.pool()
    let more =
      pool + [Candidate(card: MockSamples.card("one more", topic: "Topic 3", level: 2))]
    let before = try PaperDraw(candidates: pool).paper(for: .screen, reveal: .end, seed: seed)
    let after = try PaperDraw(candidates: more).paper(for: .screen, reveal: .end, seed: seed)
    #expect(Set(cards(before)).subtracting(cards(after)).count <= 1, "seed \(seed)")
    #expect(before.questions.map(\.topic) == after.questions.map(\.topic), "seed \(seed)")
  }

  @Test func overTenThousandSeedsCardsAreDrawnByTheirWeight() {
    let weights = [0.15, 0.2, 0.35, 0.5, 0.65, 1.0]
    let cards = weights.indices.map { MockSamples.card("card \($0)").id.rawValue }
    var wins = weights.map { _ in 0 }
    let trials = 10_000
    for seed in 0..<UInt64(trials) {
      let seed = PaperSeed(seed)
      let race = weights.indices.map { seed.race("card/" + cards[$0], weight: weights[$0]) }
      wins[race.indices.min { race[$0] < race[$1] } ?? 0] += 1
    }
    let total = weights.reduce(0, +)
    for (weight, won) in zip(weights, wins) {
      let share = weight / total
      let sigma = (Double(trials) * share * (1 - share)).squareRoot()
      #expect(abs(Double(won) - Double(trials) * share) < 3 * sigma, "weight \(weight)")
    }
  }

  @Test func aWeakTopicIsAskedInProportion() throws {
    let draw = PaperDraw(
      candidates: MockSamples.pool(topics: 10),
      records: ["Topic 0": TopicRecord(answers: (0..<2000).map { _ in .init(score: 0.38, age: 0) })]
    )
    #expect(abs(try #require(draw.records["Topic 0"]).mean - 0.40) < 0.001)
    var counts: [String: Int] = [:]
    for seed in UInt64(0)..<2000 {
      let paper = try draw.paper(for: .screen, reveal: .end, seed: seed)
      for question in paper.questions { counts[question.topic, default: 0] += 1 }
    }
    let others = (1..<10).reduce(0) { $0 + counts["Topic \($1)", default: 0] }
    let ratio = Double(counts["Topic 0", default: 0]) / (Double(others) / 9)
    #expect(abs(ratio - 1.1 / 0.8) < 0.06, "\(ratio)")
  }

  @Test func needGrowsWithDoubtAndIsHighestForWhatIsDue() {
    let card = MockSamples.card("x")
    func need(_ recall: Double?, due: Bool = false) -> Double {
      Candidate(card: card, recall: recall, isDue: due).need
    }
    #expect(abs(need(nil) - 0.50) < 1e-9)
    #expect(abs(need(0.95) - 0.20) < 1e-9)
    #expect(abs(need(0.60, due: true) - 0.65) < 1e-9)
    var asked = Candidate(card: card, papersAgo: 5, daysSinceAsked: 30)
    #expect(abs(asked.weight(avoiding: 3) - 0.25) < 1e-9)
    asked.papersAgo = 3
    #expect(asked.weight(avoiding: 3) == 0)
    #expect(asked.weight(avoiding: 2) > 0)
  }

  @Test func noTopicTakesMoreThanItsCap() {
    let strong = TopicRecord(weight: 20)
    let shares = TopicShares([strong, TopicRecord(), TopicRecord(), TopicRecord()], cap: 1 / 3.0)
    #expect(abs(shares.values[0] - 1 / 3.0) < 1e-9)
    #expect(abs(shares.values.reduce(0, +) - 1) < 1e-9)
    #expect(abs(shares.values[1] - 2 / 9.0) < 1e-9)
    let two = TopicShares([strong, TopicRecord()], cap: 1 / 6.0)
    #expect(abs(two.values[0] - 0.5) < 1e-9, "two topics cannot both stay below a sixth")
  }

  @Test func equalNeighboursArePartedWherePossible() {
    #expect(RoundDraw.apart(["a", "a", "b", "c"]) == ["a", "b", "a", "c"])
    #expect(RoundDraw.apart(["a", "a"]) == ["a", "a"])
  }

  @Test func fewTopicsAreSaid() throws {
    let draw = PaperDraw(candidates: MockSamples.pool(topics: 5))
    let paper = try draw.paper(for: .screen, reveal: .end, seed: 3)
    #expect(
      paper.relaxed == ["Only 5 topics have cards for this: the paper has 5 instead of 6."])
  }

  @Test func fewCardsGiveFewerQuestionsAndFewerStillNone() throws {
    func draw(_ count: Int) -> PaperDraw {
      PaperDraw(
        candidates: (0..<count).map { Candidate(card: MockSamples.card("\($0)", topic: "T")) },
        scope: "payments/")
    }
    let six = try draw(6).paper(for: .screen, reveal: .end, seed: 1)
    #expect(six.questions.count == 6)
    #expect(six.limit == 6 * 150 * 1000)
    #expect(!six.relaxed.contains { $0.hasPrefix("Cards of") }, "no card was asked before")
    #expect(six.relaxed.last == "The paper has 6 questions instead of 8.")
    let refusal = #expect(throws: PaperRefusal.self) {
      try draw(2).paper(for: .screen, reveal: .end, seed: 1)
    }
    #expect(
      refusal?.sentence
        == "screen needs at least 4 questions; payments/ has 2 that can be asked. "
        + "Nearest that works: screen with 2 (ebb mock screen --questions 2).")
    let none = #expect(throws: PaperRefusal.self) {
      try draw(0).paper(for: .screen, reveal: .end, seed: 1)
    }
    #expect(none?.sentence.contains("No card") == true)
  }

  @Test func anExamOfFewCardsAsksWholeSectionsAndSaysSo() throws {
    let terms = (0..<22).map { number in
      Candidate(card: MockSamples.card("\(number)", topic: "T", trail: ["Terms \(number / 8)"]))
    }
    let paper = try PaperDraw(candidates: terms).paper(for: .exam, reveal: .end, seed: 1)
    #expect(paper.questions.count == 22)
    #expect(
      paper.relaxed == [
        "Cards of one section stand in one round.", "The paper has 22 questions instead of 30.",
      ])
    let passage = (0..<22).map { number in
      Candidate(
        card: MockSamples.card("\(number)", topic: "T", trail: ["Terms"], group: "\(number / 2)"))
    }
    #expect(throws: PaperRefusal.self, "two cards of one passage tell each other's answer") {
      try PaperDraw(candidates: passage).paper(for: .exam, reveal: .end, seed: 1)
    }
  }

  @Test func aRefusalNamesAPresetThatWorks() throws {
    func sentence(_ count: Int) -> String? {
      let draw = PaperDraw(
        candidates: (0..<count).map { Candidate(card: MockSamples.card("\($0)", topic: "T")) })
      return #expect(throws: PaperRefusal.self) {
        try draw.paper(for: .design, reveal: .end, seed: 1)
      }?.sentence
    }
    let need = "design needs a prompt: no note has a question that begins with “Design”."
    #expect(
      sentence(3) == need + " Nearest that works: screen with 3 (ebb mock screen --questions 3).")
    #expect(sentence(40) == need + " Nearest that works: exam with 30 (ebb mock exam).")
    #expect(sentence(0) == "No card can be asked: ebb add FOLDER brings your notes.")
  }

  @Test func questionsWrittenForInterviewsAreAskedEightTimesAsOften() throws {
    let interview = InterviewQuestion(
      level: "senior", redFlags: [], followUp: "", followUpAnswer: "")
    let candidates = (0..<80).map { number in
      Candidate(
        card: MockSamples.card(
          "\(number)", topic: "Topic \(number % 8)", level: 2,
          interview: number / 8 == 0 ? interview : nil))
    }
    let written = Set(candidates.filter { $0.card.interview != nil }.map(\.card.id))
    var preset = Preset.screen
    preset.rounds[0].levels = [2]
    let draw = PaperDraw(candidates: candidates)
    let trials = UInt64(2000)
    let share = try (0..<trials).reduce(0.0) { sum, seed in
      let paper = try draw.paper(for: preset, reveal: .end, seed: seed)
      return sum + (written.contains(paper.questions[0].card ?? candidates[79].card.id) ? 1 : 0)
    }
    let expected = 8.0 / 17
    let sigma = (Double(trials) * expected * (1 - expected)).squareRoot()
    #expect(abs(share - Double(trials) * expected) < 3 * sigma, "\(share)")
  }

  @Test func weakOrEmptyCardsAreNotAsked() {
    let doubtful = MockSamples.card("a", quality: 0.59)
    #expect(CardPool([Candidate(card: doubtful)], seed: PaperSeed(1)).topics.isEmpty)
    #expect(!CardPool.canBeAsked(MockSamples.card("b", kind: .open, answer: "")))
    #expect(CardPool.canBeAsked(MockSamples.card("c", kind: .open, answer: "One sentence.")))
    #expect(!CardPool.canBeAsked(MockSamples.card("d", kind: .choice)))
  }

  @Test func theFollowUpOfAnInterviewQuestionIsOnThePaper() throws {
    let interview = InterviewQuestion(
      level: "senior", redFlags: ["says never"], followUp: "And with two regions?",
      followUpAnswer: "Each region invalidates. Reads must be as new.")
    let candidates = (0..<8).map {
      Candidate(
        card: MockSamples.card(
          "\($0)", topic: "Topic \($0)", trail: ["Interview questions"], interview: interview))
    }
    let paper = try PaperDraw(candidates: candidates).paper(for: .screen, reveal: .end, seed: 1)
    #expect(paper.primaries.count == 8)
    let extras = paper.questions.filter { $0.follows != nil }
    #expect(extras.count == 8)
    #expect(extras[0].prompt == "And with two regions?")
    #expect(extras[0].points.map(\.text) == ["Each region invalidates.", "Reads must be as new."])
    #expect(extras.allSatisfy { $0.form == .followUp && $0.level == 3 })
    #expect(paper.questions[0].redFlags == ["says never"])
    #expect(paper.limit == 8 * 150 * 1000, "a follow-up has no time of its own")
  }

  @Test func aDeepDiveStaysInOneTopicAndGoesDown() throws {
    for seed in UInt64(0)..<20 {
      let pool = MockSamples.pool(topics: 6, cards: 24) {
        ["Part \($0 / 12)", "Section \($0 / 2)"]
      }
      let paper = try PaperDraw(candidates: pool).paper(for: .onsite, reveal: .round, seed: seed)
      let dive = paper.questions.filter { $0.round == "deep dive" }
      #expect(dive.map(\.level) == [1, 2, 3, 4, 4], "seed \(seed)")
      #expect(Set(dive.map(\.topic)).count == 1, "seed \(seed)")
      #expect(Set(dive.compactMap(\.card)).count == 5, "seed \(seed)")
    }
  }

  @Test func aThreadThatRunsOutOfCardsGoesOnWithProbes() throws {
    var pool = MockSamples.pool(topics: 6, cards: 16).filter { $0.card.topic != "Topic 0" }
    pool = pool.map {
      var candidate = $0
      candidate.card.kind = .order
      candidate.card.answer = "1. one\n2. two"
      candidate.card.points = []
      return candidate
    }
    pool += [1, 2].map { Candidate(card: MockSamples.card("deep \($0)", topic: "Deep", level: $0)) }
    var preset = Preset.onsite
    preset.rounds = [preset.rounds[2]]
    let draw = PaperDraw(candidates: pool)
    let seed = PaperSeed(5)
    let slots = DeepDive(
      pool: CardPool(pool, seed: seed), round: preset.rounds[0],
      looseness: .init(window: 3), records: [:], used: []
    ).slots()
    #expect(slots.count { $0 != nil } == 2)
    let paper = draw.assemble(
      [slots], preset: preset, pool: CardPool(pool, seed: seed), reveal: .end, relaxed: [])
    #expect(paper.questions.map(\.form) == [.card, .card, .probe, .probe, .probe])
    #expect(paper.questions[2].card == nil)
  }

  @Test func aDesignHasSixStagesWithThePointsWhoseWordsTheyHold() throws {
    var card = MockSamples.card("d", points: 0, prompt: "Design a limiter for 50 k users")
    card.points = [
      "Scope: per key and per user", "Estimate the requests per second", "Redis holds counters",
      "A token bucket algorithm", "It fails open when Redis is away", "Partition by key",
    ]
    let paper = try PaperDraw(candidates: [Candidate(card: card)]).paper(
      for: .design, reveal: .end, seed: 1)
    #expect(
      paper.questions.map(\.round)
        == ["scope", "numbers", "high level", "deep dive", "trade-offs", "close"])
    #expect(paper.questions.map(\.box) == [300, 300, 900, 1200, 600, 300])
    #expect(paper.questions[3].points.first?.text == "A token bucket algorithm")
    #expect(paper.questions[4].points.first?.text == "It fails open when Redis is away")
    #expect(paper.questions.allSatisfy { $0.points.count >= 3 })
    #expect(throws: PaperRefusal.self) {
      try PaperDraw(candidates: MockSamples.pool()).paper(for: .design, reveal: .end, seed: 1)
    }
  }
}
