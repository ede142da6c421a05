import Testing

@testable import Decks

/// What becomes of a long answer.
struct KeyPointsTests {
  private func checklist(_ markdown: String, onlyStructure: Bool = false) -> KeyPoints.Checklist {
    MarkdownNode.parse(markdown) {
      KeyPoints.checklist(of: Array($0.children), onlyStructure: onlyStructure)
    } ?? KeyPoints.Checklist()
  }

  /// `count` sentences of ten words.
  private func sentences(_ count: Int) -> String {
    (0..<count).map { "Sailors of ship \($0) wait for the tide at noon." }.joined(separator: " ")
  }

  @Test func aBulletIsKeptWhole() {
    let long =
      "The probe succeeds and the breaker closes. If it fails, the breaker opens again for "
      + "half a minute, and nobody is let through until the next probe is sent to the other side."
    let found = checklist("- One thing is true.\n- \(long)\n- A third thing is true.")
    #expect(found.texts == ["One thing is true.", long, "A third thing is true."])
    #expect(found.isWhole)
  }

  @Test func theConditionBeforeAListStaysWithIt() {
    let list =
      "- Ships stop at the outer buoy and wait.\n- Pilots stay at home until noon.\n"
      + "- Lights are lit on both moles of the harbour."
    let found = checklist("When fog hides the mole for an hour:\n\n" + list)
    #expect(
      found.texts.first
        == "When fog hides the mole for an hour: Ships stop at the outer buoy and wait.")
    #expect(found.texts.count == 3)
    let counted = checklist("There are three rules that all of them know by heart:\n\n" + list)
    #expect(counted.texts.first == "Ships stop at the outer buoy and wait.")
  }

  @Test func bulletsBelowABulletStayWithIt() {
    let found = checklist(
      "- Traversals of a tree:\n  - in order\n  - pre-order\n- Search in a tree that is sorted\n"
        + "- Insertion, which keeps the order of the tree and its height small\n"
        + "- Removal of a node that has two children below it, in the same way")
    #expect(found.texts.first == "Traversals of a tree: in order; pre-order")
  }

  @Test func sentencesAreJoinedRatherThanLost() {
    let found = checklist(sentences(10))
    #expect(found.texts.count == 5)
    #expect(found.isWhole)
    #expect(found.texts.joined(separator: " ") == sentences(10))
  }

  @Test func aProseTextThatNobodyAskedForIsNotCutIntoSentences() {
    #expect(checklist(sentences(10), onlyStructure: true).texts.isEmpty)
    let paragraphs = (0..<3).map { _ in sentences(3) }.joined(separator: "\n\n")
    #expect(checklist(paragraphs, onlyStructure: true).texts.count == 3)
  }

  @Test func aTextThatLeansOnItsCodeIsShownWhole() {
    let text = "\(sentences(4)) Then declare the queue:\n\n```sh\ndeclare\n```\n\n\(sentences(4))"
    #expect(checklist(text).texts.isEmpty)
  }

  @Test(arguments: [
    "As the picture below shows, boats drift (left image).", "As shown in the figure, boats drift.",
  ])
  func aSentenceAboutAFigureIsNoPoint(sentence: String) {
    let found = checklist("\(sentences(6)) \(sentence)")
    #expect(found.texts.joined(separator: " ") == sentences(6))
  }

  @Test func aLabelBeforeAListIsNoPointByItself() {
    let found = checklist(
      "\(sentences(3)) **When it helps:**\n\n- Ships are late at the outer buoy of the bay.\n"
        + "- Pilots are few in the winter months.\n- Fog hides the mole from the sea.")
    #expect(found.texts.count == 4)
    #expect(found.texts[3].hasPrefix("**When it helps**: Ships are late"))
    #expect(found.texts[3].hasSuffix("Fog hides the mole from the sea"))
  }
}
