import Testing

@testable import Decks

struct NoteTests {
  private func read(_ bytes: [UInt8]) -> Result<Note, Diagnostic> {
    Note.read(bytes, path: "a/note.md")
  }

  private func text(_ source: String) throws -> String {
    String(decoding: try read(Array(source.utf8)).get().text, as: UTF8.self)
  }

  private func diagnostic(_ bytes: [UInt8]) -> String? {
    guard case .failure(let diagnostic) = read(bytes) else { return nil }
    return diagnostic.description
  }

  @Test func ordinaryTextIsKeptByteForByte() throws {
    for source in ["", "# A\n\ttab\r\nline\n", "茶 é e\u{301} 👩‍👩‍👧‍👦 “x” — \u{a0}\u{200d}\n"] {
      #expect(try text(source) == source)
    }
  }

  @Test func bytesThatAreNotUTF8AreRefusedWithTheirLine() {
    let remedy = "convert it with iconv"
    #expect(
      diagnostic(Array("ab\ncd".utf8) + [0xff, 0x0a])
        == "a/note.md:2: error: the text is not UTF-8 (byte 6); \(remedy)")
    #expect(
      diagnostic([0xe2, 0x82]) == "a/note.md:1: error: the text is not UTF-8 (byte 1); \(remedy)")
    // An overlong slash and half of a surrogate pair are no UTF-8 either.
    for bytes: [UInt8] in [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]] {
      #expect(diagnostic(bytes)?.contains("not UTF-8 (byte 1)") == true, "\(bytes)")
    }
  }

  @Test func aReplacementCharacterOfTheAuthorIsNoFault() throws {
    #expect(try text("a \u{fffd} b") == "a \u{fffd} b")
  }

  @Test func aBinaryFileIsRefused() {
    #expect(
      diagnostic([0x7f, 0x45, 0x4c, 0x46, 0, 1])
        == "a/note.md: error: this is a binary file, not a note; leave it out")
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try text("\u{feff}# A\n") == "# A\n")
  }

  @Test func aFileTooLargeIsRefusedWithItsSize() {
    #expect(diagnostic([UInt8](repeating: 0x61, count: Note.largest)) == nil)
    #expect(
      diagnostic([UInt8](repeating: 0x61, count: Note.largest + 1))
        == "a/note.md: error: the file has 16 MB, a note at most 16 MB; split it or leave it out")
  }

  @Test(arguments: [
    ("\u{1b}[31m", " [31m"), ("a\u{7}b", "a b"), ("a\u{7f}b", "a b"), ("a\u{9b}b", "a  b"),
    ("a\u{85}b", "a  b"), ("\u{202e}b\u{202c}", "   b   "), ("\u{2066}b\u{2069}", "   b   "),
    ("a\u{feff}b", "a   b"), ("a\u{b}\u{c}b", "a  b"),
  ])
  func whatCommandsATerminalIsBlankedAtEqualLength(source: String, blanked: String) throws {
    #expect(try text(source) == blanked)
    #expect(source.utf8.count == blanked.utf8.count)
  }

  @Test(arguments: ["\u{2013}", "\u{201c}", "\u{2029}", "\u{fb01}", "\u{2060}", "é", "\u{a0}"])
  func neighboursOfBlankedCharactersStay(source: String) throws {
    #expect(try text(source) == source)
  }

  @Test func aTableWiderThan63ColumnsIsReadAsText() throws {
    func table(_ columns: Int) -> String {
      let row = String(repeating: "|a", count: columns) + "|\n"
      return row + String(repeating: "|-", count: columns) + "|\n" + row
    }
    #expect(try text(table(63)) == table(63))
    #expect(try remarks(table(63)).isEmpty)
    #expect(
      try remarks("\n" + table(64)) == [
        "a/note.md:3: warning: a table of more than 63 columns is read as text"
      ])
    let flat = try text(table(64))
    #expect(flat.utf8.count == table(64).utf8.count)
    #expect(!flat.contains("-"))
  }

  @Test func bracketsInsideOf256OpenOnesAreLeftOut() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[.", count: depth) + "a" + String(repeating: ".]", count: depth)
    }
    #expect(try text(nested(256)) == nested(256) && remarks(nested(256)).isEmpty)
    let flat = try text(nested(300))
    #expect(flat.utf8.count == nested(300).utf8.count)
    #expect(flat.count { $0 == "[" } == 256)
    #expect(
      try remarks("b\n" + nested(300)) == [
        "a/note.md:2: warning: more than 256 brackets are open; those inside are left out"
      ])
    // Those of another paragraph are not inside.
    let apart = String(repeating: nested(200) + "[\n\n", count: 100)
    #expect(try text(apart) == apart)
  }

  @Test(arguments: [
    ("# a\n", 100_000, "100001 headings, a note at most 100000"),
    ("a\n-\n", 100_000, "100001 headings, a note at most 100000"),
    ("a\n", 400_000, "400001 lines, a note at most 400000"),
    ("**a** ", 250_000, "1000004 marks and cells of tables, a note at most 1000000"),
    ("- ", 1_000_000, "1000001 marks and cells of tables, a note at most 1000000"),
    ("> ", 1_000_000, "1000001 marks and cells of tables, a note at most 1000000"),
  ])
  func whatNoPersonWritesIsRefused(part: String, most: Int, reason: String) {
    func note(_ count: Int) -> [UInt8] { Array(String(repeating: part, count: count).utf8) }
    #expect(diagnostic(note(most)) == nil)
    #expect(
      diagnostic(note(most + 1))
        == "a/note.md: error: the file has \(reason); split it or leave it out")
  }

  @Test func cellsThatShortRowsAreFilledUpWithCount() {
    let head = String(repeating: "|a", count: 50) + "\n" + String(repeating: "|-", count: 50) + "\n"
    let table = head + String(repeating: "|b\n", count: 10_000) + "\n"
    #expect(diagnostic(Array(table.utf8)) == nil)
    #expect(
      diagnostic(Array((table + table).utf8))?.contains(" marks and cells of tables, ") == true)
  }

  private func remarks(_ source: String) throws -> [String] {
    let note = try Note.read(Array(source.utf8), path: "a/note.md").get()
    return Compilation(of: note).diagnostics.filter { $0.severity == .warning }
      .map(\.description).filter { !$0.contains("no cards") }
  }
}
