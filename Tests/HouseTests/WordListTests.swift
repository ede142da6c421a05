import Testing

/// The lists of words that rules look up, as they are written.
struct WordListTests {
  @Test func noListNamesAWordTwice() throws {
    var lists = 0
    for file in try SourceTree().files(below: "Sources/Decks", ending: ".swift") {
      let text = file.lines.joined(separator: "\n")
      for list in Self.lists(in: text) {
        lists += 1
        var seen: Set<Substring> = []
        let repeated = list.filter { !seen.insert($0).inserted }
        #expect(repeated.isEmpty, "\(file.path) names \(repeated) twice in one list")
      }
    }
    #expect(lists > 150)
  }

  @Test func repeatedWordsAreFound() {
    #expect(Self.lists(in: #"let few = ["a", "b",\#n "a"]"#) == [["\"a\"", "\"b\"", "\"a\""]])
    #expect(
      Self.lists(in: "let verbs = WordSet(\n\"\"\"\nadd\nask add\n\"\"\")")
        == [["add", "ask", "add"]])
  }

  /// The words of every literal that holds nothing but words: `["a", "b"]`, and the lines of
  /// `WordSet("""…""")`.
  private static func lists(in text: String) -> [[Substring]] {
    let literals = text.matches(of: /\[\s*("(?:[^"\\\n]|\\.)*",?\s*){2,}\]/).map { literal in
      text[literal.range].matches(of: /"(?:[^"\\\n]|\\.)*"/).map { text[$0.range] }
    }
    let blocks = text.matches(of: /WordSet\(\s*"""([^"]*)"""\)/).map { block in
      block.1.split(whereSeparator: \.isWhitespace)
    }
    return literals + blocks
  }
}
