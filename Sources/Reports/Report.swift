/// A document that any format can print: what there is to say, and nothing about how it looks.
package struct Report: Hashable, Sendable {
  /// The reports there are, in the order of their keys.
  package enum View: String, CaseIterable, Hashable, Sendable {
    case overview, retention, forecast, heatmap, topics, calibration, mocks
    /// The week on one screen.
    case digest
  }

  package let view: View
  /// The topic, or "All topics".
  package let scope: String
  /// The period in words.
  package let span: String
  package let blocks: [Block]
  /// One sentence about how to read it.
  package let note: String

  /// A part of a report.
  package enum Block: Hashable, Sendable {
    case heading(String)
    case fact(Fact)
    case sentence(String)
    case table(Table)
    case chart(Chart)
  }

  /// Something that has a name and is said in words.
  package struct Fact: Hashable, Sendable {
    /// A word or two, for the margin.
    package let name: String
    package let text: String
    /// Too few answers to mean much: shown in grey.
    package let isNoise: Bool

    init(_ name: String, _ text: String, isNoise: Bool = false) {
      self.name = name
      self.text = text
      self.isNoise = isNoise
    }
  }

  /// A picture with the table behind it, which says the same.
  package struct Chart: Hashable, Sendable {
    /// How the table is drawn.
    package enum Kind: Hashable, Sendable {
      /// A bar for every row, as long as this column says; shares up to 100 %, counts up to the
      /// largest. The goal is a mark on shares, 0...1.
      case bars(column: Int, goal: Double?)
      /// A column for every row, as high as this column of the table says.
      case columns(column: Int)
      /// A field for every day; the rows are days without a gap, this column their answers.
      case heatmap(column: Int)
      /// Said (first column) against right (second column), both 0...1, with 95 % intervals.
      case reliability(said: Int, right: Int)
    }

    package let kind: Kind
    package let title: String
    /// What the picture shows, in a sentence for those who do not see it.
    package let summary: String
    package let table: Table
  }

  /// Named columns and rows of values.
  package struct Table: Hashable, Sendable {
    /// A name for files: lower case and hyphens.
    package let name: String
    package let columns: [Column]
    package let rows: [[Value]]
    /// By row: too few answers to mean much; empty for none.
    package var noise: Set<Int> = []

    /// One column.
    package struct Column: Hashable, Sendable {
      /// For files and scripts: lower case and underscores.
      package let key: String
      /// For people.
      package let title: String
      package let isText: Bool

      init(_ key: String, _ title: String, isText: Bool = false) {
        self.key = key
        self.title = title
        self.isText = isText
      }
    }
  }

  init(
    _ view: View, of figures: Figures, span: String? = nil, note: String, blocks: [Block]
  ) {
    self.view = view
    scope = figures.topic ?? "All topics"
    self.span = span ?? figures.period.name
    self.note = note
    self.blocks = blocks
  }

  /// Every table of the report, those behind charts included.
  package var tables: [Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): chart.table
      case .heading, .fact, .sentence: nil
      }
    }
  }
}
