/// An SVG picture that is written element by element; numbers are rounded to a tenth.
package struct Markup {
  private(set) var text: String
  private let end: String

  /// Begins a picture; `summary` says what it shows to those who do not see it, nil for a picture
  /// that only repeats what stands beside it.
  init(width: Double, height: Double, name: String, summary: String?) {
    let label =
      summary.map { "role=\"img\" aria-label=\"\(Self.escaped($0))\"" } ?? "aria-hidden=\"true\""
    text =
      "<svg class=\"\(name)\" viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\" \(label)>"
    end = "</svg>"
  }

  var closed: String { text + end }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String,
    title: String? = nil
  ) {
    let attributes =
      "class=\"\(name)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
      + "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    text +=
      title.map { "<rect \(attributes)><title>\(Self.escaped($0))</title></rect>" }
      ?? "<rect \(attributes)/>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
    text +=
      "<line class=\"\(name)\" x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" "
      + "x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\"/>"
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, _ name: String, title: String) {
    text +=
      "<circle class=\"\(name)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" "
      + "r=\"\(Self.number(radius))\"><title>\(Self.escaped(title))</title></circle>"
  }

  mutating func polyline(_ points: [(x: Double, y: Double)]) {
    let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    text += "<polyline points=\"\(list.joined(separator: " "))\"/>"
  }

  /// `anchor` is start, middle or end.
  mutating func write(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", isFaint: Bool = false
  ) {
    let name = isFaint ? " class=\"faint\"" : ""
    text +=
      "<text\(name) x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor)\">"
      + Self.escaped(words) + "</text>"
  }

  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }

  /// A text as markup shows it, in an element or an attribute. By scalar, since a mark with an
  /// accent on it would be another character.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
