import Testing

@testable import Decks

struct HeadingQuestionTests {
  private static let filler =
    "Cranes lift what no man can lift, and they do it all day for little money and less noise."

  private func cards(_ source: String) throws -> [Card] {
    let text = "# Quay\n\n" + source
    return Compilation(of: try Note.read(Array(text.utf8), path: "quay.md").get()).cards
  }

  private static let choice = "### We chose: Cranes\n\nThey lift.\n\n"

  @Test(arguments: [
    // What the note chose, or the other of two names.
    (
      "Cranes vs Carts vs Belts", choice, "When I'd Choose Belts Instead",
      "Belts instead of Cranes?"
    ),
    ("Cranes vs Belts", "", "When we'd choose Belts Instead", "Belts instead of Cranes?"),
    // Of three names nobody knows which was meant; of itself nothing is chosen instead.
    ("Cranes vs Carts vs Belts", "", "When I'd Choose Belts Instead", "Belts instead?"),
    ("Cranes vs Carts", choice, "When I'd Choose Cranes Instead", "Cranes instead?"),
  ])
  func whatIsChosenInsteadIsNamed(
    rivals: String, choice: String, heading: String, asked: String
  ) throws {
    let found = try cards("## \(rivals)\n\n\(choice)### \(heading)\n\n\(Self.filler)")
    #expect(found.map(\.prompt) == ["When would you choose \(asked)"])
  }

  @Test(arguments: [
    ("Let's Haul lost its cranes, and", true), ("Let's haul the crane first, as", false),
  ])
  func aNameThatBeginsLikeAnInvitationIsOne(opening: String, isAsked: Bool) throws {
    let found = try cards("## Why cranes stand still in a calm\n\n\(opening) \(Self.filler)")
    #expect(found.isEmpty != isAsked, "\(found.map(\.quality))")
  }

  @Test func whatAQuestionAsksAboutMayBeItInTheAnswer() throws {
    let below = "### Winches\n\nWinches stand in the shed behind the mole until the fog is gone."
    func quality(_ opening: String) throws -> Double? {
      try cards("## What happens to a crane in fog?\n\n\(opening) stops and waits.\n\n\(below)")
        .first { $0.prompt.hasPrefix("What happens") }?.quality
    }
    let named = try #require(try quality("The crane, as all of them do in fog,"))
    #expect(try quality("It, as all of them do in the fog,") == named)
  }

  @Test func whatIsChosenFurtherDownIsNamedAsWell() throws {
    let found = try cards(
      "## Cranes vs Carts vs Belts\n\n### When I'd Choose Belts Instead\n\n\(Self.filler)\n\n"
        + Self.choice)
    #expect(found.first?.prompt == "When would you choose Belts instead of Cranes?")
  }

  @Test func onlyRivalsThatTheTextSpeaksOfAreNamed() throws {
    let found = try cards(
      "## Cranes vs Go vs Cart vs Java\n\n### Why Cranes for this project\n\nGoogle and a"
        + " friend of JavaScript say that cranes lift more than a cart, and with less noise.")
    #expect(found.map(\.prompt) == ["Why might you choose **Cranes** over Cart?"])
  }

  @Test(
    arguments: [
      ("We chose: Cranes", "Cranes"), ("Our pick: tall cranes", "tall cranes"),
      ("The Fix: Cranes", nil), ("Cranes", nil), ("Decision: we will see in the spring", nil),
    ] as [(String, String?)])
  func aHeadingMayNameAChoice(title: String, name: String?) {
    #expect(Naming.choice(in: title) == name)
  }

  @Test(arguments: [
    ("State 2: CLOSED", "**Loading Gate**: explain **CLOSED state**."),
    ("Strategy 1: Lots", "**Loading Gate**: how does the strategy **Lots** work?"),
    ("Lots", "Explain **Lots**."),
  ])
  func whatIsNumberedIsAskedOfWhatItIsAPartOf(heading: String, question: String) throws {
    let found = try cards(
      "## Loading Gate\n\n### \(heading)\n\n- Carts stop at the gate and wait in a row.\n"
        + "- The foreman counts them twice before noon.\n- Nobody loads before the bell rings.")
    #expect(found.map(\.prompt) == [question])
  }

  @Test(arguments: [
    ("Advanced Loading Strategy: Night Shifts", "Night Shifts"),
    ("Loading: Night Shifts", "Loading: Night Shifts"),
    ("Quay Design: Common Mistakes", "Quay Design: Common Mistakes"),
    ("Crane Architecture: Ropes", "Crane Architecture: Ropes"),
  ])
  func theKindOfAThingIsNotItsName(title: String, name: String) {
    #expect(Naming.subject(of: title) == name)
  }

  @Test(arguments: [
    ("The Jam", "**The Jam**: what goes wrong"), ("Belts that stop", "what goes wrong"),
  ])
  func aTroubleIsAskedWithTheFixThatIsTold(heading: String, start: String) throws {
    let found = try cards(
      "## \(heading)\n\nSand in the rollers stops them before noon. "
        + "**The Fix:** Sweep them every evening and cover them in storms.")
    let prompt = try #require(found.first?.prompt)
    #expect(prompt.hasSuffix("fix?"))
    let plain = try cards("## \(heading)\n\nSand in the rollers stops them every day before noon.")
    #expect(plain.first?.prompt.hasSuffix("fix?") != true)
  }

  @Test func theLineBeforeAListIsAPointWhereItSaysMore() throws {
    let list = "- The crane is greased.\n- The rope is dry.\n- The bell is rung."
    let said = try cards("## How is a quay opened?\n\nNobody stands below. In turn:\n\n\(list)")
    #expect(said.first?.points.first == "Nobody stands below.")
    #expect(said.first?.points.count == 4)
    let announced = try cards("## How is a quay opened?\n\nIn turn:\n\n\(list)")
    #expect(announced.first?.points.first == "The crane is greased.")
  }
}
