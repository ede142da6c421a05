/// Every setting with its value and where that comes from; a change is written at once.
package struct SettingsScreen: Screen, Hashable {
  /// One setting as it is shown.
  package struct Row: Hashable, Sendable {
    /// Its name; what stands before the dot is the heading it comes under.
    package let name: String
    /// Its value, as a person says it.
    package let value: String
    /// Where the value comes from if not from the file: `env`, `flag`, `plan` or `default`.
    package let origin: String?
    /// What it does, in a few words.
    package let meaning: String
    /// What it may be, to end the sentence "it must be …".
    package let expectation: String
    /// The values to go through with one key; none where there are too many.
    package let choices: [String]

    /// Makes a row from its parts.
    package init(
      name: String, value: String, origin: String?, meaning: String, expectation: String,
      choices: [String]
    ) {
      self.name = name
      self.value = value
      self.origin = origin
      self.meaning = meaning
      self.expectation = expectation
      self.choices = choices
    }
  }

  /// The file that is written, as it is shown.
  let path: String
  private(set) var rows: [Row]
  private(set) var selected = 0
  /// The value being typed; nil while letters are commands.
  private(set) var field: TextField?
  /// What is looked for, and the row to go back to; nil while nothing is.
  private(set) var finding: Finding?
  /// One sentence about the last key.
  private(set) var notice: String?

  struct Finding: Hashable {
    var field = TextField()
    let before: Int
  }

  /// Shows these settings in this order; rows of one heading stand together.
  package init(path: String, rows: [Row], notice: String? = nil) {
    self.path = path
    self.rows = rows
    self.notice = notice
  }

  package var context: KeyContext { .settings }
  package var readsText: Bool { field != nil || finding != nil }

  var current: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    notice = nil
    switch action {
    case .back: return [.close]
    case .accept: field = current.map { TextField($0.value) }
    case .goOn:
      guard let row = current, let place = row.choices.firstIndex(of: row.value) else {
        field = current.map { TextField($0.value) }
        return []
      }
      let next = row.choices[(place + 1) % row.choices.count]
      return [.effect(.settings(.change(row.name, to: next)))]
    case .useDefault:
      return current.map { [.effect(.settings(.change($0.name, to: nil)))] } ?? []
    case .edit: return [.effect(.settings(.edit))]
    case .find: finding = Finding(before: selected)
    case .next: goToHit(from: selected + 1)
    case .rowDown: selected += 1
    case .rowUp: selected -= 1
    case .pageDown: selected += max(window.rows / 2, 1)
    case .pageUp: selected -= max(window.rows / 2, 1)
    case .top: selected = 0
    case .bottom: selected = rows.count - 1
    default: break
    }
    selected = min(max(selected, 0), max(rows.count - 1, 0))
    return []
  }

  /// What was looked for last, for the next hit.
  private var wanted = ""

  /// Goes to the first row from this one on, round and round, whose name or words hold what is
  /// looked for.
  private mutating func goToHit(from start: Int) {
    guard !wanted.isEmpty, !rows.isEmpty else {
      notice = "Nothing is looked for; / looks for a setting."
      return
    }
    let order = (0..<rows.count).map { (start + $0) % rows.count }
    let hit = order.first { index in
      let row = rows[index]
      return [row.name, row.meaning, row.expectation].contains { Self.holds($0, wanted) }
    }
    if let hit { selected = hit } else { notice = "No setting says “\(wanted)”." }
  }

  private static func holds(_ text: String, _ wanted: String) -> Bool {
    let (text, wanted) = (Array(text.lowercased().utf8), Array(wanted.lowercased().utf8))
    guard wanted.count <= text.count else { return false }
    return (0...text.count - wanted.count).contains { start in
      text[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private mutating func readFinding(_ key: Key) {
    guard var finding else { return }
    switch key {
    case .escape:
      selected = finding.before
      self.finding = nil
      notice = nil
    case .enter: self.finding = nil
    default:
      guard finding.field.handle(key) else { return }
      self.finding = finding
      wanted = finding.field.text
      notice = nil
      if wanted.isEmpty { selected = finding.before } else { goToHit(from: finding.before) }
    }
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    if finding != nil {
      readFinding(key)
      return []
    }
    switch key {
    case .escape: field = nil
    case .enter:
      guard let row = current, let text = field?.text else { break }
      field = nil
      if text != row.value { return [.effect(.settings(.change(row.name, to: text)))] }
    default: _ = field?.handle(key)
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    if var finding {
      finding.field.insert(text)
      self.finding = finding
      wanted = finding.field.text
      goToHit(from: finding.before)
    }
    field?.insert(text)
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .settings(let fresh, _):
      rows = fresh.rows
      notice = fresh.notice
      selected = min(selected, max(rows.count - 1, 0))
    case .failed(let problem): notice = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { notice = sentence }
}
