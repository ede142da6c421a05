import Testing

@testable import Decks

struct ClosingLinesTests {
  private func answer(_ list: String) throws -> [String] {
    let source = "# Harbour\n\n## Who enters first?\n\n" + list
    let note = try Note.read(Array(source.utf8), path: "harbour.md").get()
    let card = try #require(Compilation(of: note).cards.first)
    return card.answer.split(separator: "\n").map { String($0) }
  }

  @Test(arguments: [
    "In practice the ferry enters first.", "**Rule:** the ferry enters first.",
    "`ferry` enters first.", "\"The ferry first\", say the pilots.",
  ])
  func aSentenceAtTheMarginBelowTheLastBulletIsAParagraph(line: String) throws {
    let lines = try answer("- The ferry has a timetable.\n- The freighter has a tide.\n\(line)\n")
    #expect(lines.count == 3)
    #expect(lines[1] == "- The freighter has a tide.")
    #expect(!lines[2].hasPrefix("- ") && lines[2].hasSuffix(line.suffix(8)))
  }

  @Test func theLastBulletBelowABulletIsClosedTheSameWay() throws {
    let lines = try answer(
      "- Ships:\n  1. The ferry waits for nobody.\n  2. The tug waits.\nIn fog all of them wait.\n")
    #expect(lines.last == "In fog all of them wait.")
    #expect(lines.first == "- Ships:")
  }

  @Test(arguments: [
    // A sentence that goes on, with and without indentation.
    "- The ferry has a\ntimetable.\n- The freighter has the\nHarbour Master's word.",
    "- The ferry has a timetable.\n- The freighter waits.\n  It has a tide.",
    "- The ferry has a timetable.\n- The freighter waits.\nand has a tide.",
    // The last byte of a letter is that of a full stop in another script.
    "- Die Fähre wartet.\n- Ihr Tiefgang ist zu groß\nBei Ebbe liegt sie still.",
    "- Prom czeka.\n- Tak pilot powiedział\nKapitanowi promu.",
    // Below a bullet that is not the last.
    "- The ferry has a timetable.\nIt is early.\n- The freighter has a tide.",
  ])
  func whatGoesOnStaysInItsBullet(list: String) throws {
    let lines = try answer(list + "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("- ") })
  }

  @Test func aClosingLineKeepsItsNumber() throws {
    let source = """
      # Harbour

      - Ships enter in turn.
      The **tide table** — says when.

      ## Pilots

      - Pilots board at the buoy.
      They bring the chart of the day and the news of the harbour, and they know every shoal of it.
      """
    let note = try Note.read(Array(source.utf8), path: "harbour.md").get()
    let found = note.text.withUnsafeBufferPointer { ClosingLines.find(in: $0) }
    #expect(found == [4, 9])
  }

  @Test(arguments: ["", "\n| Tide | Hour |\n|---|---|\n| Ebb | six in the morning |\n"])
  func aCardOfAClosingLineIsOfThatLine(table: String) throws {
    let source = """
      # Harbour

      ## Turns

      - Ships enter in turn.
      **Tide table** — a list of the hours at which the water is highest, printed each year.

      """
    let note = try Note.read(Array((source + table).utf8), path: "harbour.md").get()
    let card = try #require(Compilation(of: note).cards.first { $0.prompt.contains("Tide table") })
    #expect(card.place.line == 6)
  }
}
