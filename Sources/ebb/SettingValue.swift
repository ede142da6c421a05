/// A value as the settings hold it, whatever it will be used for.
enum SettingValue: Hashable, Sendable {
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case texts([String])
  case numbers([Double])
  /// Rows of named values: a list of inline tables.
  case tables([[String: SettingValue]])

  /// The value as TOML writes it.
  var literal: String {
    switch self {
    case .flag(let isOn): isOn ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .text(let text): Self.quoted(text)
    case .texts(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    case .numbers(let numbers): "[" + numbers.map(Self.literal).joined(separator: ", ") + "]"
    case .tables(let tables):
      "["
        + tables.map { table in
          let parts = table.sorted { $0.key < $1.key }.map {
            "\(SettingName.written($0.key)) = \($0.value.literal)"
          }
          return "{ " + parts.joined(separator: ", ") + " }"
        }.joined(separator: ", ") + "]"
    }
  }

  /// A number of a list; a whole one without a fraction.
  private static func literal(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }

  /// The value as a person says it: without quotes and brackets.
  var plain: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: " ")
    case .numbers(let numbers): numbers.map { String($0) }.joined(separator: " ")
    case .flag, .integer, .number, .tables: literal
    }
  }

  /// What kind of value it is, for a sentence.
  var kind: String {
    switch self {
    case .flag: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .text: "a text"
    case .texts(let texts): texts.isEmpty ? "an empty list" : "a list of texts"
    case .numbers: "a list of numbers"
    case .tables: "a list of tables"
    }
  }

  /// A basic string of TOML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7f {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

/// The name of a setting, part by part: `deck."System design".retention` has three.
struct SettingName: Hashable, Comparable, Sendable, CustomStringConvertible {
  let parts: [String]

  init(_ parts: [String]) { self.parts = parts }

  /// A name without quotes in it, such as `review.retention`.
  init(_ name: String) { parts = name.split(separator: ".").map(String.init) }

  /// As TOML writes it; a part that is not made of letters, digits, `-` and `_` is quoted.
  var description: String { parts.map(Self.written).joined(separator: ".") }

  static func written(_ part: String) -> String {
    let isBare = !part.isEmpty && part.utf8.allSatisfy(SettingsOutline.isBare)
    return isBare ? part : SettingValue.quoted(part)
  }

  static func < (left: SettingName, right: SettingName) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
