import CMarkdown

/// What a long answer contains, as a checklist: complete sentences and bullets of the note, in its
/// order. The whole text stays beside it.
enum KeyPoints {
  /// More words of prose than this and an answer is asked as points.
  static let longest = 60
  /// A text of at most so many words is shown as it is rather than without some of its points.
  private static let shortEnoughToShow = 130
  /// More points than this and the weakest are left to the whole text.
  private static let most = 7
  /// Sentences are joined where there are more: nobody counts so many off.
  private static let mostSentences = 5
  /// Sentences of one paragraph are joined up to so many words.
  private static let longestJoined = 50
  /// In a text too long for whole bullets, a bullet of more words is its first sentence.
  private static let longestPoint = 32
  /// Bullets of a text of at most so many words are kept whole.
  private static let longestWithWholeBullets = 200

  private struct Candidate {
    var text: String
    var weight: Double
    /// The block it stands in; sentences of one paragraph may be joined.
    var block: Int
    var isBullet = false
    /// Its number in a numbered list.
    var number: Int?
  }

  /// Points, and whether they say all that the text says.
  struct Checklist {
    var texts: [String] = []
    var isWhole = true
  }

  /// 3 to 7 points; none where the answer is short or has less to count.
  static func points(of blocks: [MarkdownNode]) -> [String] { checklist(of: blocks).texts }

  /// 3 to 7 points; none where the answer is short, has less to count, or would lose more as
  /// points than it gains. From a text that no question was written for, only what its author set
  /// apart becomes a point: bullets and short paragraphs, but no single sentences.
  static func checklist(of blocks: [MarkdownNode], onlyStructure: Bool = false) -> Checklist {
    let words = blocks.reduce(0) { $0 + CardRule.proseWords($1) }
    let lists = blocks.count { $0.kind == EBB_LIST }
    let isList =
      lists == 1 && blocks.allSatisfy { $0.kind == EBB_LIST || $0.kind == EBB_PARAGRAPH }
    guard words > (isList ? 30 : longest) else { return Checklist() }
    if words <= shortEnoughToShow, leansOnCode(blocks) { return Checklist() }
    if let titled = titled(blocks) { return Checklist(texts: titled) }
    let paragraphs = blocks.filter { $0.kind == EBB_PARAGRAPH }
    let areShort = paragraphs.allSatisfy { $0.wordCount <= longestJoined }
    if onlyStructure, lists == 0, paragraphs.count < 3 || !areShort {
      return Checklist(isWhole: words <= shortEnoughToShow)
    }
    var isWhole = true
    let keepsParagraphs = onlyStructure || areShort && (3...most).contains(paragraphs.count)
    var candidates = candidates(
      of: blocks, lists: lists, words: words, keepsParagraphs: keepsParagraphs, isWhole: &isWhole)
    candidates.removeAll {
      $0.text.introduces || !$0.isBullet && $0.text.wordCount < 3 || $0.text.wordCount < 2
        || pointsElsewhere($0.text)
    }
    join(&candidates)
    if let noun = CitedNumbers.noun(
      citedIn: candidates.map(\.text), numbers: candidates.compactMap(\.number))
    {
      for index in candidates.indices {
        guard let number = candidates[index].number else { continue }
        candidates[index].text = "\(noun) \(number): \(candidates[index].text)"
      }
    }
    if candidates.count > most {
      isWhole = false
      keepHeaviest(&candidates)
    }
    guard candidates.count >= 3, isWhole || words > shortEnoughToShow else {
      return Checklist(isWhole: words <= shortEnoughToShow)
    }
    return Checklist(texts: candidates.map(\.text), isWhole: isWhole)
  }

  private static func candidates(
    of blocks: [MarkdownNode], lists: Int, words: Int, keepsParagraphs: Bool,
    isWhole: inout Bool
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    var lead = ""
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case EBB_PARAGRAPH:
        let text = MarkdownWriter.inline(of: block).withoutAnswerLabel
        // A bare title is no point, but may say what the list under it lists.
        if let title = title(block), title.last.map({ ".。!！".contains($0) }) != true {
          lead = title
          continue
        }
        var sentences = Sentences(of: text).texts
        lead = ""
        if let last = sentences.last, last.introduces {
          lead = last.withoutColon
          sentences.removeLast()
        }
        if keepsParagraphs, !sentences.isEmpty {
          let text = Sentences.joined(sentences.filter { !Chatter.holds($0) })
          if text.isEmpty { continue }
          candidates.append(
            Candidate(
              text: text.escapedAtLineStart,
              weight: weight(of: text) + (candidates.isEmpty ? 2.5 : 0), block: index))
        } else {
          for sentence in sentences { add(sentence, block: index, to: &candidates) }
        }
      case EBB_LIST where isAside(block, behind: lead, of: words, among: candidates):
        let members = block.children.compactMap { bullet($0)?.withoutFinalMark }
        candidates.append(
          Candidate(
            text: "\(lead): \(members.joined(separator: "; "))".escapedAtLineStart, weight: 3.5,
            block: index, isBullet: true))
        lead = ""
      case EBB_LIST:
        var isFirst = true
        var number = block.isOrdered ? block.listStart - 1 : nil
        for member in block.children {
          number = number.map { $0 + 1 }
          let isLed =
            !announces(lead) && (lists > 1 && lead.wordCount <= 14 || isFirst && says(lead))
          isFirst = false
          guard var text = bullet(member) else { continue }
          if words > longestWithWholeBullets, text.wordCount > longestPoint,
            let sentence = Sentences(of: text).texts.first, sentence.utf8.count < text.utf8.count
          {
            text = sentence
            isWhole = false
          }
          if isLed, !lead.isEmpty { text = "\(lead): \(text)" }
          candidates.append(
            Candidate(
              text: text.escapedAtLineStart, weight: 3.5, block: index, isBullet: true,
              number: number))
        }
        lead = ""
      default: lead = ""
      }
    }
    return candidates
  }

  /// A short list that goes with the words before it, such as "Downsides:", is one point of a text
  /// that is about more.
  private static func isAside(
    _ list: MarkdownNode, behind lead: String, of words: Int, among candidates: [Candidate]
  ) -> Bool {
    guard !lead.isEmpty, !candidates.isEmpty, !announces(lead) else { return false }
    let size = CardRule.proseWords(list)
    guard size + lead.wordCount <= longestJoined else { return false }
    return size * 2 < words || Lexicon.role(of: lead.withoutEmphasis) != nil
  }

  /// A sentence; one that leans on the sentence before is glued to it.
  private static func add(_ sentence: String, block: Int, to candidates: inout [Candidate]) {
    if Chatter.holds(sentence) { return }
    if Phrasing.startsWithAnaphor(sentence), let last = candidates.last, !last.isBullet,
      !last.text.hasSuffix(":"), last.text.wordCount + sentence.wordCount <= 55
    {
      candidates[candidates.count - 1].text = Sentences.joined([last.text, sentence])
      candidates[candidates.count - 1].weight += 0.4
      return
    }
    candidates.append(
      Candidate(
        text: sentence.escapedAtLineStart,
        weight: weight(of: sentence) + (candidates.isEmpty ? 2.5 : 0), block: block))
  }

  /// What a bullet says, with the bullets below it.
  private static func bullet(_ member: MarkdownNode) -> String? {
    guard let first = member.first, first.kind == EBB_PARAGRAPH else { return nil }
    var text = MarkdownWriter.inline(of: first)
    var below: [String] = []
    for block in member.children where block.kind == EBB_LIST {
      for inner in block.children {
        if let text = inner.first, text.kind == EBB_PARAGRAPH {
          below.append(MarkdownWriter.inline(of: text).withoutFinalMark)
        }
      }
    }
    if !below.isEmpty, (below + [text]).reduce(0, { $0 + $1.wordCount }) <= longestJoined {
      text =
        (text.hasSuffix(":") ? text : text.withoutFinalMark + ":") + " "
        + below.joined(separator: "; ")
    }
    return text.isEmpty ? nil : text
  }

  /// Whether what stands before a list says more than that a list follows.
  private static func says(_ lead: String) -> Bool {
    (3...30).contains(lead.wordCount) && !announces(lead)
      && !lead.hasWord(in: counting, anyCase: true)
  }

  /// "It has the following features", "Suggestions of what to cache".
  private static func announces(_ lead: String) -> Bool {
    lead.hasWord(in: announcing, anyCase: true)
      || ["Here", "There are", "For example", "Suggest", "Example"].contains { lead.hasPrefix($0) }
      || Chatter.holds(lead)
      || ["下面", "以下", "如下", "这里", "几个", "几种", "几点", "这些"]
        .contains { lead.contains($0) }
  }

  private static let announcing: WordSet = [
    "following", "below", "these", "those", "include", "includes", "features",
  ]

  private static let counting: WordSet = [
    "two", "three", "four", "five", "six", "seven", "several", "many", "some", "various", "common",
    "main", "are",
  ]

  /// "Configure the queue:" and code behind it: neither says anything without the other.
  private static func leansOnCode(_ blocks: [MarkdownNode]) -> Bool {
    for (block, next) in zip(blocks, blocks.dropFirst())
    where next.kind == EBB_CODE_BLOCK && block.kind == EBB_PARAGRAPH {
      if MarkdownWriter.plain(of: block).hasSuffix(":") { return true }
    }
    return false
  }

  /// Joins neighbouring sentences, the shortest first, until the points are few enough.
  private static func join(_ candidates: inout [Candidate]) {
    let enough = candidates.contains(where: \.isBullet) ? most : mostSentences
    while candidates.count > enough {
      var best: (index: Int, words: Int)?
      for index in candidates.indices.dropLast() {
        let (here, next) = (candidates[index], candidates[index + 1])
        guard !here.isBullet, !next.isBullet, here.block == next.block,
          !next.text.hasPrefix("**")
        else { continue }
        let words = here.text.wordCount + next.text.wordCount
        if words <= longestJoined, words < best?.words ?? .max { best = (index, words) }
      }
      guard let best else { return }
      candidates[best.index].text = Sentences.joined([
        candidates[best.index].text, candidates[best.index + 1].text,
      ])
      candidates[best.index].weight += candidates[best.index + 1].weight
      candidates.remove(at: best.index + 1)
    }
  }

  /// "See the guide", "Read more about …": nothing to be said in an answer.
  private static func pointsElsewhere(_ text: String) -> Bool {
    Sentences(of: text).texts.allSatisfy { Chatter.holds($0) }
  }

  private static func weight(of sentence: String) -> Double {
    var weight = 0.0
    if sentence.contains("**") { weight += 1.2 }
    if sentence.contains("`") { weight += 0.4 }
    if sentence.utf8.contains(where: { (0x30...0x39).contains($0) }) { weight += 0.3 }
    for cue in cues where sentence.contains(cue) { weight += 0.4 }
    if sentence.hasPrefix("For example") || sentence.hasPrefix("Suppose") { weight -= 1 }
    let words = sentence.wordCount
    return weight - (words < 6 ? 0.8 : words > 45 ? 0.5 : 0)
  }

  private static let cues = [
    "because", " must ", " only ", "instead", "guarantee", "never", "always",
  ]

  private static func keepHeaviest(_ candidates: inout [Candidate]) {
    let order = candidates.indices.sorted {
      candidates[$0].weight == candidates[$1].weight
        ? $0 < $1 : candidates[$0].weight > candidates[$1].weight
    }
    let kept = order.prefix(most).sorted()
    candidates = kept.map { candidates[$0] }
  }
}

extension String {
  /// It ends in a colon, inside bold type or not: something comes after it.
  fileprivate var introduces: Bool {
    var text = self[...]
    while text.utf8.last == UInt8(ascii: "*") { text = text.dropLast() }
    return text.hasSuffix(":") || text.hasSuffix("：")
  }

  /// Without the colon at its end; bold type around it stays.
  fileprivate var withoutColon: String {
    let marks = reversed().prefix { $0 == "*" }
    return String(dropLast(marks.count + 1)).trimmed + String(marks)
  }
}
