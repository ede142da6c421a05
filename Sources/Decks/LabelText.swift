/// What the text behind a label lets it ask, where the label itself does not say.
extension LabelReading {
  /// A command does what is said of it, in whatever form.
  var command: Question? {
    guard label.isCode, label.plain.contains(" ") else { return nil }
    let acts = Lexicon.verbs.contains(opening) || Lexicon.isThirdPerson(opening)
    return Question(
      text: "What does \(name) \(acts ? "do" : "show")?", level: 2, quality: 0.7 - leans)
  }

  /// "Used for …", "best for …"
  var purpose: Question? {
    guard body.count > 3 else { return nil }
    let link = body[1].lowercased()
    switch body[0].lowercased() {
    case "used", "useful", "designed", "intended", "meant":
      guard link == "for" || link == "to" || link == "when" else { return nil }
      return Question(text: "What is \(name) used for?", level: 2, quality: 0.74)
    case "ideal", "best", "good", "perfect", "suitable":
      guard link == "for" else { return nil }
      return Question(text: "When should you use \(name)?", level: 3, quality: 0.74)
    default: return nil
    }
  }

  /// "Stores the ballast."
  var deed: Question? {
    guard Phrasing.beginsWithVerb(body) else { return nil }
    return Question(text: "What does \(name) do?", level: 2, quality: 0.74)
  }

  /// "Without a broker"
  var circumstance: Question? {
    guard let first = words.first?.lowercased(), first == "without" || first == "with",
      (2...6).contains(words.count), !passage.asksAsAWhole
    else { return nil }
    return Question(
      text: "What happens **\(Phrasing.lowercasedFirst(label.markdown))**?", level: 3,
      quality: 0.66 - leans)
  }

  /// "Keep transactions short"
  var advice: Question? {
    guard !label.isDefinition, Phrasing.isImperative(words) else { return nil }
    let advice = Phrasing.lowercasedFirst(label.markdown)
    let asked = tellsHow ? "how do you \(advice)?" : "why \(advice)?"
    return Question(
      text: Phrasing.isVague(passage.subject.plain)
        ? asked.capitalizedFirst : "\(passage.subjectName): \(asked)",
      level: 2, quality: 0.64 - leans)
  }

  /// Whether what stands behind an order says how to carry it out: by orders of its own.
  private var tellsHow: Bool {
    let first = label.body.firstWord.lowercased()
    return first == "by" || first == "with" || Lexicon.verbs.contains(first)
  }

  /// "Timeouts: set them on both sides."
  var recommendation: Question? {
    guard Lexicon.verbs.contains(opening), !Lexicon.nounVerbs.contains(opening),
      Phrasing.looksLikeNoun(words), !label.isDefinition
    else { return nil }
    return Question(text: "\(name): what is recommended?", level: 3, quality: 0.64 - leans)
  }

  /// A label that says something, or whose text gives orders or conditions.
  var statement: Question? {
    // "**ILM** — index lifecycle management": behind a dash the word is a noun if it may be one.
    let isOrder =
      Lexicon.verbs.contains(opening)
      && !(label.isDefinition && Lexicon.nounVerbs.contains(opening))
    guard isOrder || Lexicon.conditionals.contains(opening) || !Phrasing.looksLikeNoun(words) else {
      return nil
    }
    return Question(
      text: "What is meant by “\(label.markdown)” (\(passage.subjectName))?", level: 2,
      quality: (label.plain.hasPrefix("The ") ? 0.5 : 0.6) - leans)
  }

  /// "Replicated to three nodes"
  var trait: Question? {
    guard !label.isCode, body.count > 2, opening.hasSuffix("ed"), opening.utf8.count > 4,
      ["with", "by", "in", "from", "on", "to", "into", "of"].contains(body[1].lowercased())
    else { return nil }
    return Question(text: "What characterizes \(name)?", level: 1, quality: 0.68 - leans)
  }

  /// A sentence about something else tells of the term without saying what it is.
  var remark: Question? {
    guard !label.isCode, !label.isDefinition,
      LeadForm(of: label.body, name: label.plain) == .other, LeadForm.mainVerb(in: body) != nil
    else { return nil }
    return Question(text: "Explain \(name).", level: 2, quality: 0.66 - leans)
  }

  var definition: Question {
    let copula = Phrasing.isPlural(Naming.subject(of: label.plain)) && !label.isCode ? "are" : "is"
    return Question(text: "What \(copula) \(name)?", level: 1, quality: 0.72 - leans)
  }
}
