@testable import Decks

/// Markdown as the deck would keep it.
func written(_ markdown: String) -> String {
  MarkdownNode.parse(markdown) { MarkdownWriter.blocks($0.children) } ?? ""
}
