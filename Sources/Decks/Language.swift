/// The language a note is written in, as far as its questions need one.
enum Language: Int, CaseIterable, Hashable, Sendable {
  case english
  case chinese
  case japanese
  case korean
  case russian
  case german
  case french
  case spanish
  case portuguese
  case italian
  /// One that no question is worded in: only questions of the author are asked.
  case other

  /// Looks at the first 32 KB.
  init(of text: [UInt8]) {
    var counts = ScriptCounts()
    text.prefix(32 << 10).withUnsafeBufferPointer { counts.add($0) }
    self = counts.language
  }

  /// "What is X?", for a name in bold type.
  func definitionQuestion(_ name: String) -> String? {
    switch self {
    case .chinese: "\(name) 是什么？"
    case .japanese: "\(name) とは何ですか？"
    case .korean: "\(name): 무엇인가요?"
    case .russian: "Что такое \(name)?"
    case .german: "Was ist \(name)?"
    case .french: "Qu’est-ce que \(name) ?"
    case .spanish: "¿Qué es \(name)?"
    case .portuguese: "O que é \(name)?"
    case .italian: "Che cos’è \(name)?"
    case .english, .other: nil
    }
  }

  /// "Compare A and B: price."
  func comparison(of names: [String], in aspect: String) -> String {
    switch self {
    case .chinese: "比较 \(names.joined(separator: "、"))：\(aspect)"
    case .japanese: "\(names.joined(separator: "、")) の比較：\(aspect)"
    default: "\(names.joined(separator: " / ")): \(aspect)"
    }
  }

  /// "How do you write this with A, and how with B? Sign up"
  func writing(in names: [String], of task: String) -> String? {
    switch self {
    case .english:
      "How do you write this with \(names.joined(separator: ", and how with "))? "
        + task.asSentence.capitalizedFirst
    case .chinese: "用 \(names.joined(separator: "、")) 分别怎么写：\(task)"
    case .japanese: "\(names.joined(separator: "、")) ではそれぞれどう書きますか：\(task)"
    default: nil
    }
  }

  /// "What are the price and the weight of X?", of a row whose first column has a header.
  func aspects(_ names: [String], of subject: String, under header: String) -> String {
    let asked = names.map { name in
      name.last.map { "?？".contains($0) } == true ? String(name.dropLast()) : name
    }
    if asked.count == 1, Self.meanings.contains(asked[0].lowercased()),
      let question = definitionQuestion(subject)
    {
      return question
    }
    let names = asked.joined(separator: "、")
    let each = asked.count > 1 ? "分别" : ""
    switch self {
    case .chinese where Self.settings.contains(header.withoutEmphasis):
      return "\(header.withoutEmphasis)：\(subject)。\(names)\(each)是什么？"
    case .chinese: return "\(subject) 的\(names)\(each)是什么？"
    case .japanese: return "\(subject) について答えてください：\(names)"
    default: return "\(subject) — \(asked.joined(separator: " / "))?"
    }
  }

  /// Headers of rows that tell of a situation, and name nothing that has properties.
  private static let settings: WordSet = [
    "场景", "使用场景", "应用场景", "适用场景", "业务场景", "情况", "需求", "条件", "问题", "现象",
  ]

  /// Headers of columns that say what something is.
  private static let meanings: WordSet = [
    "bedeutung", "definition", "erklärung", "définition", "signification", "significado",
    "definición", "definição", "significato", "definizione", "значение", "определение", "定义", "含义",
    "意味", "定義", "뜻", "정의",
  ]

  /// "What is the difference between A and B?", for their names in one.
  func difference(_ names: String) -> String? {
    switch self {
    case .english: "\(names): what is the difference?"
    case .chinese: "\(names)：有什么区别？"
    case .japanese: "\(names)：違いは何ですか？"
    case .korean: "\(names): 차이점은 무엇인가요?"
    case .russian: "\(names): в чём разница?"
    case .german: "\(names): Was ist der Unterschied?"
    case .french: "\(names) : quelle est la différence ?"
    case .spanish: "\(names): ¿cuál es la diferencia?"
    case .portuguese: "\(names): qual é a diferença?"
    case .italian: "\(names): qual è la differenza?"
    case .other: nil
    }
  }

  /// "Explain X.", for a name in bold type.
  func explanation(_ name: String) -> String? {
    switch self {
    case .chinese: "请解释：\(name)"
    case .japanese: "\(name) を説明してください。"
    case .korean: "\(name): 설명하세요."
    case .russian: "Объясните: \(name)."
    case .german: "Erkläre: \(name)."
    case .french: "Expliquez : \(name)."
    case .spanish: "Explica: \(name)."
    case .portuguese: "Explique: \(name)."
    case .italian: "Spiega: \(name)."
    case .english, .other: nil
    }
  }
}

/// Letters by script, and common short words by language.
private struct ScriptCounts {
  private var latin = 0
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var cyrillic = 0
  private var foreign = 0
  private var words = [Int](repeating: 0, count: Language.allCases.count)
  private var wordCount = 0

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var counts = self
    let common = Self.common
    var word: UInt64 = 0
    var length = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte.isASCIILetter {
        word = word << 8 | UInt64(byte | 0x20)
        length += 1
        continue
      }
      if length > 0 {
        counts.latin += length
        if byte < 0x80 {
          counts.wordCount += 1
          if length <= 5, let language = common[word] { counts.words[language.rawValue] += 1 }
        }
        (word, length) = (0, 0)
      }
      guard byte >= 0xce else { continue }
      switch byte {
      case 0xe3:
        if index + 1 < bytes.count, (0x81..<0x84).contains(bytes[index + 1]) { counts.kana += 1 }
      case 0xe4...0xe9: counts.han += 1
      case 0xea...0xed: counts.hangul += 1
      case 0xd0...0xd1: counts.cyrillic += 1
      case 0xce...0xcf, 0xd7...0xdb, 0xe0...0xe1: counts.foreign += 1
      default: break
      }
    }
    counts.latin += length
    self = counts
  }

  var language: Language {
    if kana > 20, kana * 10 > han { return .japanese }
    if han > 30, han * 12 > latin { return .chinese }
    if hangul > 30, hangul * 8 > latin { return .korean }
    if cyrillic > 30, cyrillic * 4 > latin { return .russian }
    if foreign > 30, foreign * 4 > latin { return .other }
    let english = words[Language.english.rawValue]
    let candidates: [Language] = [.german, .french, .spanish, .portuguese, .italian]
    var best: (language: Language, count: Int) = (.english, english + english / 4)
    for candidate in candidates where words[candidate.rawValue] > best.count {
      best = (candidate, words[candidate.rawValue])
    }
    return best.count * 100 >= wordCount * 7 && best.count > 8 ? best.language : .english
  }

  /// Common words of at most five letters, packed into numbers.
  private struct CommonWords {
    private var keys = [UInt64](repeating: 0, count: 512)
    private var languages = [Language](repeating: .other, count: 512)

    init(_ lists: [(Language, String)]) {
      for (language, words) in lists {
        for word in words.split(separator: " ") {
          let packed = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          let place = place(of: packed)
          // Of a word in two languages the first counts.
          if keys[place] == 0 { (keys[place], languages[place]) = (packed, language) }
        }
      }
    }

    subscript(word: UInt64) -> Language? {
      let place = place(of: word)
      return keys[place] == word ? languages[place] : nil
    }

    /// Where a word stands or would stand.
    private func place(of word: UInt64) -> Int {
      var place = Int(truncatingIfNeeded: (word &* 0x9e37_79b9_7f4a_7c15) >> 55)
      while keys[place] != 0, keys[place] != word { place = (place + 1) & 511 }
      return place
    }
  }

  private static let common = CommonWords([
    (.english, "the and is of to in that for it with are this be as on not you or"),
    (.german, "der die das und ist nicht ein eine den dem mit von zu auf wird sind auch"),
    (.french, "le les des et est une dans pour qui sur pas que avec sont du par plus"),
    (.spanish, "el los las y el una del para con por que como es pero su al lo"),
    (.portuguese, "os as um uma para com por mais como dos das ao na no se em"),
    (.italian, "il gli di che una per con non sono del della nel come si dei le"),
  ])
}
