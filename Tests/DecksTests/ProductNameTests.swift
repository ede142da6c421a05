import Testing

@testable import Decks

/// The name that a manual's titles leave out.
struct ProductNameTests {
  @Test func aNameInLowerCaseBeginsSentences() {
    let text = """
      # Limits

      hawserd keeps the ropes of a harbour dry. Every hawserd needs a roof.

      hawserd warns when a rope is wet. The log of hawserd says which.
      """
    #expect(ProductName.find(in: Array(text.utf8)) == "hawserd")
  }

  @Test func aNameInCapitalsIsTheWordThatComesBack() {
    let text = (0..<4).map { _ in "Hawser dries ropes. The roof of Hawser and its log help." }
    let more = "\n\nThe door of Hawser is open, the gate of Hawser too."
    #expect(ProductName.find(in: Array((text.joined(separator: "\n\n") + more).utf8)) == "Hawser")
  }

  @Test(arguments: [
    "Ropes are wet in winter. They dry in May.", "",
    "```\nhawserd runs\n\nhawserd stops\n```\n\nRopes are wet.",
    "The log of Ada and the log of Bob. Ada and Bob sail. Ada met Bob and Bob met Ada.",
  ])
  func whereNoNameStandsOutThereIsNone(text: String) {
    #expect(ProductName.find(in: Array(text.utf8)) == nil)
  }

  @Test func aRuleAtTheTopHidesNoName() {
    let text = "---\n\nhawserd dries ropes.\n\nhawserd needs a roof, as hawserd and hawserd do."
    #expect(ProductName.find(in: Array(text.utf8)) == "hawserd")
  }

  @Test func aPageOfQuestionsIsOfSomeProduct() throws {
    let text = """
      # FAQ

      ## How many ropes fit?

      hawserd holds nine ropes, and a tenth one is refused by hawserd at the door.

      ## Which hawserd is the newest?

      hawserd 3 came in May. It is the first hawserd that has a roof of its own.
      """
    let note = try Note.read(Array(text.utf8), path: "faq.md").get()
    #expect(Compilation(of: note).cards.map(\.trail) == [["hawserd"], []])
  }
}
