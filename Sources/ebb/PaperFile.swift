import Decks
import Foundation
import MockInterview
import ProgressStore

/// Reads a saved paper and finds its cards again.
enum PaperFile {
  private struct Saved: Decodable {
    let schema: String
    let preset: String
    let seed: UInt64
    let questions: [Asked]
  }

  private struct Asked: Decodable {
    let round: String
    let card: String?
    let text: String
    let boxMs: Int
    let hard: Bool
    let question: String
  }

  /// The paper in a file, asked in the words that its cards have now; says which changed.
  /// - Throws: `CommandFailure` when the file is no paper, or cards are gone and `isPartial` does
  ///   not allow for it.
  static func read(_ path: String, desk: Desk, isPartial: Bool) throws -> Paper {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.usage, "cannot read the paper \(path); check the path")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let saved = try? decoder.decode(Saved.self, from: bytes), saved.schema == "ebb.paper/1"
    else {
      throw CommandFailure(
        .usage, "\(path) is no paper; `ebb mock --dry-run --json` prints one")
    }
    let preset = try MockWish.preset(named: saved.preset, desk: desk)
    var slots: [Paper.Slot] = []
    for (index, asked) in saved.questions.enumerated() {
      guard let name = asked.card else { continue }
      guard let card = try desk.store.card(CardID(rawValue: name)) else {
        if isPartial { continue }
        throw CommandFailure(
          .nothingToShow,
          "question \(index + 1) of \(path) asks a card that is gone: “\(asked.question)”; "
            + "--partial goes on without it")
      }
      slots.append(
        Paper.Slot(card: card, round: asked.round, box: asked.boxMs / 1000, isHard: asked.hard))
      if Paper.textHash(of: card) != asked.text, preset.style != .design {
        complain("question \(index + 1) changed since the paper was saved: \(card.question)")
      }
    }
    guard let paper = Paper(preset: preset, seed: saved.seed, asking: slots) else {
      throw CommandFailure(.nothingToShow, "no card of \(path) is left")
    }
    return paper
  }
}
