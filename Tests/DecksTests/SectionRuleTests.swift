import Testing

@testable import Decks

/// What a section is asked, and when it had better not be asked at all.
struct SectionRuleTests {
  private func prompts(_ markdown: String) throws -> [String] {
    let source = "# Harbour\n\n" + markdown + "\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "harbour.md").get()).cards
      .map(\.prompt)
  }

  /// The questions of a heading inside a section "Cranes".
  private func question(_ heading: String, _ text: String = filler) throws -> String? {
    try prompts("## Cranes\n\n### \(heading)\n\n\(text)").first
  }

  private static let filler = "The jib bends before the rope tears, so the hook is watched all day."

  @Test(arguments: [
    ("The Real Danger", "What is the danger with **Cranes**?"),
    ("The Honest Limitation of Steam Cranes", "What is the limitation of **Steam Cranes**?"),
    ("The Risks of a Long Jib", "What are the risks of **a Long Jib**?"),
    ("The Disaster Without Ballast", "What goes wrong without **Ballast**?"),
    ("The Rule for Night Shifts", "**Cranes**: what is the rule for **Night Shifts**?"),
    ("The Danger: Wet Ropes", "What is the danger with **Wet Ropes**?"),
    ("The Problem: Rope Failure", "Explain **Rope Failure**."),
  ])
  func aPromiseIsAskedWithItsSubject(heading: String, question: String) throws {
    #expect(try self.question(heading) == question)
  }

  @Test(arguments: [
    "The Key Insight", "The Architecture Rule", "The Truth Skippers Want to Hear",
    "Why cranes for this quay", "Notes on rope", "Important considerations", "For example",
    "With wet ropes the hook slips", "A rope is no chain", "Using the winch",
  ])
  func aHeadingThatNamesNothingIsNotAsked(heading: String) throws {
    #expect(try question(heading) == nil)
  }

  @Test func aPromiseWithoutASubjectAroundItIsNotAsked() throws {
    #expect(try prompts("## The Real Danger\n\n\(Self.filler)").isEmpty)
  }

  @Test(arguments: [
    ("Cranes vs ships", "Why cranes for this quay?", "Why might you choose **cranes** over ships?"),
    (
      "Cranes vs Carts vs Belts", "Why Belts for our quay",
      "What are the reasons to choose **Belts**?"
    ),
  ])
  func aChoiceIsAskedWithWhatItWasChosenOver(rivals: String, heading: String, question: String)
    throws
  {
    let found = try prompts("## \(rivals)\n\n### \(heading)\n\n\(Self.filler)")
    // A heading with a question mark is its author's question.
    #expect(found == [heading.hasSuffix("?") ? heading : question])
  }

  @Test func aChoiceIsAskedOverThoseThatTheTextSpeaksOf() throws {
    let found = try prompts(
      "## Cranes vs Carts vs Belts\n\n### Why Belts for our quay\n\n"
        + "Carts wait for one another at the gate, and belts carry all day without a stop.")
    #expect(found == ["Why might you choose **Belts** over Carts?"])
  }

  /// Texts that only lead to what the heading names, with a section below them.
  @Test(arguments: [
    "Some ropes are crude. Harbours need **better** ones.",
    "Cranes lift what no man can lift, and they do it all day. Which of them is best?",
    "Named after the bird with the long neck. It stands in the water like one.",
    "Think of a crane as an arm. It does what your arm does, with more force.",
  ])
  func aLeadInIsNotTheAnswer(text: String) throws {
    #expect(
      try prompts("## Cranes\n\n\(text)\n\n### Jib\n\nA jib is the arm of a crane.")
        == ["What is **Jib**?"])
  }

  @Test func aDefinitionAboveSectionsIsAsked() throws {
    let text = "A crane is a machine that lifts loads with a rope."
    #expect(
      try prompts("## Crane\n\n\(text)\n\n### Jib\n\nA jib is the arm of a crane.")
        == ["What is **Crane**?", "What is **Jib**?"])
  }

  @Test func sourcesBelowASectionDoNotDivideIt() throws {
    let text = "Cranes lift what no man can lift, and they lift it higher than a ladder reaches."
    #expect(
      try prompts("## Cranes\n\n\(text)\n\n### References\n\n- [a book](https://example.org)")
        == ["Explain **Cranes**."])
  }

  @Test func aTextThatEndsWithAQuestionAnswersNone() throws {
    #expect(
      try prompts("## Crane ropes\n\nCrane ropes are wet in winter. But what happens in a frost?")
        .isEmpty)
  }

  /// Forty words of one sentence that speak of cranes.
  private static let long =
    "The wind of the estuary blows from the west on most days, so that ships arrive when the tide "
    + "allows it and leave when the pilot says so, which nobody who waits on the quay can know or "
    + "change."

  @Test func aLongTextIsAskedByItsFirstParagraphIfThatDefinesItsTitle() throws {
    let more = Self.long + " " + Self.long + "\n\n" + Self.long + " " + Self.long
    let source =
      "# Harbour\n\n## Crane\n\nA crane is a machine that lifts loads with a rope over a wheel, "
      + "far above any ladder.\n\n" + more
    let cards = Compilation(of: try Note.read(Array(source.utf8), path: "a.md").get()).cards
    #expect(cards.map(\.prompt) == ["What is **Crane**?"])
    #expect(cards.first?.answer.hasSuffix("far above any ladder.") == true)
    #expect(try prompts("## Crane weather\n\n" + more).isEmpty)
  }

  @Test(arguments: [
    (
      "Removing the rust from a rope", "Clean the rope, then oil it until it shines again.",
      "How do you remove the rust from a rope?"
    ),
    (
      "Removing the rust from a rope", "The rust of a rope is brown and it falls off with time.",
      "What matters when removing the rust from a rope?"
    ),
    (
      "Winch", "Configure the winch with a brake before the first load is lifted.",
      "How do you set up **Winch**?"
    ),
    (
      "Winch", "A winch pulls the rope towards the drum as long as the engine runs.",
      "Explain **Winch**."
    ),
    (
      "Brake Problem", "The brake problem is a brake that does not hold a full load.",
      "What is the **Brake Problem**?"
    ),
    (
      "Why ropes in a crane lose their strength", filler,
      "Explain why ropes in a crane lose their strength."
    ),
    ("How ropes become resources", filler, "Explain how ropes become resources."),
    ("Why rope over chain for loads", filler, "Why rope over chain for loads?"),
  ])
  func theTextDecidesTheFormOfTheQuestion(heading: String, text: String, question: String) throws {
    #expect(try self.question(heading, text) == question)
  }

  @Test(arguments: [
    ("Applications", "What are **Cranes** used for?"), ("Algorithm", "How do **Cranes** work?"),
    ("Techniques", nil),
  ])
  func anAspectIsAskedInItsOwnWords(heading: String, question: String?) throws {
    #expect(try self.question(heading) == question)
  }

  @Test func aComplexityIsThatOfWhatStandsAround() throws {
    let asked = try question("Extra space complexity")
    #expect(asked == "What is the extra space complexity of **Cranes**?")
    #expect(
      try prompts("## Extra space complexity\n\n" + Self.filler)
        == ["What is the extra space complexity of **Harbour**?"])
  }

  @Test func aFormToBeFilledInIsNoAnswer() throws {
    let form = "A harbour pilot with X years of work on boats of all kinds and sizes."
    #expect(try question("Senior Pilot", form) == nil)
    #expect(try question("Senior Pilot", form.replacing("X", with: "ten")) != nil)
  }

  @Test func whatFormulasInImagesSayIsMissed() throws {
    let told = "The load of a crane is bounded by the following sum, which is to be kept small."
    #expect(try question("Load", told + "\n\nminimize ![a formula](sum.png)") == nil)
    #expect(try question("Load", told + "\n\nIt is small. ![a crane](crane.png)") != nil)
  }

  @Test func aMarkAloneAsksNothing() throws {
    let text = "**Question**\n\n.\n\n**Answer**\n\nThe hook is watched all day by two men."
    #expect(try prompts("## .?\n\n" + Self.filler).isEmpty)
    #expect(try prompts(text).allSatisfy { $0 != "." })
  }

  @Test func aLabelAnsweredByAQuestionIsNotAsked() throws {
    #expect(try prompts("## Cranes\n\n- **Crew spirit:** do the men help one another?").isEmpty)
    #expect(!(try prompts("## Cranes\n\n- **Crew spirit:** the will to help others.")).isEmpty)
  }
}
