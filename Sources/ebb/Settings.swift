import Scheduling

/// What the user wants: every setting with where its value comes from.
struct Settings: Sendable {
  /// Where a value comes from, the weakest first.
  enum Origin: Hashable, Sendable, CustomStringConvertible {
    case standard
    case file(path: String, line: Int)
    case plan
    case environment(String)
    case option(String)

    var description: String {
      switch self {
      case .standard: "default"
      case .file(let path, let line): "\(path):\(line)"
      case .plan: "plan"
      case .environment(let name): name
      case .option(let name): name
      }
    }
  }

  /// A value and where it comes from.
  struct Sourced: Hashable, Sendable {
    let value: SettingValue
    let origin: Origin
  }

  private(set) var values: [SettingName: Sourced]

  /// Nothing but the defaults.
  init() {
    values = [:]
    for row in SettingsTable.rows {
      if let standard = row.standard {
        values[row.name] = Sourced(value: standard, origin: .standard)
      }
    }
  }

  /// The defaults, the user's file over them, and over that the environment.
  init(file path: String, environment: [String: String]) throws(CommandFailure) {
    self.init()
    put(try SettingsFile.read(path))
    let set = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = set("EBB_PROGRESS") {
      put("files.progress", .text(path), from: .environment("EBB_PROGRESS"))
    }
    if set("NO_COLOR") != nil { put("ui.color", .text("never"), from: .environment("NO_COLOR")) }
  }

  /// Lays other values over these.
  mutating func put(_ others: [SettingName: Sourced]) {
    values.merge(others) { _, other in other }
  }

  /// Lays one value over what there is; it must be one that the setting can have.
  mutating func put(_ name: String, _ value: SettingValue, from origin: Origin) {
    values[SettingName(name)] = Sourced(value: value, origin: origin)
  }

  /// Lays values over those of weaker origin only.
  mutating func putBelow(_ others: [SettingName: Sourced]) {
    for (name, sourced) in others {
      switch values[name]?.origin {
      case .plan, .environment, .option: continue
      case .standard, .file, nil: values[name] = sourced
      }
    }
  }

  subscript(_ name: String) -> Sourced? { values[SettingName(name)] }
}

// MARK: Values by kind

extension Settings {
  // The table holds a value of the right kind for each name that is asked for here.

  func flag(_ name: String) -> Bool {
    if case .flag(let isOn)? = self[name]?.value { isOn } else { false }
  }

  func integer(_ name: String) -> Int {
    if case .integer(let number)? = self[name]?.value { number } else { 0 }
  }

  func number(_ name: String) -> Double {
    if case .number(let number)? = self[name]?.value { number } else { 0 }
  }

  func text(_ name: String) -> String {
    if case .text(let text)? = self[name]?.value { text } else { "" }
  }

  func texts(_ name: String) -> [String] {
    if case .texts(let texts)? = self[name]?.value { texts } else { [] }
  }

  func numbers(_ name: String) -> [Double] {
    if case .numbers(let numbers)? = self[name]?.value { numbers } else { [] }
  }

  /// What is set in a table whose names are the user's, such as `theme`: by name.
  func named(_ table: String) -> [(name: String, sourced: Sourced)] {
    values.filter { $0.key.parts.count == 2 && $0.key.parts[0] == table }
      .map { ($0.key.parts[1], $0.value) }
      .sorted { $0.0 < $1.0 }
  }
}
