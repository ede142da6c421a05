/// Questions that cells of a table answer.
extension Phrasing {
  static func question(aboutRow key: String, keyHeader: String, column: String) -> Question {
    let header = column.asPhrase
    let bare = header.lowercased()
    let name = key.contains("`") ? key : key.plainBold
    func ask(_ text: String, _ level: Int, _ quality: Double = 0.76) -> Question {
      Question(text: text, level: level, quality: quality)
    }
    if bare.hasSuffix("?") { return ask("\(name) — \(header)", 2) }
    if ["meaning", "definition", "what it means"].contains(bare) {
      return ask("What does \(name) mean?", 1)
    }
    if ["use", "use case", "use cases", "purpose", "used for", "best for"].contains(bare) {
      return ask("What is \(name) used for?", 2)
    }
    if ["when to use", "use when", "when"].contains(bare) {
      return ask("When should you use \(name)?", 3)
    }
    if ["what it does", "description", "what it is"]
      .contains(bare)
    {
      return ask(bare == "what it is" ? "What is \(name)?" : "What does \(name) do?", 2)
    }
    if ["example", "examples"].contains(bare) {
      return ask("Give an example of \(name).", 2, 0.66)
    }
    if ["fix", "remedy", "solution", "mitigation"].contains(bare) {
      return ask("\(name) — what is the \(bare)?", 4)
    }
    let words = header.words
    if words.count == 1, Lexicon.isThirdPerson(bare), !ofHeaders.contains(bare) {
      // "Limits" may be what it limits or which limits it has.
      let base = Lexicon.base(ofThirdPerson: bare)
      return Lexicon.nounVerbs.contains(base)
        ? ask("\(name) — \(bare)?", 2, 0.64) : ask("What does \(name) \(base)?", 2, 0.72)
    }
    if let head = words.last, ofHeaders.contains(head.lowercased()) {
      let verb = isPlural(header) ? "are" : "is"
      return ask("What \(verb) the \(header) of \(name)?", 2, 0.74)
    }
    if words.count <= 4, looksLikeNoun(words), header == header.lowercased(),
      !words.contains(where: { Lexicon.conditionals.contains($0) || Lexicon.isThirdPerson($0) }),
      !words.contains(where: { Lexicon.verbs.contains($0) && !Lexicon.nounVerbs.contains($0) })
    {
      let verb = isPlural(header) ? "are" : "is"
      return ask("\(name) — what \(verb) the \(header)?", 2, 0.7)
    }
    return ask("\(name) — \(header)?", 2, 0.64)
  }

  /// Last words of headers that can be asked as "the … of X".
  private static let ofHeaders: Set<String> = [
    "cost", "costs", "default", "limit", "complexity", "role", "value", "size", "port", "mechanism",
    "scope", "purpose", "range", "unit", "owner", "order", "name", "format", "advantage",
    "advantages", "disadvantage", "disadvantages", "drawback", "drawbacks", "benefit", "benefits",
    "strength", "strengths", "weakness", "weaknesses", "risk", "consequence", "result", "cause",
  ]
}
