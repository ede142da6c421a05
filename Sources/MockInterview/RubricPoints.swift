import Decks

/// What a full answer to a card contains: its own key points, else what its answer lists or says.
enum RubricPoints {
  /// Nobody ticks more than these; sentences beyond are merged.
  static let most = 9

  static func of(_ card: Card) -> [KeyPoint] { texts(of: card).map { KeyPoint($0) } }

  /// The points of an answer, Markdown: list members, else table cells, else sentences.
  static func of(answer: String) -> [KeyPoint] { texts(in: answer).map { KeyPoint($0) } }

  /// What the points of a card say.
  static func texts(of card: Card) -> [String] {
    switch card.kind {
    case .choice, .order: []
    case .cloze: card.blanks
    case .typed: Array(card.blanks.prefix(1))
    case .open, .points, .code: card.points.isEmpty ? texts(in: card.answer) : card.points
    }
  }

  private static func texts(in answer: String) -> [String] {
    let blocks = RichText(markdown: answer).blocks
    let members = blocks.flatMap { listed(in: $0) }
    let texts: [String]
    if members.count > 1 {
      texts = members
    } else {
      let cells = blocks.flatMap { rows(of: $0) }
      texts = cells.isEmpty ? blocks.flatMap { sentences(of: $0) } : cells
    }
    return merged(texts.filter { !$0.isEmpty })
  }

  private static func listed(in block: RichText.Block) -> [String] {
    guard case .list(_, let members) = block else { return [] }
    return members.map { member in
      if case .paragraph(let spans) = member.first { return markdown(spans) }
      return ""
    }
  }

  private static func rows(of block: RichText.Block) -> [String] {
    guard case .table(let header, let rows) = block else { return [] }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let name = column < header.count && column > 0 ? markdown(header[column]) : ""
        return name.isEmpty ? markdown(cell) : "\(name): \(markdown(cell))"
      }.joined(separator: "; ")
    }
  }

  private static func sentences(of block: RichText.Block) -> [String] {
    switch block {
    case .paragraph(let spans): Sentences(of: markdown(spans)).texts
    case .quote(let blocks): blocks.flatMap { sentences(of: $0) }
    case .list(_, let members): members.flatMap { $0.flatMap { sentences(of: $0) } }
    case .code, .table: []
    }
  }

  private static func markdown(_ spans: [RichText.Span]) -> String {
    spans.map { span in
      switch span.style {
      case .code: "`\(span.text)`"
      case .strong: "**\(span.text)**"
      case .plain, .emphasis: span.text
      }
    }.joined()
  }

  /// At most nine, neighbours put together so that no text is lost.
  private static func merged(_ texts: [String]) -> [String] {
    guard texts.count > most else { return texts }
    return (0..<most).map { part in
      texts[part * texts.count / most..<(part + 1) * texts.count / most].joined(separator: " ")
    }
  }
}
