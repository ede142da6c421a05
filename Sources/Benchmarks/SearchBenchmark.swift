import Decks
import Foundation
import Scheduling

/// Searching 100,000 cards while somebody types: what one key costs.
struct SearchBenchmark {
  private let cards: [Card]

  /// Repeats the cards of these decks until there are enough of them.
  init(decks folder: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let decks = files.filter { $0.hasSuffix(".jsonl") }.compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).flatMap {
        try? DeckFile(text: String(decoding: $0, as: UTF8.self), path: name)
      }
    }
    let own = decks.flatMap(\.cards)
    cards = own.isEmpty ? [] : (0..<100_000).map { own[$0 % own.count] }
  }

  func run() {
    guard !cards.isEmpty else { return }
    let now = Date(timeIntervalSince1970: 1_795_514_400)
    let viewpoint = Viewpoint(at: now, scheduler: Scheduler(calendar: .fixed()))
    var building = Sample()
    var index = CardIndex()
    for _ in 0..<5 {
      index = CardIndex()
      building.time {
        for (number, card) in cards.enumerated() {
          index.add(
            Self.studied(card, number, now: now), texts: [card.prompt, card.answer] + card.points)
        }
      }
    }
    report("index 100,000 cards, ms", building.median.short, spread: building.spread)
    for (name, text) in [
      ("type a word", "replication"), ("type two words", "the lock"),
      ("type a field", "topic:redis recall<92% lease"), ("type or and not", "lock or -is:due wal"),
    ] {
      measure(name, text, index, viewpoint)
    }
  }

  private func measure(
    _ name: String, _ text: String, _ index: CardIndex, _ viewpoint: Viewpoint
  ) {
    var keys = Sample()
    var search = CardSearch(index, from: viewpoint)
    for _ in 0..<5 {
      search.search(.everything)
      for end in text.indices {
        keys.time {
          if let query = try? CardQuery(String(text[...end])) { search.search(query) }
        }
      }
    }
    let slowest = keys.quantile(0.99)
    report(
      "\(name): key to list, slowest, ms", slowest.short, spread: keys.spread, aim: "under 50")
  }

  private static func studied(_ card: Card, _ number: Int, now: Date) -> StudiedCard {
    let days = 1 + number % 90
    let memory = MemoryState(
      stability: Double(2 + number % 120), difficulty: 1 + Double(number % 90) / 10)
    let schedule = Schedule(
      phase: .review, memory: memory, due: .day(Day(number: 20_780 + number % 60)),
      interval: days, lastReview: now - Double(days) * 86400, lastDay: nil, reviews: 3, lapses: 0)
    return StudiedCard(
      id: CardID(rawValue: "\(number)"), kind: card.kind, topic: card.topic, trail: card.trail,
      question: card.question, place: card.place, tags: card.tags, rule: card.rule,
      level: card.level, quality: card.quality,
      state: CardState(schedule: number % 3 == 0 ? .new : schedule, marks: .none))
  }
}
