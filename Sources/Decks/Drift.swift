/// That a card says something else than when it was last recalled.
package struct Drift: Hashable, Sendable {
  /// The card as it was recalled.
  package let before: Card
  /// The card now.
  package let now: Card

  /// - Returns: nil where nothing of substance changed: spelling, marks, less than a tenth of the
  ///   words. Another figure, another negation or other code is always of substance.
  package init?(from before: Card, to now: Card) {
    let (old, new) = (before.substance, now.substance)
    guard old != new else { return nil }
    let likeness = TextShape(old).likeness(to: TextShape(new))
    guard likeness < 0.9 || Self.crucial(old) != Self.crucial(new) else { return nil }
    self.before = before
    self.now = now
  }

  /// A part of an answer, and what became of it.
  package struct Line: Hashable, Sendable {
    /// What became of it.
    package enum Kind: Sendable {
      case kept, removed, added
    }

    package let kind: Kind
    /// Markdown: a sentence, or a line of a list, table or code.
    package let text: String
  }

  /// The old and the new answer, sentence by sentence.
  package var lines: [Line] { Self.difference(from: before, to: now) }

  /// The answers of two cards against each other, sentence by sentence.
  package static func difference(from before: Card, to now: Card) -> [Line] {
    let (old, new) = (parts(of: before), parts(of: now))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        lines.append(Line(kind: .removed, text: old[left]))
        left += 1
      } else if right < new.count, added.contains(right) {
        lines.append(Line(kind: .added, text: new[right]))
        right += 1
      } else {
        lines.append(Line(kind: .kept, text: new[right]))
        left += 1
        right += 1
      }
    }
    return lines
  }

  /// Words in which a small change is a great one, in their order.
  private static func crucial(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" }.filter { word in
      word.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "`") }
        || ["not", "no", "never", "cannot", "without"].contains(word)
        || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }
  }

  private static func parts(of card: Card) -> [String] {
    let text = card.points.isEmpty ? card.answer : card.points.joined(separator: "\n")
    var parts: [String] = []
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      let isProse = !isCode && line.first.map { $0.isLetter || $0 == "*" } == true
      parts += isProse ? Sentences(of: String(line)).texts : [String(line)]
    }
    return parts
  }
}
