import Testing

@testable import Decks

struct MarkdownWriterTests {
  @Test(arguments: [
    "plain", "*a* **b** `c`", "snake_case and 5\\*3", "\\<tag>", "\\[a\\](b)", "1\\. no list",
    "1.5 is a number", "\\- no bullet", "-5 degrees", "+1 vote", "\\+ no bullet", "\\# no heading",
    "#5 in the list", "#hash", "\\> no quote", "\\---", "a\\`b", "`` a`b ``", "`  a  `", "\\\\",
    "a & b", "\\&amp;", "\\~\\~no\\~\\~", "\\_no\\_", "**`code` and words**", "“quoted”",
    "- a\n- b", "3. a\n4. b", "- a\n\n  b\n- c", "- a\n\n  - b\n\n    1. c", "- a\n\n* b",
    "1. a\n\n1) b", "> a\n>\n> b", "> a\n\nb", "> a\n\n> b", "> > a", "> - a\n> - b",
    "- > a\n  >\n  > b", "```swift\nlet a = 1\n\n  b\n```", "````\n```\n````",
    "- a\n\n  ```\n  b\n\n  c\n  ```", "> ```\n> a\n>\n> b\n> ```",
    "| a | b |\n|---|---|\n| c | d \\| e |", "| `a\\|b` | |\n|---|---|\n|  | c |",
  ])
  func canonicalMarkdownStaysAsItIs(markdown: String) {
    let expected = markdown.replacing("| |\n", with: "|  |\n")
    #expect(written(markdown) == expected)
    #expect(written(expected) == expected)
  }

  @Test(arguments: [
    ("__a__ _b_", "**a** *b*"), ("***a***", "*a*"), ("**a *b* c**", "**a b c**"),
    ("a  \nb\\\nc\nd", "a b c d"), ("[a](b) <http://c.d>", "a http://c.d"),
    ("![a](b)![](c)", "\\[image: a\\]"), ("~~a~~", "a"), ("a<b>b</b>", "ab"),
    ("n<sup>2</sup>", "n^2"), ("a<br>b<br/>c", "a b c"),
    ("**5 \\* 3** is", "**5 \\* 3** is"), ("*️⃣ key", "\\*️⃣ key"), ("` a `", "`a`"),
    ("# A **b** `c`", "**A b `c`**"), ("Title\n=====\ntext", "**Title**\n\ntext"),
    ("* a\n* b", "- a\n- b"), ("+ a\n\n\n+ b", "- a\n- b"), ("2) a", "2. a"),
    ("- [ ] a\n- [x] b", "- a\n- b"), ("a\n***\nb", "a\n\nb"), ("<div>x</div>\n\na", "a"),
    ("    code", "```\ncode\n```"), ("~~~ a:b c\nd\n~~~", "```a\nd\n```"),
    ("|a|b|\n|:-|-:|\n|c|", "| a | b |\n|---|---|\n| c |  |"), ("- - -", ""), ("> ", ""),
    ("- - \n  -", ""), ("[a]: b", ""), ("&lt;a&gt; &copy;", "\\<a> ©"), ("a\tb", "a b"),
    ("a&#10;# b", "a # b"), ("&#27;[0m &#x9b;1m &#x202e;a", "\\[0m  1m  a"),
    ("999999999. a\n1. b", "999999999. a\n999999999. b"), ("- a\n\n<!-- -->\n\n- b", "- a\n\n* b"),
  ])
  func otherMarkdownBecomesCanonical(markdown: String, canonical: String) {
    #expect(written(markdown) == canonical)
    #expect(written(canonical) == canonical)
  }

  @Test func carriageReturnsEndLinesOfCodeToo() {
    #expect(written("```\r\na\r\n\r\nb\r\n```\r\n") == "```\na\n\nb\n```")
    #expect(written("```\ra\rb\r```\r") == "```\na\nb\n```")
  }

  @Test func codeIsFencedByMoreTicksThanItHolds() {
    #expect(InlineWriter.codeSpan("a") == "`a`")
    #expect(InlineWriter.codeSpan("`") == "`` ` ``")
    #expect(InlineWriter.codeSpan("a``b`c") == "``` a``b`c ```")
    #expect(InlineWriter.codeSpan(" a ") == "`  a  `")
    #expect(InlineWriter.codeSpan("  ") == "`  `")
  }

  @Test(arguments: [
    ("a *b* c", "a b c"), ("`a*b` *c*", "`a*b` c"), ("5 \\* 3", "5 \\* 3"), ("**", ""),
    ("`` a`*` `` **b**", "`` a`*` `` b"), ("\\`*a*\\`", "\\`a\\`"), ("a\\", "a\\"),
  ])
  func emphasisIsTakenOutOfTextButNotOutOfCode(markdown: String, plain: String) {
    #expect(markdown.withoutEmphasis == plain)
  }

  @Test func aSeparatorInCodePartsNothing() {
    #expect("`a :: b`".firstRangeOutsideCode(of: " :: ") == nil)
    #expect("``a` :: b``".firstRangeOutsideCode(of: " :: ") == nil)
    let text = "`a :: b` :: c"
    let range = text.firstRangeOutsideCode(of: " :: ")
    #expect(range.map { String(text[$0.upperBound...]) } == "c")
    #expect("\\` :: \\`".firstRangeOutsideCode(of: " :: ") != nil)
  }
}
