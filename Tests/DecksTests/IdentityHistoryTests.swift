import Foundation
import TestSupport
import Testing

@testable import Decks

/// Histories of edits on the shipped notes: every card keeps its progress, none takes another's.
struct IdentityHistoryTests {
  private static let isLong = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil
  private static var histories: Range<UInt64> { 0..<(isLong ? 500 : 3) }

  private static let notes: [(path: String, text: String)] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let folder = root + "/Resources/notes"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map {
        (name, String(decoding: $0, as: UTF8.self))
      }
    }
  }()

  /// Two notes a history: enough to move between, and quick.
  private func notes(seed: UInt64) -> EditedNotes {
    var random = SeededGenerator(seed: seed)
    return EditedNotes(Array(Self.notes.shuffled(using: &random).prefix(2)), seed: seed)
  }

  @Test func theShippedNotesAreThere() { #expect(Self.notes.count >= 3) }

  @Test(arguments: histories) func movesAndRenamesKeepEveryCard(seed: UInt64) throws {
    let tally = try replay(EditedNotes.Edit.moves, steps: 6, seed: seed)
    #expect(tally.kept == tally.possible, "seed \(seed): \(tally.lost.prefix(3))")
    #expect(tally.stolen.isEmpty, "seed \(seed): \(tally.stolen.prefix(3))")
  }

  @Test(arguments: histories) func editsKeepNearlyEveryCard(seed: UInt64) throws {
    let tally = try replay(EditedNotes.Edit.usual, steps: 12, seed: seed)
    #expect(tally.kept * 1000 >= tally.possible * 980, "seed \(seed): \(tally.lost.prefix(3))")
    #expect(tally.stolen.isEmpty, "seed \(seed): \(tally.stolen.prefix(3))")
  }

  @Test(arguments: histories) func rewordedHeadingsKeepNearlyEveryCard(seed: UInt64) throws {
    let tally = try replay([.rewordHeading, .rewordTitle, .editAnswers], steps: 9, seed: seed)
    #expect(tally.kept * 1000 >= tally.possible * 980, "seed \(seed): \(tally.lost.prefix(3))")
    #expect(tally.stolen.isEmpty, "seed \(seed): \(tally.stolen.prefix(3))")
  }

  // MARK: Replay

  private struct Tally {
    var possible = 0
    var kept = 0
    var lost: [String] = []
    var stolen: [String] = []
  }

  /// A card with the section that it truly comes from.
  private struct Placed {
    let card: Card
    let owner: Int
  }

  private func replay(
    _ edits: [EditedNotes.Edit], steps: Int, seed: UInt64
  ) throws -> Tally {
    var random = SeededGenerator(seed: seed &* 7919)
    var notes = notes(seed: seed)
    var compiled: [String: [Placed]] = [:]
    var before = try compile(notes, &compiled)
    var orphans: [Card] = []
    var tally = Tally()
    for _ in 0..<steps {
      let edit = try #require(edits.randomElement(using: &random))
      notes.apply(edit)
      let fresh = try compile(notes, &compiled)
      let known =
        before.map { Identification.Known(card: $0.card, isAnswered: true) }
        + orphans.map { Identification.Known(card: $0, isAnswered: true, isOrphan: true) }
      let identification = Identification(known: known, fresh: fresh.map(\.card)) { _ in nil }
      let after = identification.cards.indices.filter { !identification.copies.contains($0) }
        .map { Placed(card: identification.cards[$0], owner: fresh[$0].owner) }
      #expect(Set(after.map(\.card.id)).count == after.count, "seed \(seed): one identity twice")
      compare(before, after, edit: edit, tally: &tally)
      before = after
      orphans = identification.left.map(\.card)
    }
    if Self.isLong { print("seed", seed, tally.kept, "of", tally.possible, tally.stolen.count) }
    return tally
  }

  private func compare(
    _ before: [Placed], _ after: [Placed], edit: EditedNotes.Edit, tally: inout Tally
  ) {
    let owners = Dictionary(uniqueKeysWithValues: before.map { ($0.card.id, $0) })
    let sections = Dictionary(grouping: after, by: \.owner)
    for (owner, cards) in Dictionary(grouping: before, by: \.owner) {
      let now = sections[owner] ?? []
      tally.possible += min(cards.count, now.count)
      let kept = cards.filter { old in now.contains { $0.card.id == old.card.id } }
      tally.kept += min(kept.count, min(cards.count, now.count))
      if kept.count < min(cards.count, now.count) {
        let missing = cards.first { old in !now.contains { $0.card.id == old.card.id } }
        tally.lost.append("\(edit): \(missing?.card.prompt ?? "") -> \(now.map(\.card.prompt))")
      }
    }
    for card in after {
      guard let old = owners[card.card.id] else { continue }
      if old.owner != card.owner {
        tally.stolen.append("\(edit): \(old.card.prompt) -> \(card.card.prompt)")
      }
    }
  }

  /// The cards of all notes; what was compiled before is in `compiled`, by path and text.
  private func compile(
    _ notes: EditedNotes, _ compiled: inout [String: [Placed]]
  ) throws -> [Placed] {
    try notes.files.flatMap { file in
      let (text, owners) = EditedNotes.text(of: file.parts)
      let key = file.path + "\n" + text
      if let placed = compiled[key] { return placed }
      let note = try Note.read(Array(text.utf8), path: file.path).get()
      let placed = Compilation(of: note).cards.map {
        Placed(card: $0, owner: owners[$0.place.line])
      }
      compiled[key] = placed
      return placed
    }
  }
}
