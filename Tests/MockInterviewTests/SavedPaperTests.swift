import Decks
import Testing

@testable import MockInterview

/// Papers that are asked again from a file, and what waits behind the questions of one.
struct SavedPaperTests {
  private func slot(_ card: Card, round: String = "breadth", box: Int = 90) -> Paper.Slot {
    Paper.Slot(card: card, round: round, box: box, isHard: false)
  }

  @Test func aSavedPaperAsksItsCardsInItsOrderAndTime() throws {
    let cards = (0..<3).map { MockSamples.card("\($0)", topic: "T") }
    let slots = [slot(cards[2]), slot(cards[0], round: "own", box: 30), slot(cards[1])]
    let paper = try #require(Paper(preset: .screen, seed: 5, asking: slots))
    #expect(paper.questions.map(\.card) == [cards[2].id, cards[0].id, cards[1].id])
    #expect(paper.questions.map(\.box) == [90, 30, 90])
    #expect(paper.questions.map(\.round) == ["breadth", "own", "breadth"])
    #expect(paper.questions[0].text == Paper.textHash(of: cards[2]))
    #expect(Paper(preset: .screen, seed: 5, asking: []) == nil)
  }

  @Test func aCardThatSaysSomethingElseNowIsKnown() throws {
    var card = MockSamples.card("0", topic: "T")
    let paper = try #require(Paper(preset: .screen, seed: 5, asking: [slot(card)]))
    #expect(Paper.textHash(of: card) == paper.questions[0].text)
    card.answer += " And more."
    #expect(Paper.textHash(of: card) != paper.questions[0].text)
  }

  @Test func aSavedPaperBringsItsFollowUpsAndADesignItsStages() throws {
    let interview = InterviewQuestion(followUp: "And then?", followUpAnswer: "It waits.")
    let asked = MockSamples.card("a", interview: interview)
    let paper = try #require(Paper(preset: .onsite, seed: 5, asking: [slot(asked)]))
    #expect(paper.questions.map(\.form) == [.card, .followUp])
    #expect(paper.questions[1].follows == 1)
    let prompt = MockSamples.card("d", prompt: "Design a queue")
    let design = try #require(Paper(preset: .design, seed: 5, asking: [slot(prompt)]))
    #expect(design.questions.map(\.form) == Array(repeating: .stage, count: 6))
  }

  @Test func aThreadMarkedAtOnceHasReservesOfEveryLevel() throws {
    let pool = MockSamples.pool(topics: 6) { ["Part", "Section \($0 / 2)"] }
    let paper = try PaperDraw(candidates: pool).paper(for: .onsite, reveal: .each, seed: 3)
    let dive = paper.questions.filter { $0.round == "deep dive" }
    let reserves = dive.filter(\.isReserve)
    for level in 1...4 { #expect(reserves.count { $0.level == level } == 3) }
    #expect(Set(dive.map(\.topic)).count == 1)
    let deeper = paper.questions.filter { $0.follows != nil }
    #expect(!deeper.isEmpty)
    for question in deeper {
      let before = try #require(question.follows.flatMap { paper[$0] })
      #expect(question.level == before.level + 1 && question.topic == before.topic)
    }
    let planned = paper.primaries.compactMap(\.card) + deeper.compactMap(\.card)
    #expect(Set(planned).count == 16 + deeper.count, "no card is asked twice")
    let later = try PaperDraw(candidates: pool).paper(for: .onsite, reveal: .round, seed: 3)
    #expect(later.questions.count == 16, "nothing waits where answers are marked later")
  }
}
