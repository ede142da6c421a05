import CMarkdown

/// A labelled statement: `**Term** — text`, `**Cause:** text`, `` `code`: text ``, `Term: text`.
struct Label {
  /// The label without marks and without its separator.
  let plain: String
  /// The label as Markdown, code kept, emphasis dropped.
  let markdown: String
  /// What is said about it, Markdown.
  var body: String
  let isCode: Bool
  /// A dash stands behind it: what follows says what it is.
  let isDefinition: Bool
  let role: LabelRole?
  /// The labels beside it are terms, and so it is one even if it reads like an aspect.
  var isAmongTerms = false

  init(plain: String, markdown: String, body: String, isCode: Bool, isDefinition: Bool = false) {
    self.plain = plain
    self.markdown = markdown
    self.body = body
    self.isCode = isCode
    self.isDefinition = isDefinition
    role = Lexicon.role(of: plain)
  }

  var isFluff: Bool { Lexicon.isFluff(plain) }
  var isAspect: Bool { isGeneric || Lexicon.aspects.contains(plain.lowercased()) }
  var isGeneric: Bool { Lexicon.genericLabels.contains(plain.lowercased()) }

  /// The labelled statements of a paragraph, in order; empty unless it begins with a label.
  static func all(in paragraph: MarkdownNode) -> [Label] {
    // Nearly all paragraphs begin with text.
    guard let kind = paragraph.first?.kind, kind == EBB_STRONG || kind == EBB_CODE else {
      return []
    }
    let memo = paragraph.memo
    if let known = memo.labels { return known }
    let labels = found(in: paragraph)
    memo.labels = labels
    return labels
  }

  private static func found(in paragraph: MarkdownNode) -> [Label] {
    guard let first = paragraph.first, let head = Self.head(at: first, isFirst: true) else {
      return []
    }
    var labels: [Label] = []
    var current = head
    var body: [MarkdownNode] = []
    var node = first.next
    while let here = node {
      if let another = Self.head(at: here, isFirst: false) {
        labels.append(label(current, body: MarkdownWriter.inlines(body)))
        current = another
        body = []
      } else {
        body.append(here)
      }
      node = here.next
    }
    labels.append(label(current, body: MarkdownWriter.inlines(body)))
    return labels.filter { !$0.plain.isEmpty }
  }

  /// Whether a paragraph says what one term is: "**Term** — what it is".
  static func defines(_ paragraph: MarkdownNode) -> Bool {
    let labels = paragraph.kind == EBB_PARAGRAPH ? all(in: paragraph) : []
    return labels.count == 1 && labels[0].isDefinition && labels[0].role == nil
  }

  /// A paragraph that is nothing but a few words in bold type, with a colon or without: a title
  /// of what follows.
  static func title(_ block: MarkdownNode) -> Label? {
    guard block.kind == EBB_PARAGRAPH, let strong = block.first, strong.kind == EBB_STRONG else {
      return nil
    }
    let memo = block.memo
    if let known = memo.title { return known }
    let label = title(block, strong: strong)
    memo.title = .some(label)
    return label
  }

  private static func title(_ block: MarkdownNode, strong: MarkdownNode) -> Label? {
    guard
      strong.next == nil
        || strong.next?.next == nil && strong.next?.kind == EBB_TEXT
          && strong.next?.literal.trimmed == ":"
    else { return nil }
    let plain = MarkdownWriter.plain(of: strong).withoutTrailingColon
    guard let last = plain.last, !".!。！,;".contains(last),
      plain.wordCount <= (last == "?" ? longestQuestion : 12)
    else { return nil }
    return Label(
      plain: plain,
      markdown: MarkdownWriter.inline(of: strong).withoutEmphasis.withoutTrailingColon,
      body: "", isCode: false)
  }

  /// A label without marks: `Term: text`, at most five words before the colon.
  static func plain(in paragraph: MarkdownNode) -> Label? {
    guard paragraph.first?.kind == EBB_TEXT else { return nil }
    let text = MarkdownWriter.inline(of: paragraph)
    let separators = plainSeparators
    guard let separator = separators.firstNonNil({ text.firstRangeOutsideCode(of: $0) })
    else { return nil }
    let name = text[..<separator.lowerBound].trimmed
    let body = text[separator.upperBound...].trimmed.escapedAtLineStart
    // A plain dash joins whole sentences as well.
    let isDash = text[separator] == " - "
    let defines = body.utf8.first.map { !$0.isCapital } ?? false
    if isDash, !defines, !["A", "An", "The"].contains(body.firstWord) { return nil }
    guard name.wordCount <= 5, name != "Q", name != "A", !body.isEmpty,
      !name.contains(where: { ".,*".contains($0) })
    else { return nil }
    return Label(plain: name, markdown: name, body: body, isCode: false)
  }

  private static let plainSeparators = [": ", " — ", " – ", " - "]

  // MARK: Parts

  private struct Head {
    let plain: String
    let markdown: String
    let isCode: Bool
    let hasInnerColon: Bool
  }

  /// Whether a label starts at this inline: bold or code with a separator inside or behind it.
  private static func head(at node: MarkdownNode, isFirst: Bool) -> Head? {
    let isCode = node.kind == EBB_CODE
    guard node.kind == EBB_STRONG || (isCode && isFirst) else { return nil }
    let plain = isCode ? node.literal : MarkdownWriter.plain(of: node)
    let hasInnerColon = !isCode && plain.hasSuffix(":")
    let behind = node.next?.kind == EBB_TEXT ? node.next?.literal ?? "" : ""
    let stops = isFirst && !isCode && node.next != nil && namesAndStops(plain)
    let hasSeparator =
      hasInnerColon || behind.hasPrefix(":")
      || (isFirst && !isCode && node.next != nil && plain.hasSuffix("?"))
      || (isFirst && separators.contains { behind.hasPrefix($0) })
      || stops
    guard hasSeparator, plain.wordCount <= (plain.hasSuffix("?") ? longestQuestion : 14) else {
      return nil
    }
    let markdown = isCode ? InlineWriter.codeSpan(plain) : MarkdownWriter.inline(of: node)
    return Head(
      plain: stops ? plain.withoutFinalMark : plain.withoutTrailingColon,
      markdown: stops
        ? markdown.withoutEmphasis.withoutFinalMark : markdown.withoutTrailingColon,
      isCode: isCode, hasInnerColon: hasInnerColon)
  }

  /// More words than this ask nothing that a label could.
  private static let longestQuestion = 50

  /// "**Clock skew.** Two machines …": a name, not a sentence.
  private static func namesAndStops(_ plain: String) -> Bool {
    guard plain.hasSuffix("."), plain.wordCount <= 5, case let words = plain.withoutFinalMark.words
    else { return false }
    return Phrasing.looksLikeNoun(words) && !Phrasing.isImperative(words)
      && !Phrasing.hasVerb(words[...])
  }

  private static let dashes: PhraseSet = ["—", "–", "\\-", "-"]
  private static let arrowList = ["\\-\\>", "->", "—", "–", "→", "=", "\\-", "-"]
  private static let arrows = PhraseSet(arrowList)

  private static let separators = [" — ", " – ", " - ", "—", " → ", " -> ", " = ", " : "]

  private static func label(_ head: Head, body: String) -> Label {
    var text = body.trimmed[...]
    let isDefinition = dashes.begins(text)
    if !head.hasInnerColon && text.hasPrefix(":") || text.hasPrefix(": ") {
      text = text.dropFirst()
    }
    for separator in arrows.begins(text) ? arrowList : []
    where text.hasPrefix(separator + " ") || (separator == "—" && text.hasPrefix(separator)) {
      text = text.dropFirst(separator.count)
      break
    }
    return Label(
      plain: head.plain, markdown: head.markdown.withoutEmphasis,
      body: text.trimmed.escapedAtLineStart,
      isCode: head.isCode, isDefinition: isDefinition)
  }
}

extension String {
  fileprivate var withoutTrailingColon: String {
    hasSuffix(":") ? dropLast().trimmed : trimmed
  }
}
