/// What a column of remarks says of a row: it may concern one of its cells and not the others.
struct TableRemark {
  private let text: String
  /// `k` of "k is the length of the key".
  private let symbol: String?

  /// - Parameter cells: Those of its row that it may speak of.
  init(_ text: String, besides cells: [String]) {
    self.text = text
    let words = text.withoutEmphasis.filter { $0 != "`" }.words
    let explains = words.count > 2 && Self.copulas.contains(anyCase: words[1])
    // Short words begin remarks as well ("It is the default"): a symbol is a letter or stands in a
    // cell.
    let isSymbol =
      explains && words[0].utf8.count <= 2
      && (words[0].utf8.count == 1 && !Self.words.contains(anyCase: words[0])
        || cells.contains { Self.holds($0, words[0]) })
    symbol = isSymbol ? words[0] : nil
  }

  /// Whether it belongs to a cell under a header. What explains a symbol belongs to cells that hold
  /// it, anything else to the only cell of the row or to that whose header it speaks of.
  func concerns(_ cell: String, under header: String, isAlone: Bool) -> Bool {
    if let symbol { return Self.holds(cell, symbol) }
    return isAlone || Phrasing.sharesWord(header, text)
  }

  /// Whether it explains a symbol, and so says nothing of cells without it.
  var isLegend: Bool { symbol != nil }

  private static func holds(_ cell: String, _ symbol: String) -> Bool {
    cell.split { !$0.isLetter && !$0.isNumber }.contains { $0 == symbol }
  }

  private static let copulas: WordSet = ["-", "–", "—", "=", "is", "are", "means"]
  private static let words: WordSet = ["a", "i"]
}
