import TestSupport

/// Markdown that nobody would write: fragments that are hard to read, glued at random.
struct MarkdownNoise {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func note() -> String {
    var text = Bool.random(using: &random) ? "" : pick(Self.starts)
    for _ in 0..<Int.random(in: 1...24, using: &random) { text += block() }
    return text
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func block() -> String {
    switch Int.random(in: 0..<13, using: &random) {
    case 0, 1: return pick(Self.heads) + words(1...6) + pick(["", "?", ":", "？"]) + "\n\n"
    case 2: return table()
    case 3: return fence()
    case 4, 5: return list()
    case 6: return "> " + words(1...9) + "\n" + pick(["", "> ", "> > "]) + words(0...5) + "\n\n"
    case 7: return "Q: " + words(1...7) + "\n" + pick(["A: ", "", "\nA: "]) + words(0...7) + "\n\n"
    case 8: return words(1...4) + pick([" :: ", "::", " ::: "]) + words(1...4) + "\n"
    case 9: return "**" + words(1...3) + pick([":** ", "** — ", "**: "]) + words(1...12) + "\n\n"
    case 10: return pick(Self.lines) + "\n" + pick(["", "\n"])
    default: return words(1...40) + pick(["\n", "\n\n", "\r\n\r\n", "  \n", "\\\n"])
    }
  }

  private mutating func list() -> String {
    var text = ""
    var indent = 0
    for _ in 0..<Int.random(in: 1...7, using: &random) {
      text += String(repeating: " ", count: indent)
      text += pick(["- ", "* ", "+ ", "1. ", "7) ", "- [ ] ", "- **", "> - ", "-   "])
      text += words(0...8) + pick(["\n", "\n", "\n\n", ":** x\n", "\n```\n"])
      indent = Int.random(in: 0...8, using: &random)
    }
    return text + "\n"
  }

  private mutating func table() -> String {
    let columns = Int.random(in: 1...5, using: &random)
    var text = row(columns) + String(repeating: "|:-:", count: columns) + "|\n"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += row(columns + Int.random(in: -1...1, using: &random))
    }
    return text + "\n"
  }

  private mutating func row(_ columns: Int) -> String {
    var text = "|"
    for _ in 0..<max(columns, 0) { text += " " + words(0...4) + " |" }
    return text + "\n"
  }

  private mutating func fence() -> String {
    let mark = pick(["```", "~~~", "````", "    "])
    var text = mark + pick(["", "swift", "c++ x", "`"]) + "\n"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += pick(["", "\t", "  ", mark]) + words(0...6) + "\n"
    }
    return text + pick([mark, "", "``"]) + "\n"
  }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    let number = Int.random(in: count, using: &random)
    return (0..<number).map { _ in pick(Self.words) }.joined(separator: pick([" ", " ", "", "\n"]))
  }

  private static let starts = [
    "---\ntitle: x\n---\n", "---\n", "\u{feff}", "\n\n", "---\r\ncards: on\r\n---\r\n", "# T\n\n",
  ]
  private static let heads = ["# ", "## ", "### ", "###### ", "#", "## 1. ", "## Q7: ", "## 🔥 "]
  private static let lines = [
    "===", "---", "***", "- - -", "<div>", "</div>", "<!-- x", "-->", "[a]: b", "|", "||", "|-|",
    "&#27;&#x9b;&#x202e;", "```", "~~~", "$$", "\t", "    x", "\u{1b}[31m", "::", "Bad:", "Good:",
    "Rubric:", "Answer:", "{#id}", "Symptom: a. Fix: b.", String(repeating: "x ", count: 2000),
  ]
  private static let words = [
    "word", "Redis", "the", "is", "A", "why", "How", "to", "vs", "used", "for", "stores",
    "e\u{301}",
    "*", "**", "***", "_", "__", "*a*", "**b**", "***c***", "**a *b* c**", "`", "``", "`c`",
    "`` ` ``", "`a|b`", "` x `", "~~s~~", "~", "~~", "[l](u)", "![i](u)", "![", "[", "]", "](",
    "<b>", "</b>", "<", ">", "a<b", "&amp;", "&", "&#10;", "&#x202e;", "&nbsp;", "\\", "\\*", "\\|",
    "|", "#", "1.", "1)", "-", "+", "=", "12", "3.5", ":", "::", ":-", "—", "->", "Q:", "A:", "?",
    "!", "。", "，", "茶", "漢字です", "한글", "🔥", "👩‍👩‍👧‍👦", "🇯🇵", "\u{200b}", "\u{202e}",
    "\u{2028}", "\u{a0}", "\t", "\u{7}", "\u{85}", "\"", "'", "“x”", "...", "http://a.b", "a_b_c",
    "(x)", "{#id}", "snake_case", "5*6*7", "*x", "x*", "**x", "x**",
  ]
}
