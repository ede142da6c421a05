/// Words that stand for each other: turns of speech everybody uses, and what a deck's own notes
/// explain, such as *Write-Ahead Log (WAL)*.
package struct Glosses: Sendable {
  private struct Phrase {
    var stems: [String]
    var meaning: String
  }

  /// By the stem of the first word; longer phrases first.
  private var phrases: [String: [Phrase]] = [:]

  /// Takes groups of terms that mean the same. The shortest of each stands for all.
  package init(_ groups: [[String]]) {
    for (words, meaning) in MatcherLexicon.phrases { add(words, meaning: meaning) }
    for group in groups {
      let terms = group.map { AnswerScanner.lexemes(of: $0).compactMap(\.word) }
      guard let meaning = terms.filter({ $0.count == 1 }).min(by: { $0[0].count < $1[0].count })
      else { continue }
      for term in terms where term != meaning && !term.isEmpty {
        add(term, meaning: meaning[0])
      }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.stems.count > $1.stems.count } }
  }

  private mutating func add(_ words: [String], meaning: String) {
    let stems = words.map(AnswerStem.stem)
    phrases[stems[0], default: []].append(Phrase(stems: stems, meaning: meaning))
  }

  /// With each phrase replaced by the word it stands for.
  func applied(to lexemes: [AnswerLexeme]) -> [AnswerLexeme] {
    let stems = lexemes.map { $0.word.map(AnswerStem.stem) }
    var result: [AnswerLexeme] = []
    result.reserveCapacity(lexemes.count)
    var index = 0
    while index < lexemes.count {
      let phrase = stems[index].flatMap { phrases[$0] }?.first { phrase in
        index + phrase.stems.count <= stems.count
          && zip(phrase.stems, stems[index...]).allSatisfy { $0 == $1 }
      }
      result.append(phrase.map { .word($0.meaning) } ?? lexemes[index])
      index += phrase?.stems.count ?? 1
    }
    return result
  }

  // MARK: Finding them

  /// The explanations in a deck's texts: a name of capitals in brackets behind the words whose
  /// first letters it has. In the order of the texts, each once.
  package static func groups(in texts: some Sequence<String>) -> [[String]] {
    var seen: Set<[String]> = []
    var groups: [[String]] = []
    for text in texts where text.utf8.contains(UInt8(ascii: "(")) {
      for group in Self.groups(in: text) where seen.insert(group).inserted { groups.append(group) }
    }
    return groups
  }

  private static func groups(in text: String) -> [[String]] {
    var groups: [[String]] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      let inside = rest[rest.index(after: open)...].prefix { $0 != UInt8(ascii: ")") }
      let before = text.utf8[..<open]
      if let name = abbreviation(inside), let words = words(of: name, before: before) {
        groups.append([words, name])
      }
      rest = rest[rest.index(after: open)...]
    }
    return groups
  }

  /// Two to six capitals and digits, the first a letter; a plural `s` does not count.
  private static func abbreviation(_ text: Substring.UTF8View) -> String? {
    var bytes = Array(text.filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "`") })
    if bytes.last == UInt8(ascii: "s") { bytes.removeLast() }
    guard (2...6).contains(bytes.count), let first = bytes.first, first.isCapital,
      bytes.allSatisfy({ $0.isCapital || (0x30...0x39).contains($0) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As many words, hyphens apart, as the name has letters, if their first letters spell it.
  private static func words(of name: String, before text: Substring.UTF8View) -> String? {
    let initials = name.utf8.map { $0 | 0x20 }
    // Words longer than 32 bytes are none.
    let tail = String(decoding: text.suffix(initials.count * 32), as: UTF8.self)
    let words = tail.utf8.split {
      $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || $0 == 0x0a
    }
    guard words.count >= initials.count else { return nil }
    let last = words.suffix(initials.count)
    guard zip(last, initials).allSatisfy({ Self.isInitial($1, of: $0) }) else { return nil }
    return last.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ").lowercased()
  }

  /// An X stands for *ex* and *cross* as well: *dead-letter exchange*, *cross-site scripting*.
  private static func isInitial(_ letter: UInt8, of word: Substring.UTF8View) -> Bool {
    let start = word.prefix(5).map { $0 | 0x20 }
    return start.first == letter
      || letter == UInt8(ascii: "x")
        && (start.starts(with: "ex".utf8) || start.elementsEqual("cross".utf8))
  }
}

extension AnswerLexeme {
  fileprivate var word: String? {
    if case .word(let word) = self { word } else { nil }
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (0x41...0x5a).contains(self) }
}
