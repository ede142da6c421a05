import Decks

/// The one table of keys.
package enum Keymap {
  static let everywhere = Set(KeyContext.allCases)
  /// Where characters are text, and only control keys and keys with a name command.
  static let texts: Set<KeyContext> = [.typing, .mockTyping, .mockNote]
  /// Where rows can be out of sight.
  static let scrolling = asking.union([
    .home, .summary, .help, .info, .choices, .browser, .note, .coverage, .settings, .reports,
    .mockSetUp, .drift, .noteList, .relink, .plan,
  ]).union(mockPlaces)
  /// Before and after the answer is in sight.
  static let hidden: Set<KeyContext> = [.front, .options, .steps]
  static let shown: Set<KeyContext> = [.back, .points]
  static let asking = hidden.union(shown)

  package static let bindings =
    answering + decidingBindings + listBindings + cardBindings + mock + moving

  /// The digits of a place where each stands for a row; `action(for:in:)` tells which.
  static func rows(_ context: KeyContext, _ help: String) -> Binding {
    let digits = (1...9).map { Key.character(Character(String($0))) }
    return Binding(digits, .row(0), "1 to 9", help, in: [context])
  }

  /// How a key is written.
  package static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    default: "\(key)".capitalizedFirst
    }
  }

  /// What a key means in a place; nil if it means nothing there.
  package static func action(for key: Key, in context: KeyContext) -> Action? {
    let binding = bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }
    if case .row = binding?.action, case .character(let digit) = key {
      return digit.wholeNumberValue.map { .row($0) }
    }
    return binding?.action
  }

  /// The keys of a place as they are written, with what they do.
  package static func reference(
    of context: KeyContext, keys: KeyTranslation = KeyTranslation()
  ) -> [(label: String, help: String)] {
    bindings(in: context).map { (keys.label($0.label), $0.help) }
  }

  /// The bindings of a place in the order of the table.
  static func bindings(in context: KeyContext) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// One row of key hints, with as many digits as answer something, without an action that has
  /// nothing to do now. What does not fit is dropped from the right; the way back goes after
  /// everything else but the last hint, which stays.
  static func footer(
    for context: KeyContext, width: Int, digits: Int = 9, without idle: Action? = nil,
    keys: KeyTranslation = KeyTranslation()
  ) -> [(key: String, words: String)] {
    let digits = digits > 1 ? "1-\(min(digits, 9))" : "1"
    var shown = bindings(in: context).filter { $0.action != idle }.compactMap { binding in
      binding.footer.map { words in
        (
          key: String(keys.label(binding.label).prefix { $0 != " " }), words: words,
          action: binding.action
        )
      }
    }
    switch context {
    case .back: shown.insert(("1-4", "grade", .rate(3)), at: 0)
    case .options: shown.insert((digits, "choose", .row(0)), at: 0)
    case .steps: shown.insert((digits, "next step", .row(0)), at: 0)
    case .points, .mockMarking: shown.insert((digits, "tick", .row(0)), at: 0)
    case .mockOptions, .mockExam: shown.insert((digits, "pick", .row(0)), at: 0)
    case .relink: shown.insert((digits, "choose", .row(0)), at: 0)
    case .coverage, .noteList: shown.insert(("1-4", "view", .row(0)), at: 0)
    case .mockRubric: shown.insert(("1-4", "set", .rate(1)), at: 0)
    case .reports: shown.insert(("1-7", "view", .rate(1)), at: 0)
    case .choices: shown.insert((digits, "choose", .row(0)), at: 0)
    case .help, .info: shown.insert((keys.label("j k"), "scroll", .rowDown), at: 0)
    default: break
    }
    func length() -> Int { shown.reduce(0) { $0 + $1.key.count + $1.words.count + 3 } }
    while length() > width, shown.count > 1 {
      let optional = shown.lastIndex { $0.action != .back && $0.action != .help }
      shown.remove(at: optional ?? shown.count - 2)
    }
    return shown.map { ($0.key, $0.words) }
  }
}
