/// A number as it was typed, in the base unit of what it measures, so that `5 min` and `300 s` are
/// one thing.
struct AnswerQuantity: Hashable {
  /// What is measured. A bare number may stand for any of them.
  enum Dimension {
    case bare, bytes, seconds, share, factor
  }

  var value: Double
  var dimension: Dimension
  /// A number without a unit: a port, a status code or a version, which is that one or another.
  var isLabel: Bool

  /// Whether an answer's number says the same: labels exactly, measures within 1 %, bytes within
  /// 5 % because MB means two things, and within a quarter where the point itself is rough.
  func matches(_ answer: AnswerQuantity, roughly: Bool) -> Bool {
    guard dimension == answer.dimension || dimension == .bare || answer.dimension == .bare else {
      return false
    }
    let distance = abs(value - answer.value)
    if distance <= 1e-9 * max(1, abs(value)) { return true }
    if roughly { return distance <= 0.25 * abs(value) }
    if dimension == .bytes || answer.dimension == .bytes { return distance <= 0.05 * abs(value) }
    return !(isLabel && answer.isLabel) && distance <= 0.01 * abs(value)
  }

  /// The factor to the base unit, and what the unit measures; nil for a word that is no unit.
  static func unit(_ name: String) -> (factor: Double, dimension: Dimension)? { units[name] }

  /// The value of a number word.
  static func value(ofWord word: String) -> Double? { words[word] }

  private static let units: [String: (factor: Double, dimension: Dimension)] = {
    var units: [String: (factor: Double, dimension: Dimension)] = [
      "k": (1e3, .bare), "m": (1e6, .bare), "%": (0.01, .share), "percent": (0.01, .share),
      "x": (1, .factor), "fold": (1, .factor), "times": (1, .factor),
    ]
    for (names, factor) in [
      ("us µs μs", 1e-6), ("ms millisecond milliseconds", 1e-3), ("s sec secs second seconds", 1),
      ("min mins minute minutes", 60), ("h hr hrs hour hours", 3_600), ("d day days", 86_400),
      ("week weeks", 604_800),
    ] {
      for name in names.split(separator: " ") { units[String(name)] = (factor, .seconds) }
    }
    for (names, factor) in [
      ("b byte bytes", 1), ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12), ("kib", 0x1p10),
      ("mib", 0x1p20), ("gib", 0x1p30), ("tib", 0x1p40),
    ] {
      for name in names.split(separator: " ") { units[String(name)] = (factor, .bytes) }
    }
    return units
  }()

  private static let words: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "hundred": 1e2,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "half": 0.5, "quarter": 0.25, "eighth": 0.125,
  ]
}
