import Decks
import Foundation
import ProgressStore
import Scheduling

/// A progress file in a folder of its own, removed when the test ends.
final class StoreFixture {
  let folder: String
  let path: String
  let scheduler = Scheduler(calendar: .fixed())

  init() throws {
    folder = NSTemporaryDirectory() + "ebb-store-\(ProcessInfo.processInfo.globallyUniqueString)"
    path = folder + "/data/progress.db"
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Opens the file as another run of the program would.
  func open() throws -> Store { try Store(path: path, seed: 7) }

  static let start = Date(timeIntervalSince1970: 1_795_500_000)

  static func card(_ name: String, topic: String = "Redis", position: Int = 0) -> Card {
    Card(
      id: CardID(rawValue: name), kind: .open, topic: topic, trail: ["Locks"],
      prompt: "What is `\(name)`?", answer: "It is \(name), ζ 漢字 🧪.", points: ["one", "two"],
      level: 2, rule: "label", quality: 0.72, group: "\(position)",
      place: Place(path: "\(topic).md", line: position + 1))
  }

  /// A deck as compiled, whose cards come in the order of their names.
  static func deck(
    _ path: String, _ names: [String], print: String = "1", topic: String = "Redis"
  ) -> Store.CompiledDeck {
    (
      Store.KnownDeck(path: path, fingerprint: print), topic,
      names.enumerated().map { card($0.element, topic: topic, position: $0.offset) }
    )
  }

  /// An answer to a card that stands as `schedule` says.
  func review(
    _ card: String, _ rating: Rating = .good, from schedule: Schedule = .new,
    after seconds: Double = 0
  ) -> Review {
    let time = Self.start + seconds
    let id = CardID(rawValue: card)
    let outlook = scheduler.outlook(of: schedule, card: id, at: time)
    return Review(
      card: id, time: time, rating: rating, duration: 1234, before: schedule,
      after: outlook[rating], sureness: 2)
  }
}
