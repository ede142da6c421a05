/// How sure the compiler is that readers would keep a card as it came out, and why not surer.
///
/// A rule says how well its question fits a text of its kind. What stands on the card tells more:
/// an answer of several paragraphs, or one that speaks to its reader, was seldom written to be one.
/// Each such sign takes the same share of the quality, and the plainest two take it twice. Weights
/// fitted to 1,460 cards that readers have judged told good cards from others in collections that
/// they were not fitted to no better than this counting does.
package struct Estimate: Hashable, Sendable {
  /// What the rule gave for the wording of the question, 0...1.
  package let wording: Double
  /// What was taken off because of how the note reads as a whole.
  package let discount: Double
  /// What of the card itself raises doubts, for `ebb compile --explain`.
  package private(set) var doubts: [String] = []
  /// What remains, 0...1.
  package private(set) var quality: Double

  /// Qualities are sums of hundredths: what is less apart is the same.
  static let rounding = 0.000_1

  /// What is known before the card is looked at.
  init(wording: Double, discount: Double) {
    self.wording = wording
    self.discount = discount
    quality = wording - discount
  }

  /// Whether the question would be asked in a note of another kind.
  func isCutByDiscount(_ least: Double) -> Bool { wording >= least && wording - discount < least }

  /// Looks at what stands on the card of a note in a language.
  mutating func judge(_ draft: Draft, of rule: CardRule, style: Style, in language: Language) {
    guard style != .notes, Self.composing.contains(rule.name) else { return }
    for sign in Sign.all(in: draft, of: rule, style: style, language: language) {
      doubts.append(sign.rawValue)
      quality *= sign.isPlain ? Self.kept * Self.kept : Self.kept
    }
  }

  /// For whom a note was written, as far as it changes what a sign is worth.
  enum Style {
    /// They mark what they teach. Their author wrote them to learn from, and may speak to himself:
    /// nothing on their cards raises doubts.
    case notes
    /// It explains or instructs, and marks nothing.
    case prose
    /// It tells its reader what to do.
    case advice
  }

  /// Rules that make an answer of text nobody wrote as one.
  private static let composing: WordSet = ["section", "label", "question"]

  /// What one sign leaves of the quality. Two are too many for a heading that the compiler made a
  /// question of, five for a question of the author.
  private static let kept = 0.91
}

/// Something on a card that cards worth keeping seldom have.
private enum Sign: String {
  case undefined = "the answer is a sentence that defines nothing"
  case announcement = "the answer announces its parts"
  case paragraphs = "the answer has several paragraphs"
  case points = "there are more than five points"
  case loss = "the points leave out much of the answer"
  case nesting = "there are lists within lists"
  case length = "the answer is long"
  case order = "the answer begins with an order"
  case reader = "the answer speaks to its reader"
  case author = "the answer speaks of its author"
  case exclamation = "the answer asks or exclaims"
  case praise = "the answer recommends or praises"
  case example = "the answer gives an example"
  case pointer = "the answer points at something around it"
  case advice = "the note advises its reader"

  /// Whether readers kept so few cards with it that it counts twice.
  var isPlain: Bool { self == .undefined || self == .announcement }

  /// The signs of a draft in a note of a style.
  static func all(
    in draft: Draft, of rule: CardRule, style: Estimate.Style, language: Language
  ) -> [Sign] {
    let text = AnswerText(draft.answer)
    let words = text.words
    var signs: [Sign] = []
    if text.announces { signs.append(.announcement) }
    if text.paragraphs > 2 { signs.append(.paragraphs) }
    if draft.points.count > 5 { signs.append(.points) }
    let told = draft.points.reduce(0) { $0 + $1.wordCount }
    if told > 0, told * 10 < words * 6 { signs.append(.loss) }
    if text.isNested { signs.append(.nesting) }
    if words >= 120 { signs.append(.length) }
    if rule.name == "label", asksWhatItIs(draft.prompt), tells(text.prose) {
      signs.append(.undefined)
    }
    // Elsewhere the same letters are other words: Italian "i", German "us-amerikanisch".
    let isEnglish = language == .english
    if isEnglish, orders.contains(anyCase: text.lines.first?.firstWord.withoutFinalMark ?? "") {
      signs.append(.order)
    }
    if isEnglish, text.hasWord(in: readers) { signs.append(.reader) }
    if isEnglish && text.speaksOfAuthor || text.prose.contains("我") { signs.append(.author) }
    if text.prose.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") })
      || text.prose.contains("？") || text.prose.contains("！")
    {
      signs.append(.exclamation)
    }
    if praises.isIn(text.prose) { signs.append(.praise) }
    if examples.isIn(text.prose) { signs.append(.example) }
    if pointers.isIn(text.prose) { signs.append(.pointer) }
    if style == .advice { signs.append(.advice) }
    return signs
  }

  /// "What is **X**?", "Explain **X**."
  private static func asksWhatItIs(_ prompt: String) -> Bool {
    ["What is **", "What are **", "Explain **"].contains { prompt.hasPrefix($0) }
      && (prompt.hasSuffix("**?") || prompt.hasSuffix("**."))
  }

  /// Whether a text begins with a whole sentence, and not with what its label is.
  private static func tells(_ text: String) -> Bool {
    Sentences(of: text).texts.first.map { LeadForm.mainVerb(in: $0.words) != nil } ?? false
  }

  private static let orders = Lexicon.adviceOpenings.union([
    "if", "you", "use", "make", "try", "ask", "be", "avoid", "consider", "keep", "remember", "note",
    "ensure", "look", "check", "find", "get", "have", "take", "start",
  ])
  private static let readers: WordSet = ["you", "your", "yours", "yourself", "you're", "you'll"]
  private static let praises: PhraseSet = [
    "recommend", "highly ", "favorite", "favourite", "personally", "excellent", " great ",
    " the best ",
  ]
  private static let examples: PhraseSet = [
    "example", "e.g.", "for instance", "例如", "比如", "举例", "たとえば", "例えば",
  ]
  private static let pointers: PhraseSet = [
    " above", " below", " following", " figure", " diagram", "this section", "this page",
    "this article", "this guide", "this chapter", "this example", "aforementioned", " earlier",
    " later", "如下", "上图", "下图", "下面", "上面", "本文", "前面", "后面", "以下の", "上記",
  ]
}

/// An answer taken apart as far as signs ask for it.
private struct AnswerText {
  /// Its lines without code.
  let lines: [String]
  /// The lines as one text.
  let prose: String
  /// Words outside of blocks of code.
  private(set) var words = 0
  /// Blocks with a blank line between them.
  private(set) var paragraphs = 1
  /// A line ends with a colon.
  private(set) var announces = false
  /// A bullet is indented below another.
  private(set) var isNested = false

  init(_ markdown: String) {
    var lines: [String] = []
    var isCode = false
    for line in markdown.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let text = Substring(line).trimmed
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        isCode.toggle()
        continue
      }
      if isCode { continue }
      if text.isEmpty {
        paragraphs += 1
        continue
      }
      if text.hasSuffix(":") || text.hasSuffix("：") || text.hasSuffix(":**") { announces = true }
      if line.first == 0x20, text.hasPrefix("- ") || text.utf8.first?.isDigit == true {
        isNested = true
      }
      words += text.wordCount
      lines.append(Self.withoutCode(text))
    }
    self.lines = lines
    prose = lines.joined(separator: "\n")
  }

  /// Whether one of some words, in lower case, stands in it.
  func hasWord(in words: WordSet) -> Bool {
    lines.contains { $0.hasWord(in: words, anyCase: true) }
  }

  /// Whether its author speaks of himself. "US" is a country and `i` a name.
  var speaksOfAuthor: Bool {
    hasWord(in: Self.authors) || lines.contains { $0.hasWord(in: Self.exactAuthors) }
  }

  private static let authors: WordSet = [
    "i've", "i'm", "my", "we", "we've", "we're", "our", "me", "let's",
  ]
  private static let exactAuthors: WordSet = ["I", "us"]

  /// With nothing between marks of code: they stand for a name.
  private static func withoutCode(_ line: String) -> String {
    let mark = UInt8(ascii: "`")
    guard line.utf8.contains(mark) else { return line }
    var isCode = false
    let kept = line.utf8.filter { byte in
      if byte == mark { isCode.toggle() }
      return byte == mark || !isCode
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
