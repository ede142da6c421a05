import Decks

extension Card {
  /// The sentence of a cloze with its blanks filled, each between brackets so that it is found
  /// without colour; nil if prompt and blanks do not belong together.
  var filledPrompt: String? {
    guard kind == .cloze else { return nil }
    var filled = ""
    var rest = prompt[...]
    for blank in blanks {
      guard let start = rest.firstIndex(of: "["), rest[start...].hasPrefix("[…"),
        let end = rest[start...].firstIndex(of: "]")
      else { return nil }
      // Escaped, or a blank before a parenthesis would become a link.
      filled += rest[..<start] + "**\\[\(blank)\\]**"
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }
}
