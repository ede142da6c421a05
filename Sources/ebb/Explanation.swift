import Decks
import Foundation
import Reports

/// Why the cards of a passage are as they are, and why it gave no others.
struct Explanation {
  private let compilation: Compilation
  private let path: String

  init(_ compilation: Compilation, path: String) {
    self.compilation = compilation
    self.path = path
  }

  /// What is asked about.
  enum Target: Equatable {
    case file(String)
    case line(String, Int)
    case card(CardID)

    /// Reads `FILE`, `FILE:LINE` or the identity of a card.
    init(_ text: String) {
      if FileManager.default.fileExists(atPath: text) {
        self = .file(text)
      } else if let colon = text.lastIndex(of: ":"),
        let line = Int(text[text.index(after: colon)...])
      {
        self = .line(String(text[..<colon]), line)
      } else {
        self = .card(CardID(rawValue: text.lowercased()))
      }
    }
  }

  /// Prints what is known of the section around a line; of the whole note without one.
  func printSections(around line: Int? = nil, only card: String? = nil) {
    let starts = compilation.sections
    for (index, section) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line - 1 : Int.max
      if let line, !(section.line...max(end, section.line)).contains(line) { continue }
      let cards = compilation.cards.filter { section.line <= $0.place.line && $0.place.line <= end }
      let rejections = compilation.rejections.filter { section.line <= $0.line && $0.line <= end }
      let skipped = (compilation.skipped + compilation.unasked).filter {
        section.line <= $0.place.line && $0.place.line <= end
      }
      guard !cards.isEmpty || !rejections.isEmpty || !skipped.isEmpty else { continue }
      print("\(path):\(section.line): “\(section.title)”")
      for one in cards where card == nil || one.prompt == card { explain(one) }
      if card != nil { continue }
      let told = Set(rejections.map(\.line))
      for rejection in rejections { explain(rejection) }
      for one in skipped where !told.contains(one.place.line) {
        print("  line \(one.place.line): no card: \(one.reason)")
      }
    }
  }

  private func explain(_ card: Card) {
    print("  line \(card.place.line): \(card.question)")
    print("    card     \(card.id.rawValue), \(card.kind.rawValue), \(Self.levels[card.level - 1])")
    print("    rule     \(card.rule): \(Self.summary(ofRule: card.rule))")
    if !card.trail.isEmpty { print("    under    \(card.trail.joined(separator: " › "))") }
    print("    quality  \(Self.hundredths(card.quality))\(reason(compilation.estimates[card.id]))")
  }

  private func explain(_ rejection: Compilation.Rejection) {
    print(
      "  line \(rejection.line): not asked: \(rejection.prompt.split(separator: "\n").first ?? "")")
    print("    rule     \(rejection.rule): \(Self.summary(ofRule: rejection.rule))")
    print(
      "    quality  \(Self.hundredths(rejection.estimate.quality))" + reason(rejection.estimate))
    print("    because  \(rejection.reason)")
  }

  private func reason(_ estimate: Estimate?) -> String {
    let least = "; asked from \(Self.hundredths(compilation.minimumQuality))"
    guard let estimate else { return least }
    var text = " for how the question could be worded"
    if estimate.discount != 0 || !estimate.doubts.isEmpty {
      text = " = \(Self.hundredths(estimate.wording))" + text
    }
    if estimate.discount != 0 {
      text +=
        ", less \(Self.hundredths(estimate.discount)) because the note reads like reference prose"
    }
    if !estimate.doubts.isEmpty {
      let lost = estimate.wording - estimate.discount - estimate.quality
      text +=
        ", less \(Self.hundredths(lost)) because \(estimate.doubts.joined(separator: ", because "))"
    }
    return text + least
  }

  private static let levels = [
    "level 1 (definition)", "level 2 (mechanism)", "level 3 (trade-off)", "level 4 (failure)",
  ]

  private static func summary(ofRule name: String) -> String {
    Compilation.summaries[name] ?? "unknown to this version"
  }

  private static func hundredths(_ value: Double) -> String { Words.number(value, decimals: 2) }
}
