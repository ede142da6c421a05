/// Something to choose as the answer to a card.
package struct Choice: Hashable, Codable, Sendable {
  /// Markdown.
  package var text: String
  package var isRight: Bool

  package init(_ text: String, isRight: Bool = false) {
    self.text = text
    self.isRight = isRight
  }

  private enum CodingKeys: String, CodingKey {
    case text
    case isRight = "right"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try fields.decode(String.self, forKey: .text),
      isRight: try fields.decodeIfPresent(Bool.self, forKey: .isRight) ?? false)
  }
}
