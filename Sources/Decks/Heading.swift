/// A heading without its furniture: numbering, emoji, `{#id}`, trailing colons. A class, so that
/// what rules ask of it again and again is found out once.
final class Heading: Hashable {
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
    self.plain = marked == 0 ? bare : String(bare.dropFirst(marked))
    self.markdown =
      markdown == plain
      ? self.plain : String(Self.cleaned(markdown.withoutEmphasis).dropFirst(marked))
  }

  static func == (left: Heading, right: Heading) -> Bool {
    left === right
      || left.markdown == right.markdown && left.plain == right.plain
        && left.isMarkedQuestion == right.isMarkedQuestion
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(markdown)
    hasher.combine(plain)
  }

  var isEmpty: Bool { plain.isEmpty }

  private(set) lazy var words = plain.words
  private(set) lazy var lowered = plain.lowercased()
  /// How a question would repeat it.
  private(set) lazy var quoted = markdown.withoutOuterQuotes.lowercased()
  /// What it says about the text under it; nil if it names no role.
  private(set) lazy var role = Lexicon.role(of: plain)
  private(set) lazy var level = Phrasing.level(ofTitle: plain)
  private(set) lazy var isImperative = Phrasing.isImperative(words)
  /// Whether it names something that questions can be about.
  private(set) lazy var isSubject = findsSubject
  /// What questions call it.
  private(set) lazy var name = Naming.bold(Naming.withoutRole(markdown))
  /// What it would ask itself; nil for the name of a thing.
  private(set) lazy var clauseQuestion = Phrasing.askedClause(of: self)
  /// How a question would repeat what it asks.
  private(set) lazy var quotedQuestion = clauseQuestion?.lowercased().withoutFinalMark
  private(set) lazy var stems = Phrasing.stems(plain)
  /// Whether it names nothing that could be asked for.
  private(set) lazy var isVague = Phrasing.isVague(plain)
  /// Whether it heads an example: what stands under it holds for that alone.
  private(set) lazy var isExample = words.contains { Self.exampleWords.contains(anyCase: $0) }
  private static let exampleWords: WordSet = ["example", "examples", "sample", "samples", "demo"]
  /// What the members of a list under it would be called, in the singular.
  private(set) lazy var genus = Recognition.genus(ofHeading: plain)

  private var findsSubject: Bool {
    guard let first = words.first?.lowercased(), !isQuestion else { return false }
    if Lexicon.generic.contains(lowered) { return false }
    if role != nil || isExample { return false }
    if Lexicon.aspects.contains(lowered) { return false }
    return !Lexicon.interrogatives.contains(first) && !isImperative
      && Phrasing.looksLikeNoun(words)
  }

  /// `Redis: Senior Backend Engineer Reference` names Redis.
  var withoutSuffix: String {
    guard let colon = plain.firstIndex(of: ":") else { return plain.withoutDocumentKind }
    let name = plain[..<colon].trimmed
    return (name.isEmpty || name.wordCount > 7 ? plain : name).withoutDocumentKind
  }

  private(set) lazy var isQuestion = findsQuestion

  private var findsQuestion: Bool {
    isMarkedQuestion || asksToExplain || plain.hasSuffix("?") || plain.hasSuffix("？")
      || plain.hasPrefix("\"") && plain.hasSuffix("?\"")
  }

  /// "Explain the event loop", "Compare all three": asked as it stands.
  private var asksToExplain: Bool {
    guard let first = plain.utf8.first, "EDCWTL".utf8.contains(first) else { return false }
    guard words.count > 2 else { return false }
    switch words[0] {
    case "Explain", "Describe", "Discuss": return true
    case "Compare", "Define", "List", "Design": return Lexicon.determiners.contains(words[1])
    case "Tell", "Walk": return words[1] == "me"
    default: return false
    }
  }

  /// Titles under which nothing is worth asking.
  var isFurniture: Bool {
    Lexicon.furniture.contains(lowered) || Lexicon.furnitureStarts.begins(lowered)
      || Lexicon.furnitureEnds.contains { lowered.hasSuffix($0) }
  }

  private static func cleaned(_ text: String) -> String {
    let text = text.trimmed
    if text.beginsWithWord, let last = text.utf8.last, last < 0x80, last != UInt8(ascii: ":"),
      last != UInt8(ascii: "}")
    {
      return text
    }
    var view = text[...]
    var before = text.beginsWithWord ? view.utf8.count : -1
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
    if text.beginsWithWord { return 0 }
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
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "q") else { return 0 }
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

extension StringProtocol {
  /// Whether two letters begin it that begin no number: they do most headings.
  fileprivate var beginsWithWord: Bool {
    guard let first = utf8.first, first.isASCIILetter, let next = utf8.dropFirst().first else {
      return false
    }
    return next.isASCIILetter && first != UInt8(ascii: "I") && first != UInt8(ascii: "V")
      && first != UInt8(ascii: "X")
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
