/// A word, code word or number of a text, and how it stands there.
struct AnswerToken {
  enum Content: Equatable {
    case word
    /// Compared as it is, because one letter makes another name of it.
    case code
    case number(AnswerQuantity)
    /// `not` and its like; carries nothing but what it does to others.
    case negator
  }

  var content: Content
  /// As it was typed, in lower case.
  var surface: String
  /// What words are compared by; of other tokens the surface.
  var stem: String
  var sentence: Int
  /// Counts sentences, commas and brackets.
  var clause: Int
  /// Counts clauses and conjunctions.
  var phrase: Int
  /// A negator before it reaches it.
  var isNegated = false
  /// Its clause holds a negating word, wherever.
  var isNearNegation = false
}

/// A text as the matcher reads it: what carries meaning, in order, each in its clause.
struct AnswerText {
  private(set) var tokens: [AnswerToken] = []
  /// Its numbers are meant roughly.
  private(set) var isRough = false
  private var sentence = 0
  private var clause = 0
  private var phrase = 0
  private var negativeClauses: Set<Int> = []

  /// A negator reaches so many tokens.
  private static let reach = 5

  init(_ text: String, glosses: Glosses) {
    for lexeme in glosses.applied(to: AnswerScanner.lexemes(of: text)) {
      switch lexeme {
      case .word(let word): add(word: word)
      case .code(let code): add(.code, code)
      case .number(let quantity): add(.number(quantity), "")
      case .pause:
        clause += 1
        phrase += 1
      case .stop:
        sentence += 1
        clause += 1
        phrase += 1
      }
    }
    negate()
  }

  private mutating func add(_ content: AnswerToken.Content, _ surface: String, stem: String? = nil)
  {
    tokens.append(
      AnswerToken(
        content: content, surface: surface, stem: stem ?? surface, sentence: sentence,
        clause: clause, phrase: phrase))
  }

  private mutating func add(word: String) {
    let bare = word.filter { $0 != "'" }
    if MatcherLexicon.conjunctions.contains(word) { phrase += 1 }
    if MatcherLexicon.roughly.contains(word) { isRough = true }
    if MatcherLexicon.restrictions.contains(word) { negativeClauses.insert(clause) }
    if MatcherLexicon.pronounsOfNothing.contains(word) {
      negativeClauses.insert(clause)
    } else if MatcherLexicon.negators.contains(bare) || word.hasSuffix("n't") {
      negativeClauses.insert(clause)
      add(.negator, word)
    } else if let value = AnswerQuantity.value(ofWord: word) {
      add(.number(AnswerQuantity(value: value, dimension: .bare, isLabel: true)), word)
    } else if MatcherLexicon.stopWords.contains(bare) {
      return
    } else if word.unicodeScalars.contains(where: \.isWrittenWithoutBlanks) {
      addPairs(of: word)
    } else {
      add(.word, word, stem: AnswerStem.stem(of: word))
    }
  }

  /// Scripts without blanks between words are compared by overlapping pairs of characters.
  private mutating func addPairs(of word: String) {
    let characters = Array(word)
    guard characters.count > 1 else { return add(.word, word) }
    for (first, second) in zip(characters, characters.dropFirst()) {
      add(.word, String([first, second]))
    }
  }

  private mutating func negate() {
    var phrase = -1
    var isNegated = false
    var distance = 0
    for index in tokens.indices {
      if tokens[index].phrase != phrase { (phrase, isNegated) = (tokens[index].phrase, false) }
      tokens[index].isNearNegation = negativeClauses.contains(tokens[index].clause)
      if tokens[index].content == .negator {
        isNegated.toggle()
        distance = 0
      } else {
        tokens[index].isNegated = isNegated && distance < Self.reach
        distance += 1
      }
    }
  }
}

extension Unicode.Scalar {
  /// Han, kana, Hangul.
  fileprivate var isWrittenWithoutBlanks: Bool {
    (0x3040...0x30ff).contains(value) || (0x3400...0x9fff).contains(value)
      || (0xac00...0xd7af).contains(value)
  }
}
