import Testing

@testable import Decks

/// What is asked of one cell of a table.
struct RowQuestionTests {
  private func row(_ key: String, header: String, column: String, isYesNo: Bool = false) -> String {
    Phrasing.question(
      aboutRow: key, column: TableColumn(header: column, keyHeader: header, isYesNo: isYesNo)
    ).text
  }

  @Test(arguments: [
    ("Pump down", "What breaks", "When **Pump** is down: what breaks?"),
    ("**Pumps** down", "Remedy", "When **Pumps** are down: what is the remedy?"),
    ("Hold full", "Remedy", "When **Hold** is full: what is the remedy?"),
    ("Pilot loses contact", "Remedy", "**Pilot loses contact**: what is the remedy?"),
    ("Pump", "Remedy", "What is the remedy for the part **Pump**?"),
    ("Full load", "Remedy", "What is the remedy for the part **Full load**?"),
  ])
  func aKeyThatTellsWhatHappensIsNoName(key: String, column: String, question: String) {
    #expect(row(key, header: "Part", column: column) == question)
  }

  @Test(arguments: [
    ("Rollback?", "Is there rollback with the tide **Ebb**?"),
    ("Signals?", "Are there signals with the tide **Ebb**?"),
    ("Scales?", "Does the tide **Ebb** scale?"),
    ("TideBook?", "Does the tide **Ebb** hold in TideBook?"),
    ("Navigable?", "Is the tide **Ebb** navigable?"),
    ("Navigable\\*", "Is the tide **Ebb** navigable?"),
    ("Measured", "How is the tide **Ebb** measured?"),
    ("Speed", "What is the speed of the tide **Ebb**?"),
    ("Can it turn?", "The tide **Ebb** — can it turn?"),
  ])
  func aHeaderThatAsksIsAskedAsItIsMeant(column: String, question: String) {
    #expect(row("Ebb", header: "Tide", column: column) == question)
  }

  @Test(arguments: [
    ("Touches rope", "Does the tide **Ebb** touch rope?"),
    ("Has locks", "Does the tide **Ebb** have locks?"),
    ("Supports tugs", "Does the tide **Ebb** support tugs?"),
    ("Survives frost", "Does the tide **Ebb** survive frost?"),
    // Nouns in -s are no verbs.
    ("Windows support", "What is the windows support of the tide **Ebb**?"),
    ("Synchronous replication", "What is the synchronous replication of the tide **Ebb**?"),
    ("HTTPS traffic", "What is the HTTPS traffic of the tide **Ebb**?"),
    ("Triggers support", "What is the triggers support of the tide **Ebb**?"),
  ])
  func onlyAVerbForSureSaysWhatARowDoes(column: String, question: String) {
    #expect(row("Ebb", header: "Tide", column: column, isYesNo: true) == question)
  }

  @Test(arguments: [
    ("Ends when", "When does the tide **Ebb** end?"),
    ("Does at noon", "What does the tide **Ebb** do at noon?"),
    ("Tracks progress by", "What does the tide **Ebb** track progress by?"),
    ("Ships held by", "With the tide **Ebb**, ships held by what?"),
  ])
  func aVerbOverAColumnIsAskedInItsBaseForm(column: String, question: String) {
    #expect(row("Ebb", header: "Tide", column: column) == question)
  }

  @Test(arguments: [
    ("Conditional logic", "Is there conditional logic with the tide **Ebb**?"),
    ("Long event", "Is there long event with the tide **Ebb**?"),
    ("Thread safe", "Is the tide **Ebb** thread safe?"),
    ("Idempotent", "Is the tide **Ebb** idempotent?"),
  ])
  func aNounThatEndsLikeAnAdjectiveIsAThing(column: String, question: String) {
    #expect(row("Ebb", header: "Tide", column: "\(column)?", isYesNo: true) == question)
  }

  @Test(arguments: [
    ("Largest ship (lock of 1932)", "What is the **largest ship** (lock of 1932)?"),
    ("Number of locks on the way", "What is the **number of locks on the way**?"),
    ("Tide range (springs)", "What is the **Tide range** (springs)?"),
    ("Kiel locks", "What is the value of **Kiel locks**?"),
    ("Most ships in a lock", "What are the **most ships in a lock**?"),
    (
      "Default speed of a lighter (`--slow`)",
      "What is the **default speed of a lighter** (`--slow`)?"
    ),
    (
      "Soft limit of open locks (since spring)",
      "What is the **Soft limit of open locks** (since spring)?"
    ),
    ("Range of small tides (springs)", "What is the **range of small tides** (springs)?"),
    ("Monthly hours at sea", "What are the **monthly hours at sea**?"),
    ("max_draught", "What is the value of **max_draught**?"),
    ("Draught", "What is the value of **Draught**?"),
  ])
  func aFigureIsAskedForByWhatItMeasures(key: String, question: String) {
    #expect(row(key, header: "Quantity", column: "Value") == question)
  }

  @Test(arguments: [
    ("Set a bit", "Code", "**Set a bit**: what is the code?"),
    ("Sum of tides", "Formula", "**Sum of tides**: what is the formula?"),
  ])
  func whatIsWrittenForATaskIsNotPartOfIt(key: String, column: String, question: String) {
    #expect(row(key, header: "Technique", column: column) == question)
  }

  @Test func adviceIsAskedForItsReason() {
    #expect(row("Reef early", header: "Lesson", column: "Why") == "**Reef early**: why?")
  }

  @Test(arguments: [
    ("no-cache", "Cache directive", "What is the remedy for the cache directive **no-cache**?"),
    ("exit 125", "Exit code", "What is the remedy for **exit 125**?"),
    ("`flag list`", "Flag command", "What is the remedy for `flag list`?"),
    ("run in the background", "Job", "What is the remedy for the job **run in the background**?"),
    ("open clause", "Query clause", "What is the remedy for **open clause**?"),
    (
      "one ship in two harbours within an hour", "Event",
      "What is the remedy for the event **one ship in two harbours within an hour**?"
    ),
  ])
  func rowsAreWhatTheirHeaderSaysUnlessTheySayIt(key: String, header: String, question: String) {
    #expect(row(key, header: header, column: "Remedy") == question)
  }

  @Test func aDecisionIsAskedForItsReason() {
    #expect(row("`tide_lock`", header: "Decision", column: "Reason") == "Why choose `tide_lock`?")
    // A habit is not chosen.
    #expect(row("Reefing early", header: "Practice", column: "Reason") == "Why **Reefing early**?")
  }
}
