/// One thing that a full answer contains.
package struct KeyPoint: Hashable, Codable, Sendable {
  /// The point, Markdown.
  package var text: String
  /// How much it counts beside the others: 1, or 2 if the note sets all of it in bold.
  package var weight: Int

  /// Makes a point of its text; one that its author set in bold from end to end counts twice. A
  /// bold beginning alone is a label, which notes put on every point.
  package init(_ text: String) {
    let inner = text.utf8.dropFirst(2).dropLast(2)
    let isBold =
      text.hasPrefix("**") && text.hasSuffix("**") && !inner.isEmpty
      && !inner.contains(UInt8(ascii: "*"))
    self.init(text: text, weight: isBold ? 2 : 1)
  }

  /// Makes a point from its parts.
  package init(text: String, weight: Int) {
    precondition(weight > 0, "a point that counts nothing is no point")
    self.text = text
    self.weight = weight
  }
}
