import CMarkdown

/// A heading with the blocks under it, up to the next heading.
struct Section {
  var heading: Heading
  /// 0 for what stands before the first heading, else 1...6.
  var level: Int
  var line: Int
  var blocks: [MarkdownNode] = []
  /// The headings around this one, outermost first, without the topic.
  var ancestors: [Heading] = []
  var isLeaf = true
  /// Furniture (contents, sources, licence…): neither it nor what is under it gives cards.
  var isFurniture = false

  /// Last line of the last block.
  var lastLine: Int { blocks.last?.lastLine ?? line }
}

/// A note as sections in reading order, and the topic its cards are counted under.
struct Outline {
  let topic: String
  let sections: [Section]

  init(document: MarkdownNode, note: Note) {
    var sections = [Section(heading: Heading(markdown: "", plain: ""), level: 0, line: 1)]
    for block in document.children {
      if block.kind == EBB_HEADING {
        sections.append(
          Section(
            heading: Heading(
              markdown: MarkdownWriter.inline(of: block), plain: MarkdownWriter.plain(of: block)),
            level: block.headingLevel, line: block.line))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    let title = Self.title(of: sections)
    topic =
      note.frontMatter.title ?? title.map { sections[$0].heading.withoutSuffix }
      ?? Self.topic(ofPath: note.path)
    self.sections = Self.nested(sections, title: title)
  }

  /// The index of the heading that names the whole note: the only heading of level 1, if early.
  private static func title(of sections: [Section]) -> Int? {
    let tops = sections.indices.filter { sections[$0].level == 1 }
    guard tops.count == 1, let index = tops.first, index <= 2 else { return nil }
    let words = sections[index].heading.plain.wordCount
    return words > 0 && words <= 10 ? index : nil
  }

  private static func nested(_ flat: [Section], title: Int?) -> [Section] {
    var open: [(level: Int, heading: Heading, isFurniture: Bool)] = []
    var sections = flat
    for index in sections.indices where sections[index].level > 0 {
      let level = sections[index].level
      open.removeAll { $0.level >= level }
      let isFurniture =
        open.last?.isFurniture == true || sections[index].heading.isFurniture
      sections[index].isFurniture = isFurniture
      sections[index].ancestors = open.map(\.heading)
      if index + 1 < sections.count, sections[index + 1].level > level {
        sections[index].isLeaf = false
      }
      if index != title { open.append((level, sections[index].heading, isFurniture)) }
    }
    if let title {
      // The title is the topic, and the topic is shown anyway.
      sections[title].heading = Heading(markdown: "", plain: "")
    }
    return sections
  }

  private static func topic(ofPath path: String) -> String {
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let words = stem.split { $0 == "_" || $0 == "-" || $0 == " " }
    let named = words.drop { $0.allSatisfy(\.isNumber) }
    return (named.isEmpty ? words[...] : named).joined(separator: " ").capitalizedFirst
  }
}
