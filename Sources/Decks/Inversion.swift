/// Turns a clause such as "why a lease expires early" into the question "Why does a lease expire
/// early?"
enum Inversion {
  /// Words before the verb of a clause that nobody has to read twice.
  private static let longestSubject = 9

  /// The question of a clause that begins with "why", "how", "which" and the like;
  /// nil where its verb cannot be told for sure.
  static func question(of clause: String) -> String? {
    let words = clause.withoutFinalMark.words
    guard words.count > 2, let first = words.first?.lowercased(),
      Lexicon.interrogatives.contains(first)
    else {
      return nil
    }
    let rest = words[1...]
    if first == "which" { return which(rest) }
    if degrees.contains(anyCase: words[1]) { return nil }
    return inverted(rest).map { "\(first.capitalizedFirst) \($0)?" }
  }

  /// "does a lease expire early" of "a lease expires early".
  private static func inverted(_ words: ArraySlice<String>) -> String? {
    for index in words.indices.dropFirst() where index - words.startIndex <= longestSubject {
      let word = words[index].lowercased()
      let subject = words[..<index]
      if clauseWords.contains(word) { return nil }
      // "a timeout does not stop work"
      let isNegated = negatable.contains(word) && words[(index + 1)...].first == "not"
      if movable.contains(word) || isNegated {
        return ([word] + subject + words[(index + 1)...]).joined(separator: " ")
      }
      // "what closed and open states do"
      if word == "do" || word == "does" || word == "differ", index == words.indices.last {
        let verb = word == "does" ? "does" : "do"
        return ([verb] + subject + [word == "differ" ? "differ" : "do"]).joined(separator: " ")
      }
      guard Lexicon.isThirdPerson(word), isVerb(at: index, in: words) else { continue }
      return (["does"] + subject + [Lexicon.base(ofThirdPerson: word)] + words[(index + 1)...])
        .joined(separator: " ")
    }
    return nil
  }

  /// Whether a word in -s is a verb and no plural: what stands around it tells.
  private static func isVerb(at index: Int, in words: ArraySlice<String>) -> Bool {
    if words[..<index].contains("and") { return false }
    let base = Lexicon.base(ofThirdPerson: words[index].lowercased())
    if !Lexicon.nounVerbs.contains(base), !happenings.contains(base) { return true }
    if isBehindOne(index, in: words) { return true }
    if index == words.indices.last { return singular.contains(anyCase: words[words.startIndex]) }
    return Lexicon.determiners.contains(words[index + 1].lowercased())
  }

  /// "a final slash leaks": behind the article of one thing no plural stands, unless it is of or in
  /// that thing or its own verb stands before: "a partition affects queues".
  private static func isBehindOne(_ index: Int, in words: ArraySlice<String>) -> Bool {
    guard let article = words[..<index].lastIndex(where: { articles.contains(anyCase: $0) }),
      case let between = words[(article + 1)..<index], let first = between.first
    else { return false }
    return !quantities.contains(anyCase: first)
      && !between.contains { word in
        Lexicon.conditionals.contains(anyCase: word) || word == "of"
          || word.hasSuffix("s") && !word.hasSuffix("ss") && word.first?.isUppercase == false
      }
  }

  private static let articles: WordSet = ["a", "an", "each", "every"]
  private static let quantities: WordSet = ["few", "couple", "dozen", "hundred", "thousand", "lot"]

  /// Verbs that name what happens as well: "memory leaks", "deploys". Elsewhere they are taken for
  /// verbs, as nothing is turned around there.
  private static let happenings: WordSet = [
    "leak", "delete", "deploy", "clone", "capture", "install", "rewrite", "rebuild", "restore",
    "override", "rename", "rebalance", "reload", "poll", "pin",
  ]

  /// "Which headers does a proxy need?" of "headers a proxy needs", "Which locks block reads?" of
  /// "locks block reads", "Which hash should you choose?" of "hash to choose".
  private static func which(_ words: ArraySlice<String>) -> String? {
    let start = words.startIndex
    let verb = words.indices.dropFirst().first { index in
      let word = words[index].lowercased()
      return word == "to" || Lexicon.auxiliaries.contains(word) || singular.contains(word)
        || Lexicon.verbs.contains(word) || Lexicon.isThirdPerson(word)
    }
    guard let verb, verb - start <= 5 else { return nil }
    let named = words[..<verb].joined(separator: " ")
    if words[verb].lowercased() == "to" {
      guard verb + 1 < words.endIndex else { return nil }
      return "Which \(named) should you \(words[(verb + 1)...].joined(separator: " "))?"
    }
    if singular.contains(anyCase: words[verb]) {
      return inverted(words[verb...]).map { "Which \(named) \($0)?" }
    }
    // "lock Postgres takes": a name behind the noun is what acts.
    if words[(start + 1)..<verb].contains(where: { $0.first?.isUppercase == true }) { return nil }
    let isSubject =
      verb + 1 < words.endIndex || Lexicon.isThirdPerson(words[verb]) && verb - start < 4
    return isSubject ? "Which \(words.joined(separator: " "))?" : nil
  }

  private static let degrees: WordSet = [
    "long", "many", "much", "often", "far", "big", "large", "fast", "well", "few", "about", "to",
  ]
  /// Auxiliaries that go before the subject as they are.
  private static let movable = Lexicon.formsOfBe.union(Lexicon.modals)
  private static let negatable: WordSet = ["do", "does", "did"]
  /// Behind them stands another clause, or its subject.
  private static let clauseWords = Lexicon.subordinators.union([
    "what", "whether", "although", "you", "they", "it", "we", "i", "to",
  ])
  private static let singular = articles.union(["the", "one"])
}
