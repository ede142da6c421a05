import CMarkdown

/// The labelled parts of an interview question: `Level:`, `Rubric:`, `Red flags:`, `Follow-up:`
/// and `Answer:`, each with what stands behind it up to the next.
struct InterviewParts {
  private enum Part {
    case level
    case rubric
    case redFlags
    case followUp
    case answer
  }

  private(set) var rubric: [String] = []
  /// The model answer, blocks as Markdown.
  private(set) var answer: [String] = []
  private(set) var question = InterviewQuestion()

  init(blocks: [MarkdownNode]) {
    var part: Part?
    for block in blocks {
      if block.kind == EBB_PARAGRAPH, let (next, rest) = Self.part(of: block) {
        part = next
        // Points are counted, and a sentence is not a list of them.
        if next == .rubric, !rest.isEmpty {
          answer.append(MarkdownWriter.blocks([block]))
        } else if !rest.isEmpty {
          add(rest.escapedAtLineStart, to: next)
        }
      } else if block.kind == EBB_LIST, let part, part != .answer {
        for point in block.children {
          if let text = point.first { add(MarkdownWriter.inline(of: text), to: part) }
        }
      } else if part == nil || part == .answer {
        answer.append(MarkdownWriter.blocks([block]))
      }
    }
  }

  /// 1 definition … 4 failure, after whom the question is for.
  var level: Int {
    ["junior": 1, "mid": 2, "middle": 2, "senior": 3, "staff": 4, "principal": 4][
      question.level?.lowercased() ?? ""] ?? 3
  }

  private mutating func add(_ text: String, to part: Part) {
    switch part {
    case .level: question.level = text
    case .rubric: rubric.append(text)
    case .redFlags: question.redFlags.append(text)
    case .followUp: addFollowUp(text)
    case .answer: answer.append(text)
    }
  }

  /// It ends where its first questions end; what follows them answers them.
  private mutating func addFollowUp(_ text: String) {
    guard question.followUp == nil else { return }
    let sentences = Sentences(of: text).texts
    let start = sentences.firstIndex { $0.hasSuffix("?") } ?? sentences.endIndex
    let end = sentences[start...].firstIndex { !$0.hasSuffix("?") } ?? sentences.endIndex
    question.followUp = sentences[..<end].joined(separator: " ")
    if end < sentences.endIndex {
      question.followUpAnswer = sentences[end...].joined(separator: " ")
    }
  }

  private static let names: [String: Part] = [
    "level": .level, "rubric": .rubric, "key points": .rubric, "red flags": .redFlags,
    "red flag": .redFlags, "follow-up": .followUp, "follow-ups": .followUp, "follow up": .followUp,
    "follow-up question": .followUp, "follow-up questions": .followUp, "answer": .answer,
    "model answer": .answer, "senior answer": .answer, "sample answer": .answer,
  ]

  /// Whether a block begins one of the parts.
  static func begins(_ block: MarkdownNode) -> Bool {
    block.kind == EBB_PARAGRAPH && part(of: block) != nil
  }

  /// The part that a paragraph begins, and what stands behind its colon as Markdown.
  private static func part(of paragraph: MarkdownNode) -> (part: Part, rest: String)? {
    let head = paragraph.first?.kind == EBB_STRONG ? paragraph.first?.first : paragraph.first
    let isBehindMark = head?.next == nil && paragraph.first?.next != nil
    guard let head, isBehindMark || head.literalContains(":") else { return nil }
    let plain = MarkdownWriter.plain(of: paragraph)
    guard let end = plain.utf8.firstIndex(of: UInt8(ascii: ":")),
      plain.utf8.distance(from: plain.startIndex, to: end) < 20,
      let part = names[plain[..<end].lowercased()]
    else { return nil }
    let text = MarkdownWriter.inline(of: paragraph)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    // The bold type of a label may end before its colon or behind it.
    var rest = text[text.index(after: colon)...]
    if text.hasPrefix("**"), rest.hasPrefix("**") { rest = rest.dropFirst(2) }
    return (part, rest.trimmed)
  }
}
