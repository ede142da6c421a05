import Testing

@testable import Decks

struct PhrasingTests {
  private func words(_ text: String) -> [String] { text.split(separator: " ").map { String($0) } }

  /// The questions of a section with this heading and text.
  private func questions(_ heading: String, _ text: String) throws -> [String] {
    let source = "# Sea\n\n## \(heading)\n\n\(text)\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get()).cards
      .map(\.prompt)
  }

  @Test(arguments: [
    ("Why ebbs are late", "Why are ebbs late?"), ("Why is it late", "Why is it late?"),
    ("How to moor", "How do you moor?"), ("How to moor?", "How to moor?"),
    ("When to reef", "When should you reef?"), ("What to pack", "What should you pack?"),
    ("Where to anchor", "Where should you anchor?"), ("What limits speed", "What limits speed?"),
    ("What is a reef?", "What is a reef?"), ("Measure the depth", "How do you measure the depth?"),
    ("Choosing an anchor", "What matters when choosing an anchor?"),
    ("Spring tides vs neap tides", "Spring tides vs neap tides: what is the difference?"),
    ("String theory of knots", "Explain **String theory of knots**."),
    ("Cargo", "Explain **Cargo**."), ("**Bold `a*b`** name", "Explain **Bold `a*b` name**."),
    ("5 \\* 3 knots", "Explain **5 \\* 3 knots**."), ("2. Buoys:", "Explain **Buoys**."),
  ])
  func aHeadingAsksForItsText(heading: String, question: String) throws {
    let text = "Eight words of prose that say nothing at all here."
    #expect(try questions(heading, text) == [question])
  }

  @Test(arguments: [
    ("Reef", "A reef is a ridge of rock just below the surface.", "What is **Reef**?"),
    ("Buoys", "Buoys are floats that mark a channel for all ships.", "What are **Buoys**?"),
    ("Key", "A short name by which a value is found in the store.", "What is **Key**?"),
    ("Names of winds", "A wind is called after the place it comes from.", nil),
    ("Lock", "Raises ships from one level of water to the next one.", "What does **Lock** do?"),
    ("Pump", "Lifts water out of the hull before it can do harm.", "What does **Pump** do?"),
  ])
  func theFirstWordsOfATextDecideWhatIsAsked(heading: String, text: String, question: String?)
    throws
  {
    #expect(try questions(heading, text) == [question ?? "Explain **\(heading)**."])
  }

  @Test func aFixIsAskedOfANamedTrouble() throws {
    let text = "**Fix:** add ballast to the hull"
    #expect(try questions("Hull Leak", text).first == "**Hull Leak**: what is the fix?")
    #expect(try !questions("Hull", text).contains("**Hull**: what is the fix?"))
  }

  @Test(arguments: [
    ("**Keel** — the lowest beam of a hull", "What is **Keel**?"),
    ("**Keels** — the lowest beams of hulls", "What are **Keels**?"),
    ("**Keel:** stores the ballast of a hull", "What does **Keel** do?"),
    ("**Keel:** used for ballast and steadiness", "What is **Keel** used for?"),
    ("**Keel:** best for boats that sail upwind", "When should you use **Keel**?"),
    ("**Why a keel?** — it keeps the boat upright", "Why a keel?"),
    ("**Drawbacks:** weight and also depth", "What are the drawbacks of **Hull**?"),
    ("**Rule of thumb:** a third of the weight", "What is the rule of thumb for **Hull**?"),
    ("**When to use:** in heavy weather only", "When should you use **Hull**?"),
    ("**Use cases:** heavy weather and long voyages", "What are the use cases of **Hull**?"),
    ("**Concept:** a shell that floats", "What is **Hull**?"),
    ("**Security:** two bulkheads at least", "What is notable about the security of **Hull**?"),
    ("`keel()`: returns the depth below", "What does `keel()` do?"),
  ])
  func aLabelAsksForItsBody(text: String, question: String) throws {
    #expect(try questions("Hull", text).first == question)
  }

  @Test(arguments: [
    ("Meaning", "What does the tide **Ebb** mean?"),
    ("Used for", "What is the tide **Ebb** used for?"),
    ("When to use", "When should you use the tide **Ebb**?"),
    ("Loses when", "When does the tide **Ebb** lose?"),
    ("Prefer when", "When do you prefer the tide **Ebb**?"),
    ("Lost when", "When is the tide **Ebb** lost?"), ("Fits", "Where does the tide **Ebb** fit?"),
    ("Description", "What is the tide **Ebb**?"), ("What it is", "What is the tide **Ebb**?"),
    ("Why it matters", "Why does the tide **Ebb** matter?"),
    ("What goes wrong", "What goes wrong with the tide **Ebb**?"),
    ("Example", "What is an example of the tide **Ebb**?"),
    ("Fix", "What is the fix for the tide **Ebb**?"),
    ("Default", "What is the default of the tide **Ebb**?"),
    ("Costs", "What are the costs of the tide **Ebb**?"),
    ("Limits", "What does the tide **Ebb** limit?"),
    ("Calls", "What are the calls of the tide **Ebb**?"),
    ("Contains", "What does the tide **Ebb** contain?"),
    ("Routes by", "What does the tide **Ebb** route by?"),
    ("Top speed", "What is the top speed of the tide **Ebb**?"),
    ("Navigable", "Is the tide **Ebb** navigable?"),
    ("Is it late?", "The tide **Ebb** — is it late?"),
    ("At the edge", "What holds for the tide **Ebb** at the edge?"),
    ("Commit waits for", "With the tide **Ebb**, commit waits for what?"),
  ])
  func aColumnAsksForItsCells(column: String, question: String) {
    let asked = Phrasing.question(
      aboutRow: "Ebb", column: TableColumn(header: column, keyHeader: "Tide"))
    #expect(asked.text == question)
  }

  @Test(arguments: [
    (
      ["Limits", "Blind spot"], "The tide **Ebb**: what does it limit, and what is the blind spot?"
    ),
    (["Strength", "Cost"], "The tide **Ebb**: what are the strength and the cost?"),
    (["Calls", "Leaves when"], "The tide **Ebb**: what are the calls, and when does it leave?"),
  ])
  func severalColumnsAskForARow(columns: [String], question: String) {
    let asked = Phrasing.question(
      aboutRow: "Ebb", columns: columns.map { TableColumn(header: $0, keyHeader: "Tide") })
    #expect(asked.text == question)
  }

  @Test(arguments: [
    ("", "What is the cost of **Ebb**?"), ("Item", "What is the cost of **Ebb**?"),
    ("Tides", "What is the cost of **Ebb**?"), ("You see", "What is the cost of **Ebb**?"),
  ])
  func aFirstColumnThatNamesNoKindIsLeftOut(header: String, question: String) {
    let asked = Phrasing.question(
      aboutRow: "Ebb", column: TableColumn(header: "Cost", keyHeader: header))
    #expect(asked.text == question)
  }

  @Test(arguments: [
    ("What is a tide", 1), ("What are tides", 1), ("Why tides", 3), ("When to reef", 3),
    ("Ebb vs flood", 3), ("Why it fails", 4), ("How data is lost", 4), ("Tides", 2),
  ])
  func theWordsOfATitleGiveItsLevel(title: String, level: Int) {
    #expect(Phrasing.level(ofTitle: title) == level)
  }

  @Test(arguments: [
    ("Rotate a password", true), ("Configure timeouts", true), ("Set the limit", true),
    ("Set theory", false), ("Cache invalidation", false), ("Never do it", false),
    ("Rotate", false), ("Design by contract", false), ("Calibrate the float", true),
    ("Use recursion", true), ("Use cases", false), ("Use Cases", false), ("Use of locks", false),
  ])
  func instructionsAreToldFromNames(title: String, isInstruction: Bool) {
    #expect(Phrasing.isImperative(words(title)) == isInstruction)
  }

  @Test(arguments: [
    ("Keys", true), ("Key", false), ("Redis", false), ("Access", false), ("Status", false),
    ("Analysis", false), ("Locks of a store", true), ("Store of locks", false), ("AWS", false),
  ])
  func pluralsAreToldFromSingulars(phrase: String, isPlural: Bool) {
    #expect(Phrasing.isPlural(phrase) == isPlural)
  }

  @Test(arguments: [
    ("Time To Live", "time to live"), ("TTL Limit", "TTL Limit"), ("Max TTL", "max TTL"),
    ("**Bold** Word", "bold word"), ("X axis", "X axis"), ("`Code` Word", "`Code` Word"),
    // Where other words are small a capital is that of a name.
    ("Length of a Lloyd rope", "length of a Lloyd rope"),
    ("Flag Over Kiel lock", "flag Over Kiel lock"),
    ("Ropes With Knots", "ropes with knots"), ("Ropes with Knots", "ropes with knots"),
    ("Façade of a Lloyd ship", "façade of a Lloyd ship"), ("Façade Rope", "façade rope"),
  ])
  func aHeaderInsideASentenceIsInLowerCase(header: String, phrase: String) {
    #expect(header.asPhrase == phrase)
  }

  @Test(arguments: [
    ("what now", "what now?"), ("What?", "What?"), ("Tell me", "Tell me."), ("什么？", "什么？"),
  ])
  func aPromptEndsInAMark(text: String, prompt: String) {
    #expect(text.asQuestion == prompt)
  }
}
