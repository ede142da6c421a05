/// Closed lists of words that the rules look things up in.
enum Lexicon {
  static let furniture: WordSet = [
    "contents", "table of contents", "toc", "further reading", "references", "resources", "links",
    "see also", "acknowledgements", "acknowledgments", "license", "licence", "contributing",
    "changelog", "release notes", "roadmap", "about the author", "sponsors", "support", "feedback",
    "contact", "translations", "installation", "prerequisites", "todo", "next steps", "exercises",
    "homework", "videos", "books", "courses", "appendix", "sources", "primary sources",
    "source(s) and further reading", "essential questions", "recommended practice questions",
    "practice questions", "recommended courses", "additional resources", "learning resources",
    "recommended resources", "under development", "natural language translations", "blog posts",
    "youtube", "linkedin", "twitter", "newsletters", "podcasts", "blogs", "communities", "credit",
    "contact info", "whats next", "what's next", "what is next", "what's next?", "future",
    "future work", "before you begin", "sample questions", "example questions", "practice problems",
    "contacts", "contact me", "contact us", "courses and videos", "free resources", "announcements",
    "来源及延伸阅读", "来源与延伸阅读", "延伸阅读", "参考链接", "来源", "資料來源及延伸閱讀", "来源及延伸閱讀", "參考資料", "その他の参考資料、ページ",
    "その他の参考資料、ページ:", "参照", "核心文章", "相关文章", "文章推荐", "self-check", "self check", "what changed",
    "useful links", "credits", "contributors", "mock interviews", "正在完善中", "接下来的步骤", "适合谁看",
    "建议阅读顺序", "学习重点", "高频问题", "面试高频问题", "贡献", "目的", "学习建议", "motivation and goals", "联系方式", "聯絡方式",
    "連絡先", "参考", "参考资料", "参考文献", "目录", "推荐阅读", "相关阅读", "相关专题", "更新", "后记", "目次",
  ]
  static let furnitureStarts: PhraseSet = [
    "how to use this", "related ", "contents of ", "recommended course", "recommended reading",
    "suggested reading",
  ]
  static let furnitureEnds = [" courses", " videos", " newsletter", " study plan"]

  /// Headings that name no subject of their own.
  static let generic: WordSet = [
    "overview", "introduction", "basics", "fundamentals", "concepts", "key concepts", "notes",
    "summary", "conclusion", "details", "definition", "definitions", "theory", "example",
    "examples", "usage", "general", "faq", "explanation", "explanations", "implementation",
    "implementation notes", "implementation note", "steps", "solutions", "possible solutions",
    "the solution", "algorithms", "task", "task description", "problem description",
    "the challenge", "the task", "problem statement", "questions and answers", "description",
    "demo", "code", "intro", "answer", "getting started", "quick start", "other", "others", "misc",
    "miscellaneous", "总结", "小结", "概述", "简介", "介绍", "前言", "示例", "例子", "interview questions",
    "questions", "glossary", "ongoing", "preparation", "optional", "good-to-haves", "cheatsheet",
    "cheat sheet", "more", "tips", "general tips", "template", "requirements",
    "additional talking points", "extras", "architecture", "index", "background", "core concepts",
    "tl;dr", "quick summary",
  ]

  /// Labels that only comment on the text around them.
  static let fluff: WordSet = [
    "note", "answer", "senior answer", "core philosophy", "philosophy", "analogy", "source",
    "author", "tags", "links", "related", "status", "mental model", "tip", "hint", "info",
    "warning", "important", "caution", "example", "examples", "output", "checked", "level", "see",
    "reference", "follow-up", "rubric", "red flags", "bad", "good", "expected output", "result",
    "tl;dr", "remember", "key point", "takeaway", "key takeaway", "summary", "conclusion",
    "context", "scenario", "setup", "input", "usage", "description", "todo", "update", "edit",
    "disclaimer", "quote", "for example", "for instance", "e.g.", "i.e.", "that is", "in short",
    "in practice", "in general", "in other words", "as a result", "therefore", "however",
    "by the way", "fun fact",
  ]

  /// Adjectives that rank things: "Which of them are common?"
  static let gradesOfThings: WordSet = [
    "common", "uncommon", "rare", "very common", "less common", "recommended", "not recommended",
    "optional", "required", "mandatory", "preferred", "supported", "unsupported", "deprecated",
  ]

  /// Labels that rank or order what stands behind them: they name no subject.
  static let grades = gradesOfThings.union([
    "almost never", "never", "always", "often", "sometimes", "rarely", "usually", "avoid", "best",
    "worst", "better", "worse", "easy", "medium", "hard", "difficult", "beginner", "intermediate",
    "advanced", "must have", "must-have", "nice to have", "nice-to-have", "do", "don't", "dos",
    "don'ts", "do not", "yes", "no", "maybe", "first", "second", "third", "fourth", "next",
    "finally", "last", "before", "after", "then", "now", "later", "today", "also",
    "most importantly", "pro tip", "acceptable", "prefer", "use", "consider", "try",
    "remember that", "old", "new", "full-time", "part-time", "low", "high", "moderate",
  ])

  /// Whether a label or heading comments on the text around it: "The Senior Answer".
  static func isFluff(_ name: String) -> Bool {
    let lowered = name.lowercased()
    let bare = lowered.hasPrefix("the ") ? String(lowered.dropFirst(4)) : lowered
    if fluff.contains(bare) { return true }
    return fluffEnds.contains { bare.hasSuffix($0) }
  }

  private static let fluffEnds = ["answer", "one-liner", "scenario", "punchline", "setup"]

  /// Whether a label only says that what follows is to be said: "The Senior One-Liner".
  static func announces(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["one-liner", "one liner", "answer", "punchline", "in short", "tl;dr", "short version"]
      .contains { lowered.hasSuffix($0) }
  }

  /// What a label or heading of these words says, lower case.
  static func role(of name: String) -> LabelRole? {
    // Longer names say nothing of the kind, but for what stands in brackets behind them.
    guard name.utf8.count <= 24 || name.utf8.last == UInt8(ascii: ")") else { return nil }
    let lowered = Naming.withoutGloss(name).lowercased()
    return roleByName[lowered]
      ?? (lowered.hasPrefix("the ") ? roleByName[String(lowered.dropFirst(4))] : nil)
  }

  private static let roleByName: [String: LabelRole] = roles.reduce(into: [:]) { names, role in
    for word in role.words where names[word] == nil { names[word] = role.role }
  }

  /// Roles of labels; of a word in two the first counts.
  private static let roles: [(role: LabelRole, words: Set<String>)] = [
    (.symptom, ["symptom", "symptoms"]),
    (
      .fix,
      [
        "fix", "solution", "remedy", "mitigation", "prevention", "defence", "defense", "workaround",
        "how to fix",
      ]
    ),
    (
      .problem,
      [
        "problem", "trap", "mistake", "common mistake", "pitfall", "gotcha", "error", "issue",
        "failure", "danger", "bug", "anti-pattern", "the disaster", "attack",
      ]
    ),
    (.cause, ["cause", "root cause", "why", "reason", "why it matters", "why?"]),
    (.how, ["how", "how it works", "mechanics", "mechanism", "flow", "under the hood"]),
    (
      .rule,
      [
        "rule", "rule of thumb", "golden rule", "best practice", "guideline", "recommendation",
        "decision",
      ]
    ),
    (
      .risk,
      [
        "risk", "drawback", "drawbacks", "con", "cons", "limitation", "limitations", "trade-off",
        "trade-offs", "tradeoff", "tradeoffs", "cost", "caveat", "caveats", "disadvantage",
        "disadvantages", "disadvantage(s)", "downside", "downsides", "losing case", "weakness",
        "weaknesses",
      ]
    ),
    (
      .benefit,
      [
        "benefit", "benefits", "pro", "pros", "advantage", "advantages", "advantage(s)",
        "guarantee", "strength", "strengths", "upside",
      ]
    ),
    (
      .use,
      [
        "use case", "use cases", "when to use", "best for", "use when", "use it when", "used for",
        "good for", "ideal for",
      ]
    ),
    (.definition, ["concept", "definition", "idea", "goal", "what it is", "what"]),
  ]

  /// Labels that say nothing without the heading they stand under.
  static let genericLabels: WordSet = [
    "performance", "security", "cost", "storage", "ordering", "latency", "mechanics", "windows",
    "linux", "macos", "default", "input", "throughput", "durability", "consistency", "availability",
    "scalability", "complexity", "memory", "cpu", "disk", "network", "speed", "reads", "writes",
    "scaling", "monitoring", "testing", "deployment", "configuration", "purpose", "syntax",
    "behavior", "behaviour", "meaning", "limits", "size", "type", "name", "method",
  ]

  /// Words that say of a thing only that it is one: headers and headings of them name no kind.
  static let vagueNouns: WordSet = [
    "", "item", "name", "thing", "what", "key", "value", "topic", "no", "number", "id", "title",
    "element", "question", "detail", "note", "point", "fact", "subject", "entry",
  ]

  static let dimensionHeaders: WordSet = [
    "", "feature", "aspect", "property", "criterion", "criteria", "dimension", "attribute",
    "characteristic", "concern", "comparison", "factor", "metric",
  ]

  /// Columns of a table of records: they are no subjects to be compared.
  static let attributeHeaders: WordSet = [
    "description", "type", "default", "value", "difficulty", "example", "examples", "cost",
    "meaning", "definition", "purpose", "use", "use case", "answer", "explanation", "solution",
    "why", "how", "when", "what", "response", "request", "format", "required", "weight", "count",
    "time", "space", "time complexity", "space complexity", "formula", "unit", "signal", "impact",
    "effect", "fix", "cause", "risk", "benefit", "action", "rule", "choice", "leetcode",
  ]

  /// Columns that are looked up when they are needed, and are out of date by then.
  static let triviaHeaders: WordSet = [
    "price", "priority", "duration", "rating", "ratings", "reviews", "time required", "stars",
    "downloads", "popularity", "salary", "address", "hostname", "host", "ip", "ip address",
    "endpoint", "our level", "last checked", "page", "url", "market share", "maturity",
    "maintainer", "maintainers", "owner", "owners", "contact", "contacts", "assignee", "reviewer",
    "reviewers", "handle", "written in", "license", "licence", "release year", "first release",
    "github stars", "company",
  ]

  /// Aspects of the subject a heading or label stands under.
  static let aspects: WordSet = [
    "complexity", "time complexity", "space complexity", "properties", "types", "components",
    "requirements", "applications", "motivation", "goals", "structure", "performance",
    "limitations", "limits", "operations", "approach", "techniques", "variants", "algorithm",
    "workflow", "role", "functions", "process", "results", "alternatives", "challenges", "features",
    "key features", "characteristics", "responsibilities", "edge cases", "corner cases", "space",
    "time", "auxiliary space complexity", "common mistakes", "purpose", "syntax", "procedure",
    "mechanism", "lifecycle", "principles", "core principles", "key principles", "failure modes",
    "assumptions", "guarantees", "disadvantage(s)", "advantage(s)", "experience", "application",
    "consequences", "implications", "parameters", "key points", "complexity analysis", "intuition",
  ]

  /// Columns that qualify the other columns rather than ask for themselves.
  static let qualifierHeaders: WordSet = [
    "condition", "conditions", "note", "notes", "remark", "remarks", "comment", "comments",
    "version", "since", "date", "month", "year", "source", "evidence", "link", "links", "reference",
    "author", "checked", "level", "status",
  ]
}

/// What a label says about the text behind it.
enum LabelRole {
  case symptom
  case fix
  case problem
  case cause
  case how
  case rule
  case risk
  case benefit
  case use
  case definition
}
