/// What a column of remarks says of a row: it may concern one of its cells and not the others.
struct TableRemark {
  private let text: String
  /// `k` of "k is the length of the key".
  private let symbol: String?

  init(_ text: String) {
    self.text = text
    let words = text.withoutEmphasis.filter { $0 != "`" }.words
    let explains = words.count > 2 && Self.copulas.contains(anyCase: words[1])
    symbol = explains && words[0].utf8.count <= 2 ? words[0] : nil
  }

  /// Whether it belongs to a cell under a header. What explains a symbol belongs to cells that hold
  /// it, anything else to the only cell of the row or to that whose header it speaks of.
  func concerns(_ cell: String, under header: String, isAlone: Bool) -> Bool {
    if let symbol {
      return cell.split { !$0.isLetter && !$0.isNumber }.contains { $0 == symbol }
    }
    return isAlone || Phrasing.sharesWord(header, text)
  }

  private static let copulas: WordSet = ["-", "–", "—", "=", "is", "are", "means"]
}
