import CMarkdown

extension CardRule {
  /// A limit or default with its unit, to be filled in. The text is left to the other rules.
  static let number = CardRule(
    name: "number", summary: "a sentence that gives a limit or default with its unit",
    isEnglish: true
  ) { passage in
    guard !passage.isPlain, passage.section.level > 0 else { return [] }
    for block in passage.blocks where block.kind == EBB_PARAGRAPH {
      let text = MarkdownWriter.inline(of: block)
      guard text.utf8.contains(where: { $0.isDigit }) else { continue }
      for sentence in Sentences(of: text).texts {
        guard let limit = LimitSentence(sentence), limit.names(passage.subject.plain),
          let drafts = Cloze(numbered: limit.cloze)?.drafts(line: block.line, quality: 0.68)
        else { continue }
        // More than one of a section would ask for its figures only.
        return drafts
      }
    }
    return []
  }
}

/// A sentence with one number that is worth knowing: "The default limit is 512 MB."
struct LimitSentence {
  private let text: String
  /// The number with its unit.
  private let figure: Range<String.Index>

  /// nil for any other sentence.
  init?(_ text: String) {
    guard text.utf8.contains(where: { $0.isDigit }), (7...20).contains(text.wordCount),
      let figure = Self.figure(in: text), !Self.isOperand(figure, of: text)
    else { return nil }
    let words = " " + text + " "
    guard Self.cues.isIn(words), !Self.doubts.isIn(words), !Phrasing.startsWithAnaphor(text),
      !Lexicon.conditionals.contains(text.words.first?.lowercased() ?? ""),
      !text.contains("{{"), !text.contains("=="), !text.hasSuffix(":")
    else { return nil }
    self.text = text
    self.figure = figure
  }

  /// The sentence with the figure as its gap.
  var cloze: String {
    "\(text[..<figure.lowerBound]){{c1::\(text[figure])}}\(text[figure.upperBound...])"
  }

  /// Whether it says what the figure is of, rather than leave it to the sentences around it.
  func names(_ subject: String) -> Bool {
    let said = text.lowercased().split { !$0.isLetter }
    return text.contains("`")
      || subject.lowercased().split { !$0.isLetter }.contains { word in
        let stem = word.hasSuffix("s") ? word.dropLast() : word
        return stem.utf8.count > 2 && said.contains { $0.hasPrefix(stem) }
      }
  }

  /// The only number of the text with the unit behind it; nil if there are more or none.
  private static func figure(in text: String) -> Range<String.Index>? {
    let bytes = text.utf8
    var runs: [Range<String.Index>] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index].isDigit else {
        index = bytes.index(after: index)
        continue
      }
      let start = index
      while index < bytes.endIndex,
        bytes[index].isDigit
          || ",.".utf8.contains(bytes[index]) && bytes.index(after: index) < bytes.endIndex
            && bytes[bytes.index(after: index)].isDigit
      {
        index = bytes.index(after: index)
      }
      runs.append(start..<index)
    }
    guard runs.count == 1, let number = runs.first, number.lowerBound > text.startIndex,
      bytes[bytes.index(before: number.lowerBound)] == 0x20
    else { return nil }
    let behind = text[number.upperBound...]
    if behind.hasPrefix("%") { return number.lowerBound..<text.index(after: number.upperBound) }
    guard behind.hasPrefix(" ") else { return nil }
    let unit = behind.dropFirst().prefix { $0.isLetter }
    guard units.contains(unit) else { return nil }
    return number.lowerBound..<unit.endIndex
  }

  /// Whether a figure is part of a sum: "the limit + 1 rows".
  private static func isOperand(_ figure: Range<String.Index>, of text: String) -> Bool {
    ["+", "*", "/", "×", "−"].contains { mark in
      text[..<figure.lowerBound].hasSuffix(mark + " ")
        || text[figure.upperBound...].hasPrefix(" \(mark) ")
    }
  }

  private static let cues: PhraseSet = [
    " default", " limit", " maximum", " minimum", " at most ", " at least ", " up to ",
    " no more than ", " no less than ", " capped at ",
  ]
  private static let doubts: PhraseSet = [
    " you ", " your ", " we ", " our ", " i ", " example", " e.g.", " say ", " imagine", " suppose",
    " about ", " roughly ", "$", "€", " version ", " since ", " around ", "~",
  ]
  private static let units: WordSet = [
    "B", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "bytes", "bits", "byte", "ms",
    "µs", "seconds", "second", "minutes", "minute", "hours", "hour", "days", "day", "weeks",
    "percent", "characters", "connections", "keys", "partitions", "columns", "rows", "entries",
    "nodes", "replicas", "threads", "requests", "messages", "levels", "slots", "databases",
    "kilobytes", "megabytes", "gigabytes", "milliseconds", "microseconds",
  ]
}
