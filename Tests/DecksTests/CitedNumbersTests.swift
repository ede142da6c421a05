import Testing

@testable import Decks

struct CitedNumbersTests {
  @Test(arguments: [
    (["Reef.", "Use option 1 by day and option 2 by night."], "Option"),
    (["After step 2 the anchor holds."], "Step"),
    (["Use option 7."], nil),
    (["Version 1 holds."], nil),
    (["Reef by day."], nil),
  ])
  func theTextTellsWhatItsNumbersCount(texts: [String], noun: String?) {
    #expect(CitedNumbers.noun(citedIn: texts, numbers: [1, 2, 3]) == noun)
  }

  @Test func pointsKeepTheNumbersThatAreCited() throws {
    let source = """
      # Sea

      ## How do you ride out a gale?

      There are three ways to ride out a gale that no harbour lies near enough to run for in time:

      1. Heave to under a reefed main and let the ship drift slowly with her bow to the sea.
      2. Lie to a sea anchor, which holds the bow to the waves while the crew rests below.
      3. Run before it with warps astern, if there is room enough to leeward for a night.

      In practice I use option 1 near land and option 3 with the open ocean before me.
      """
    let note = try Note.read(Array(source.utf8), path: "sea.md").get()
    let points = try #require(Compilation(of: note).cards.first?.points)
    #expect(points.contains { $0.hasPrefix("Option 1: Heave to") })
    #expect(points.contains { $0.hasPrefix("Option 3: Run before") })
  }
}
