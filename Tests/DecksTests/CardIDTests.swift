import Testing

@testable import Decks

/// Identity must never change by accident: people would lose their progress.
struct CardIDTests {
  private func id(
    _ prompt: String, topic: String = "Tides", family: String = "question", occurrence: Int = 0
  ) -> CardID {
    CardID(topic: topic, family: family, prompt: prompt, occurrence: occurrence)
  }

  /// Expected values from a second implementation of FNV-1a, in another language.
  @Test func identitiesAreThoseOfTheFirstRelease() {
    #expect(id("What is an ebb?").rawValue == "6rpdwcvw5h2zj")
    #expect(id("什么是潮汐？", topic: "潮汐").rawValue == "455hea3xe6fz8")
    #expect(id("What is an ebb?", occurrence: 1).rawValue == "dnkyfp1704m3f")
    #expect(id("**X** — what is the unit?", family: "table").rawValue == "fztsyxddbqfj8")
    #expect(id("", topic: "").rawValue == "cvntfrpa3bbjr")
    #expect(CardID(rawValue: "0123456789abc").hash == 4_557_018_419_291_997_626)
  }

  @Test(arguments: [
    "what is an ebb", "What  is an EBB?!", "**What** is an `ebb`?", "🌊 What is an ebb?",
    "What is\nan ebb", "“What is an ebb?”",
  ])
  func caseSpacesMarksAndEmojiDoNotCount(prompt: String) {
    #expect(id(prompt) == id("What is an ebb?"))
  }

  @Test func wordsTopicFamilyAndOccurrenceCount() {
    let ids = [
      id("What is an ebb?"), id("What is a nebb?"), id("What is an eb b?"), id("What is an ebb 2?"),
      id("What is an ebb?", topic: "Tide"), id("What is an ebb?", family: "table"),
      id("What is an ebb?", occurrence: 1), id("What is an ebb?", occurrence: 2),
      id("is an ebb?", topic: "Tides What"), id("What is an ébb?"), id("What is an ebb é?"),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test func anIdentityIsThirteenCharactersThatCannotBeMisread() {
    for number in 0..<500 {
      let text = id("\(number)").rawValue
      #expect(text.count == 13)
      #expect(text.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) }, "\(text)")
    }
  }

  @Test func rulesThatMayReplaceOneAnotherShareAFamily() {
    let families = Dictionary(grouping: CardRule.all, by: \.family).mapValues { $0.map(\.name) }
    #expect(families["question"] == ["interview", "marked", "question", "listed-question"])
    #expect(families.count == CardRule.all.count - 3)
    #expect(
      Set(CardRule.all.map(\.name)) == [
        "interview", "marked", "question", "highlight", "listed-question", "failure",
        "code-pair", "recognition", "table", "label", "steps", "section", "number", "acronym",
        "pros-cons",
      ])
  }
}
