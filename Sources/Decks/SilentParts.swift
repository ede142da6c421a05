/// The parts of a note that no card asks about.
package struct SilentParts: Hashable, Sendable {
  /// One of them: its headings, outermost first, without the topic, and where it begins.
  package struct Part: Hashable, Sendable {
    package let trail: [String]
    package let place: Place

    /// Names a part.
    package init(trail: [String], place: Place) {
      self.trail = trail
      self.place = place
    }
  }

  /// What the cards of the note are counted under.
  package let topic: String
  /// All parts that could have a card: headings with none below them and more than 20 words.
  package let all: Int
  package let parts: [Part]

  /// Makes the parts of a note that is known already.
  package init(topic: String, all: Int, parts: [Part]) {
    self.topic = topic
    self.all = all
    self.parts = parts
  }

  /// Finds them by the lines in which the cards of the note begin: what counts are the cards there
  /// are, not those that rules would make today. What holds nothing to remember (contents, sources)
  /// and what the author left out are no parts.
  package init(of note: Note, topic: String, cardLines: [Int]) {
    var found: [Part] = []
    var count = 0
    let lines = cardLines.sorted()
    if note.frontMatter.isOff {
      self.init(topic: topic, all: 0, parts: [])
      return
    }
    note.text.withUnsafeBufferPointer { bytes in
      MarkdownNode.parse(bytes) { document in
        let sections = Outline(document: document, note: note).sections
        var next = 0
        for (index, section) in sections.enumerated() {
          let end = index + 1 < sections.count ? sections[index + 1].line : Int.max
          var isAsked = false
          while next < lines.count, lines[next] < end {
            isAsked = isAsked || lines[next] >= section.line
            next += 1
          }
          guard section.isLeaf, section.level > 0, !section.isFurniture, !section.isOff,
            Self.words(in: section) > 20
          else { continue }
          count += 1
          if isAsked { continue }
          let trail = (section.ancestors + [section.heading]).map(\.plain).filter { !$0.isEmpty }
          found.append(Part(trail: trail, place: Place(path: note.path, line: section.line)))
        }
      }
    }
    self.init(topic: topic, all: count, parts: found)
  }

  /// Words of prose, without sources, remarks and links.
  private static func words(in section: Section) -> Int {
    var words = 0
    for block in section.blocks where !block.isFurniture { words += CardRule.proseWords(block) }
    return words
  }
}
