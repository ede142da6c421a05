import Testing

@testable import Decks

struct LabelQuestionTests {
  private func cards(_ body: String) throws -> [Card] {
    let note = try Note.read(Array("# Sea\n\n\(body)\n".utf8), path: "sea.md").get()
    return Compilation(of: note).cards
  }

  private func prompts(_ body: String) throws -> [String] { try cards(body).map(\.prompt) }

  @Test func aFixIsAskedWithTheTroubleToldBeforeIt() throws {
    let found = try cards(
      """
      ## The Danger: Long Tows

      If a tow takes longer than a tide, the line chafes through at the fairlead and the ship behind drifts off.

      **The Fix:** Shift the line by a fathom every hour and watch the fairlead.
      """)
    let fix = try #require(found.first { $0.rule == "failure" })
    #expect(fix.prompt.hasPrefix("**Long Tows**\n\nIf a tow takes longer than a tide"))
    #expect(fix.prompt.hasSuffix("How do you fix or prevent this?"))
    #expect(fix.answer == "Shift the line by a fathom every hour and watch the fairlead.")
    #expect(found.contains { $0.prompt == "What is the danger with **Long Tows**?" })
  }

  @Test(arguments: [
    ("index of ships, kept by the port that they last left", "What is **Pilot book**?"),
    ("index the ships before the port does it for you", "What is **Pilot book**?"),
    ("if the index of ships is lost, the port writes another", "What is meant by “Pilot book”"),
  ])
  func behindADashAWordThatMayBeANounIsOne(body: String, start: String) throws {
    let found = try prompts("## Papers\n\n**Pilot book** — \(body).")
    #expect(found.first?.hasPrefix(start) == true, "\(found)")
  }

  @Test func aSymbolKeepsItsSmallLetter() throws {
    let found = try prompts(
      "## Tides\n\n**Symptom:** p99 height is off by a foot. **Fix:** Mend the gauge in the lock.")
    #expect(found.first?.contains("p99 height") == true, "\(found)")
  }

  @Test func aFixOfNoNamedTroubleIsNotAsked() throws {
    let found = try prompts(
      """
      ## Mooring lines

      - **The Fix:** Double the lines before the gale comes and take the slack out of them.
      - **The Knot:** A bowline holds the ship and can be untied when the gale is over.
      """)
    #expect(!found.contains { $0.hasSuffix("what is the fix?") })
  }

  @Test func aPromiseOfNothingIsNotAsked() throws {
    let found = try prompts(
      """
      ## Cross-tide moorings

      Ships that lie across the tide need lines from the bow and from the stern, or they swing into the fairway.

      **The Real Trade-off:** Lines ashore hold the ship in place, and so she takes the whole of the sea on her side.
      """)
    #expect(!found.contains { $0.contains("Trade-off") })
  }

  @Test func aRuleIsAskedWithWhatItIsARuleOf() throws {
    let found = try prompts(
      """
      ## Night watches

      **The Rule for Small Crews:** Two on deck and two asleep, relieved every four hours at sea.
      """)
    #expect(found == ["**Night watches**: what is the rule for **Small Crews**?"])
  }

  @Test func whichIsAskedByItsNames() throws {
    let found = try prompts(
      """
      ## Anchors and buoys

      **When to use which:**
      - Anchor: over sand, when the wind will hold its direction through the night.
      - Buoy: over rock or weed, and where others lie so close that nobody may swing.
      """)
    #expect(found.contains("When should you use **Anchor**, and when **Buoy**?"))
    #expect(!found.contains { $0.hasSuffix("which?") })
  }

  @Test func aStoryUnderAConceptTellsWhyItIsNeeded() throws {
    let found = try prompts(
      """
      ## The Tide Gate Pattern

      **The Concept:** If a ship realizes that the lock is shut, she wastes fuel by steaming to and fro before it.
      """)
    #expect(found == ["Why do you need the **Tide Gate Pattern**?"])
  }

  @Test func stepsOfHowItWorksNameWhatWorks() throws {
    let found = try prompts(
      """
      ## Canal locks

      ### How It Works

      1. The ship enters and the lower gate is shut.
      2. The paddles let water in until it is level.
      3. The upper gate opens and the ship leaves.
      """)
    #expect(found == ["How do **Canal locks** work, step by step? (3 steps)"])
  }

  @Test func aHeadingThatAsksWhichNamesThem() throws {
    let found = try prompts(
      """
      ## Anchors

      ### When to use which

      - Anchor: over sand, when the wind will hold its direction through the night.
      - Buoy: over rock or weed, and where others lie so close that nobody may swing.
      """)
    #expect(found == ["When should you use **Anchor**, and when **Buoy**?"])
  }

  @Test func bulletsWithPlainDashesAreLabels() throws {
    let found = try prompts(
      """
      ## Knots

      - Bowline - holds a loop that can be untied after any strain.
      - Sheet bend - joins two lines of unequal thickness at sea.
      """)
    #expect(found == ["What does **Bowline** do?", "What does **Sheet bend** do?"])
  }

  @Test func sentencesBehindPlainDashesDefineNothing() throws {
    let found = try prompts(
      """
      ## Ropes

      - Two ships at sea - Each of them tows a line that the other one may take up.
      - One ship in port - Sailors need two lines for every ship that lies alongside.
      """)
    #expect(!found.contains { $0.contains("Two ships") })
  }

  @Test func whatPeopleAreToDoIsNoDefinition() throws {
    let found = try prompts(
      "## Work\n\n- [ ] **Anna**: paint the boat before the spring tide comes")
    #expect(!found.contains { $0.contains("Anna") })
  }

  @Test func aCommandDoesWhatIsSaidOfIt() throws {
    let found = try prompts(
      """
      ## Signals

      - `flag drain --all` — lower everything before the storm
      - `flag top` — height and colour of each flag, needs a mast
      """)
    #expect(found == ["What does `flag drain --all` do?", "What does `flag top` show?"])
  }

  @Test func prosAndConsNeedNoMarks() throws {
    let found = try cards(
      """
      ## Wooden hulls

      Pros:

      - quiet in a sea
      - mended with an axe

      Cons:

      - rot where rain gets in
      - worms eat them in warm water
      """)
    #expect(found.map(\.prompt) == ["What speaks for and what against **Wooden hulls**?"])
  }

  @Test(arguments: [
    (
      "Use the second line at night", "Since one of them may chafe through while the crew sleeps.",
      "**Mooring lines**: why use the second line at night?"
    ),
    (
      "Use the second line at night", "Make one fast at the bow and the other one at the stern.",
      "**Mooring lines**: how do you use the second line at night?"
    ),
  ])
  func adviceIsAskedForItsReasonOrItsWay(label: String, body: String, question: String) throws {
    #expect(try prompts("## Mooring lines\n\n**\(label)**: \(body)") == [question])
  }

  @Test func phasesAreAskedInTheirOrder() throws {
    let found = try prompts(
      """
      ## Phases of a tide

      1. Flood: the water rises.
      2. High water: it stands.
      3. Ebb: the water falls.
      """)
    #expect(found == ["What are the phases of a tide, in order? (3 steps)"])
  }

  @Test func instancesAreNoDefinition() throws {
    let found = try prompts("## Knots\n\n**Base cases:** `tie(0) = 0` and `tie(1) = 1`")
    #expect(!found.contains { $0.contains("Base cases") })
  }
}
