/// What a note says about a card as a question in an interview.
package struct InterviewQuestion: Hashable, Codable, Sendable {
  /// Whom it is asked, as the note writes it: junior, mid, senior, staff.
  package var level: String?
  /// What an answer must not contain, Markdown, one sentence each.
  package var redFlags: [String]
  /// The question behind the question, Markdown.
  package var followUp: String?
  package var followUpAnswer: String?

  package init(
    level: String? = nil, redFlags: [String] = [], followUp: String? = nil,
    followUpAnswer: String? = nil
  ) {
    self.level = level
    self.redFlags = redFlags
    self.followUp = followUp
    self.followUpAnswer = followUpAnswer
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      level: try fields.decodeIfPresent(String.self, forKey: .level),
      redFlags: try fields.decodeIfPresent([String].self, forKey: .redFlags) ?? [],
      followUp: try fields.decodeIfPresent(String.self, forKey: .followUp),
      followUpAnswer: try fields.decodeIfPresent(String.self, forKey: .followUpAnswer))
  }

  /// Nothing is known but that it is a question.
  var isEmpty: Bool { level == nil && redFlags.isEmpty && followUp == nil }
}
