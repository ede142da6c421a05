import Decks
import MockInterview
import Reports
import Scheduling

/// An answer that is typed before it is compared: the line, and what of the answer it holds.
struct TypedAnswer: Hashable, Sendable {
  /// A part of the answer with what the typed words say about it.
  struct Part: Hashable, Sendable {
    /// Markdown.
    let text: String
    let verdict: PointMatch.Verdict
  }

  var field = TextField()
  /// Whether characters go to the line.
  var isOpen = true
  /// The parts of the answer, once it is in sight; empty before.
  private(set) var parts: [Part] = []

  var text: String { field.text }

  /// Compares what was typed with the answer of a card: the blanks of a cloze, the answers that a
  /// typed card accepts, the key points of every other kind.
  mutating func compare(with card: Card) {
    isOpen = false
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let wanted = Self.wanted(of: card)
    let matches = PointMatcher(
      points: wanted, question: card.prompt,
      glosses: Glosses.groups(in: [card.prompt, card.answer])
    ).match(text)
    parts = zip(wanted, matches).map { Part(text: $0.text, verdict: $1.verdict) }
    guard card.kind == .typed else { return }
    // One of the accepted answers is enough.
    let best = parts.first { $0.verdict == .tick } ?? parts.first { $0.verdict == .unclear }
    parts = (best ?? parts.first).map { [$0] } ?? []
  }

  private static func wanted(of card: Card) -> [KeyPoint] {
    switch card.kind {
    case .cloze, .typed: card.blanks.map { KeyPoint($0) }
    default: card.points.map { KeyPoint($0) }
    }
  }

  /// How many parts were found.
  var found: Int { parts.count { $0.verdict == .tick } }

  /// The share that was found, 0...1; nil if nothing could be compared.
  var share: Double? { parts.isEmpty ? nil : Double(found) / Double(parts.count) }

  /// The rating that the share speaks for; nil if nothing could be compared.
  var proposal: Rating? {
    share.map { $0 < 0.6 ? .again : $0 < 0.8 ? .hard : .good }
  }

  /// How the proposal came about, for people.
  var reason: String? {
    guard let share, let proposal else { return nil }
    return
      "\(found) of \(parts.count) is \(Words.percent(share)): \(proposal.name) proposed. Matching is "
      + "only an aid."
  }

  /// What was typed, and how it compares unless ticks say that already.
  func rows(_ layout: TextLayout, comparing: Bool) -> [TextLine] {
    var lines = [TextLine.divider("You typed", measure: layout.measure)]
    lines += layout.lines(of: text, ink: .answer) + [.blank]
    guard comparing, !parts.isEmpty else { return lines }
    lines.append(
      .divider("Compared", right: "\(found) of \(parts.count)", measure: layout.measure))
    for part in parts {
      let (mark, ink): (Character, Ink) =
        switch part.verdict {
        case .tick: ("✓", .good)
        case .unclear: ("~", .hard)
        case .none: ("✗", .again)
        }
      var narrow = layout
      narrow.measure = max(layout.measure - 2, 8)
      var rows = narrow.lines(of: RichText(markdown: part.text), ink: .answer)
      for index in rows.indices { rows[index].indent += 2 }
      if rows.isEmpty { rows = [TextLine(indent: 2)] }
      rows[0].glyphs.insert(contentsOf: [Glyph(mark, ink), Glyph(" ", .answer)], at: 0)
      rows[0].indent -= 2
      lines += rows
    }
    return lines + [.blank]
  }
}
