import CMarkdown

/// The options of a question, and which of them the author calls right.
struct Options {
  let choices: [Choice]

  /// Whether the author marked one: without that nobody can tell.
  var areAnswered: Bool { choices.contains(where: \.isRight) }

  /// A task list with some boxes ticked; nil for any other list.
  init?(tasks list: MarkdownNode) {
    guard list.kind == EBB_LIST else { return nil }
    let members = Array(list.children)
    guard (2...10).contains(members.count), members.allSatisfy(\.isTask) else { return nil }
    choices = members.map { member in
      Choice(MarkdownWriter.blocks(member.children), isRight: member.isTicked)
    }
    guard choices.contains(where: { !$0.isRight }), choices.allSatisfy({ !$0.text.isEmpty }) else {
      return nil
    }
  }

  /// A list of `A: …`, `B) …`, or a numbered one, and the letters of the right ones.
  init?(lettered list: MarkdownNode, right: String) {
    guard list.kind == EBB_LIST else { return nil }
    let letters = Set(right.uppercased().filter(\.isLetter))
    var found: [(letter: Character, choice: Choice)] = []
    for (index, member) in list.children.enumerated() {
      guard index < 10, let letter = "ABCDEFGHIJ".dropFirst(index).first else { return nil }
      var text = MarkdownWriter.blocks(member.children)
      if let mark = Self.letterMark(of: text) {
        guard mark.letter == letter else { return nil }
        text = text.dropFirst(mark.length).trimmed.escapedAtLineStart
      } else if !list.isOrdered {
        return nil
      }
      found.append((letter, Choice(text, isRight: letters.contains(letter))))
    }
    choices = found.map(\.choice)
    guard choices.count >= 2, choices.contains(where: { !$0.isRight }),
      choices.allSatisfy({ !$0.text.isEmpty }), !Self.referToEachOther(choices)
    else { return nil }
  }

  /// "A: text", "B) text", "C. text".
  private static func letterMark(of text: String) -> (letter: Character, length: Int)? {
    let head = text.prefix(4)
    guard let letter = head.first, letter.isASCII, letter.isUppercase,
      let mark = head.dropFirst().first, ":).".contains(mark), head.dropFirst(2).first == " "
    else { return nil }
    return (letter, 3)
  }

  /// "All of the above", "Both A and B": such options cannot be shuffled.
  private static func referToEachOther(_ choices: [Choice]) -> Bool {
    choices.contains { choice in
      let text = choice.text.lowercased()
      return text.contains("of the above") || text.contains("of these")
        || text.contains("a and b") || text.contains("a & b") || text.contains("以上")
    }
  }

  /// The right options as a text, so that the answer stands by itself.
  var answer: String {
    let right = choices.filter(\.isRight).map(\.text)
    return right.count == 1 ? right[0] : right.map { "- " + $0 }.joined(separator: "\n")
  }
}
