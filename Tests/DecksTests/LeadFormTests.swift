import Testing

@testable import Decks

/// What the first sentence of a text says of the name above it.
struct LeadFormTests {
  @Test(arguments: [
    ("Winch", "A winch is a drum that pulls a rope."),
    ("Winches", "Winches are drums with a rope."),
    ("Winch", "A drum that pulls a rope."), ("Winch", "The drum of a crane."),
    ("Deck log", "Deck log refers to the book of the watch."), ("Winch", "Winch — a drum."),
    ("Jib crane", "A jib crane (JC) is a crane with an arm."),
  ])
  func itDefines(name: String, lead: String) {
    #expect(LeadForm(of: lead, name: name) == .definition)
  }

  @Test(arguments: [
    ("Winches", "Winches are used to pull ropes."), ("Winch", "The winch is designed for ropes."),
  ])
  func itTellsAPurpose(name: String, lead: String) {
    #expect(LeadForm(of: lead, name: name) == .purpose)
  }

  @Test func itTellsAnAction() {
    #expect(LeadForm(of: "Splicing joins two ropes.", name: "Splicing") == .action)
    #expect(LeadForm(of: "A winch pulls the rope.", name: "Winch") == .statement)
  }

  @Test(arguments: [
    ("Bonus", "Bonuses are usually paid in May."), ("Winch", "A winch is a great way to lift."),
    ("Wet ropes", "Most wet ropes tear in the first storm."),
    ("Watch", "In watch, both sailors look out."),
    ("Winch", "Winches can lift more than a man."),
  ])
  func itOnlySpeaksOfTheName(name: String, lead: String) {
    #expect(LeadForm(of: lead, name: name) == .statement)
  }

  @Test(arguments: [
    ("High demand", "Almost every harbour needs cranes."), ("Split", "If the rope tears, run."),
    ("Skipper", "Skipper with ten years at sea."), ("Winch", ""),
  ])
  func itSpeaksOfSomethingElse(name: String, lead: String) {
    #expect(LeadForm(of: lead, name: name) == .other)
  }

  @Test func itTellsAWay() {
    #expect(
      LeadForm(of: "To find a leak, check the drum for rust.", name: "Leaks")
        == .way("find a leak"))
    #expect(LeadForm(of: "To fix this, check the drum.", name: "Leaks") == .other)
    #expect(LeadForm(of: "To support captains, the log is kept.", name: "Leaks") == .other)
  }
}
