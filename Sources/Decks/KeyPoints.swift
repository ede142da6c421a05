import CMarkdown

/// What a long answer contains, as a checklist: complete sentences and bullets of the note, in its
/// order. The whole text stays beside it.
enum KeyPoints {
  /// More words of prose than this and an answer is asked as points.
  static let longest = 60
  /// More points than this and the weakest are left to the whole text.
  private static let most = 7
  /// A bullet of more words is a point with its first sentence only.
  private static let longestPoint = 32

  private struct Candidate {
    var text: String
    var weight: Double
  }

  /// 3 to 7 points; none where the answer is short or has less to count.
  static func points(of blocks: [MarkdownNode]) -> [String] {
    let words = blocks.reduce(0) { $0 + CardRule.proseWords($1) }
    let lists = blocks.count { $0.kind == EBB_LIST }
    let isChecklist =
      lists == 1 && blocks.allSatisfy { $0.kind == EBB_LIST || $0.kind == EBB_PARAGRAPH }
    guard words > (isChecklist ? 30 : longest) else { return [] }
    var candidates: [Candidate] = []
    var lead = ""
    for block in blocks {
      switch block.kind {
      case EBB_PARAGRAPH:
        let text = MarkdownWriter.inline(of: block).withoutAnswerLabel
        lead = text.hasSuffix(":") ? String(text.dropLast()) : ""
        for sentence in Sentences(of: text).texts { add(sentence, to: &candidates) }
      case EBB_LIST:
        for member in block.children {
          add(member, lead: lists > 1 ? lead : "", to: &candidates)
        }
        lead = ""
      default: lead = ""
      }
    }
    candidates.removeAll {
      $0.text.hasSuffix(":") || $0.text.hasSuffix("：") || $0.weight < 3 && $0.text.wordCount < 3
        || $0.text.hasSuffix("?") || $0.text.hasSuffix("？") || pointsElsewhere($0.text)
    }
    if candidates.count > most { keepHeaviest(&candidates) }
    return candidates.count >= 3 ? candidates.map(\.text) : []
  }

  /// A sentence; one that leans on the sentence before is glued to it.
  private static func add(_ sentence: String, to candidates: inout [Candidate]) {
    if Phrasing.startsWithAnaphor(sentence), let last = candidates.last, !last.text.hasSuffix(":"),
      last.text.wordCount + sentence.wordCount <= 55
    {
      candidates[candidates.count - 1].text += " " + sentence
      candidates[candidates.count - 1].weight += 0.4
      return
    }
    candidates.append(
      Candidate(
        text: sentence.escapedAtLineStart,
        weight: weight(of: sentence) + (candidates.isEmpty ? 2.5 : 0)))
  }

  private static func add(
    _ member: MarkdownNode, lead: String, to candidates: inout [Candidate]
  ) {
    guard let first = member.first, first.kind == EBB_PARAGRAPH else { return }
    var text = MarkdownWriter.inline(of: first)
    if text.wordCount > longestPoint, let sentence = Sentences(of: text).texts.first {
      text = sentence
    }
    if !lead.isEmpty, lead.wordCount <= 14 { text = "\(lead): \(text)" }
    if !text.isEmpty {
      candidates.append(Candidate(text: text.escapedAtLineStart, weight: 3.5))
    }
  }

  /// "See the guide", "Read more about …": nothing to be said in an answer.
  private static func pointsElsewhere(_ text: String) -> Bool {
    text.wordCount <= 24 && pointers.contains { text.hasPrefix($0) }
  }

  private static let pointers = [
    "See ", "Read more", "Refer to ", "For more ", "Check out ", "Learn more", "Please refer",
    "For details", "For further", "More information", "Source:", "Image ", "\\[image:",
    "详细介绍", "如下图", "如图", "参考", "相关阅读", "推荐阅读", "下图",
  ]

  private static func weight(of sentence: String) -> Double {
    var weight = 0.0
    if sentence.contains("**") { weight += 1.2 }
    if sentence.contains("`") { weight += 0.4 }
    if sentence.utf8.contains(where: { (0x30...0x39).contains($0) }) { weight += 0.3 }
    for cue in ["because", " must ", " only ", "instead", "guarantee", "never", "always"]
    where sentence.contains(cue) {
      weight += 0.4
    }
    if sentence.hasPrefix("For example") || sentence.hasPrefix("Suppose") { weight -= 1 }
    let words = sentence.wordCount
    return weight - (words < 6 ? 0.8 : words > 45 ? 0.5 : 0)
  }

  private static func keepHeaviest(_ candidates: inout [Candidate]) {
    let order = candidates.indices.sorted {
      candidates[$0].weight == candidates[$1].weight
        ? $0 < $1 : candidates[$0].weight > candidates[$1].weight
    }
    let kept = order.prefix(most).sorted()
    candidates = kept.map { candidates[$0] }
  }
}
