import Testing

@testable import Decks

struct TableQuestionTests {
  private func cards(_ table: String, under heading: String = "Harbours") throws -> [Card] {
    let source = "# Sea\n\n## \(heading)\n\n\(table)\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get()).cards
  }

  @Test(arguments: [
    ("half-Dutch rig", "Half-Dutch rig"), ("rudder", "Rudder"),
    ("about 1 ton of lead", "About 1 ton of lead"), ("p99 of the tides", "p99 of the tides"),
    ("pgRudder on board", "pgRudder on board"), ("n log n", "n log n"), ("f(n) + 1", "f(n) + 1"),
    ("mast + keel", "mast + keel"), ("no", "No"), ("k", "k"),
  ])
  func aCellBeginsWithACapitalUnlessItIsASymbol(cell: String, answer: String) {
    #expect(cell.asCellText == answer)
  }

  @Test(arguments: [
    "| Field | Type | Description |\n|---|---|---|\n| mast | string | name of the mast |",
    "| Method | Path | Description |\n|---|---|---|\n| GET | /ships | lists all ships at sea |",
    "| Score | Evaluation |\n|---|---|\n| Strong | ties every knot in the dark and explains it |",
    "| Benefit | Explanation |\n|---|---|\n| Less drag | a clean hull slips through the water |",
  ])
  func whatIsLookedUpInAReferenceIsNotAsked(table: String) throws {
    #expect(try cards(table).isEmpty)
  }

  @Test func yesOrNoIsAskedBesideOtherAspects() throws {
    let table = """
      | Tide | Energy? | Direction |
      |---|---|---|
      | Ebb | No | out to sea |
      | Flood | Yes | up the river |
      """
    #expect(
      try cards(table).first?.prompt
        == "The tide **Ebb**: does it involve energy, and what is the direction?")
  }

  @Test func theCandidatesStandInTheQuestion() throws {
    let table = """
      | Property | Sloop | Ketch | Yawl | Cutter |
      |---|---|---|---|---|
      | Rig | single mast amidships | mizzen before rudder | little sail far abaft | two headsails |
      """
    let found = try cards(table)
    #expect(
      found.first?.prompt.hasPrefix("Which of Sloop, Ketch, Yawl and Cutter does this describe?")
        == true)
    #expect(found.first?.prompt.contains("> **Rig:** ") == true)
  }

  @Test(arguments: ["Scaling", "Thread-safe"])
  func aRowThatIsNoFeatureHasNoTicks(aspect: String) throws {
    let table = """
      | Property | Sloop | Ketch | Yawl | Cutter |
      |---|---|---|---|---|
      | \(aspect) | No | Yes | Yes | No |
      """
    #expect(try cards(table).isEmpty)
  }

  @Test(arguments: [
    "| Aspect | Sloop | Ketch |\n|---|---|---|\n| Model | one mast | two masts |",
    "| Aspect | Flags | Lamps |\n|---|---|---|\n| Range | GET /flags | GET /lamps |",
  ])
  func whatOnlyTheTableMakesClearIsNotCompared(table: String) throws {
    #expect(try cards(table).isEmpty)
  }

  @Test func costsAreAskedForByTheirName() throws {
    let table = """
      | Search | Best | Worst | Memory | Comments |
      |---|---|---|---|---|
      | Linear | 1 | n | 1 | n: ships in the harbour |
      | Binary | 1 | O(log n) | 1 | |
      """
    let prompts = try cards(table, under: "Complexity").map(\.prompt)
    #expect(
      prompts.contains(
        "What is the worst-case time complexity of the search **Linear**, in O notation?"))
    #expect(
      prompts.contains("What is the worst-case time complexity of the search **Binary**?"))
    let elsewhere = try cards(table, under: "Races").map(\.prompt)
    #expect(elsewhere.contains("What is the worst case of the search **Linear**?"))
  }

  @Test func aRemarkIsAddedWithoutTheNameOfItsColumn() throws {
    let table = """
      | Search | Worst | Comments |
      |---|---|---|
      | Linear | n | ships in the harbour |
      | Binary | log n | sorted ships only |
      """
    let answers = try cards(table, under: "Complexity").map(\.answer)
    #expect(answers == ["n (ships in the harbour)", "log n (sorted ships only)"])
  }

  @Test(arguments: [
    // Prices.
    "| Berth | Monthly cost | Cost elsewhere |\n|---|---|---|\n| North | $50 | a bit more |\n"
      + "| South | $90 | the same or less |",
    // Figures to be looked up.
    "| Berth | Depth | Length | Width |\n|---|---|---|---|\n| North | 4 m | 120 | 30 |\n"
      + "| South | 6 m | 200 | 40 |",
    // What somebody decided for a project.
    "| Need | Our choice |\n|---|---|\n| Fast mooring | North berth |\n| Quiet | South berth |",
    // Irony.
    "| Crew | \"Best\" ship | Real ship |\n|---|---|---|\n| Three novices | a tall ship | a dinghy |"
      + "\n| Ten sailors | a dinghy | a tall ship |",
  ])
  func whatIsLookedUpOrPrivateIsNotAsked(table: String) throws {
    #expect(try cards(table).isEmpty)
  }

  @Test func momentsAreNoSubjectsToCompare() throws {
    let table = """
      | Aspect | After a storm | After a calm |
      |---|---|---|
      | Pumps | run at full speed | rest until noon |
      """
    #expect(
      try cards(table).map(\.prompt) == [
        "**Pumps**: what holds after a storm, and what holds after a calm?"
      ])
  }

  @Test func numbersThatAreNamesAreAskedFor() throws {
    let table = """
      | Signal code | Meaning |
      |---|---|
      | 7 | a man is over board |
      | 12 | the harbour is closed |
      """
    #expect(
      try cards(table).map(\.prompt).contains("What does the signal code **7** mean?"))
  }

  @Test func ofFourSubjectsTheOneThatFitsIsToBeChosen() throws {
    let table = """
      | Property | Sloop | Ketch | Yawl | Cutter |
      |---|---|---|---|---|
      | Rig | single mast amidships | mizzen before rudder | little sail far abaft | two headsails |
      | Crew | two | two | two | three |
      """
    let found = try cards(table)
    #expect(found.map(\.kind) == [.choice])
    #expect(found[0].choices.map(\.text) == ["Sloop", "Ketch", "Yawl", "Cutter"])
    #expect(found[0].choices.filter(\.isRight).count == 1)
    #expect(found[0].isGenerated)
  }

  @Test func aRowOfYesAndNoIsAMatterOfTicks() throws {
    let table = """
      | Property | Sloop | Ketch | Yawl | Cutter |
      |---|---|---|---|---|
      | A second mast | No | Yes | Yes, abaft the rudder | No |
      | A hull | Yes | Yes | Yes | Yes |
      """
    let found = try cards(table)
    #expect(
      found.map(\.prompt) == ["**A second mast**: which of Sloop, Ketch, Yawl and Cutter have it?"])
    #expect(found[0].choices.filter(\.isRight).map(\.text) == ["Ketch", "Yawl"])
  }

  @Test func howWellASubjectDoesIsNoMatterOfTicks() throws {
    let table = """
      | Property | Sloop | Ketch | Yawl |
      |---|---|---|---|
      | Light airs | Yes, excellent | Yes | No |
      """
    #expect(
      try !cards(table).contains { $0.prompt.contains("which of Sloop, Ketch and Yawl have") })
  }

  @Test func whatIsWrittenIsAskedForInWriting() throws {
    let table = """
      | Operation | Flags | Lamps |
      |---|---|---|
      | Sign on | `HOIST /n` | `BLINK(2)` |
      | Range | five miles | ten miles |
      """
    #expect(
      try cards(table).map(\.prompt) == [
        "The operation **Sign on**: what are the flags and the lamps?",
        "The operation **Range**: what are the flags and the lamps?",
      ])
    let compared = try cards(table.replacing("Operation", with: "Aspect")).map(\.prompt)
    #expect(
      compared == [
        "How do you write this with **Flags**, and how with **Lamps**? Sign on.",
        "Compare **Flags** and **Lamps**: range.",
      ])
  }

  @Test func oneExampleOfManyIsNotAsked() throws {
    let table = """
      | Signal | Meaning | Example |
      |---|---|---|
      | Two dots | the lock is open to ships | as at noon |
      | Two dashes | the lock is shut to ships | as at night |
      """
    #expect(try cards(table).allSatisfy { !$0.prompt.contains("example") })
  }

  @Test func theSameComparisonIsAskedOnce() throws {
    let row = "| Aspect | Sloop | Ketch |\n|---|---|---|\n| Crew |"
    let source =
      "# Sea\n\n## Rigs\n\n\(row) two hands | three hands |\n\n"
      + "## Again\n\n\(row) one hand at least | four of them |\n"
    let compilation = Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get())
    #expect(compilation.cards.map(\.answer) == ["- **Sloop**: two hands\n- **Ketch**: three hands"])
    #expect(compilation.rejections.map(\.reason) == ["the same is asked in line 7"])
  }

  @Test(arguments: [
    ("yes", true), ("No", true), ("❌", true), ("✅ since spring", true), ("No, never", true),
    ("none", false), ("Northern", false), ("yesterday", false), ("", false),
  ])
  func yesAndNoAreToldFromOtherWords(cell: String, isAnswer: Bool) {
    #expect(cell.isYesOrNo == isAnswer)
  }
}
