import Testing

@testable import Decks

/// Rules that look for one shape each, and the shapes beside it that must give nothing.
struct RuleTests {
  private func compile(_ text: String, heading: String = "Locks") throws -> Compilation {
    let source = "# Canals\n\n## \(heading)\n\n\(text)\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get())
  }

  private func cards(_ text: String, heading: String = "Locks", rule: String) throws -> [Card] {
    try compile(text, heading: heading).cards.filter { $0.rule == rule }
  }

  @Test(arguments: [
    ("A mean low water (MLW) mark is cut in stone.", "MLW", "mean low water"),
    ("The MLW (mean low water) is cut in stone.", "MLW", "mean low water"),
    ("Notices to mariners (NTM) appear weekly.", "NTM", "Notices to mariners"),
    ("Read the port-entry light system (PELS) first.", "PELS", "port-entry light system"),
  ])
  func anAcronymIsToldByItsInitials(text: String, letters: String, words: String) {
    #expect(Acronym.all(in: text) == [Acronym(letters: letters, words: words)])
  }

  @Test(arguments: [
    "The gate (old and rusty) is shut.", "The harbour master (HQ) knows.",
    "A tide gauge (see MLW) is read.", "Mean high water (MLW) is a mistake.",
    "An application programming interface (API) is known.", "The lock () is empty.", "LOCK (",
  ])
  func otherBracketsSpellNothing(text: String) {
    #expect(Acronym.all(in: text).isEmpty)
  }

  @Test func anAcronymIsTypedOnceANote() throws {
    let text = "Charts use mean low water (MLW).\n\nThe MLW (mean low water) is a datum of charts."
    let found = try cards(text, rule: "acronym")
    #expect(found.map(\.prompt) == ["What does **MLW** stand for?"])
    #expect(found.first?.kind == .typed && found.first?.blanks == ["mean low water"])
  }

  @Test func aHeadingThatShowsTheWordsLeavesNoAcronymToAsk() throws {
    let text = "Charts use mean low water (MLW) and lowest astronomical tide (LAT)."
    let found = try cards(text, heading: "Mean low water", rule: "acronym")
    #expect(found.map(\.prompt) == ["What does **LAT** stand for?"])
  }

  @Test func aLabelThatShowsTheWordsLeavesNoAcronymToAsk() throws {
    let text = "**Mean low water (MLW)** — a datum of charts, as is mean high water (MHW)."
    #expect(try cards(text, rule: "acronym").map(\.prompt) == ["What does **MHW** stand for?"])
  }

  @Test(arguments: [
    ("| Lock | Length |\n|---|---|\n| Old | 80 m |\n\n| New | 120 m |\n| Next | 300 m |", 7),
    ("| Lock | Length |\n|---|---|\n| Old | 80 m |\n\n|x| is how far x is from the sea.", nil),
    ("The rows of the day:\n\n| New | 120 m |", nil),
  ])
  func rowsPartedFromTheirTableAreToldToTheAuthor(text: String, line: Int?) throws {
    let note = try Note.read(Array("## Locks\n\n\(text)\n".utf8), path: "locks.md").get()
    let told = Compilation(of: note).diagnostics.filter { $0.message.contains("blank line") }
    #expect(told.map(\.place.line) == (line.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ("The default waiting time of a lock is 20 minutes.", "20 minutes"),
    ("Each of the locks takes at most 4 ships of 512 and more" + " tons.", nil),
    ("The gates of locks open up to 90% of their width.", "90%"),
    ("It takes at most 20 minutes to fill the lock.", nil),
    ("If locks leak, at most 20 minutes are left to you.", nil),
    ("Locks cost $20 at most, or about 15 minutes of work.", nil),
    ("The default of this locks release is version 20.", nil),
    ("Ships of all sorts may wait here for 20 minutes.", nil),
    ("Let the limit of the lock + 1 ships in to tell whether more wait.", nil),
    ("The limit of the locks is 20 minutes + the time of the gates.", nil),
  ])
  func aLimitWithItsUnitIsFilledIn(sentence: String, figure: String?) throws {
    let found = try cards("- **Sill** — a step.\n\n" + sentence, rule: "number")
    #expect(found.first?.blanks.first == figure)
    if let card = found.first {
      #expect(card.kind == .cloze && card.prompt.contains("[…]") && card.answer == sentence)
    }
  }

  @Test(arguments: [
    "- **Advantages**\n  - Ships climb hills.\n- **Disadvantages**\n  - Each ship waits.",
    "- Pros: ships climb hills\n- Cons: each ship waits",
    "**Advantages:** ships climb hills.\n\n**Disadvantages:** each ship waits.",
    "**Pros:** ships climb hills. **Cons:** each ship waits.",
    "**Pros**\n\n- Ships climb hills.\n\n**Cons**\n\n- Each ship waits.",
  ])
  func advantagesAndDisadvantagesAreOneQuestion(text: String) throws {
    let found = try compile(text).cards
    #expect(found.map(\.rule) == ["pros-cons"])
    #expect(found.first?.prompt == "What speaks for and what against **Locks**?")
    let answer = found.first?.answer.lowercased() ?? ""
    #expect(answer.contains("climb hills") && answer.contains("each ship waits"))
  }

  @Test(arguments: [
    "**Advantages:** ships climb hills.\n\n**Advantages:** they go down too.",
    "- **Advantages**\n  - Ships climb hills.\n- **Height**\n  - Four metres.",
    "- **Advantages**\n- **Disadvantages**",
  ])
  func oneSideAloneIsNoPair(text: String) throws {
    #expect(try cards(text, rule: "pros-cons").isEmpty)
  }

  @Test func aShortCommandIsTypedAndALongOneChosen() throws {
    let table = """
      | Command | What it does |
      |---|---|
      | `haul` | brings the anchor up from the bottom |
      | `belay` | makes a rope fast around its pin |
      | `reef` | shortens the sail before a storm |
      | `moor` | ties the ship to two rings on the quay |
      """
    let found = try cards(table, rule: "recognition")
    #expect(!found.isEmpty)
    for card in found {
      #expect(card.kind == .typed && card.prompt.hasPrefix("Type the command that this describes."))
      #expect(card.answer == "`\(card.blanks[0])`")
    }
    let shells = try cards(
      table.replacing("Command", with: "Signal flag").replacing("`", with: ""), rule: "recognition")
    #expect(shells.allSatisfy { $0.kind == .choice && $0.choices.count == 4 } && !shells.isEmpty)
    // Of three names one is guessed too often.
    let three = table.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(
      try cards(
        three.replacing("Command", with: "Signal flag").replacing("`", with: ""),
        rule: "recognition"
      ).isEmpty)
  }

  @Test func ranksAreNoTermsToTellApart() throws {
    let list = """
      - **Common**: a gate of oak with an iron frame around it
      - **Rare**: the lift that carries a whole basin uphill
      - **Almost never**: an inclined plane with rails under water
      """
    #expect(try cards(list, heading: "Kinds", rule: "recognition").isEmpty)
  }

  @Test func aListOfRanksAsksWhichThingsHaveThem() throws {
    let list = "- **Common:** mitre gates, sector gates\n- **Rare:** drop gates, plane gates"
    let prompts = try cards(list, heading: "Gates", rule: "label").map(\.prompt)
    #expect(prompts == ["Which gates are common?", "Which gates are rare?"])
  }

  @Test(arguments: [
    "**Using the sill:** 5, 7 and 9 feet are counted in turn, each from the mark.",
    "**Design a dock** — is a similar task, but with ships that stay for longer.",
    "**Number of gates:** where n is the count of basins and m that of the ships.",
    "**Toll:** 100 x 50 = 5000 for a ship of the first class in summer.",
    "**Internships:** you should name the canal and the year you worked there.",
    "**Avoid:** oak, pine, beech, lime",
    "**Number of gates**\n\nwhere n is the count of basins and m is that of the ships in them.",
  ])
  func aLabelThatNamesNothingIsNoTerm(text: String) throws {
    #expect(try cards(text, rule: "label").isEmpty)
  }

  @Test func whatAVersusBSaysOfEachIsOneAnswer() throws {
    let list =
      "- **Flash lock:** one gate, opened with a rush of water.\n"
      + "- **Pound lock:** two gates with a basin between them."
    let found = try compile(list, heading: "Flash lock vs pound lock").cards
    #expect(found.map(\.prompt) == ["Flash lock vs pound lock: what is the difference?"])
    let apart = try compile(list, heading: "Kinds of locks").cards
    #expect(apart.count(where: { $0.rule == "label" }) == 2)
  }

  @Test func aLabelOfManySectionsIsASideOfEach() throws {
    let sections = ["Sluice", "Weir", "Lift"].map {
      "## \($0)\n\n- **Reach:** ships of every size on the \($0.lowercased()).\n- **Flood**: water.\n"
    }
    let source = "# Canals\n\n" + sections.joined(separator: "\n")
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    let prompts = Compilation(of: note).cards.map(\.prompt)
    #expect(prompts.contains("What is the reach of **Weir**?"))
    let two = "# Canals\n\n" + sections.prefix(2).joined(separator: "\n")
    let short = try Note.read(Array(two.utf8), path: "sea.md").get()
    #expect(Compilation(of: short).cards.map(\.prompt).contains("What is **Reach**?"))
  }

  @Test(arguments: [
    ("The Honest Weakness of Locks", "Locks"), ("Drawbacks of a lock", "a lock"),
    ("Depth of a lock", "Depth of a lock"), ("Locks", "Locks"),
  ])
  func aRoleInATitleIsNotItsSubject(title: String, subject: String) {
    #expect(Naming.withoutRole(title) == subject)
  }

  @Test func aLabelUnderWeaknessesIsOneOfThem() throws {
    let list =
      "- **No keeper:** ships wait until one of them opens the gate by hand.\n"
      + "- **Slow filling:** a basin takes half an hour to fill in summer."
    let weak = try compile(list, heading: "The honest weaknesses of a lock").cards.map(\.prompt)
    #expect(
      weak == [
        "How is “No keeper” a weakness of **a lock**?",
        "How is “Slow filling” a weakness of **a lock**?",
      ])
    let good = try compile(list, heading: "Advantage of locks").cards.map(\.prompt)
    #expect(good.first == "How is “No keeper” an advantage of **locks**?")
  }

  @Test func anAspectAmongTermsIsATerm() throws {
    let list =
      "- **Sill**: a step under the gate of stone.\n- **Pound**: a basin between two gates.\n"
      + "- **Results**: a board that shows who passed."
    let prompts = try cards(list, rule: "label").map(\.prompt)
    #expect(prompts == ["What is **Sill**?", "What is **Pound**?", "What are **Results**?"])
    let alone = try cards("**Results:** fewer ships wait in summer.", rule: "label").map(\.prompt)
    #expect(alone == ["What are the results of **Locks**?"])
  }

  @Test func aLabelWithAdviceAsksForTheAdvice() throws {
    let text = "**Short passage:** avoid the middle gate and all the ships behind it."
    #expect(
      try cards(text, rule: "label").map(\.prompt) == ["**Short passage**: what is recommended?"])
  }

  @Test func aNameIsAskedForWithoutTheCostBehindIt() {
    #expect(Naming.subject(of: "Greedy mooring `O(n)`") == "Greedy mooring")
    #expect(Naming.subject(of: "Greedy mooring O(n log n)") == "Greedy mooring")
    #expect(Naming.subject(of: "Mooring (at night)") == "Mooring (at night)")
    #expect(Naming.subject(of: "Notes on mooring") == "mooring")
  }

  @Test func anAdvertisementIsNotAsked() throws {
    let text = "The lock keeper's school teaches it all in a week. Join today for a 20% discount!"
    let found = try compile(text, heading: "Keepers' school")
    #expect(found.cards.isEmpty)
    #expect(found.rejections.map(\.reason) == ["the answer advertises something"])
  }

  @Test(arguments: [
    ("Sample questions", true), ("Contents of each guide", true), ("Rowing courses", true),
    ("联系方式", true), ("Contents of a lock", true), ("Main course", false), ("Questions", false),
  ])
  func sectionsAboutTheCollectionAreFurniture(title: String, isFurniture: Bool) {
    #expect(Heading(markdown: title, plain: title).isFurniture == isFurniture)
  }

  @Test(arguments: [
    ("Divide and conquer approach", false), ("Take home assignment", false),
    ("Free resources", false), ("Set up the gate", true), ("Scale out slowly", true),
    ("Divide the basin", true), ("Front-load the barge", true), ("All the locks", false),
    ("Behind the gate", false), ("Draining the basin", false),
  ])
  func namesThatBeginLikeOrdersAreNames(title: String, isOrder: Bool) {
    #expect(Phrasing.isImperative(title.words) == isOrder)
  }

  @Test func whatIsLessSureThanWantedIsLeftOutAndListed() throws {
    let text = "Eight words of prose that say nothing at all here."
    let source = "# Canals\n\n## Locks\n\n\(text)\n"
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    let quality = try #require(Compilation(of: note).cards.first).quality
    #expect(Compilation(of: note, minimumQuality: quality).cards.count == 1)
    let strict = Compilation(of: note, minimumQuality: quality + 0.02)
    #expect(strict.cards.isEmpty && strict.minimumQuality == quality + 0.02)
    #expect(strict.rejections.first?.reason.hasPrefix("the best question is too uncertain") == true)
    #expect(strict.skipped.count == 1)
  }

  @Test func aLongAnswerIsAskedOnlyByItsAuthor() throws {
    let text = (1...16).map { "Sentence number \($0) of many tells of sluices, sills and gates." }
      .joined(separator: " ")
    let reason = "the answer takes more than 12 lines; divide the section"
    let blocks = "```\n" + String(repeating: "sluice\n", count: 14) + "```"
    let plain = try compile("A lock lifts ships from one level to the next.\n\n" + blocks)
    #expect(plain.cards.isEmpty && plain.rejections.map(\.reason) == [reason])
    let asked = try compile(text + "\n\n" + blocks, heading: "What is a lock?")
    #expect(asked.cards.count == 1)
  }

  @Test func theAnswerToAChoiceIsTheChoice() throws {
    let explanation = (1...20).map { "Sentence \($0) explains the choice at length." }
      .joined(separator: " ")
    let text = "- [ ] oak\n- [x] iron\n\n\(explanation)"
    let card = try #require(try cards(text, heading: "What is a gate of?", rule: "question").first)
    #expect(card.kind == .choice && card.answerLines == 1)
  }
}
