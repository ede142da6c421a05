import Decks
import Foundation
import ProgressStore
import Scheduling

@testable import ebb

private let now = Date(timeIntervalSince1970: 1_795_514_400)

extension FuzzTarget {
  /// A note, to cards: the same ones again, and a deck that reads as it was written.
  static let note = FuzzTarget(name: "note") { bytes in
    guard case .success(let note) = Note.read(bytes, path: "fuzz.md") else { return }
    let compiled = Compilation(of: note)
    precondition(Compilation(of: note).cards == compiled.cards, "compiled twice, not the same")
    precondition(Set(compiled.cards.map(\.id)).count == compiled.cards.count, "one card twice")
    let deck = DeckFile(topic: compiled.topic, note: note.path, cards: compiled.cards)
    let again = try? DeckFile(text: deck.text, path: "fuzz.jsonl")
    precondition(again?.text == deck.text, "a deck is not read as it was written")
    for card in compiled.cards {
      precondition(!card.prompt.isEmpty, "a card asks nothing")
      precondition(!card.prompt.utf8.contains { $0 < 0x20 && $0 != 0x0a }, "a control character")
    }
  }

  /// A deck file: refused with a place, or read as it would be written.
  static let deck = FuzzTarget(name: "deck") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let deck = try? DeckFile(text: text, path: "fuzz.jsonl") else { return }
    let again = try? DeckFile(text: deck.text, path: "fuzz.jsonl")
    precondition(again?.text == deck.text, "a deck is not read as it was written")
  }

  /// A log of another machine: refused with a line, or written again without loss.
  static let log = FuzzTarget(name: "log") { bytes in
    guard let events = try? LogLines.events(bytes, now: now) else { return }
    let lines = [LogLines.header] + events.map(LogLines.line)
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    let again = try? LogLines.events(text, now: now)
    precondition(again == events, "a log is not read as it was written")
  }

  /// A table of reviews: refused with a line, or read and fit to train on.
  static let reviews = FuzzTarget(name: "reviews") { bytes in
    guard let table = try? ReviewTable(bytes, now: now) else { return }
    let log = table.trainingLog(calendar: .fixed())
    precondition(log.count <= table.rows.count, "answers out of nowhere")
    for _ in table.events(by: Scheduler(calendar: .fixed())) {}
  }

  /// A query: refused with a place in it, or read.
  static let query = FuzzTarget(name: "query") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(CardQueryError) {
      _ = try CardQuery(text)
    } catch {
      precondition(!error.sentence.isEmpty, "refused without a word")
    }
  }

  /// A file of settings: refused with a line, or each value where it is said to be.
  static let settings = FuzzTarget(name: "settings") { bytes in
    // Neither gets as far as the parser: see `SettingsFile.text(of:)`.
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { return }
    do throws(CommandFailure) {
      let values = try SettingsFile.values(of: text, path: "fuzz.toml")
      for (name, _) in values {
        var without = SettingsText(text)
        if without.remove(name) { precondition(without.text != text, "taken out, still there") }
      }
    } catch {
      precondition(error.message.hasPrefix("fuzz.toml:"), "refused without a place")
    }
  }
}
