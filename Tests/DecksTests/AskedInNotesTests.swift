import Testing

@testable import Decks

/// Shapes in which people put questions, terms and remarks into notes.
struct AskedInNotesTests {
  private func cards(_ source: String) throws -> [Card] {
    let text = "# Tug boats\n\n## Towing\n\n" + source
    return Compilation(of: try Note.read(Array(text.utf8), path: "tugs.md").get()).cards
  }

  @Test(arguments: [
    "**Q: Why does a tug tow with a long rope?**\nA long rope sags and takes up the jerks.",
    "**Q: Why does a tug tow with a long rope?**\n\nA long rope sags and takes up the jerks.",
    "**Q1. Why does a tug tow with a long rope?** A long rope sags and takes up the jerks.",
    "**Q: Why does a tug tow with a long rope?**\nA: A long rope sags and takes up the jerks.",
  ])
  func aQuestionInBoldTypeIsAnsweredByWhatFollows(source: String) throws {
    let found = try cards(source)
    #expect(found.map(\.prompt) == ["Why does a tug tow with a long rope?"])
    #expect(found.map(\.answer) == ["A long rope sags and takes up the jerks."])
  }

  @Test func aLongQuestionInBoldTypeIsOne() throws {
    let question =
      "Your tug has made fast, the wind rises to a gale and the harbour master orders you to wait "
      + "outside. What do you tell the ship?"
    let found = try cards("**Q: \(question)** To drop its anchor, and to keep the engine warm.")
    #expect(found.map(\.prompt) == [question])
  }

  @Test func aNameInBoldTypeWithAFullStopIsALabel() throws {
    let found = try cards(
      "**Girting.** The ship pulls the tug over sideways by its own rope.\n\n"
        + "**It sinks.** Nobody has time to cut the rope before the tug capsizes.")
    #expect(found.map(\.prompt).contains("Explain **Girting**."))
    #expect(!found.contains { $0.prompt.contains("It sinks") })
  }

  @Test func aLabelUnderPitfallsIsAskedAsOne() throws {
    let text = """
      # Tug boats

      ## Pitfalls

      **Girting.** The ship pulls the tug over sideways by its own rope.

      **Shallow water.** The stern sinks deeper than the chart of the harbour allows.
      """
    let note = try Note.read(Array(text.utf8), path: "tugs.md").get()
    #expect(
      Compilation(of: note).cards.map(\.prompt) == [
        "What is the pitfall with **Girting**?", "What is the pitfall with **Shallow water**?",
      ])
  }

  @Test func countedTermsAreTerms() throws {
    let terms = "1. **Bollard** - a post on a quay\n2. **Fairlead** - a ring that guides a rope"
    #expect(
      try cards(terms).map(\.prompt) == ["What is **Bollard**?", "What is **Fairlead**?"])
    let points = "1. **Slack:** ease the rope first\n2. **Signal:** wait for the whistle"
    #expect(try !cards(points).contains { $0.rule == "label" })
  }

  @Test func whichOfTwoIsAskedInTheMiddleOfAText() throws {
    let found = try cards(
      "A tug pulls or pushes, and both take a pilot who knows the wind of the harbour.\n\n"
        + "When to use which:\n\n- Rope: in open water with waves\n- Fender: at the quay")
    #expect(
      found.map(\.prompt).contains("When should you use **Rope**, and when **Fender**?"))
  }

  @Test(arguments: [
    ("Which one?", "**Towing**: which one?"), ("When?", "**Towing**: when?"),
    ("Which rope?", "Which rope?"),
  ])
  func aQuestionWithoutASubjectIsAskedOfItsSection(heading: String, question: String) throws {
    let found = try cards(
      "### \(heading)\n\nThe long one in open water, and the short one between the moles.")
    #expect(found.map(\.prompt) == [question])
  }

  @Test func aListOfRemarksIsOnePointOfAText() throws {
    let found = try cards(
      "### How does a tug turn a ship?\n\nIt pushes at the bow while a second tug pulls at the "
        + "stern, and the ship turns on the spot.\nThe pilot stands on the bridge of the ship and "
        + "speaks to both by radio all the time.\nDownsides:\n\n- two crews\n- two ropes")
    #expect(found.first?.points.last == "Downsides: two crews; two ropes")
  }

  @Test(arguments: [
    ("Touches bottom", "does it touch bottom"), ("Moves stern", "does it move stern"),
    ("Needs ballast", "does it need ballast"),
  ])
  func aColumnOfYesAndNoAsksWhatARowDoes(header: String, clause: String) throws {
    let found = try cards(
      """
      | Boat | \(header) | Crew |
      |---|---|---|
      | Steam tug | yes | four men and a stoker |
      | Motor tug | no | two men |
      | River tug | no | one man and a boy |
      """)
    #expect(found.contains { $0.prompt.contains(clause) })
  }
}
