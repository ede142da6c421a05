import Decks
import Scheduling
import Testing

@testable import TerminalUI

/// The tree of the notes, and a note itself.
struct NotesTests {
  private func tree() -> Desk {
    var desk = Desk(Sample.library)
    desk.press(.character("N"))
    return desk
  }

  @Test func filesAndHeadingsAreCounted() {
    let viewpoint = Viewpoint(at: morning, scheduler: Shelf.scheduler)
    let cards = Sample.library.map { sample in
      StudiedCard(
        id: sample.card.id, kind: sample.card.kind, topic: sample.card.topic,
        trail: sample.card.trail, question: "", place: sample.card.place,
        state: CardState(schedule: sample.schedule, marks: sample.marks))
    }
    let tree = NoteTree(cards, from: viewpoint)
    #expect(
      tree.parts.map { "\($0.depth) \($0.title) \($0.cards.count) \($0.seen)" } == [
        "0 postgres.md 2 0", "1 Storage 2 0", "2 MVCC 1 0", "0 redis.md 7 7",
        "1 Distributed locks 2 2", "1 Memory 2 2", "1 数据库 Memory 1 1", "1 Memory 2 2",
      ])
    #expect(tree.files == 2)
    #expect(tree.parent(of: 2) == 1 && tree.parent(of: 0) == nil)
    // Two cards of 0.90 and 0.84 of which the tree tells the mean.
    #expect(abs(tree.parts[4].ready - 0.868) < 0.01)
    // What is not seen counts as forgotten.
    #expect(tree.parts[0].ready == 0)
    // Due ones first, then new ones; suspended and buried cards are not asked.
    #expect(tree.askable(in: 3).map(\.rawValue) == ["lock", "multi"])
    #expect(tree.askable(in: 0).map(\.rawValue) == ["wal", "vacuum"])
  }

  @Test func aFileUnfoldsAndFolds() {
    var desk = tree()
    #expect(desk.screen[0].contains("2 files · 9 cards"))
    #expect(!desk.text.contains("Distributed locks"))
    desk.press(.character("j"), .character("l"))
    #expect(desk.text.contains("- redis.md") && desk.text.contains("Distributed locks"))
    desk.press(.character("j"), .character("h"))
    #expect(desk.screen.first { $0.hasPrefix("▸") }?.contains("redis.md") == true)
    desk.press(.character("h"))
    #expect(!desk.text.contains("Distributed locks"))
  }

  @Test func enterReviewsThePartAndComesBack() {
    var desk = tree()
    desk.press(.character("j"), .enter)
    #expect(desk.effects.last?.words == "review lock multi")
    desk.press(.character("q"))
    #expect(desk.screen[0].contains("ebb › Notes"))
  }

  @Test func theNoteOpensAtTheCardAndGoesFromCardToCard() {
    var desk = Desk(Sample.library)
    desk.press(.character("B"), .character("j"), .character("v"))
    #expect(desk.effects.last?.words == "note redis.md:3")
    #expect(desk.screen[0].contains("Note › redis.md"))
    let marked = desk.screen.filter { $0.hasPrefix("│") }
    #expect(marked.first?.contains("## Distributed locks") == true)
    desk.press(.character("n"))
    #expect(desk.screen.first { $0.hasPrefix("│") }?.contains("compare the token") == true)
    desk.press(.character("p"), .character("p"))
    #expect(desk.text.contains("first card of the note"))
    desk.press(.character("i"))
    #expect(desk.effects.last?.words == "info lock")
    desk.press(.escape, .escape)
    #expect(desk.screen[0].contains("ebb › Browser"))
  }

  @Test func everyLineOfTheNoteCanBeReached() {
    var desk = Desk(Sample.library, columns: 40, rows: 10)
    desk.press(.character("B"), .character("v"), .character("g"))
    var seen = desk.text
    for _ in 0..<40 {
      desk.press(.character("j"))
      seen += desk.text
    }
    for words in ["# Redis", "then delete", "volatile-lru", "The end."] {
      #expect(seen.contains(words), "\(words)")
    }
  }
}

/// Views without a row.
struct EmptyNotesTests {
  @Test(arguments: [
    ("N", "No notes yet"), ("N2", "have not changed"), ("N3", "makes a card"),
  ]) func anEmptyViewSaysWhyInItsBody(keys: String, words: String) {
    var desk = Desk([])
    desk.type(keys)
    #expect(desk.screen[4...8].contains { $0.hasPrefix("  ") && $0.contains(words) })
  }
}

/// Finding on home and in help.
struct FindingTests {
  @Test func slashOnHomeGoesToATopic() {
    var desk = Desk()
    desk.type("/dock")
    #expect(desk.screen.first { $0.hasPrefix("▸") }?.contains("Docker") == true)
    desk.press(.enter, .enter)
    #expect(desk.effects.last?.words == "open Docker")
  }

  @Test func escapeGoesBackToTheRowOfBefore() {
    var desk = Desk()
    let before = desk.app.draw()
    desk.type("/post")
    #expect(desk.app.draw() != before)
    desk.press(.escape)
    #expect(desk.app.draw() == before)
  }

  @Test func aWordIsFoundInHelpAndMarked() {
    var desk = Desk.reviewing()
    desk.press(.enter)
    desk.send(.resize(columns: 80, rows: 12))
    desk.type("?/suspend")
    desk.press(.enter)
    let grid = desk.app.draw()
    let row = (0..<grid.rows).first { row in
      grid.text(row: row).contains("suspend until")
        && (0..<80).contains { grid[row, $0].ink == .selection }
    }
    #expect(row != nil)
    desk.press(.character("/"), .control("u"))
    desk.type("zzz")
    desk.press(.enter)
    #expect(desk.text.contains("No key says “zzz”."))
    desk.press(.escape)
    #expect(desk.text.contains("3 Good"))
  }
}
