import Testing

@testable import Decks

struct TrailTests {
  private func cards(_ source: String) throws -> [Card] {
    Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get()).cards
  }

  /// A heading that names the cure is not shown over the trouble; one that tells nothing of it is.
  @Test(arguments: [("Sea anchors", []), ("Night watches", ["Night watches"])])
  func theHeadingOverATroubleDoesNotNameItsCure(heading: String, trail: [String]) throws {
    let card = try #require(
      try cards(
        """
        # Harbour

        ## \(heading)

        ### The drift

        In a gale the engine stops and the ship drifts towards the reef all night long.

        ### The Fix

        Throw a sea anchor over the bow: it holds the head of the ship to the waves until morning.
        """
      ).first { $0.prompt.hasSuffix(Phrasing.cureQuestion) })
    #expect(card.trail == trail)
  }

  @Test func theHeadingThatHoldsTheNameToBeFoundIsNotShown() throws {
    let found = try cards(
      """
      # Harbour

      ## Ropes and the bowline

      | Knot | Meaning |
      |---|---|
      | Bowline | a fixed loop that never slips under strain and opens easily |
      | Clove hitch | quick turns round posts, holding while pulled from both sides |
      | Reef knot | joins equal ends over sail bundles |
      | Sheet bend | ties thick to thin line |
      """)
    let choice = try #require(found.first { $0.kind == .choice && $0.answer.contains("Bowline") })
    #expect(choice.trail.isEmpty)
    let asked = try #require(found.first { $0.rule == "table" })
    #expect(asked.trail == ["Ropes and the bowline"])
  }
}
