extension Card {
  /// What may be given away before the answer is shown, the least first, plain sentences of
  /// Markdown; at most two, and none where a hint would be the answer.
  package var hints: [String] {
    switch kind {
    case .choice:
      guard choices.count > 2, let wrong = choices.first(where: { !$0.isRight }) else { return [] }
      return ["It is not: \(wrong.text)"]
    case .cloze, .typed:
      return blanks.first.flatMap { Self.beginning(ofWord: $0) }.map { [$0] } ?? []
    case .order: return points.first.map { ["The first step: \($0)"] } ?? []
    case .open, .code, .points:
      if points.count > 1 { return ["\(points.count) points", "One of them: \(points[0])"] }
      return Self.beginning(ofText: answer).map { [$0] } ?? []
    }
  }

  /// First character and length, for what must be produced exactly.
  private static func beginning(ofWord text: String) -> String? {
    guard let first = text.first, text.count > 2 else { return nil }
    return "It begins with “\(first)” and has \(text.count) characters."
  }

  /// The first three words of an answer that has at least ten.
  private static func beginning(ofText text: String) -> String? {
    let line = text.prefix { $0 != "\n" }
    let words = line.split(separator: " ")
    guard words.count >= 10 else { return nil }
    let opening = words.prefix(3).joined(separator: " ").filter { $0 != "*" && $0 != "`" }
    return "It begins: \(opening) …"
  }
}
