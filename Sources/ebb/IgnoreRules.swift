/// Which files are left out: patterns as in `.gitignore`, the last one that fits decides.
struct IgnoreRules {
  private struct Rule {
    /// Only what lies below this folder is meant; it ends in a slash.
    let folder: String
    let segments: [[UInt8]]
    let isNegated: Bool
    let isFolderOnly: Bool
  }

  private var rules: [Rule] = []

  /// Adds the lines of an ignore file that lies in `folder`.
  mutating func add(_ text: String, in folder: String) {
    let folder = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    for line in text.utf8.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      add(line: Array(line), in: folder)
    }
  }

  private mutating func add(line: [UInt8], in folder: String) {
    var pattern = line[...]
    while pattern.last == 0x20, pattern.dropLast().last != UInt8(ascii: "\\") {
      pattern = pattern.dropLast()
    }
    guard let first = pattern.first, first != UInt8(ascii: "#") else { return }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { pattern = pattern.dropFirst() }
    let slash = UInt8(ascii: "/")
    let isFolderOnly = pattern.last == slash
    if isFolderOnly { pattern = pattern.dropLast() }
    // A slash ties the pattern to its folder; without one it fits at any depth.
    let isTied = pattern.contains(slash)
    var segments = pattern.split(separator: slash).map { Array($0) }
    guard !segments.isEmpty else { return }
    if !isTied { segments.insert(Self.anyDepth, at: 0) }
    rules.append(
      Rule(folder: folder, segments: segments, isNegated: isNegated, isFolderOnly: isFolderOnly))
  }

  /// Whether a file or folder is left out.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    for rule in rules.reversed() where isFolder || !rule.isFolderOnly {
      guard path.hasPrefix(rule.folder) else { continue }
      let parts = path.utf8.dropFirst(rule.folder.utf8.count)
        .split(separator: UInt8(ascii: "/")).map { Array($0) }
      if Self.fits(parts, rule.segments) { return !rule.isNegated }
    }
    return false
  }

  private static let anyDepth = Array("**".utf8)

  /// Whether the parts of a path fit the segments of a pattern, where `**` stands for any number of
  /// parts. One row of a table a segment, so that no pattern takes long.
  private static func fits(_ parts: [[UInt8]], _ segments: [[UInt8]]) -> Bool {
    // reached[n]: the segments so far fit the first n parts.
    var reached = [true] + [Bool](repeating: false, count: parts.count)
    for segment in segments {
      var next = [Bool](repeating: false, count: parts.count + 1)
      if segment == anyDepth {
        var isOpen = false
        for count in reached.indices {
          isOpen = isOpen || reached[count]
          next[count] = isOpen
        }
      } else {
        for count in parts.indices where reached[count] && fits(parts[count], segment) {
          next[count + 1] = true
        }
      }
      reached = next
    }
    return reached[parts.count]
  }

  /// Whether a name fits a pattern with `*`, `?`, `[…]` and `\`.
  private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, next) = (0, 0)
    // Where the last star stands, and how far it reaches.
    var star: (pattern: Int, name: Int)?
    while at < name.count {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        star = (next, at)
        next += 1
      } else if next < pattern.count, let length = matchLength(name[at], pattern[next...]) {
        at += 1
        next += length
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (at, next) = (last.name + 1, last.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// How many bytes of the pattern stand for this one byte; nil if they do not.
  private static func matchLength(_ byte: UInt8, _ pattern: ArraySlice<UInt8>) -> Int? {
    guard let first = pattern.first else { return nil }
    switch first {
    case UInt8(ascii: "?"): return 1
    case UInt8(ascii: "\\"): return pattern.dropFirst().first == byte ? 2 : nil
    case UInt8(ascii: "["):
      guard let end = pattern.dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else { break }
      var set = pattern[(pattern.startIndex + 1)..<end]
      let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
      if isNegated { set = set.dropFirst() }
      return contains(byte, set) != isNegated ? end - pattern.startIndex + 1 : nil
    default: break
    }
    return first == byte ? 1 : nil
  }

  private static func contains(_ byte: UInt8, _ set: ArraySlice<UInt8>) -> Bool {
    var rest = set
    while let low = rest.popFirst() {
      if rest.first == UInt8(ascii: "-"), let high = rest.dropFirst().first {
        if low <= byte, byte <= high { return true }
        rest = rest.dropFirst(2)
      } else if low == byte {
        return true
      }
    }
    return false
  }
}
