/// The name of what a manual is about, where its titles leave it out: "System limits" of etcd.
/// Names written in lower case give themselves away at the beginning of sentences; others are the
/// word in capitals that a text comes back to most.
struct ProductName {
  private var lowerStarts: [String: Int] = [:]
  private var starts: [String: Int] = [:]
  private var inside: [String: Int] = [:]

  /// The name in the prose of a note; nil if none stands out.
  static func find(in text: [UInt8]) -> String? {
    var counts = ProductName()
    text.withUnsafeBufferPointer { counts.read($0) }
    return counts.name
  }

  private var name: String? {
    let lower = Self.best(lowerStarts)
    if let lower, lower.count >= 2, inside[lower.word, default: 0] >= 2,
      !Self.isCommon(lower.word)
    {
      return lower.word
    }
    let capitals = inside.filter { $0.key.utf8.first?.isCapital == true }
    guard let best = Self.best(capitals), best.count >= 6, starts[best.word, default: 0] >= 2,
      case let next = Self.best(capitals.filter { $0.key != best.word }),
      best.count >= 2 * (next?.count ?? 0)
    else { return nil }
    return best.word
  }

  /// "where x is the age" goes on from a formula.
  private static func isCommon(_ word: String) -> Bool {
    Lexicon.conditionals.contains(word) || Lexicon.anaphora.contains(word)
      || Lexicon.interrogatives.contains(word) || Lexicon.verbs.contains(word)
      || Lexicon.auxiliaries.contains(word) || Lexicon.determiners.contains(word)
  }

  /// The most frequent word; of several the first in the alphabet.
  private static func best(_ counts: [String: Int]) -> (word: String, count: Int)? {
    counts.min { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { ($0.key, $0.value) }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var isCode = false
    var isBehindBlank = true
    for line in text.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let line = UnsafeBufferPointer(rebasing: line)
      if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isCode.toggle() }
      let isProse = line.first.map { $0.isASCIILetter } ?? false
      if isProse, !isCode { read(line: line, opens: isBehindBlank) }
      isBehindBlank = line.allSatisfy { $0.isBlank }
    }
  }

  private mutating func read(line: UnsafeBufferPointer<UInt8>, opens: Bool) {
    var isStart = opens
    line.forEachWord { range in
      let word = UnsafeBufferPointer(rebasing: line[range])
      let mark = word.last ?? 0
      let bare = UnsafeBufferPointer(
        rebasing: word[..<(mark.isASCIILetter || mark.isDigit ? word.count : word.count - 1)])
      count(bare, isStart: isStart)
      // "e.g." ends no sentence.
      isStart = bare.count > 3 && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: "?"))
    }
  }

  private mutating func count(_ word: UnsafeBufferPointer<UInt8>, isStart: Bool) {
    guard (3...16).contains(word.count), let first = word.first, first.isASCIILetter,
      word.allSatisfy({ $0.isASCIILetter || $0.isDigit }),
      word.dropFirst().contains(where: { !$0.isCapital })
    else { return }
    if !first.isCapital {
      // Other words in lower case are of no interest, unless one of them began a sentence.
      if isStart {
        lowerStarts[String(word), default: 0] += 1
      } else {
        let text = String(word)
        if lowerStarts[text] != nil { inside[text, default: 0] += 1 }
      }
    } else if isStart {
      starts[String(word), default: 0] += 1
    } else {
      inside[String(word), default: 0] += 1
    }
  }
}
