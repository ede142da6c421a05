import Testing

@testable import Decks

struct TableSidesTests {
  private func cards(_ table: String, under heading: String) throws -> [Card] {
    let source = "# Sea\n\n## Harbours\n\n### \(heading)\n\n\(table)\n"
    return Compilation(of: try Note.read(Array(source.utf8), path: "sea.md").get()).cards
  }

  private static let costs = """
    | Cost | Impact |
    |---|---|
    | **Retraining** | the crew learns new knots for a month |
    | **Refit** | the ship lies in dock until the spring |
    """

  @Test(arguments: [
    ("The Question: \"Why not sail under steam?\"", "Why not sail under steam?"),
    ("Costs of a new rig", "What are the costs of a new rig?"),
  ])
  func rowsOfCostsAnswerTheirHeadingTogether(heading: String, question: String) throws {
    let found = try cards(Self.costs, under: heading)
    #expect(found.map(\.prompt) == [question])
    #expect(found.first?.points.first == "**Retraining**: The crew learns new knots for a month")
    #expect(found.first?.kind == .points)
  }

  @Test func aRowIsNoThingCalledTheCost() throws {
    let prompts = try cards(Self.costs, under: "A new rig").map(\.prompt)
    #expect(!prompts.contains { $0.contains("the cost **") })
  }

  @Test func otherTablesAreAskedRowByRow() throws {
    let table = """
      | Risk | Remedy |
      |---|---|
      | Chafe | a hose over the line at the fairlead |
      | Drag | a second anchor ahead of the first |
      """
    #expect(try cards(table, under: "Drifting").count == 2)
  }
}
