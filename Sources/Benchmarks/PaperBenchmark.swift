import Decks
import Foundation
import MockInterview

/// Papers drawn from many cards.
struct PaperBenchmark {
  private let candidates = (0..<100_000).map { number in
    Candidate(
      card: Card(
        id: CardID(
          topic: "Topic \(number % 40)", family: "bench", prompt: "\(number)",
          occurrence: 0),
        kind: .points, topic: "Topic \(number % 40)", trail: ["Part \(number / 400)"],
        prompt: "What about number \(number)?", answer: "It is so.",
        points: ["one point", "another point", "a third point"], level: number % 4 + 1,
        rule: "section", quality: 0.8, group: "\(number / 2)",
        place: Place(path: "note.md", line: number)),
      recall: number % 3 == 0 ? nil : Double(number % 100) / 100)
  }

  func run() {
    for preset in [Preset.screen, .onsite, .exam] {
      let draw = PaperDraw(candidates: candidates)
      var drawing = Sample()
      for seed in UInt64(0)..<9 {
        drawing.time { _ = try? draw.paper(for: preset, reveal: .end, seed: seed) }
      }
      report(
        "draw \(preset.name) from 100,000 cards, ms", drawing.median.short, spread: drawing.spread,
        aim: "below 100")
    }
  }
}
