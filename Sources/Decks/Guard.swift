/// What must not be asked.
enum Guard {
  /// More lines than this at the usual width are a text to read, not an answer to give.
  static let mostLines = 60
  /// The same for a question that the author of the note did not ask.
  private static let mostLinesUnasked = 12
  private static let sure = 0.75
  /// Only what its author wrote as a card is surer.
  private static let authored = 0.95

  /// Why a draft is no good card; nil if it may pass.
  static func objection(to draft: Draft, least: Double) -> String? {
    if let doubt = uncertainty(of: draft, least: least) { return doubt }
    if draft.answer.isEmpty && draft.points.isEmpty { return "the answer is empty" }
    if asksNothing(draft.prompt) { return "the question is empty" }
    return draft.quality > authored ? nil : objection(toAnswer: draft.answer.trimmed, of: draft)
  }

  /// Why a draft that was judged is not sure enough to be a card; nil if it is.
  static func doubt(of draft: Draft, least: Double) -> String? {
    if let doubt = uncertainty(of: draft, least: least) { return doubt }
    if draft.quality < sure, answerLines(of: draft) > mostLinesUnasked {
      return "the answer takes more than \(mostLinesUnasked) lines; divide the section"
    }
    return nil
  }

  private static func uncertainty(of draft: Draft, least: Double) -> String? {
    draft.quality + Estimate.rounding < least
      ? "the best question is too uncertain (\(Int((draft.quality * 100).rounded())) of 100)" : nil
  }

  private static func objection(toAnswer answer: String, of draft: Draft) -> String? {
    if answer.utf8.count < 24 {
      if unwritten.contains(anyCase: answer) || answer.lowercased().hasPrefix("coming soon") {
        return "the answer is still to be written"
      }
    }
    if answer.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "t"),
      ["todo", "tbd", "tbd:"].contains(answer.prefix(4).lowercased())
    {
      return "the answer is still to be written"
    }
    if answer.hasSuffix(":") || answer.hasSuffix("：") {
      return "the answer only introduces something"
    }
    if answer.hasPrefix("http"), !answer.contains(" ") { return "the answer is only a link" }
    if answer.hasPrefix("\\[image: "), answer.hasSuffix("]"), !answer.contains("\n") {
      return "the answer is only an image"
    }
    let words = answer.utf8.count > 200 ? 99 : answer.wordCount
    if words <= 1, !answer.contains("`"), !answer.utf8.contains(where: { $0 < 0x3a && $0 > 0x2f }),
      draft.kind == .open, draft.quality < 0.7
    {
      return "the answer says too little"
    }
    if words <= 6, draft.kind == .open, !answer.contains("`"), repeats(answer, draft.prompt) {
      return "the question gives its answer away"
    }
    if words <= 40, answer.hasPrefix("See ") || answer.hasPrefix("Refer to ") {
      return "the answer only points elsewhere"
    }
    if words <= 40, draft.quality < 0.8, invites(answer) {
      return "the answer is about the project"
    }
    if draft.quality < 0.85, advertises(answer) { return "the answer advertises something" }
    if draft.quality < 0.85, answer.hasSuffix("?") || answer.hasSuffix("？"), !answer.contains("\n")
    {
      return "the answer asks something itself"
    }
    if draft.quality < 0.85, samples.isIn(answer) { return "the answer is a form to be filled in" }
    if pointsAround(draft.prompt) { return "the question points at something around it" }
    if answer.utf8.count > mostLines, lines(of: answer, enough: mostLines) > mostLines {
      return "the answer has more than \(mostLines) lines; divide the section"
    }
    return nil
  }

  private static let unwritten: WordSet = [
    "tbd", "soon", "...", "…", "n/a", "none", "link", "待更新",
  ]

  /// A question of one mark, over a text that may say something.
  private static func asksNothing(_ prompt: String) -> Bool {
    let first = prompt.utf8.first { $0 == 0x0a || $0.isASCIILetter || $0.isDigit || $0 >= 0x80 }
    return first == nil || first == 0x0a
  }

  /// "Contributions are welcome!"
  private static func invites(_ answer: String) -> Bool {
    invitations.isIn(answer)
  }

  private static let invitations: PhraseSet = [
    "contributions are welcome", "pull request", "feel free to contribute", "欢迎贡献", "star us",
  ]

  /// "Join today for a 20% discount!"
  private static func advertises(_ answer: String) -> Bool { advertisements.isIn(answer) }

  private static let advertisements: PhraseSet = [
    "% discount", "discount code", "get a discount", "for a discount", "coupon", "promo code",
    "affiliate link", "join today", "check it out", "check them out", "money-back guarantee",
    "my course", "our course", "subscribe to our", "subscribe to my",
    "disclaimer: this section", "this repo ", "this repository", "priceless", "top-tier",
    "compared to other platforms",
  ]

  /// "X years of experience at [your company]"
  private static let samples: PhraseSet = [
    " x years", "university x", "company x", "[your ", "lorem ipsum",
  ]

  /// Whether nearly all that a short answer says stands in the question.
  private static func repeats(_ answer: String, _ prompt: String) -> Bool {
    let quick = answer.withBytes { answer in prompt.withBytes { repeats(answer, $0) } }
    if let quick { return quick }
    let asked = Set(contentWords(prompt))
    let said = contentWords(answer)
    return !said.isEmpty && said.allSatisfy { asked.contains($0) }
  }

  /// The same for ASCII between marks of any kind; nil for any other text.
  private static func repeats(
    _ answer: UnsafeBufferPointer<UInt8>, _ prompt: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard answer.holdsWordsOfASCIIOnly, prompt.holdsWordsOfASCIIOnly else { return nil }
    let said = answer.asciiWords
    if said.isEmpty { return false }
    let asked = prompt.asciiWords
    return said.allSatisfy { word in
      asked.contains { other in
        word.count == other.count
          && zip(answer[word], prompt[other]).allSatisfy { $0.lowered == $1.lowered }
      }
    }
  }

  private static func contentWords(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// "this example", "the above", "figure 3", "Option 2" in a question nobody wrote.
  private static func pointsAround(_ prompt: String) -> Bool {
    guard prompt.utf8.count < 200, !prompt.contains("```") else { return false }
    // The question itself, not the options or the text below it.
    let end = prompt.utf8.firstIndex(of: 0x0a)
    if end == nil, prompt.withBytes({ $0.firstWord(countingTo: 6).count }) <= 5,
      let last = prompt.words.last?.withoutFinalMark, Lexicon.pronouns.contains(anyCase: last)
    {
      return true
    }
    return pointers.isIn(prompt[..<(end ?? prompt.endIndex)])
  }

  private static let pointers: PhraseSet = [
    "the above", "the following", " below", "this example", "this section", "this chapter",
    "this page", "example 1", "example 2", "option 1", "option 2", "as follows", "如下", "上文",
    "use which?", "choose which?", "pick which?",
  ]

  private static func answerLines(of draft: Draft) -> Int {
    draft.points.isEmpty
      ? lines(of: draft.answer, enough: mostLinesUnasked)
      : draft.points.reduce(0) { $0 + lines(of: "- " + $1) }
  }

  /// Lines of a text laid out at 76 columns, roughly; of one that has at most `enough` the answer
  /// may be greater, but not than that.
  static func lines(of text: String, enough: Int = 0) -> Int {
    text.withBytes { bytes in
      // More than that it cannot be.
      let most = bytes.reduce(1) { $0 + ($1 == 0x0a ? 1 : 0) } + bytes.count / 74
      if most <= enough { return most }
      var lines = 1
      var column = 0
      for byte in bytes {
        if byte == 0x0a || column >= 74 {
          lines += 1
          column = 0
        } else if byte & 0xc0 != 0x80 {
          column += byte >= 0xe3 ? 2 : 1
        }
      }
      return lines
    }
  }
}

extension Card {
  /// Lines that its answer takes at 76 columns, or its key points or right choices where it has
  /// some: what stands behind these explains them.
  package var answerLines: Int {
    let right = choices.filter(\.isRight).map(\.text)
    if !right.isEmpty { return right.reduce(0) { $0 + Guard.lines(of: "- " + $1) } }
    return points.isEmpty
      ? Guard.lines(of: answer) : points.reduce(0) { $0 + Guard.lines(of: "- " + $1) }
  }
}
