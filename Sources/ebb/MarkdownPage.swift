import Reports

/// Markdown of questions and points as HTML: fenced code, quotes, paragraphs; code and strong words
/// within them. All text is escaped; nothing of a note becomes a tag.
enum MarkdownPage {
  /// Whole paragraphs.
  static func blocks(_ markdown: String) -> String {
    var html = ""
    var lines: [String] = []
    var quote: [String] = []
    var code: [String]?
    func close() {
      if !quote.isEmpty {
        html += "<blockquote>\(inline(quote.joined(separator: " ")))</blockquote>"
      }
      if !lines.isEmpty { html += "<p>\(inline(lines.joined(separator: " ")))</p>" }
      (quote, lines) = ([], [])
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let ended = code {
          html += "<pre>\(Markup.escaped(ended.joined(separator: "\n")))</pre>"
          code = nil
        } else {
          close()
          code = []
        }
      } else if code != nil {
        code?.append(String(line))
      } else if line.hasPrefix(">") {
        if !lines.isEmpty { close() }
        quote.append(String(line.dropFirst().drop { $0 == " " }))
      } else if line.allSatisfy(\.isWhitespace) {
        close()
      } else {
        if !quote.isEmpty { close() }
        lines.append(String(line))
      }
    }
    // A fence that is never closed goes to the end.
    if let code { html += "<pre>\(Markup.escaped(code.joined(separator: "\n")))</pre>" }
    close()
    return html
  }

  /// One line: `code` and **strong** words.
  static func inline(_ markdown: String) -> String {
    let parts = markdown.split(separator: "`", omittingEmptySubsequences: false)
    var isStrong = false
    let html = parts.enumerated().map { index, part -> String in
      // Odd parts stand between backquotes; the last one has none after it.
      if index % 2 == 1, index < parts.count - 1 { return "<code>\(Markup.escaped(part))</code>" }
      let text = (index % 2 == 1 ? "`" : "") + part
      var html = ""
      var rest = text[...]
      while let star = rest.firstIndex(of: "*") {
        html += Markup.escaped(rest[..<star])
        rest = rest[star...]
        if rest.hasPrefix("**") {
          isStrong.toggle()
          html += isStrong ? "<strong>" : "</strong>"
          rest = rest.dropFirst(2)
        } else {
          html += "*"
          rest = rest.dropFirst()
        }
      }
      return html + Markup.escaped(rest)
    }.joined()
    return html + (isStrong ? "</strong>" : "")
  }
}
