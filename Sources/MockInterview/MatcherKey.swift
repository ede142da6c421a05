/// One token of a key point that an answer may contain, and how much it proves.
struct MatcherKey {
  var token: AnswerToken
  var weight = 1.0
  /// It stands in several phrases of the point and tells none from the others.
  var isShared = false
  /// It opens the point and is said to the candidate, not by them.
  var isRubricVerb = false
  /// It has opposites, such as *before*; counts only beside another word of the point.
  let isRelation: Bool
  let isWord: Bool

  private let bytes: [UInt8]
  private let surfaceBytes: [UInt8]
  private let letters: UInt32
  private let stemLetters: UInt32
  private let parts: [String]
  private let synonyms: [Int]
  private let antonyms: [String]

  init(_ token: AnswerToken) {
    self.token = token
    bytes = Array(token.stem.utf8)
    surfaceBytes = Array(token.surface.utf8)
    letters = surfaceBytes.letterSet
    stemLetters = bytes.letterSet
    parts = token.content == .code ? token.surface.nameParts : []
    isWord = token.content == .word
    synonyms = isWord ? MatcherLexicon.synonymGroups(of: token.stem) : []
    antonyms = isWord ? MatcherLexicon.antonyms(of: token.stem) : []
    isRelation = !antonyms.isEmpty
  }

  /// What an answer's token is to the key.
  enum Likeness {
    case same(Double)
    case opposite
  }

  /// How a token compares; nil where the two have nothing to do with each other.
  /// - Parameter known: The stems of all points: what is another point's word is no slip.
  func likeness(
    to other: MatcherWord, roughly: Bool, known: Set<String>
  ) -> Likeness? {
    switch (token.content, other.token.content) {
    case (.number(let mine), .number(let theirs)):
      mine.matches(theirs, roughly: roughly) ? .same(1) : nil
    case (.code, .code): likeness(toCode: other)
    case (.word, .code):
      bytes.count >= 3 && other.partStems.contains(token.stem) ? .same(0.8) : nil
    case (.word, .word): likeness(toWord: other, known: known)
    default: nil
    }
  }

  /// A name inside a longer one counts: `real_ip` in `set_real_ip_from`.
  private func likeness(toCode other: MatcherWord) -> Likeness? {
    if token.surface == other.token.surface { return .same(1) }
    guard !parts.isEmpty, other.isJoinedName, other.parts.count > parts.count else { return nil }
    let isInside = (0...(other.parts.count - parts.count)).contains {
      other.parts[$0..<($0 + parts.count)].elementsEqual(parts)
    }
    return isInside ? .same(1) : nil
  }

  private func likeness(toWord other: MatcherWord, known: Set<String>) -> Likeness? {
    let stem = other.token.stem
    if stem == token.stem { return .same(1) }
    if !synonyms.isEmpty, other.synonyms.contains(where: synonyms.contains) { return .same(0.9) }
    if antonyms.contains(stem) || bytes.negates(other.bytes) || other.bytes.negates(bytes) {
      return .opposite
    }
    return isSlip(other, known: known) ? .same(0.9) : nil
  }

  private func isSlip(_ other: MatcherWord, known: Set<String>) -> Bool {
    let stemLimit = AnswerSlip.allowance(bytes.count)
    if bytes.first == other.bytes.first,
      (stemLetters ^ other.stemLetters).nonzeroBitCount <= 2 * stemLimit,
      AnswerSlip.isWithin(stemLimit, bytes, other.bytes)
    {
      return !known.contains(other.token.stem)
    }
    let limit = AnswerSlip.allowance(surfaceBytes.count)
    return surfaceBytes.count >= 5 && other.surfaceBytes.count >= 5
      && abs(surfaceBytes.count - other.surfaceBytes.count) <= limit
      && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
      && AnswerSlip.isWithin(limit, surfaceBytes, other.surfaceBytes)
      && !known.contains(other.token.stem)
  }

}

/// A token of an answer with what comparing it needs, computed once. A reference, because it is
/// looked at for each key of each point and a value of so many parts costs more to pass than to
/// compare.
final class MatcherWord {
  let token: AnswerToken
  fileprivate let bytes: [UInt8]
  fileprivate let surfaceBytes: [UInt8]
  fileprivate let letters: UInt32
  fileprivate let stemLetters: UInt32
  fileprivate let parts: [String]
  fileprivate let partStems: [String]
  fileprivate let synonyms: [Int]
  /// The stem of this word and the next written as one.
  let joinedStem: String?

  init(_ token: AnswerToken, next: AnswerToken?) {
    self.token = token
    bytes = Array(token.stem.utf8)
    surfaceBytes = Array(token.surface.utf8)
    letters = surfaceBytes.letterSet
    stemLetters = bytes.letterSet
    parts = token.content == .code && !token.surface.hasPrefix("x-") ? token.surface.nameParts : []
    partStems = parts.map(AnswerStem.stem)
    synonyms = token.content == .word ? MatcherLexicon.synonymGroups(of: token.stem) : []
    joinedStem = token.joinedStem(with: next)
  }

  /// Parts held by marks that a programmer sets, not a writer.
  fileprivate var isJoinedName: Bool {
    surfaceBytes.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "=") }
  }
}

extension AnswerToken {
  /// The stem of two neighbouring words written as one: *back off*, *backoff*.
  func joinedStem(with next: AnswerToken?) -> String? {
    guard let next, content == .word, next.content == .word else { return nil }
    return AnswerStem.stem(of: surface + next.surface)
  }
}

extension String {
  /// What stands between the marks of a name.
  fileprivate var nameParts: [String] {
    utf8.split { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "="):
        true
      default: false
      }
    }.map { String(Substring($0)) }
  }
}

extension [UInt8] {
  /// A bit for each letter that occurs.
  fileprivate var letterSet: UInt32 {
    reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// Whether this is the other with a negating prefix: *unlimited*, *nonblocking*.
  fileprivate func negates(_ other: [UInt8]) -> Bool {
    guard (2...3).contains(count - other.count), other.count >= 3 else { return false }
    let prefix = self[..<(count - other.count)]
    guard self[(count - other.count)...].elementsEqual(other) else { return false }
    return prefix.elementsEqual("un".utf8) || prefix.elementsEqual("non".utf8)
      || other.count > 5
        && ["in", "im", "ir"].contains { prefix.elementsEqual($0.utf8) }
  }
}
