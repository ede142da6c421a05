/// Rewrites what note tools and site generators add to Markdown as Markdown that says the same:
/// `[[links]]`, `> [!callouts]`, `{{< shortcodes >}}`, `:::` and `!!!` boxes, `%%remarks%%`.
/// Lines keep their numbers; code is left alone.
struct NoteRepairs {
  private var result: [UInt8] = []
  private var fence: [UInt8] = []
  /// Closing marks that the rest of the line at hand does not hold.
  private var missing: [String] = []
  /// Inside a box of `!!!`, whose text is indented by four blanks.
  private var isIndented = false

  static func apply(to text: inout [UInt8]) {
    guard mayNeedRepair(text) else { return }
    var repairs = NoteRepairs()
    repairs.result.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0a { end += 1 }
        repairs.add(line: bytes[start..<end])
        if end < bytes.count { repairs.result.append(0x0a) }
        start = end + 1
      }
    }
    text = repairs.result
  }

  /// A quick look, because most notes need none.
  private static func mayNeedRepair(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      bytes.first == UInt8(ascii: ":")
        || ["[[", "[!", "{%", "{<", "%%", "\n:", "!!", "??"].contains { mark in
          mark.withBytes { bytes.offset(of: $0) } != nil
        }
    }
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  private mutating func add(line: Line) {
    let bare = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    if isInCode(bare) {
      result.append(contentsOf: isIndented ? Self.dedented(line) : line)
      return
    }
    if bare.starts(with: ":::".utf8) { return }
    if line.starts(with: "!!! ".utf8) || line.starts(with: "??? ".utf8)
      || line.starts(with: "???+ ".utf8)
    {
      isIndented = true
      return
    }
    if isIndented {
      if line.starts(with: "    ".utf8) || line.allSatisfy(\.isBlank) {
        return addInlines(Self.dedented(line))
      }
      isIndented = false
    }
    if line.first(where: { $0 != 0x20 }) == UInt8(ascii: ">"), bare.starts(with: "[!".utf8),
      let close = bare.firstIndex(of: UInt8(ascii: "]"))
    {
      addCallout(type: bare[bare.startIndex + 2..<close], title: bare[(close + 1)...])
      return
    }
    addInlines(line)
  }

  /// Whether a line is in a fenced block or opens or closes one.
  private mutating func isInCode(_ bare: Line) -> Bool {
    let text = isIndented ? bare.drop { $0 == 0x20 } : bare
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return !fence.isEmpty
    }
    let run = Array(text.prefix { $0 == mark })
    guard run.count >= 3 else { return !fence.isEmpty }
    if fence.isEmpty {
      fence = run
    } else if fence.first == mark, run.count >= fence.count,
      text.dropFirst(run.count).allSatisfy(\.isBlank)
    {
      fence = []
    }
    return true
  }

  private static func dedented(_ line: Line) -> Line {
    line.starts(with: "    ".utf8) ? line.dropFirst(4) : line
  }

  /// A titled callout becomes a quote that begins with its title in bold type.
  private mutating func addCallout(type: Line, title: Line) {
    let name = String(decoding: title.drop { "+- ".utf8.contains($0) }, as: UTF8.self).trimmed
    result.append(contentsOf: ">".utf8)
    guard !name.isEmpty else { return }
    let isQuestion = name.hasSuffix("?") || name.hasSuffix("？")
    result.append(contentsOf: (isQuestion ? " **\(name)**\\" : " **\(name):**").utf8)
  }

  private mutating func addInlines(_ line: Line) {
    guard line.contains(where: { Self.openings.contains($0) }) else {
      result.append(contentsOf: line)
      return
    }
    missing = []
    var index = line.startIndex
    var ticks = 0
    while index < line.endIndex {
      let rest = line[index...]
      if line[index] == UInt8(ascii: "`") {
        ticks += 1
      } else if ticks % 2 == 0, let end = repaired(rest) {
        index = end
        continue
      }
      result.append(line[index])
      index += 1
    }
  }

  /// What begins some markup.
  private static let openings = ByteSet("{%![")

  /// Behind the markup that begins here, what it says having been written; nil for plain text.
  private mutating func repaired(_ rest: Line) -> Int? {
    switch rest[rest.startIndex] {
    case UInt8(ascii: "{"):
      for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")]
      where rest.starts(with: open.utf8) {
        return end(of: close, in: rest)
      }
      return nil
    case UInt8(ascii: "%"):
      return rest.starts(with: "%%".utf8) ? end(of: "%%", in: rest.dropFirst(2)) : nil
    case UInt8(ascii: "!"):
      guard rest.starts(with: "![[".utf8) else { return nil }
      return end(of: "]]", in: rest)
    case UInt8(ascii: "["):
      guard rest.starts(with: "[[".utf8) else { return nil }
      // A link holds no brackets, so that the first one decides.
      let link = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
      guard rest[link.endIndex...].starts(with: "]]".utf8),
        link.contains(where: { $0.isASCIILetter || $0 >= 0x80 })
      else { return nil }
      let shown = link.split(separator: UInt8(ascii: "|")).last ?? link
      let isNamed = link.contains(UInt8(ascii: "|"))
      result.append(contentsOf: isNamed ? shown : Self.lastPart(of: link))
      return link.endIndex + 2
    default: return nil
    }
  }

  /// "b" of `a/b#c`, "c" of `#c`.
  private static func lastPart(of link: Line) -> Line {
    let page = link.prefix { $0 != UInt8(ascii: "#") }
    if page.isEmpty { return link.dropFirst() }
    return page.split(separator: UInt8(ascii: "/")).last ?? page
  }

  /// Behind the next such mark. Where one is missing it is not looked for again in the line: a
  /// hostile line may open as many as it has room for.
  private mutating func end(of close: String, in text: Line) -> Int? {
    if missing.contains(close) { return nil }
    let offset = close.withBytes { UnsafeBufferPointer(rebasing: text).offset(of: $0) }
    if offset == nil { missing.append(close) }
    return offset.map { text.startIndex + $0 + close.utf8.count }
  }
}
