import Decks

/// Lays a table out: as a grid if it fits, with wrapped cells if that is readable, else as stacked
/// records.
struct TableLayout {
  /// Cells for a grid.
  let width: Int
  /// Cells for records, which are prose.
  let measure: Int
  let ink: Ink

  private static let gap = 2
  private static let narrowestColumn = 8
  private static let tallestCell = 3

  func lines(header: [[RichText.Span]], rows: [[[RichText.Span]]]) -> [TextLine] {
    let head = header.map { TextLayout.glyphs(of: $0, ink: .prompt) }
    let body = rows.map { row in row.map { TextLayout.glyphs(of: $0, ink: ink) } }
    let count = ([head.count] + body.map(\.count)).max() ?? 0
    guard count > 0 else { return [] }
    let natural = (0..<count).map { column in
      ([head] + body).map { column < $0.count ? $0[column].cells : 0 }.max() ?? 0
    }
    let gaps = Self.gap * (count - 1)
    if natural.reduce(gaps, +) <= width { return grid(head, body, widths: natural) }
    if let widths = wrappedWidths(natural, room: width - gaps),
      fits(body, widths), fits([head], widths)
    {
      return grid(head, body, widths: widths)
    }
    return records(head, body)
  }

  /// Column widths that add up to the room: narrow columns keep theirs, wide ones share the rest.
  private func wrappedWidths(_ natural: [Int], room: Int) -> [Int]? {
    guard natural.count * Self.narrowestColumn <= room else { return nil }
    var widths = natural
    var open = Array(natural.indices)
    var left = room
    // Whoever needs less than an equal share takes what it needs; the others share again.
    while let index = open.firstIndex(where: { natural[$0] <= left / open.count }) {
      left -= natural[open.remove(at: index)]
    }
    for column in open {
      widths[column] = left / open.count
    }
    return widths.indices.allSatisfy { widths[$0] >= min(natural[$0], Self.narrowestColumn) }
      ? widths : nil
  }

  private func fits(_ rows: [[[Glyph]]], _ widths: [Int]) -> Bool {
    rows.allSatisfy { row in
      zip(row, widths).allSatisfy { cell, width in
        Wrapping.rows(of: cell, width: width).count <= Self.tallestCell
      }
    }
  }

  private func grid(_ head: [[Glyph]], _ body: [[[Glyph]]], widths: [Int]) -> [TextLine] {
    let total = widths.reduce(Self.gap * (widths.count - 1), +)
    let isTall = body.contains { row in zip(row, widths).contains { $0.cells > $1 } }
    var lines = rows(of: head, widths: widths)
    lines.append(TextLine(String(repeating: "─", count: total), .muted))
    for (index, row) in body.enumerated() {
      if isTall, index > 0 { lines.append(.blank) }
      lines += rows(of: row, widths: widths)
    }
    return lines.spanning()
  }

  private func rows(of cells: [[Glyph]], widths: [Int]) -> [TextLine] {
    let wrapped = zip(cells, widths).map { Wrapping.rows(of: $0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { row in
      var glyphs: [Glyph] = []
      for (column, cell) in wrapped.enumerated() {
        let part = row < cell.count ? cell[row] : []
        glyphs += part
        guard column + 1 < widths.count else { break }
        let blanks = widths[column] - part.cells + Self.gap
        glyphs += Array(repeating: Glyph(" ", ink), count: max(blanks, Self.gap))
      }
      while glyphs.last?.isBlank == true { glyphs.removeLast() }
      return TextLine(glyphs)
    }
  }

  /// The first column as a heading, every other cell as a labelled row under it.
  private func records(_ head: [[Glyph]], _ body: [[[Glyph]]]) -> [TextLine] {
    let labels = min(head.dropFirst().map { $0.cells }.max() ?? 0, measure / 3)
    var lines: [TextLine] = []
    for row in body {
      if let title = row.first {
        let bold = title.map { $0.inked(.prompt) }
        lines += Wrapping.rows(of: bold, width: measure).map { TextLine($0) }
      }
      for (column, cell) in row.enumerated().dropFirst() {
        let label = column < head.count ? head[column].map { $0.inked(.muted) } : []
        lines += labelled(label, cell, labelWidth: labels)
      }
    }
    return lines
  }

  private func labelled(_ label: [Glyph], _ cell: [Glyph], labelWidth: Int) -> [TextLine] {
    let left = Wrapping.rows(of: label, width: labelWidth)
    let right = Wrapping.rows(of: cell, width: measure - labelWidth - 2 * Self.gap)
    return (0..<max(left.count, right.count)).map { row in
      let start = row < left.count ? left[row] : []
      let end = row < right.count ? right[row] : []
      let blanks = labelWidth + Self.gap - start.cells
      let gap = Array(repeating: Glyph(" ", ink), count: max(blanks, 1))
      return TextLine(end.isEmpty ? start : start + gap + end, indent: Self.gap)
    }
  }
}
