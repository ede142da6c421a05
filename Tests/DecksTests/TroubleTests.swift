import Testing

@testable import Decks

/// Troubles, cures, and which of them a section is about.
struct TroubleTests {
  private func cards(_ markdown: String) throws -> [Card] {
    let source = "# Harbour\n\n" + markdown + "\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "harbour.md").get()).cards
  }

  private let flood = "One hole floods the whole hull, and the ship is lost within the hour."
  private let wall = "Walls divide the hull, so that water stays in one of its rooms."

  @Test func aTrapBesideItsCureIsAskedWithIt() throws {
    let found = try cards(
      "## The Bulkhead Pattern\n\n- **The Trap:** \(flood)\n- **Bulkhead:** \(wall)")
    #expect(
      found.map(\.prompt) == [
        "**The Trap:** \(flood)\n\nHow does the **Bulkhead Pattern** prevent this?"
      ])
    #expect(found.map(\.answer) == [wall])
  }

  @Test(arguments: [
    // The labels behind the trap name what the section is about: the cures.
    (
      "Pumps & Bulkheads",
      "- **Pumps:** machines that lift the water out again.\n"
        + "- **Bulkheads:** walls that keep it in one room.",
      "Which problem do **Pumps & Bulkheads** solve?"
    ),
    ("Hulls", "", "What is the trap with **Hulls**?"),
    // The trap is one of the two things that the heading names.
    (
      "Hulls & Ballast",
      "- **Ballast:** keeps the ship upright in a gale.\n"
        + "- **Sails:** drive the ship before the wind.",
      "What is the trap with **Hulls**?"
    ),
    (
      "Hull Failure", "- **Hull:** walls divide it into rooms of one size.",
      "What is the trap with **Hull Failure**?"
    ),
  ])
  func aTrapIsTiedToItsTroubleOrToItsCure(heading: String, more: String, question: String) throws {
    let found = try cards("## \(heading)\n\n- **The Trap:** \(flood)\n\(more)")
    #expect(found.contains { $0.prompt == question }, "\(found.map(\.prompt))")
  }

  @Test func aFixBehindATroubleIsAskedWithIt() throws {
    let found = try cards("## Hulls\n\n### The Endless Leak\n\n\(flood)\n\n### The Fix\n\n\(wall)")
    #expect(
      found.last?.prompt == "**The Endless Leak**\n\n\(flood)\n\nHow do you fix or prevent this?")
    #expect(found.last?.answer == wall)
  }

  @Test func theTopicDoesNotNameTheFix() throws {
    let found = try cards(
      "## Hulls\n\n### The Endless Leak\n\n\(flood)\n\n### The Fix: Bulkheads\n\n\(wall)")
    #expect(found.last?.answer == wall && found.last?.trail == ["Hulls"])
  }

  @Test(arguments: [
    ("A ship sank in an hour. What happened?", "**The Fix:**", true),
    ("A ship sank in an hour. What happened?", "**Fix**:", true),
    ("A ship sank in an hour. What happened?", "**Fixed** in May:", false),
    ("A ship sank in an hour. How do you prevent that?", "**The Fix:**", false),
    ("A ship sank in an hour. How do you prevent that?", "**Fix**:", false),
  ])
  func aQuestionThatIsAnsweredWithAFixAsksForIt(
    question: String, label: String, isMore: Bool
  ) throws {
    let found = try cards("## \(question)\n\n\(flood) \(label) \(wall)")
    #expect(found.map(\.prompt) == [question + (isMore ? " And what is the fix?" : "")])
  }

  @Test func aTableThatATextLeadsToBelongsToTheAnswer() throws {
    let table = "| Kind | Where |\n|---|---|\n| Bulkhead | across |\n| Deck | along |"
    let found = try cards(
      "## Which walls does a hull have?\n\nA hull has walls of two kinds, and each of them has a"
        + " direction of its own, seen from the bow:\n\n\(table)")
    #expect(found.first?.answer.contains("Bulkhead") == true, "\(found.map(\.answer))")
  }

  @Test func aNameThatGivesTheFixAwayIsLeftOut() throws {
    let found = try cards(
      "## Hulls\n\n### The Disaster Without Bulkheads\n\n\(flood)\n\n### The Fix\n\n\(wall)")
    #expect(
      found.map(\.prompt) == [
        "What goes wrong without **Bulkheads**?",
        "\(flood)\n\nHow do you fix or prevent this?",
      ])
  }

  @Test func aTaskHasASolutionRatherThanAFix() throws {
    let found = try cards("## Riddle\n\n### The Problem\n\n\(flood)\n\n### The Solution\n\n\(wall)")
    #expect(found.last?.prompt == "\(flood)\n\nHow do you solve this?")
  }

  @Test(arguments: ["The Crew", "The Keel"])
  func aFixOfNoToldTroubleIsNotAsked(other: String) throws {
    let found = try cards("## Hulls\n\n### \(other)\n\n\(flood)\n\n### The Fix\n\n\(wall)")
    #expect(!found.contains { $0.prompt.hasSuffix("what is the fix?") })
    #expect(found.contains { $0.prompt == "Explain the **\(other.dropFirst(4))**." })
  }

  @Test func withAndWithoutGoOnFromTheirSetting() throws {
    let setting = "A ship has three rooms. Each of them can hold forty tons of water."
    let found = try cards(
      "## Hulls\n\n\(setting)\n\n**Without walls:** \(flood)\n\n**With walls:** \(wall)")
    #expect(
      found.map(\.prompt) == [
        "\(setting)\n\nWhat happens **without walls**?",
        "\(setting)\n\nWhat happens **with walls**?",
      ])
  }

  @Test(arguments: [
    ("Deadlock", true), ("The Poison Message Loop", true), ("Races between readers", true),
    ("Bulkheads", false), ("Trace of a request", false), ("Closing", false),
  ])
  func someTitlesNameATrouble(title: String, names: Bool) {
    #expect(Phrasing.namesTrouble(title) == names)
  }
}
