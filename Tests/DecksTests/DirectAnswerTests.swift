import Testing

@testable import Decks

/// What of a long text answers the question above it.
struct DirectAnswerTests {
  private struct Found {
    let text: String
    let points: [String]
    let isLost: Bool
  }

  private func answer(_ question: String, _ markdown: String) -> Found? {
    MarkdownNode.parse(markdown) {
      let answer = DirectAnswer(to: question, from: Array($0.children))
      return Found(text: answer.text, points: answer.points, isLost: answer.isLost)
    }
  }

  /// `count` sentences of ten words.
  private func filler(_ count: Int) -> String {
    (0..<count).map { "Sailors of ship \($0) wait for the tide at noon." }.joined(separator: " ")
  }

  @Test func aShortTextIsTheAnswerWithoutItsPointers() {
    let found = answer("Why are ropes wet?", "They lie in the rain. See the weather guide.")
    #expect(found?.text == "They lie in the rain.")
    #expect(found?.isLost == false)
  }

  @Test func aDefinitionIsFoundBehindAnIntroduction() {
    let definition = "A winch is a drum that pulls a rope."
    let found = answer(
      "What is a winch?", filler(8) + "\n\n" + definition + "\n\n" + filler(9))
    #expect(found?.text == definition)
    #expect(found?.points.isEmpty == true)
  }

  @Test func partsWithTitlesArePointsWithWhatIsSaidUnderThem() {
    let found = answer(
      "How is a rope kept dry?",
      "**1. A cover**\n\nIt is laid over the rope. \(filler(5))\n\n"
        + "**2. Oil**\n\nIt keeps water out. \(filler(6))")
    #expect(
      found?.points
        == ["**1. A cover**: It is laid over the rope.", "**2. Oil**: It keeps water out."])
    #expect(found?.isLost == false)
  }

  @Test func aTitleWithNothingUnderItIsNoPoint() {
    let found = answer(
      "How is a rope kept dry?", "**1. A cover**\n\n\(filler(7))\n\n\(filler(7))\n\n**2. Oil**")
    #expect(found?.points.contains { $0.hasPrefix("**") } == false)
  }

  @Test func aLongTextWithoutStructureIsLost() {
    #expect(answer("How do ships wait?", filler(30))?.isLost == true)
    #expect(answer("How do ships wait?", filler(12))?.isLost == false)
  }

  @Test func aReasonIsOnlyAnsweredByOne() {
    #expect(answer("Why do ships wait?", filler(15))?.isLost == true)
    let text = filler(13) + " They wait because the bar is shallow."
    #expect(answer("Why do ships wait?", text)?.isLost == false)
  }

  @Test func aListIsCountedBulletByBullet() {
    let found = answer("Which ropes float?", "- hemp\n- coir\n- nylon, when dry")
    #expect(found?.points == ["hemp", "coir", "nylon, when dry"])
  }

  @Test(arguments: [
    ("What is a winch?", AskedForm.definition), ("什么是绞车？", .definition),
    ("绞车是什么？", AskedForm.definition),
    ("Why is it wet?", AskedForm.reason), ("绳子为什么湿？", AskedForm.reason),
    ("How do ships wait?", AskedForm.other),
    ("什么是绞车？为什么要用？", AskedForm.other),
  ])
  func theWordsOfAQuestionTellWhatItWants(question: String, form: AskedForm) {
    #expect(AskedForm(question) == form)
  }

  private func cards(_ text: String) throws -> [String] {
    Compilation(of: try Note.read(Array(text.utf8), path: "ropes.md").get()).cards.map(\.prompt)
  }

  @Test func aDefinitionThatLeadsElsewhereIsNotReplacedByWhatFollows() throws {
    let text = """
      # 绳索与风帆的手册

      ## 什么是缆绳张力？

      缆绳张力是上文提到的拉力与重力之和。

      风大的时候，水手会把帆收起来，并且检查每一个绳结是否牢固。
      """
    #expect(try cards(text).isEmpty)
    let kept = text.replacing("上文提到的", with: "")
    #expect(try cards(kept) == ["什么是缆绳张力？"])
  }

  @Test func anAnswerThatIsMostlyALinkIsElsewhere() throws {
    let text = "# Ropes\n\n## How should I measure ropes?\n\nTry "
    #expect(try cards(text + "[the measuring tool of the yard](yard.md). It helps.\n").isEmpty)
    #expect(
      try cards(text + "a dry rope first: a wet one is longer by a hand, see [why](w.md).\n")
        == ["How should I measure ropes?"])
  }

  @Test func aChineseLineWithAWideColonLeadsOverToItsList() {
    let list = "\n\n- 麻绳，结实而且便宜\n- 钢缆，沉重而且牢固\n- 尼龙绳，轻便而且柔软\n"
    let found = answer("缆绳有哪些？", "港口里常见的缆绳是下列几种：" + list)
    #expect(found?.points == ["麻绳，结实而且便宜", "钢缆，沉重而且牢固", "尼龙绳，轻便而且柔软"])
  }
}
