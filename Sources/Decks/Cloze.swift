/// A text with blanks: `{{c1::text::hint}}`, or `==text==` in a sentence.
struct Cloze {
  private enum Piece {
    case text(String)
    case gap(number: Int, text: String, hint: String)
  }

  private var pieces: [Piece] = []

  /// Numbered gaps; nil if the text has none.
  init?(numbered text: String) {
    guard text.contains("{{c") else { return nil }
    var rest = text[...]
    while let open = rest.firstRange(of: "{{c") {
      let digits = rest[open.upperBound...].prefix { $0.isNumber }
      let body = rest[digits.endIndex...]
      guard let number = Int(digits), body.hasPrefix("::"), let close = body.firstRange(of: "}}")
      else { return nil }
      let parts = body[body.index(body.startIndex, offsetBy: 2)..<close.lowerBound]
      let hint = parts.firstRange(of: "::")
      pieces.append(.text(String(rest[..<open.lowerBound])))
      pieces.append(
        .gap(
          number: number, text: String(parts[..<(hint?.lowerBound ?? parts.endIndex)]),
          hint: hint.map { String(parts[$0.upperBound...]) } ?? ""))
      rest = rest[close.upperBound...]
    }
    guard !pieces.isEmpty else { return nil }
    pieces.append(.text(String(rest)))
  }

  /// Highlights of at most `longest` words, each a gap of its own; nil if the text has none.
  init?(highlighted text: String, longest: Int = 8) {
    guard text.contains("==") else { return nil }
    var rest = text[...]
    var number = 0
    while let open = Self.mark(in: rest, opens: true),
      let close = Self.mark(in: rest[open.upperBound...], opens: false)
    {
      let inside = String(rest[open.upperBound..<close.lowerBound])
      pieces.append(.text(String(rest[..<open.lowerBound])))
      if inside.wordCount <= longest {
        number += 1
        pieces.append(.gap(number: number, text: inside, hint: ""))
      } else {
        pieces.append(.text(inside))
      }
      rest = rest[close.upperBound...]
    }
    guard number > 0 else { return nil }
    pieces.append(.text(String(rest)))
  }

  /// The `==` that opens a highlight before a word, or closes one behind it; not that of `a == b`.
  private static func mark(in text: Substring, opens: Bool) -> Range<Substring.Index>? {
    let bytes = text.utf8
    var isInCode = false
    var index = bytes.startIndex
    var before: UInt8 = 0x20
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == UInt8(ascii: "`") { isInCode.toggle() }
      if !isInCode, byte == UInt8(ascii: "="), before != byte, next < bytes.endIndex,
        bytes[next] == byte
      {
        let end = bytes.index(after: next)
        let behind = end < bytes.endIndex ? bytes[end] : 0x20
        let isMark = opens ? !behind.isBlank && behind != byte : !before.isBlank && behind != byte
        if isMark { return index..<end }
      }
      before = byte
      index = next
    }
    return nil
  }

  /// The text with all gaps filled.
  var filled: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .gap(_, let text, _): text
      }
    }.joined()
  }

  private var numbers: [Int] {
    var numbers: [Int] = []
    for case .gap(let number, _, _) in pieces where !numbers.contains(number) {
      numbers.append(number)
    }
    return numbers
  }

  /// A card for each number.
  func drafts(line: Int, quality: Double) -> [Draft] {
    numbers.map { number in
      var prompt = ""
      var blanks: [String] = []
      for piece in pieces {
        switch piece {
        case .gap(number, let text, let hint):
          blanks.append(text)
          prompt += "[…\(hint)]"
        case .text(let text), .gap(_, let text, _): prompt += text
        }
      }
      return Draft(
        kind: .cloze, prompt: prompt.trimmed, answer: filled.trimmed, blanks: blanks, level: 1,
        quality: quality, line: line, group: line)
    }
  }
}
