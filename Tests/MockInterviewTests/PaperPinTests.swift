import Decks
import TestSupport
import Testing

@testable import MockInterview

/// Papers that were drawn once: a seed that somebody wrote down gives the same paper for ever.
struct PaperPinTests {
  /// Cards of all kinds, levels and pasts, crowded into few sections.
  private static let candidates: [Candidate] = {
    var generator = SeededGenerator(seed: 41)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    return (0..<1200).map { index in
      let kind = Card.Kind.allCases[number(0...6)]
      let section = number(0...150)
      var card = MockSamples.card(
        "card \(index)", topic: "Topic \(section % 9)", level: number(1...4), kind: kind,
        points: number(1...4), trail: ["Part \(section % 4)", "Section \(section)"],
        group: "\(number(0...900))",
        choices: [Choice("yes", isRight: true), Choice("no", isRight: false)],
        quality: Double(number(55...95)) / 100)
      card.blanks = ["blank"]
      if kind == .order { card.answer = "1. one\n2. two\n3. three" }
      return Candidate(
        card: card, recall: number(0...2) == 0 ? nil : Double(number(40...99)) / 100,
        isDue: number(0...3) == 0, papersAgo: number(0...4) == 0 ? number(1...4) : nil,
        daysSinceAsked: number(0...4) == 0 ? Double(number(0...60)) : nil,
        weight: [0, 0.5, 1, 1, 2][number(0...4)])
    }
  }()

  private func pin(_ paper: Paper) -> String {
    var hash = StableHash()
    for question in paper.questions {
      hash.combine("\(question.number) \(question.round) \(question.prompt) \(question.text)")
      hash.combine("\(question.follows ?? 0) \(question.isReserve) \(question.choices)")
    }
    for sentence in paper.relaxed { hash.combine(sentence) }
    return String(hash.value, radix: 36)
  }

  @Test(arguments: [
    ("screen", 1200, Reveal.end, "2kgxecwvwv4ps"),
    ("screen", 1200, .each, "2gfwmpdb1lzdp"),
    ("onsite", 1200, .round, "2n2tz8kpz09zr"),
    ("onsite", 1200, .each, "l07w1osxzzom"),
    ("rapid", 1200, .each, "27tvfx4suovid"),
    ("exam", 1200, .end, "2nssjf7x9h3te"),
    ("screen", 12, .end, "kcfaefgn94xr"),
    ("onsite", 40, .each, "2o0d2szgvb2a7"),
    ("rapid", 40, .each, "3k1pnh8k9g17l"),
    ("exam", 40, .end, "20b9pfk3yctj8"),
  ])
  func aSeedGivesThePaperItAlwaysGave(
    name: String, count: Int, reveal: Reveal, expected: String
  ) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let draw = PaperDraw(
      candidates: Array(Self.candidates.prefix(count)),
      records: ["Topic 3": TopicRecord(answers: [.init(score: 0.2, age: 4)], weight: 2)])
    var hash = StableHash()
    for seed in UInt64(1)...20 {
      hash.combine(pin(try draw.paper(for: preset, reveal: reveal, seed: seed)))
    }
    #expect(String(hash.value, radix: 36) == expected)
  }
}
