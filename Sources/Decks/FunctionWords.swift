/// The small words of English that the rules tell sentences from names by.
extension Lexicon {
  /// They ask.
  static let interrogatives: WordSet = ["why", "how", "when", "what", "which", "where", "who"]

  /// They go on with something that stands before them.
  static let relatives: WordSet = ["that", "which", "who", "whose", "where"]

  /// They begin a clause inside a sentence.
  static let subordinators = relatives.union([
    "since", "when", "because", "if", "until", "while",
  ])

  /// Words that open a statement, so that what they follow is not "T is …".
  static let conditionals: WordSet = [
    "if", "when", "while", "because", "since", "as", "for", "with", "without", "after", "before",
    "until", "unless", "whenever", "once", "in", "on", "at", "by", "from", "to", "under", "during",
    "per", "via",
  ]

  /// Sentences that begin so lean on the one before.
  static let anaphora: WordSet = [
    "this", "that", "these", "those", "it", "they", "such", "here", "then", "so", "thus",
    "therefore", "however", "but", "and", "also", "moreover", "instead", "another", "both",
    "he", "she", "its", "their", "otherwise", "similarly", "likewise", "hence",
  ]

  /// Words that stand for a thing named elsewhere.
  static let pronouns: WordSet = [
    "this", "that", "these", "those", "it", "them", "they", "him", "her",
  ]

  /// In the present and the past.
  static let formsOfBe: WordSet = ["is", "are", "was", "were"]

  static let modals: WordSet = [
    "can", "could", "may", "might", "must", "should", "will", "would",
  ]

  /// Verbs that help another one, and "not".
  static let auxiliaries = formsOfBe.union(modals).union([
    "do", "does", "did", "has", "have", "not", "isn't", "aren't", "doesn't", "don't", "can't",
  ])

  /// Before a noun.
  static let determiners: WordSet = [
    "a", "an", "the", "your", "all", "each", "every", "only", "it", "them", "one", "no", "its",
    "their", "this", "that", "what", "which", "how", "more", "many", "few", "any", "some",
  ]

  /// Words that advice begins with besides a verb.
  static let adviceOpenings: WordSet = ["always", "do", "don't", "never"]

  /// They stay small in a title and count for nothing in an acronym.
  static let joints: WordSet = ["a", "an", "and", "for", "in", "of", "on", "or", "the", "to"]
}
