import CMarkdown

/// Writes inline nodes as Markdown that is read back as the same words with the same marks: of
/// nested marks the outer one, and none where Markdown would not take it for a mark.
struct InlineWriter {
  private enum Mark: String {
    case none = ""
    case emphasis = "*"
    case strong = "**"
  }

  private struct Piece {
    var text: String
    var isCode: Bool
  }

  /// Neighbouring pieces of one mark.
  private struct Run {
    var mark: Mark
    var pieces: [Piece]

    var first: Unicode.Scalar? {
      pieces.first.flatMap { $0.isCode ? "`" : $0.text.unicodeScalars.first }
    }
    var last: Unicode.Scalar? {
      pieces.last.flatMap { $0.isCode ? "`" : $0.text.unicodeScalars.last }
    }

    func write(to text: inout [UInt8]) {
      if mark != .none { text.append(contentsOf: mark.rawValue.utf8) }
      for piece in pieces {
        if piece.isCode {
          text.append(contentsOf: InlineWriter.codeSpan(piece.text).utf8)
        } else {
          piece.text.withBytes { $0.appendEscaped(to: &text) }
        }
      }
      if mark != .none { text.append(contentsOf: mark.rawValue.utf8) }
    }

    /// Whether the run ends in a blank outside code.
    var endsInBlank: Bool { pieces.last.map { !$0.isCode && $0.text.utf8.last == 0x20 } ?? false }
    var firstByte: UInt8? { pieces.first.flatMap { $0.isCode ? Self.tick : $0.text.utf8.first } }
    var lastByte: UInt8? { pieces.last.flatMap { $0.isCode ? Self.tick : $0.text.utf8.last } }

    private static let tick = UInt8(ascii: "`")
  }

  private var runs: [Run] = []

  /// Between the tags around the number of a footnote that is a link.
  private var isInFootnote = false

  /// Deeper nesting is left out rather than risk the stack on a hostile note.
  private static let deepest = 64

  /// The Markdown of nodes that stand side by side, on one line.
  static func text(of nodes: some Sequence<MarkdownNode>, strong: Bool = false) -> String {
    if !strong, let plain = plainText(of: nodes) { return plain }
    var writer = InlineWriter()
    for node in nodes { writer.read(node, mark: strong ? .strong : .none, depth: 0) }
    if !writer.isPlain {
      writer.moveBlanksOut()
      writer.dropUnreadableMarks()
    }
    var text: [UInt8] = []
    for run in writer.runs { run.write(to: &text) }
    return text.withUnsafeBufferPointer { String($0.withoutBlanks) }
  }

  /// The text of nodes without any mark between them, which most cells and labels are; nil if
  /// there is more to it.
  private static func plainText(of nodes: some Sequence<MarkdownNode>) -> String? {
    var text: [UInt8] = []
    for node in nodes {
      guard node.kind == EBB_TEXT else { return nil }
      if text.isEmpty { text.reserveCapacity(96) }
      node.appendLiteral(to: &text)
    }
    return text.withUnsafeBufferPointer { bytes in
      let marks = String.markdownMarks
      guard bytes.contains(where: { marks.contains($0) }) else {
        return String(bytes.withoutBlanks)
      }
      var escaped: [UInt8] = []
      bytes.appendEscaped(to: &escaped)
      return escaped.withUnsafeBufferPointer { String($0.withoutBlanks) }
    }
  }

  /// Whether all marks are where Markdown reads them, or there are none: words in bold or italic
  /// type that begin and end with a letter or digit, as nearly all do.
  private var isPlain: Bool {
    for (index, run) in runs.enumerated() where run.mark != .none {
      if index > 0, runs[index - 1].mark != .none { return false }
      guard let first = run.firstByte, let last = run.lastByte,
        Self.isReadable(first, outside: index > 0 ? runs[index - 1].lastByte : nil),
        Self.isReadable(last, outside: index + 1 < runs.count ? runs[index + 1].firstByte : nil)
      else { return false }
    }
    return true
  }

  private static func isReadable(_ byte: UInt8, outside: UInt8?) -> Bool {
    byte.isASCIILetter && byte < 0x80 || byte.isDigit
      || byte == UInt8(ascii: "`") && (outside == nil || outside == 0x20)
  }

  static func codeSpan(_ code: String) -> String {
    let ticks = code.longestRun(of: UInt8(ascii: "`"))
    let fence = String(repeating: "`", count: ticks + 1)
    let isBlankAtBothEnds = code.utf8.first == 0x20 && code.utf8.last == 0x20
    let isPadded = ticks > 0 || isBlankAtBothEnds && code.utf8.contains { $0 != 0x20 }
    return isPadded ? "\(fence) \(code) \(fence)" : fence + code + fence
  }

  // MARK: Reading

  private mutating func read(_ node: MarkdownNode, mark: Mark, depth: Int) {
    guard depth < Self.deepest else { return }
    if isInFootnote {
      if node.kind == EBB_HTML_INLINE, node.literal == "</sup>" { isInFootnote = false }
      return
    }
    switch node.kind {
    case EBB_TEXT: add(Piece(text: node.literal, isCode: false), mark)
    case EBB_SOFT_BREAK, EBB_LINE_BREAK:
      if runs.last?.endsInBlank != true { add(Piece(text: " ", isCode: false), mark) }
    case EBB_CODE: add(Piece(text: node.literal, isCode: true), mark)
    case EBB_STRONG: readChildren(of: node, mark: mark == .none ? .strong : mark, depth: depth)
    case EBB_EMPHASIS: readChildren(of: node, mark: mark == .none ? .emphasis : mark, depth: depth)
    case EBB_STRIKETHROUGH, EBB_LINK: readChildren(of: node, mark: mark, depth: depth)
    case EBB_IMAGE:
      let words = MarkdownWriter.plain(of: node)
      if !words.isEmpty { add(Piece(text: "[image: \(words)]", isCode: false), mark) }
    case EBB_HTML_INLINE:
      // Without them a power reads as a number, and two lines of a cell as one word.
      let tag = node.literal
      if tag == "<sup>" {
        isInFootnote = node.next?.kind == EBB_LINK || node.next?.literal.hasPrefix("<a ") == true
        if !isInFootnote { add(Piece(text: "^", isCode: false), mark) }
      }
      if tag.hasPrefix("<br"), runs.last?.endsInBlank != true {
        add(Piece(text: " ", isCode: false), mark)
      }
    default: break
    }
  }

  private mutating func readChildren(of node: MarkdownNode, mark: Mark, depth: Int) {
    for child in node.children { read(child, mark: mark, depth: depth + 1) }
  }

  private mutating func add(_ piece: Piece, _ mark: Mark) {
    guard !piece.text.isEmpty else { return }
    guard let run = runs.indices.last, runs[run].mark == mark,
      let last = runs[run].pieces.indices.last
    else {
      runs.append(Run(mark: mark, pieces: [piece]))
      return
    }
    let isBehindCode = runs[run].pieces[last].isCode
    if !isBehindCode, !piece.isCode {
      runs[run].pieces[last].text += piece.text
      return
    }
    // Two code spans without a blank would be read as one.
    if isBehindCode, piece.isCode { runs[run].pieces.append(Piece(text: " ", isCode: false)) }
    runs[run].pieces.append(piece)
  }

  // MARK: Marks

  private mutating func moveBlanksOut() {
    let marked = runs
    runs = []
    for run in marked {
      guard run.mark != .none else {
        for piece in run.pieces { add(piece, .none) }
        continue
      }
      let inner = run.pieces
      func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
      for (index, piece) in inner.enumerated() {
        guard !piece.isCode else {
          add(piece, run.mark)
          continue
        }
        let text = piece.text.unicodeScalars
        let before = index > 0 ? 0 : text.prefix(while: isBlank).count
        let inside = text.dropFirst(before)
        let after = index + 1 < inner.count ? 0 : inside.reversed().prefix(while: isBlank).count
        add(Piece(text: String(text.prefix(before)), isCode: false), .none)
        add(Piece(text: String(inside.dropLast(after)), isCode: false), run.mark)
        add(Piece(text: String(inside.suffix(after)), isCode: false), .none)
      }
    }
  }

  /// The rules of CommonMark for what opens and closes emphasis, on the safe side for symbols.
  private mutating func dropUnreadableMarks() {
    let marked = runs
    runs = []
    for (index, run) in marked.enumerated() {
      let before = runs.last?.last
      let after = index + 1 < marked.count ? marked[index + 1].first : nil
      let isBehindMark = runs.last.map { $0.mark != .none } ?? false
      let isReadable =
        !isBehindMark && Self.isReadable(inside: run.first, outside: before)
        && Self.isReadable(inside: run.last, outside: after)
      for piece in run.pieces { add(piece, isReadable ? run.mark : .none) }
    }
  }

  private static func isReadable(inside: Unicode.Scalar?, outside: Unicode.Scalar?) -> Bool {
    guard let inside, let outside else { return true }
    if inside.properties.isAlphabetic || inside.properties.numericType != nil { return true }
    return outside.properties.isWhitespace || outside.isPunctuation
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    if isASCII { return (0x21...0x7e).contains(value) && !properties.isAlphabetic && !isDigit }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private var isDigit: Bool { (0x30...0x39).contains(value) }
}

extension String {
  /// Length of the longest run of a byte.
  func longestRun(of byte: UInt8) -> Int {
    var longest = 0
    var run = 0
    for other in utf8 {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
