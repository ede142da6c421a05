/// What is left of an English word without its endings. Both sides are cut by the same rule, so it
/// need not be a word, only equal: validate, validates, validation and validated are one.
enum AnswerStem {
  static func stem(of word: String) -> String {
    var letters = Array(word.utf8)
    if letters.count > 2, letters.suffix(2).elementsEqual("'s".utf8) { letters.removeLast(2) }
    if let regular = irregular[String(decoding: letters, as: UTF8.self)] {
      letters = Array(regular.utf8)
    }
    let isEnglish = letters.allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x27 }
    guard letters.count >= 4, isEnglish else { return String(decoding: letters, as: UTF8.self) }
    for _ in 0..<3 {
      guard let ending = endings.first(where: { canDrop($0, from: letters) }) else { break }
      letters.removeLast(ending.count)
    }
    if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    return String(decoding: withoutDoubles(letters), as: UTF8.self)
  }

  private static func canDrop(_ ending: [UInt8], from word: [UInt8]) -> Bool {
    let left = word.count - ending.count
    guard left >= 3, word.last == ending.last, word[left...].elementsEqual(ending) else {
      return false
    }
    if ending.count == 1, ending[0] == UInt8(ascii: "s") {
      let before = word[left - 1]
      return before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
        && before != UInt8(ascii: "i")
    }
    return left >= (wary.contains(ending) || ending.count > 3 && word.count < 8 ? 4 : 3)
  }

  /// Doubled letters are where typing slips and endings differ most: throttling, throtled.
  private static func withoutDoubles(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      result.append(letters[index])
      let isDouble = index + 1 < letters.count && letters[index + 1] == letters[index]
      index += isDouble ? 2 : 1
    }
    return result
  }

  /// In the order of trial, longer before shorter.
  private static let endings = """
    izations isations ization isation ations ation ities ility ments ment ness ances ance ences \
    ence encies ency ancies ancy able ible ively ive ized ised izes ises izing ising izer iser ize \
    ise ators ator ating ated ates ate ions ion ings ing edly ed ers er ors or ants ant ents ent \
    ally al ly ity ies ied y es s e
    """.split(separator: " ").map { Array($0.utf8) }

  /// Short words end like this without its being an ending.
  private static let wary = Set("er or al ent ant y".split(separator: " ").map { Array($0.utf8) })

  private static let irregular: [String: String] = {
    let forms = """
      lose lost/send sent/keep kept/build built/write wrote written/run ran/choose chose chosen/\
      break broke broken/begin began begun/hold held/find found/give gave given/take took taken/\
      freeze froze frozen/hide hid hidden/show shown/know known/go went gone/fall fell/spend spent/\
      lead led/index indices/catch caught/throw threw thrown/pay paid/\
      say said/tell told/do done/see saw seen/steal stole stolen/child children/id ids
      """
    var irregular: [String: String] = [:]
    for line in forms.split(separator: "/") {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() { irregular[word] = words[0] }
    }
    return irregular
  }()
}
