import Decks

/// A whole card as rows: question, answer, key points, and what else belongs to it.
struct CardText {
  private let layout: TextLayout

  init(_ layout: TextLayout) { self.layout = layout }

  /// The question, a blank row, and everything an answer may contain.
  func lines(of card: Card) -> [TextLine] {
    layout.lines(of: RichText(markdown: card.prompt), ink: .prompt) + [.blank]
      + answer(of: card)
  }

  /// What is shown of a card besides its question.
  func answer(of card: Card) -> [TextLine] {
    var parts: [[TextLine]] = []
    func add(_ markdown: String) {
      guard !markdown.isEmpty else { return }
      parts.append(layout.lines(of: RichText(markdown: markdown), ink: .answer))
    }
    add(card.choices.map { "- \($0.isRight ? "✓" : "✗") \($0.text)" }.joined(separator: "\n"))
    add(card.points.map { "- " + $0 }.joined(separator: "\n"))
    add(card.fullAnswer ?? "")
    return Array(parts.joined(separator: [.blank]))
  }
}
