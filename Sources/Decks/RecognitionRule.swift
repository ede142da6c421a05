import CMarkdown

extension CardRule {
  /// The other way round: of several terms, the one that a description is of. The wrong choices
  /// are terms of the same table or list, and no description may fit two of them.
  static let recognition = CardRule(
    name: "recognition", summary: "which term of a table or list a description is of",
    isEnglish: true
  ) { passage in
    // Definitions that stand under one heading, each a paragraph.
    let defined = passage.blocks.compactMap { block -> Recognition.Term? in
      block.kind == EBB_PARAGRAPH ? Recognition.Term(label: block, line: block.line) : nil
    }
    let heading = passage.section.heading
    return Recognition(terms: defined, genus: heading.genus).drafts
      + passage.blocks.flatMap { block -> [Draft] in
        switch block.kind {
        case EBB_TABLE:
          guard let table = Table.of(block), let terms = table.terms else { return [] }
          return Recognition(terms: terms, genus: Recognition.genus(ofHeader: table.header[0]))
            .drafts
        case EBB_LIST where !block.isOrdered:
          let terms = block.children.compactMap { member in
            member.first.flatMap { Recognition.Term(label: $0, line: member.line) }
          }
          guard terms.count == Array(block.children).count else { return [] }
          return Recognition(terms: terms, genus: heading.genus).drafts
        default: return []
        }
      }
  }
}

extension Recognition.Term {
  /// A paragraph `**Term** — what it is`; nil for any other.
  fileprivate init?(label paragraph: MarkdownNode, line: Int) {
    guard paragraph.kind == EBB_PARAGRAPH, case let labels = Label.all(in: paragraph),
      labels.count == 1, labels[0].isDefinition || labels[0].isCode, labels[0].role == nil,
      !labels[0].isFluff, !labels[0].isGeneric
    else { return nil }
    self.init(
      name: labels[0].isCode ? labels[0].markdown : Naming.withoutGloss(labels[0].markdown),
      text: labels[0].body, line: line)
  }
}

extension Table {
  /// The rows as terms, if one column says what they are or do; nil if none does.
  fileprivate var terms: [Recognition.Term]? {
    guard !compares else { return nil }
    let column = header.indices.dropFirst().first {
      Self.describing.contains(header[$0].withoutEmphasis.lowercased())
    }
    guard let column else { return nil }
    return rows.filter { !$0.cells[0].isEmpty && !$0.links[0] }.map {
      Recognition.Term(
        name: $0.cells[0].withoutEmphasis, text: $0.cells[column], line: $0.line)
    }
  }

  private static let describing: WordSet = [
    "meaning", "definition", "description", "what it is", "what it does", "does", "what it means",
    "purpose", "role", "responsibility", "effect", "guarantee", "guarantees", "explanation",
    "means",
  ]
}
