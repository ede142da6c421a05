/// A heading that promises something without naming it: "The Key Insight", "The Real Trade-off",
/// "The Honest Limitation of FastAPI", "The Danger: Long-Running Tasks".
struct Rhetoric {
  /// What is promised, without flourishes, lower case: "insight", "limitations".
  let noun: String
  /// The noun as it is listed, in the singular.
  private let lemma: String
  /// "of FastAPI", "without Prefetch", as Markdown; empty when the heading says no more.
  let complement: String

  init?(_ heading: Heading) {
    let title = Naming.withoutGloss(heading.markdown)
    let words = title.words
    var index = words.startIndex
    let isPointed = index < words.endIndex && Self.articles.contains(anyCase: words[index])
    if isPointed { index += 1 }
    while index < words.endIndex, Self.flourishes.contains(anyCase: words[index]) { index += 1 }
    guard index < words.endIndex, let lemma = Self.lemma(of: words[index].lowercased()) else {
      return nil
    }
    self.lemma = lemma
    noun = words[index].lowercased()
    let rest = words[(index + 1)...]
    if rest.isEmpty {
      complement = ""
    } else if let first = rest.first, Self.prepositions.contains(anyCase: first) {
      let what = rest.dropFirst().joined(separator: " ")
      guard !what.isEmpty, what != "thumb" else { return nil }
      complement =
        first.lowercased() + " "
        + (what.hasPrefix("the ") ? "the " + String(what.dropFirst(4)).bold : what.bold)
    } else if isPointed, Self.announcements.contains(lemma), !rest.contains("vs") {
      // "The Truth Interviewers Want to Hear"
      complement = ""
    } else {
      return nil
    }
  }

  /// What the text under such a heading answers; nil where only the note's reader can tell.
  func question(in passage: Passage, leans: Double) -> Question? {
    let verb = noun == lemma ? "is" : "are"
    if complement.hasPrefix("without ") {
      return Question(text: "What goes wrong \(complement)?", level: 4, quality: 0.66 - leans)
    }
    if let preposition = Self.troubles[lemma] {
      let level = preposition == "of" ? 3 : 4
      guard complement.isEmpty else {
        return Question(
          text: "What \(verb) the \(noun) \(complement)?", level: level, quality: 0.68 - leans)
      }
      return passage.parentSubject.map {
        Question(
          text: "What \(verb) the \(noun) \(preposition) \($0)?", level: level,
          quality: 0.64 - leans)
      }
    }
    guard !complement.isEmpty else { return nil }
    // "The Rule for Financial Systems": a rule of whom, the heading above says.
    let around = passage.parentSubject.map { "\($0): what" } ?? "What"
    return Question(
      text: "\(around) \(verb) the \(noun) \(complement)?", level: 3, quality: 0.62 - leans)
  }

  private static func lemma(of word: String) -> String? {
    if troubles[word] != nil || announcements.contains(word) { return word }
    guard word.hasSuffix("s") else { return nil }
    let singular = String(word.dropLast())
    return troubles[singular] != nil || announcements.contains(singular) ? singular : nil
  }

  private static let articles: WordSet = ["the", "a", "an", "one", "your"]

  private static let prepositions: WordSet = [
    "of", "in", "with", "without", "for", "behind", "about",
  ]

  private static let flourishes: WordSet = [
    "key", "real", "honest", "golden", "core", "important", "big", "biggest", "hidden", "ugly",
    "hard", "main", "whole", "final", "ultimate", "only", "true", "precise", "simple", "critical",
    "crucial", "fundamental", "brutal", "harsh", "bitter", "classic", "common", "single", "most",
    "dirty", "deep", "silent", "architecture", "architectural", "design", "engineering",
    "production", "interview", "senior", "obvious", "usual", "cardinal", "general", "inconvenient",
    "iron", "overall", "central", "little", "underlying",
  ]

  /// Troubles, with the word that ties them to their subject.
  private static let troubles: [String: String] = [
    "danger": "with", "trap": "with", "catch": "with", "gotcha": "with", "pitfall": "with",
    "problem": "with", "disaster": "with", "trade-off": "of", "tradeoff": "of",
    "limitation": "of", "limit": "of", "weakness": "of", "drawback": "of", "downside": "of",
    "disadvantage": "of", "cost": "of", "risk": "of", "caveat": "of",
  ]

  private static let announcements: WordSet = [
    "insight", "truth", "rule", "lesson", "secret", "takeaway", "nuance", "reality", "twist",
    "moral", "verdict", "fix", "solution", "answer", "distinction", "idea", "intuition", "trick",
    "philosophy", "mindset", "dilemma", "point", "bottom-line", "question", "story",
    "principle", "message", "conclusion", "observation",
  ]
}
