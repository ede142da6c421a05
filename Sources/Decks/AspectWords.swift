/// Words over the columns of tables, by what they make of a header.
extension Aspect {
  static let adjectiveEnds = [
    "able", "ible", "less", "safe", "ent", "ant", "ic", "ed", "ous", "ive", "free", "aware", "ful",
  ]

  /// Nouns that end like adjectives: "Conditional logic?" asks whether there is some.
  static let thingsLikeAdjectives: WordSet = [
    "logic", "traffic", "topic", "metric", "event", "client", "agent", "tenant", "constant",
    "archive", "drive", "primitive", "directive", "basic", "deployment", "development", "support",
    "speed", "feed", "seed", "need", "shed", "bed", "embed", "arithmetic", "statistic", "music",
    "content", "document", "comment", "statement", "management", "environment", "element", "intent",
    "extent", "increment", "component", "argument", "alignment", "replacement", "assignment",
  ]

  /// What does something rather than is something.
  static let actors: WordSet = [
    "method", "verb", "command", "function", "flag", "option", "header", "endpoint", "directive",
    "operation", "instruction", "statement", "keyword", "parameter", "setting", "script", "tool",
  ]

  static let participles: WordSet = [
    "lost", "held", "sent", "kept", "read", "written", "seen", "known", "made", "set", "given",
  ]

  static let prepositions: WordSet = [
    "for", "in", "from", "by", "on", "at", "with", "until", "to", "as", "via", "into", "of",
    "under", "against", "when", "if",
  ]

  static let instructions: WordSet = [
    "watch", "use", "check", "try", "choose", "declare", "prefer", "avoid", "consider",
  ]

  /// Adjectives before "when" and "if".
  static let qualities: WordSet = [
    "slow", "fast", "cheap", "expensive", "costly", "safe", "unsafe", "useful", "useless", "best",
    "worst", "worth", "wrong", "right", "bad", "good", "fine", "enough", "dangerous", "risky",
    "needed", "possible", "impossible", "preferable", "appropriate", "overkill", "true", "false",
  ]

  /// "The control for an attack", not of it.
  static let forNouns: WordSet = [
    "control", "fix", "defence", "defense", "remedy", "response", "alternative", "signal", "choice",
    "rule", "mitigation", "primitive", "replacement", "solution", "workaround", "tool", "answer",
  ]

  /// Of the words that may be a verb or a plural, those that mostly are verbs over a column.
  static let actions: WordSet = [
    "limits", "blocks", "breaks", "fits", "saves", "ships", "lacks", "guarantees", "covers",
    "stores", "pays", "starts", "stops", "needs", "offers", "touches", "moves", "supports",
  ]

  /// Plural nouns that read like verbs.
  static let nouns: WordSet = [
    "calls", "uses", "costs", "changes", "drops", "records", "steps", "checks", "reads", "writes",
    "locks", "queries", "tests", "updates", "names", "links", "notes", "controls", "processes",
    "values", "states", "results", "signals", "messages", "loads", "sizes", "ranks", "orders",
    "functions", "matches", "filters", "indexes", "returns", "sorts",
  ]

  static let fixed: [String: String] = [
    "meaning": "what does $ mean", "definition": "what is $", "what it means": "what does $ mean",
    "description": "what is $", "what it is": "what is $", "what it does": "what does $ do",
    "use": "what is $ used for", "uses": "what is $ used for", "usage": "how is $ used",
    "use case": "what is $ used for", "use cases": "what is $ used for",
    "used for": "what is $ used for", "purpose": "what is the purpose of $",
    "best for": "what is $ best for", "good for": "what is $ good for",
    "ideal for": "what is $ ideal for", "best fit": "where does $ fit best",
    "fits": "where does $ fit", "fit": "where does $ fit", "suits": "where does $ fit",
    "losing case": "where does $ lose", "when to use": "when should you use $",
    "use when": "when should you use $", "use for": "what do you use $ for",
    "use it for": "what do you use $ for", "use it when": "when should you use $",
    "when": "when does $ apply", "instead": "what do you use instead of $",
    "example": "what is an example of $", "examples": "what are examples of $",
    "watch": "what must you watch with $", "watch out for": "what must you watch with $",
    "notes": "what is notable about $", "choose": "what do you choose for $",
    "best": "what is the best case of $", "worst": "what is the worst case of $",
    "average": "what is the average case of $", "works": "where does $ work",
    "breaks": "what does $ break",
  ]
}
