import Testing

@testable import Decks

/// What on a card makes the compiler doubt it.
struct EstimateTests {
  private func estimate(
    _ prompt: String, _ answer: String, points: [String] = [], rule: CardRule = .section,
    quality: Double = 0.66, style: Estimate.Style = .prose, language: Language = .english
  ) -> Estimate {
    let draft = Draft(
      prompt: prompt, answer: answer, points: points, level: 1, quality: quality, line: 1, group: 1)
    var estimate = Estimate(wording: quality, discount: 0)
    estimate.judge(draft, of: rule, style: style, in: language)
    return estimate
  }

  @Test func aPlainAnswerRaisesNoDoubt() {
    let plain = estimate("Explain **Ballast**.", "Ballast is weight low in the hull of a ship.")
    #expect(plain.doubts.isEmpty)
    #expect(plain.quality == 0.66)
  }

  @Test(arguments: [
    ("The keel:\n\n- is long", "the answer announces its parts"),
    ("It is long.\n\nIt is deep.\n\nIt is old.", "the answer has several paragraphs"),
    ("- sails\n  - of linen", "there are lists within lists"),
    ("Avoid shallow water.", "the answer begins with an order"),
    ("A keel saves your boat.", "the answer speaks to its reader"),
    ("We rowed for a day.", "the answer speaks of its author"),
    ("Who would row that far?", "the answer asks or exclaims"),
    ("A yawl is a great boat.", "the answer recommends or praises"),
    ("Some are small, for instance dinghies.", "the answer gives an example"),
    ("The boat below has two masts.", "the answer points at something around it"),
    (String(repeating: "Tides turn. ", count: 70), "the answer is long"),
  ])
  func aSignOnTheCardRaisesADoubt(answer: String, doubt: String) {
    let judged = estimate("Explain **Keel**.", answer)
    #expect(judged.doubts == [doubt])
    #expect(judged.quality < 0.66)
  }

  @Test func pointsThatAreManyOrLeaveMuchOutRaiseDoubts() {
    let six = estimate(
      "Name the sails.", "All of them.", points: ["jib", "main", "mizzen", "spanker", "top", "lug"])
    #expect(six.doubts == ["there are more than five points"])
    let few = estimate(
      "Name the sails.", "The jib stands before the mast and the main sail behind it, as ever.",
      points: ["the jib"])
    #expect(few.doubts == ["the points leave out much of the answer"])
  }

  @Test func aLabelIsDefinedByAPhraseAndNotByASentenceOnSomethingElse() {
    let phrase = estimate("What is **Draught**?", "The depth of a hull in water", rule: .label)
    #expect(phrase.doubts.isEmpty)
    let sentence = estimate("What is **Draught**?", "Large ships have more of it.", rule: .label)
    #expect(sentence.doubts == ["the answer is a sentence that defines nothing"])
    let explained = estimate("Explain **Draught**.", "Large ships have more of it.", rule: .label)
    #expect(explained.doubts == sentence.doubts)
    let other = estimate("What does **Draught** do?", "Large ships have more of it.", rule: .label)
    #expect(other.doubts.isEmpty)
  }

  @Test func whatStandsInCodeRaisesNoDoubt() {
    let code = estimate(
      "How do you moor?", "Two turns.\n\n```sh\n# you and I: the rope below!\n```")
    #expect(code.doubts.isEmpty)
  }

  @Test(arguments: [
    ("Set `keel != nil` first.", Language.english), ("Run `for i in sails` twice.", .english),
    ("Ports of the US region close at noon.", .english), ("I nodi tengono, e i cavi no.", .italian),
  ])
  func codeAndOtherLanguagesRaiseNoDoubt(answer: String, language: Language) {
    #expect(estimate("Explain **Keel**.", answer, language: language).doubts.isEmpty)
  }

  @Test func whatBeginsALaterLineRaisesItsDoubtAsWell() {
    let judged = estimate("Explain **Keel**.", "Keels are of lead.\n\nYou bolt them on.")
    #expect(judged.doubts == ["the answer speaks to its reader"])
  }

  @Test func studyNotesMaySpeakToTheirReader() {
    let own = estimate("Explain **Keel**.", "A keel saves your boat:\n\n- in wind", style: .notes)
    #expect(own.doubts.isEmpty)
    #expect(own.quality == 0.66)
  }

  @Test func inANoteThatAdvisesEveryCardIsDoubted() {
    let advised = estimate("Explain **Ballast**.", "Ballast is a low weight.", style: .advice)
    #expect(advised.doubts == ["the note advises its reader"])
  }

  @Test func aNoteThatSpeaksToItsReaderInEveryOtherSentenceAdvises() throws {
    func style(_ text: String) throws -> Estimate.Style {
      let note = try Note.read(Array(text.utf8), path: "boats.md").get()
      return Profile(of: [], note: note).style
    }
    let advice = try style(String(repeating: "Your boat needs you, as ever. ", count: 80))
    #expect(advice == .advice)
    let prose = try style(String(repeating: "A young boat needs a crew. ", count: 90))
    #expect(prose == .prose)
    let notes = try style("Youth is a boat.")
    #expect(notes == .notes)
    // Three words of a few lines tell nothing of a note.
    let short = try style("You row. Your boat moves as you row.")
    #expect(short == .notes)
  }

  @Test func whatItsAuthorWroteAsACardIsNotDoubted() {
    let marked = estimate("Do you row?", "If you can!", rule: .marked, quality: 0.98)
    #expect(marked.doubts.isEmpty)
    #expect(marked.quality == 0.98)
  }

  @Test func theCompilationSaysHowQualityCameAbout() throws {
    let told = String(repeating: "You may need your boat, and you may not. ", count: 60)
    let text = "# Boats\n\n\(told)\n\n## Why is a keel deep?\n\nIt keeps your boat upright.\n"
    let note = try Note.read(Array(text.utf8), path: "keels.md").get()
    let compilation = Compilation(of: note)
    let card = try #require(compilation.cards.first)
    let estimate = try #require(compilation.estimates[card.id])
    #expect(estimate.doubts == ["the answer speaks to its reader", "the note advises its reader"])
    #expect(estimate.wording > estimate.quality)
    #expect(abs(estimate.quality - card.quality) < 0.006)
  }
}
