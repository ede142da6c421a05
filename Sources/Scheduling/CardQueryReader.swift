/// Reads a query from its text. Only ASCII marks matter to it, so it works on bytes.
struct CardQueryReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// Names that `topic:` may begin; nil to let every name pass.
  private let topics: [String]?

  /// Deeper parentheses are refused: nobody means them, and they would eat the stack.
  private static let deepest = 50

  init(_ text: String, topics: [String]?) {
    bytes = Array(text.utf8)
    self.topics = topics
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  /// Whether a word without quotes ends before this byte.
  static func endsWord(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "\"")
  }

  static func isComparison(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "=")
  }

  mutating func read() throws(CardQueryError) -> CardQuery.Clause {
    skipBlanks()
    if position == bytes.count { return .all([]) }
    let clause = try readAlternatives()
    if position < bytes.count {
      throw error("this parenthesis closes nothing", at: position..<position + 1)
    }
    return clause
  }

  // MARK: Clauses

  private mutating func readAlternatives() throws(CardQueryError) -> CardQuery.Clause {
    var clauses = [try readDemands()]
    while let keyword = takeKeyword("or") {
      skipBlanks()
      guard position < bytes.count, bytes[position] != UInt8(ascii: ")") else {
        throw error("“or” has nothing behind it", at: keyword)
      }
      clauses.append(try readDemands())
    }
    return clauses.count == 1 ? clauses[0] : .any(clauses)
  }

  private mutating func readDemands() throws(CardQueryError) -> CardQuery.Clause {
    var clauses: [CardQuery.Clause] = []
    while true {
      skipBlanks()
      if let keyword = peekKeyword("or") {
        if clauses.isEmpty { throw error("“or” has nothing before it", at: keyword) }
        break
      }
      if let keyword = takeKeyword("and") {
        skipBlanks()
        guard !clauses.isEmpty, position < bytes.count, bytes[position] != UInt8(ascii: ")"),
          peekKeyword("or") == nil
        else { throw error("“and” must stand between two terms", at: keyword) }
        continue
      }
      guard position < bytes.count, bytes[position] != UInt8(ascii: ")") else { break }
      clauses.append(try readFactor())
    }
    return clauses.count == 1 ? clauses[0] : .all(clauses)
  }

  private mutating func readFactor() throws(CardQueryError) -> CardQuery.Clause {
    let start = position
    var isTurned = false
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
        position += 1
      } else if takeKeyword("not") != nil {
        skipBlanks()
      } else {
        break
      }
      isTurned.toggle()
    }
    guard position < bytes.count, !Self.isBlank(bytes[position]),
      bytes[position] != UInt8(ascii: ")"), peekKeyword("or") == nil, peekKeyword("and") == nil
    else {
      throw error(
        "there is nothing behind this to leave out", help: "Quote it to search for it.",
        at: start..<max(position, start + 1))
    }
    let clause =
      bytes[position] == UInt8(ascii: "(") ? try readParentheses() : .term(try readTerm())
    return isTurned ? .not(clause) : clause
  }

  private mutating func readParentheses() throws(CardQueryError) -> CardQuery.Clause {
    let start = position
    guard depth < Self.deepest else {
      throw error("too many parentheses inside each other", at: start..<start + 1)
    }
    depth += 1
    position += 1
    skipBlanks()
    if position < bytes.count, bytes[position] == UInt8(ascii: ")") {
      throw error(
        "there is nothing in the parentheses", help: "Quote them to search for them.",
        at: start..<position + 1)
    }
    guard position < bytes.count else { throw unclosed(start) }
    let clause = try readAlternatives()
    guard position < bytes.count else { throw unclosed(start) }
    position += 1
    depth -= 1
    return clause
  }

  private func unclosed(_ start: Int) -> CardQueryError {
    error("this parenthesis is not closed", at: start..<start + 1)
  }

  // MARK: Terms

  private mutating func readTerm() throws(CardQueryError) -> CardTerm {
    let start = position
    if bytes[position] == UInt8(ascii: "\"") { return .word(try readQuoted()) }
    var end = position
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    if end > position, end < bytes.count, Self.isComparison(bytes[end]) {
      return try readField(named: start..<end)
    }
    return .word(readPlain())
  }

  private mutating func readField(named name: Range<Int>) throws(CardQueryError) -> CardTerm {
    position = name.upperBound
    let sign = position
    var comparison = bytes[position] == UInt8(ascii: "=") ? ":" : text(position..<position + 1)
    position += 1
    if comparison != ":", position < bytes.count, bytes[position] == UInt8(ascii: "=") {
      comparison += "="
      position += 1
    }
    let start = position
    let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
    let value = isQuoted ? try readQuoted() : readPlain()
    let field = CardFieldReader(
      name: text(name), comparison: CardTerm.Comparison(rawValue: comparison) ?? .equal,
      value: value, isQuoted: isQuoted, nameRange: name, signRange: sign..<start,
      valueRange: start..<max(position, start), topics: topics)
    return try field.read()
  }

  private mutating func readPlain() -> String {
    let start = position
    while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
    return text(start..<position)
  }

  private mutating func readQuoted() throws(CardQueryError) -> String {
    let start = position
    var value: [UInt8] = []
    position += 1
    while position < bytes.count {
      var byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        byte = bytes[position]
        position += 1
      }
      value.append(byte)
    }
    throw error("this quote is not closed", at: start..<start + 1)
  }

  // MARK: Bytes

  private func error(
    _ message: String, help: String? = nil, at range: Range<Int>
  ) -> CardQueryError {
    CardQueryError(.syntax, message, help: help, at: range)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  /// Where a keyword stands here as a word of its own; nil if it does not.
  private func peekKeyword(_ word: String) -> Range<Int>? {
    let end = position + word.utf8.count
    guard end <= bytes.count,
      zip(bytes[position..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 }),
      end == bytes.count || Self.endsWord(bytes[end])
    else { return nil }
    return position..<end
  }

  private mutating func takeKeyword(_ word: String) -> Range<Int>? {
    let keyword = peekKeyword(word)
    if let keyword { position = keyword.upperBound }
    return keyword
  }
}

extension CardQuery {
  /// Reads a query as people type it; with the names of all topics, `topic:` must begin one of
  /// them.
  /// - Throws: `CardQueryError` with the place of the first thing that cannot be read.
  package init(
    _ text: String, topics: [String]? = nil
  ) throws(CardQueryError) {
    var reader = CardQueryReader(text, topics: topics)
    self.init(try reader.read())
  }
}
