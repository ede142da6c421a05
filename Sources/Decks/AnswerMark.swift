import CMarkdown

/// A heading, fold or line that only announces the answer to the question before it: "Answer", "Answer: B".
struct AnswerMark {
  /// "B", "AC"; nil if none are named.
  var letters: String?

  init?(heading: String) {
    guard heading.utf8.count < 40, Self.beginnings.begins(heading) else { return nil }
    let text = heading.lowercased()
    let bare = text.prefix { $0 != ":" && $0 != "：" }.trimmed
    guard Self.names.contains(bare) else { return nil }
    let rest = text.dropFirst(bare.count).filter { $0.isLetter || $0.isNumber }
    let marks = text.dropFirst(bare.count).split { !$0.isLetter && !$0.isNumber }
    guard marks.allSatisfy({ $0.count == 1 || $0 == "and" }) else { return nil }
    letters = rest.isEmpty ? nil : rest.replacing("and", with: "").uppercased()
  }

  private static let names: WordSet = [
    "answer", "solution", "答案", "参考答案", "正解", "解答", "antwort", "respuesta", "réponse",
    "resposta", "risposta", "ответ", "correct answer", "right answer", "show answer",
    "view answer", "see answer", "click to see answer", "show solution", "view solution",
  ]

  /// The first letters of the names in either case, for a quick look.
  private static let beginnings: PhraseSet = {
    let first = Set(names.words.map { String($0.prefix(1)) })
    return PhraseSet([" "] + first.union(first.map { $0.uppercased() }).sorted())
  }()

  /// A paragraph that names the right options: "**Answer: B**", "答案：B".
  init?(paragraph: MarkdownNode) {
    guard paragraph.kind == EBB_PARAGRAPH, paragraph.wordCount <= 20 else { return nil }
    self.init(heading: MarkdownWriter.plain(of: paragraph))
    if letters == nil { return nil }
  }
}
