import CMarkdown

/// Sentences with which an author leads a reader through a text: they point elsewhere, lead over,
/// ask back or tell of the author, and answer nothing.
enum Chatter {
  /// More words than this, and a sentence says something besides.
  private static let longest = 34

  /// Whether a sentence answers nothing.
  static func holds(_ sentence: String) -> Bool {
    let text = sentence.withoutEmphasis.trimmed
    if text.hasSuffix("?") || text.hasSuffix("？") || text.hasSuffix("？”") { return true }
    if text.contains("\\[image:") { return true }
    if addresses.isIn(text) { return true }
    guard text.wordCount <= longest else { return false }
    return openings.begins(text.lowercased()) && !isLetsName(text) || pointers.isIn(text)
      || endings.contains { text.hasSuffix($0) }
  }

  /// Whether a sentence begins with a name such as "Let's Encrypt", and not with an invitation.
  static func isLetsName(_ sentence: String) -> Bool {
    ["Let's ", "Let’s "].contains { opening in
      sentence.hasPrefix(opening) && sentence.dropFirst(opening.count).first?.isUppercase == true
    }
  }

  /// A paragraph of canonical Markdown without such sentences; as it is if it has none.
  static func removed(from paragraph: String) -> String {
    let sentences = Sentences(of: paragraph).texts
    let kept = sentences.filter { !holds($0) }
    return kept.count == sentences.count ? paragraph : Sentences.joined(kept)
  }

  /// The paragraphs, lists and code of an answer as Markdown, without such sentences.
  static func removed(fromBlocks blocks: [MarkdownNode]) -> String {
    var parts: [String] = []
    var untouched: [MarkdownNode] = []
    func close(_ parts: inout [String]) {
      if !untouched.isEmpty { parts.append(MarkdownWriter.blocks(untouched)) }
      untouched = []
    }
    for block in blocks {
      guard block.kind == EBB_PARAGRAPH,
        MarkdownWriter.sentences(of: block).contains(where: { holds($0) })
      else {
        untouched.append(block)
        continue
      }
      close(&parts)
      let text = removed(from: MarkdownWriter.inline(of: block))
      if !text.isEmpty { parts.append(text.escapedAtLineStart) }
    }
    close(&parts)
    return parts.joined(separator: "\n\n").trimmed
  }

  /// Words by which an author speaks to readers, whatever else the sentence says.
  private static let addresses: PhraseSet = [
    "小伙伴", "感兴趣的", "感兴趣可以", "答不上来", "经常被问到", "面试中会", "话不多说", "广告",
  ]

  /// What such sentences begin with, lower case.
  private static let openings: PhraseSet = [
    "see ", "see also", "read more", "refer to ", "for more ", "check out ", "learn more",
    "please refer", "please read", "please see", "for details", "for further", "more information",
    "source:", "image ", "here's a nice", "check it out", "for additional", "to learn more",
    "to read more", "if you are interested", "if you're interested", "if you want to know more",
    "take a look", "have a look", "let's ", "let’s ", "let us ", "now let", "now, let",
    "as mentioned", "as discussed", "as we saw", "as we have seen", "as we've seen", "as stated",
    "as described", "as shown", "as noted", "in this section", "in this chapter",
    "in this article", "in this post", "in the next ", "in the previous ", "in the last section",
    "before we ", "related to this discussion", "we will see", "we will look", "we will discuss",
    "we will now", "we'll see", "we'll look", "we'll discuss", "we'll now", "we have seen",
    "we saw ", "you may be wondering", "you might be wondering", "you might wonder",
    "don't worry", "stay tuned", "read on", "here are ", "here is an example", "here's an example",
    "the following example", "the example below", "the example above", "the diagram",
    "the figure", "the picture", "the image", "the table below", "the code below",
    "the snippet", "suggested reading", "further reading", "sample output", "updated ",
    "先来看", "先看", "我们先", "我们再", "我们来", "再来看", "来看", "接下来", "下面我们", "下面来", "下面是", "这里简单",
    "这里顺带", "这里只", "我们这里", "顺带", "顺便", "话说回来", "如下图", "如图", "参考", "详细介绍", "相关阅读", "推荐阅读",
    "下图", "上图", "关于这", "这是一个比较", "这是另一个", "先说结论", "先把", "也就是下面",
    "siehe ", "véase", "voir ", "vedi ", "veja ", "как мы", "см. ",
  ]

  /// What such sentences hold, lower case.
  private static let pointers: PhraseSet = [
    "click here", "read more here", "this video", "this blog post", "previous section",
    "next section", "see below", "see above", "picture below", "image below", "figure below",
    "diagram below", "table below", "figure above", "picture above", "image above",
    "diagram above", "in the figure", "in the picture", "on the picture", "(left image",
    "see the docs", "see the documentation", "for more details", "for more information",
    "for details.", "more about this", "our advice at", "may be useful.", "might be useful.",
    "图如下", "上文", "前文", "后文", "下文", "上面提到", "上面讲", "上面的输出", "前面提到", "前面说", "前面我们", "代码如下", "如下代码",
    "如下图", "下图", "上图", "见图", "不再赘述", "就不再", "简单聊聊", "可以看看这", "这篇文章", "这种情况我", "个人认为", "比较太玄",
    "上記", "前述", "次の図", "下図", "以下の図", "以下の記事", "この議論に", "を参照", "見てみましょう", "見ていきましょう",
    "comme nous l'avons vu", "como vimos", "wie oben", "im folgenden abschnitt", "ci-dessous",
  ]

  /// What announces a list and says nothing of it.
  private static let endings = [
    "这几个。", "这几种。", "这几点。", "以下几个。", "以下几种。", "以下几点。", "如下。", "如下所示。", "as follows.",
  ]
}
