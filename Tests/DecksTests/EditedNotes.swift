import TestSupport

/// Notes that are edited as people edit notes, with the truth about which section is which.
struct EditedNotes {
  /// A heading with its text, and who it is whatever is done to it.
  struct Part {
    var identity: Int
    /// Number signs of the heading; 0 for what stands before the first one.
    var level: Int
    var heading: String
    var body: [String]
  }

  /// What can be done to notes.
  enum Edit: CaseIterable {
    case shuffleFiles, renameFile, moveIntoFolder, reorder, moveWithin, moveBetween, split
    case editAnswers, renumber, addEmoji, changeCase, insert, delete, copy, repeatHeading
    case rewordHeading, rewordTitle

    /// Nothing is changed but where things stand.
    static let moves: [Edit] = [
      .shuffleFiles, .renameFile, .moveIntoFolder, .reorder, .moveWithin, .moveBetween, .split,
    ]
    /// What asks the same under the same title afterwards.
    static let usual = allCases.filter { $0 != .rewordHeading && $0 != .rewordTitle }
  }

  private(set) var files: [(path: String, parts: [Part])] = []
  private var random: SeededGenerator
  private var nextIdentity = 0

  init(_ notes: [(path: String, text: String)], seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for note in notes { files.append((note.path, parts(of: note.text))) }
  }

  private mutating func parts(of text: String) -> [Part] {
    var parts = [Part(identity: newIdentity(), level: 0, heading: "", body: [])]
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      let level = line.prefix { $0 == "#" }.count
      if !isCode, (1...6).contains(level), line.dropFirst(level).first == " " {
        parts.append(
          Part(
            identity: newIdentity(), level: level, heading: String(line.dropFirst(level + 1)),
            body: []))
      } else {
        parts[parts.count - 1].body.append(String(line))
      }
    }
    return parts
  }

  private mutating func newIdentity() -> Int {
    nextIdentity += 1
    return nextIdentity
  }

  /// The text of a file, and the section that each line (from 1) belongs to.
  static func text(of parts: [Part]) -> (text: String, owners: [Int]) {
    var lines: [String] = []
    var owners = [0]
    for part in parts {
      if part.level > 0 {
        lines.append(String(repeating: "#", count: part.level) + " " + part.heading)
      }
      lines += part.body
      owners += [Int](repeating: part.identity, count: lines.count + 1 - owners.count)
    }
    return (lines.joined(separator: "\n") + "\n", owners + [owners.last ?? 0])
  }

  // MARK: Edits

  mutating func apply(_ edit: Edit) {
    let file = Int.random(in: files.indices, using: &random)
    switch edit {
    case .shuffleFiles: files.shuffle(using: &random)
    case .renameFile: files[file].path = "renamed-\(newIdentity()).md"
    case .moveIntoFolder:
      for index in files.indices { files[index].path = "folder/" + files[index].path }
    case .reorder: reorder(file)
    case .moveWithin: move(from: file, to: file)
    case .moveBetween: move(from: file, to: Int.random(in: files.indices, using: &random))
    case .split: split(file)
    case .editAnswers: for _ in 0..<5 { editProse(file) }
    case .renumber:
      var number = 0
      for part in files[file].parts.indices where files[file].parts[part].level == 2 {
        number += 1
        files[file].parts[part].heading = "\(number). " + files[file].parts[part].heading
      }
    case .addEmoji: change(file) { "🔥 " + $0 }
    case .changeCase: change(file) { $0.uppercased() }
    case .insert: insert(file, heading: "Tides of the \(newIdentity())th kind")
    case .repeatHeading:
      let heading = files[file].parts.filter { $0.level > 1 }.randomElement(using: &random)?.heading
      insert(file, heading: heading ?? "Tides")
    case .delete:
      if let part = leaf(in: file) { files[file].parts.remove(at: part) }
    case .copy: copy(from: file)
    case .rewordHeading:
      change(file) { heading in
        var words = heading.split(separator: " ").map { String($0) }
        if !words.isEmpty { words[heading.utf8.count % words.count] = "tidal" }
        return words.joined(separator: " ")
      }
    case .rewordTitle:
      for part in files[file].parts.indices where files[file].parts[part].level == 1 {
        files[file].parts[part].heading = "Notes on " + files[file].parts[part].heading
      }
    }
  }

  /// A section without sections below it.
  private mutating func leaf(in file: Int) -> Int? {
    let parts = files[file].parts
    return parts.indices.filter {
      parts[$0].level > 1 && ($0 + 1 == parts.count || parts[$0 + 1].level <= parts[$0].level)
    }.randomElement(using: &random)
  }

  private mutating func change(_ file: Int, _ body: (String) -> String) {
    guard let part = leaf(in: file) else { return }
    files[file].parts[part].heading = body(files[file].parts[part].heading)
  }

  /// Turns the leaves under one heading around.
  private mutating func reorder(_ file: Int) {
    guard let start = leaf(in: file) else { return }
    let level = files[file].parts[start].level
    var end = start + 1
    while end < files[file].parts.count, files[file].parts[end].level == level { end += 1 }
    files[file].parts[start..<end].shuffle(using: &random)
  }

  private mutating func move(from file: Int, to other: Int) {
    guard let part = leaf(in: file), let place = leaf(in: other) else { return }
    let moved = files[file].parts[part]
    files[other].parts.insert(moved, at: place)
    let old = files[file].parts.indices.last {
      files[file].parts[$0].identity == moved.identity && (file != other || $0 != place)
    }
    if let old { files[file].parts.remove(at: old) }
  }

  private mutating func split(_ file: Int) {
    let chapters = files[file].parts.indices.filter { files[file].parts[$0].level == 2 }
    guard chapters.count > 2 else { return }
    let start = chapters[chapters.count / 2]
    files.append(("split-\(newIdentity()).md", Array(files[file].parts[start...])))
    files[file].parts.removeSubrange(start...)
  }

  private mutating func insert(_ file: Int, heading: String) {
    guard let place = leaf(in: file) else { return }
    let number = newIdentity()
    let part = Part(
      identity: newIdentity(), level: files[file].parts[place].level, heading: heading,
      body: [
        "", "Spring tide number \(number) follows the \(number)th moon, because water is slow.", "",
        "- **Neap \(number)** — the weakest of the \(number) tides between two quarters.", "",
      ])
    files[file].parts.insert(part, at: place)
  }

  private mutating func copy(from file: Int) {
    let other = Int.random(in: files.indices, using: &random)
    guard other != file, let part = leaf(in: file), let place = leaf(in: other) else { return }
    var copied = files[file].parts[part]
    copied.identity = newIdentity()
    files[other].parts.insert(copied, at: place)
  }

  /// Puts another word in place of one of ten, in a section's prose.
  private mutating func editProse(_ file: Int) {
    guard let part = leaf(in: file) else { return }
    var isCode = false
    for index in files[file].parts[part].body.indices {
      let line = files[file].parts[part].body[index]
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.first?.isLetter == true else { continue }
      var words = line.split(separator: " ").map { String($0) }
      for word in words.indices.dropFirst()
      where words[word].allSatisfy(\.isLetter) && Int.random(in: 0..<10, using: &random) == 0 {
        words[word] = "tide"
      }
      files[file].parts[part].body[index] = words.joined(separator: " ")
    }
  }
}
