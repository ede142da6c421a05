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
    let flat = try text(table(64))
    #expect(flat.utf8.count == table(64).utf8.count)
    #expect(!flat.contains("-"))
  }
}
