/// What stands in a text, before any meaning is looked up.
enum AnswerLexeme: Equatable {
  /// Letters and apostrophes, in lower case.
  case word(String)
  /// A name with digits or inner marks, such as `lock_timeout`, `http/2`, `utf8`.
  case code(String)
  case number(AnswerQuantity)
  /// A comma or bracket.
  case pause
  /// A full stop, semicolon, arrow or line end.
  case stop
}

/// Cuts a text into lexemes: a number with its unit first, then a code word, then a word. Markdown
/// marks fall away; of hyphenated words each part counts.
struct AnswerScanner {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var found: [AnswerLexeme] = []

  private init(_ text: String) {
    scalars = text.lowercased().unicodeScalars.compactMap(Self.normal)
  }

  static func lexemes(of text: String) -> [AnswerLexeme] {
    var scanner = AnswerScanner(text)
    while scanner.at < scanner.scalars.count { scanner.step() }
    return scanner.found
  }

  /// One form for quotes, dashes and full-width letters; nil for the marks of Markdown.
  private static func normal(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "*", "`", "\\": nil
    case "\u{2018}", "\u{2019}": "'"
    case "\u{2010}"..."\u{2013}": "-"
    case "\u{2014}", "\u{2192}", "\u{21d2}": ";"
    case "\u{d7}": "x"
    case "\u{ff01}"..."\u{ff5e}": Unicode.Scalar(scalar.value - 0xfee0)
    default: scalar
    }
  }

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    at + offset < scalars.count ? scalars[at + offset] : "\n"
  }

  private mutating func step() {
    let first = scalars[at]
    if first.isDigit, number() { return }
    if first.isOfWord { return run() }
    switch first {
    case ";", "!", "?", "\n": found.append(.stop)
    case ".":
      if scalar(1).properties.isWhitespace { found.append(.stop) }
    case "-", "=":
      if scalar(1) == ">" { found.append(.stop) }
      if first == "-", at > 0, scalars[at - 1] == " ", scalar(1) == " " { found.append(.pause) }
    case ",", "(", ")": found.append(.pause)
    case "~", "≈": found.append(.word("about"))
    case "+", "/":
      if at > 0, scalars[at - 1] == " ", scalar(1) == " " { found.append(.pause) }
    default: break
    }
    at += 1
  }

  // MARK: Numbers

  /// A number with its unit; false where what stands here is a code word that begins with a digit.
  private mutating func number() -> Bool {
    var end = digits(from: at)
    let text = String(String.UnicodeScalarView(scalars[at..<end])).withoutGroupCommas
    guard var value = Double(text) else { return false }
    var isLabel = true
    var dimension = AnswerQuantity.Dimension.bare
    if end + 1 < scalars.count, scalars[end] == "/", scalars[end + 1].isDigit {
      let last = digits(from: end + 1)
      let under = Double(String(String.UnicodeScalarView(scalars[(end + 1)..<last]))) ?? 0
      if under > 0, !isWord(last) { (value, end, isLabel) = (value / under, last, false) }
    } else if let unit = unit(from: end) {
      (value, end, dimension, isLabel) = (value * unit.factor, unit.end, unit.dimension, false)
    }
    guard !isWord(end) else { return false }
    found.append(.number(AnswerQuantity(value: value, dimension: dimension, isLabel: isLabel)))
    at = end
    return true
  }

  private func isWord(_ index: Int) -> Bool { index < scalars.count && scalars[index].isOfWord }

  private func digits(from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let isInner = scalars[end] == "." || scalars[end] == ","
      guard
        scalars[end].isDigit
          || isInner && end > start && end + 1 < scalars.count && scalars[end + 1].isDigit
      else { break }
      end += 1
    }
    return end
  }

  private func unit(
    from start: Int
  ) -> (factor: Double, dimension: AnswerQuantity.Dimension, end: Int)? {
    guard start < scalars.count else { return nil }
    let isApart = scalars[start] == " " || scalars[start] == "-"
    let begin = isApart ? start + 1 : start
    var end = begin
    if begin < scalars.count, scalars[begin] == "%" {
      end = begin + 1
    } else {
      while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    }
    let name = String(String.UnicodeScalarView(scalars[begin..<end]))
    // `5 m` may be anything, `5m` is five million.
    if isApart, name == "k" || name == "m" || name == "x" { return nil }
    return AnswerQuantity.unit(name).map { ($0.factor, $0.dimension, end) }
  }

  // MARK: Words

  /// Letters, digits and underscores, and marks between them.
  private mutating func run() {
    let start = at
    while at < scalars.count {
      if scalars[at].isOfWord {
        at += 1
        continue
      }
      let isInner = scalars[at].isJoint && at + 1 < scalars.count && scalars[at + 1].isOfWord
      guard isInner else { break }
      at += 1
    }
    // A last apostrophe or underscore is a mark, not a letter.
    var end = at
    while end > start + 1, scalars[end - 1] == "'" || scalars[end - 1] == "_" { end -= 1 }
    let part = scalars[start..<end].drop { $0 == "_" || $0 == "'" }
    let text = String(String.UnicodeScalarView(part))
    if text.isEmpty { return }
    if text == "w/o" { return found.append(.word("without")) }
    let isPlain = part.allSatisfy { !$0.isJoint && !$0.isDigit && $0 != "_" }
    if isPlain { return found.append(.word(text)) }
    let isCompound = part.allSatisfy {
      !$0.isDigit && $0 != "_" && (!$0.isJoint || $0 == "-" || $0 == "/")
    }
    // A header with X- is another one than the header without it.
    guard isCompound, !text.hasPrefix("x-") else { return found.append(.code(text)) }
    for word in part.split(whereSeparator: { $0 == "-" || $0 == "/" }) {
      found.append(.word(String(String.UnicodeScalarView(word))))
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isOfWord: Bool {
    isASCII
      ? isDigit || ("a"..."z").contains(self) || self == "_" || self == "'"
      : properties.isAlphabetic || properties.numericType != nil
  }

  /// Holds the parts of one name together.
  fileprivate var isJoint: Bool {
    switch self {
    case "-", ".", ":", "/", "=": true
    default: false
    }
  }
}

extension String {
  /// `1,000,000` and `1,5` as a decimal number is written in code.
  fileprivate var withoutGroupCommas: String {
    let parts = utf8.split(separator: UInt8(ascii: ","))
    guard parts.count > 1 else { return self }
    let isGrouped = parts[0].count <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 }
    let texts = parts.map { String(Substring($0)) }
    return texts.joined(separator: isGrouped ? "" : ".")
  }
}
