import Testing

@testable import Decks

struct LexiconTests {
  @Test(arguments: [Lexicon.verbs, Lexicon.nounVerbs])
  func verbsAreSorted(_ verbs: WordSet) {
    #expect(verbs.words == verbs.words.sorted())
    #expect(verbs.words.filter { $0.contains { !$0.isLetter } } == [])
  }

  @Test func verbsThatAreNounsAreVerbs() {
    let strays = Lexicon.nounVerbs.words.filter { !Lexicon.verbs.contains($0) }
    #expect(strays.isEmpty)
  }

  @Test func whatIsLookedUpIsInLowerCase() {
    let lists: [WordSet] = [
      Lexicon.furniture, Lexicon.generic, Lexicon.fluff, Lexicon.grades, Lexicon.aspects,
      Lexicon.verbs, Lexicon.auxiliaries, Lexicon.conditionals, Lexicon.anaphora,
      Lexicon.qualifierHeaders, Lexicon.attributeHeaders, Lexicon.triviaHeaders,
    ]
    let words = lists.flatMap(\.words)
    #expect(words.count > 900)
    #expect(words.filter { $0 != $0.lowercased() }.isEmpty)
  }

  @Test(arguments: [
    ("The Fix", LabelRole.fix), ("the trade-off", .risk), ("The Reason", .cause),
    ("The Rule", .rule), ("The Disaster", .problem), ("Root cause", .cause),
    ("Advantage(s)", .benefit),
  ])
  func anArticleBeforeARoleSaysNothing(_ name: String, _ role: LabelRole) {
    #expect(Lexicon.role(of: name) == role)
  }

  @Test func aUnionHoldsTheWordsOfBothInOrder() {
    let both = WordSet(["b", "", "a"]).union(["c", "a"])
    #expect(both.words == ["", "b", "a", "c"])
    #expect(both.contains("c"))
    #expect(both.contains(""))
    #expect(!both.contains("d"))
  }
}
