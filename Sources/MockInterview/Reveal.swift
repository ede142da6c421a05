/// When answers are shown and marked.
package enum Reveal: String, CaseIterable, Codable, Sendable {
  case each
  case round
  case end
}

/// How questions are answered.
package enum AnswerMode: String, CaseIterable, Codable, Sendable {
  /// Aloud, with a line for keywords.
  case speak
  case type
}
