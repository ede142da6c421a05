import Testing

@testable import Decks

/// Which sentences of a text answer nothing.
struct ChatterTests {
  @Test(arguments: [
    ("Let's Encrypt shut its responders down.", false), ("Let's look at the tide.", true),
    ("Let’s Haul is a company of the port.", false), ("Let’s haul.", true),
  ])
  func aNameThatBeginsLikeAnInvitationIsNoChatter(sentence: String, isChatter: Bool) {
    #expect(Chatter.holds(sentence) == isChatter)
  }

  @Test(arguments: [
    "See the harbour guide for details.", "Read more about ropes in the next chapter.",
    "Let's look at the ropes.", "But what happens in a frost?", "As mentioned, ropes get wet.",
    "**Check out the museum of cranes.**", "接下来看缆绳。", "这是一个比较常见的问题。", "可以看看这篇文章。", "吊车如下图所示。",
    "詳しくは欠点を参照してください。", "那么，为什么要用缆绳呢？",
  ])
  func aSentenceThatLeadsThroughATextAnswersNothing(sentence: String) {
    #expect(Chatter.holds(sentence))
  }

  @Test(arguments: [
    "Seen from the quay, the crane leans to the left.", "A rope is wet in winter.",
    "Letters are lit on both moles.", "缆绳在冬天是湿的。", "起重机用缆绳提升重物。",
  ])
  func aSentenceThatSaysSomethingIsKept(sentence: String) {
    #expect(!Chatter.holds(sentence))
  }

  @Test(arguments: [
    ("Ropes are wet. See the guide. They dry in May.", "Ropes are wet. They dry in May."),
    ("缆绳是湿的。如下图所示。五月会干。", "缆绳是湿的。五月会干。"), ("Ropes are wet.", "Ropes are wet."),
    ("See the guide.", ""),
  ])
  func aParagraphLosesSuchSentencesOnly(text: String, kept: String) {
    #expect(Chatter.removed(from: text) == kept)
  }

  @Test func listsAndCodeOfAnAnswerStayAsTheyAre() {
    let markdown = "Oil the rope. See the guide.\n\n- oil\n- time\n\n```sh\nls\n```"
    let text = MarkdownNode.parse(markdown) { Chatter.removed(fromBlocks: Array($0.children)) }
    #expect(text == "Oil the rope.\n\n- oil\n- time\n\n```sh\nls\n```")
  }
}
