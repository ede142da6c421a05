/// A heading without its furniture: numbering, emoji, `{#id}`, trailing colons.
struct Heading: Hashable {
  /// With code and emphasis.
  let markdown: String
  /// Without marks.
  let plain: String
  /// It began with `Q:`, `QA 3:` or the like: the author wrote a question.
  let isMarkedQuestion: Bool

  init(markdown: String, plain: String) {
    let bare = Self.cleaned(plain)
    let marked = Self.questionMark(of: bare)
    isMarkedQuestion = marked > 0
    self.plain = String(bare.dropFirst(marked))
    self.markdown =
      markdown == plain
      ? self.plain : String(Self.cleaned(markdown.withoutEmphasis).dropFirst(marked))
  }

  var isEmpty: Bool { plain.isEmpty }

  /// `Redis: Senior Backend Engineer Reference` names Redis.
  var withoutSuffix: String {
    guard let colon = plain.firstIndex(of: ":") else { return plain.withoutDocumentKind }
    let name = plain[..<colon].trimmed
    return (name.isEmpty || name.wordCount > 7 ? plain : name).withoutDocumentKind
  }

  var isQuestion: Bool {
    isMarkedQuestion || asksToExplain || plain.hasSuffix("?") || plain.hasSuffix("？")
      || plain.hasPrefix("\"") && plain.hasSuffix("?\"")
  }

  /// "Explain the event loop", "Compare all three": asked as it stands.
  private var asksToExplain: Bool {
    guard let first = plain.utf8.first, "EDCWTL".utf8.contains(first) else { return false }
    let words = plain.words
    guard words.count > 2 else { return false }
    switch words[0] {
    case "Explain", "Describe", "Discuss": return true
    case "Compare", "Define", "List", "Design": return Phrasing.determiners.contains(words[1])
    case "Tell", "Walk": return words[1] == "me"
    default: return false
    }
  }

  /// Titles under which nothing is worth asking.
  var isFurniture: Bool {
    let title = plain.lowercased()
    return Lexicon.furniture.contains(title)
      || Lexicon.furnitureStarts.contains { title.hasPrefix($0) }
      || Lexicon.furnitureEnds.contains { title.hasSuffix($0) }
  }

  private static func cleaned(_ text: String) -> String {
    var view = text.trimmed[...]
    var before = -1
    while view.utf8.count != before {
      before = view.utf8.count
      view = view.drop { isDecoration($0) || $0.isWhitespace }
      view = view.dropFirst(numbering(of: view))
    }
    while let last = view.last, last.isWhitespace || last == ":" || isDecoration(last) {
      view = view.dropLast()
    }
    if let id = view.firstRange(of: " {#"), view.hasSuffix("}") { view = view[..<id.lowerBound] }
    return String(view)
  }

  private static func isDecoration(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    if scalar.isASCII { return false }
    return scalar.properties.isEmojiPresentation
      || scalar.properties.generalCategory == .otherSymbol
      || scalar.value == 0xfe0f || scalar.value == 0x200d
  }

  /// Length of `1.`, `1.2.3`, `(2)`, `3)`, `A.`, `IV.` at the start.
  private static func numbering(of text: Substring) -> Int {
    // Letters begin most headings, and few letters number one.
    if let byte = text.utf8.first, byte.isASCIILetter, let next = text.utf8.dropFirst().first,
      next.isASCIILetter, text.utf8.first != UInt8(ascii: "I"), byte != UInt8(ascii: "V"),
      byte != UInt8(ascii: "X")
    {
      return 0
    }
    let head = text.prefix { !$0.isWhitespace }
    guard head.count < text.count, let last = head.last, ".):".contains(last) else {
      let isDotted = head.contains(".") && head.allSatisfy { $0.isNumber || $0 == "." }
      return isDotted && head.count < text.count && head.first?.isNumber == true ? head.count : 0
    }
    let core = head.filter { !".():".contains($0) }
    if core.isEmpty { return 0 }
    if core.allSatisfy(\.isNumber) { return head.count }
    let isRoman = core.allSatisfy { "IVX".contains($0) }
    let isLetter = core.count == 1 && core.first?.isUppercase == true
    return (isRoman || isLetter) && last != ":" ? head.count : 0
  }

  /// Length of `Q:`, `Q7:`, `QA 3:`, `Question 4.` at the start.
  private static func questionMark(of text: String) -> Int {
    guard let end = text.firstIndex(where: { $0 == ":" || $0 == "." }) else { return 0 }
    let label = text[..<end].lowercased()
    let letters = label.prefix { $0.isLetter }
    guard ["q", "qa", "question"].contains(letters) else { return 0 }
    let number = label.dropFirst(letters.count).trimmed
    guard number.allSatisfy(\.isNumber), letters == "q" || letters == "qa" || !number.isEmpty else {
      return 0
    }
    let rest = text[text.index(after: end)...].drop(while: \.isWhitespace)
    return text.distance(from: text.startIndex, to: rest.startIndex)
  }
}

extension String {
  /// "Heap cheatsheet for coding interviews" is about heaps, not about cheatsheets.
  var withoutDocumentKind: String {
    let lowered = lowercased()
    guard lowered.utf8.count == utf8.count else { return self }
    for kind in Self.documentKinds {
      if let range = lowered.firstRange(of: kind), range.lowerBound > lowered.startIndex {
        return String(prefix(lowered.distance(from: lowered.startIndex, to: range.lowerBound)))
          .trimmed
      }
    }
    return self
  }

  private static let documentKinds = [
    " cheatsheet", " cheat sheet", " interview question", " interview prep", " study notes",
    " complete guide", " quick reference", " – complete", " - complete", "常见面试题", "面试题",
  ]
}
