import Testing

@testable import TerminalUI

@Suite struct CellWidthTests {
  @Test(
    arguments: [
      // Narrow: letters, marks of the program, lines.
      ("a", 1), ("é", 1), ("ß", 1), ("Ω", 1), ("ж", 1), ("א", 1), ("─", 1), ("█", 1), ("✓", 1),
      ("▸", 1), ("⚑", 1), ("…", 1), ("→", 1), ("ｱ", 1),
      // Wide: East Asia, full width forms, emoji.
      ("漢", 2), ("か", 2), ("한", 2), ("Ａ", 2), ("　", 2), ("😀", 2), ("⌚", 2), ("🚀", 2),
      ("𠀀", 2), ("🫨", 2), ("⭐", 2),
    ] as [(Character, Int)])
  func countsTheCellsOfAKnownCharacter(cluster: Character, cells: Int) {
    #expect(CellWidth.of(cluster) == cells)
    #expect(CellWidth.displayable(cluster) == cluster)
  }

  @Test(
    arguments: [
      ("family", "👨\u{200D}👩\u{200D}👧", "👨"), ("skin tone", "👍\u{1F3FD}", "👍"),
      ("keycap", "1\u{FE0F}\u{20E3}", "1"), ("selector 16", "❤\u{FE0F}", "❤"),
      ("selector 15", "☺\u{FE0E}", "☺"), ("flag", "🇩🇪", "?"), ("half a flag", "\u{1F1E9}", "?"),
      ("tagged flag", "🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("tone alone", "\u{1F3FD}", "?"),
      ("decomposed letter", "e\u{301}", "\u{E9}"),
      ("decomposed Hangul", "\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
      ("vowel of Hangul alone", "\u{1161}", "?"), ("filler of Hangul", "\u{3164}", "?"),
      ("soft hyphen", "\u{AD}", "-"), ("zero width space", "\u{200B}", " "),
      ("joiner alone", "\u{200D}", "?"), ("byte order mark", "\u{FEFF}", "?"),
      ("mark alone", "\u{301}", "?"), ("no-break space", "\u{A0}", " "),
      ("Windows line end", "\r\n", " "), ("tab", "\t", " "), ("line separator", "\u{2028}", " "),
      ("escape", "\u{1B}", "?"), ("bell", "\u{7}", "?"), ("delete", "\u{7F}", "?"),
      ("null", "\0", "?"), ("control of the second set", "\u{9B}", "?"),
      ("right-to-left override", "\u{202E}", "?"), ("isolate", "\u{2066}", "?"),
      ("right-to-left mark", "\u{200F}", "?"), ("private use", "\u{E0B0}", "?"),
      ("unassigned", "\u{378}", "?"), ("several letters in one", "\u{FF76}\u{FF9E}", "?"),
      ("made wide by Unicode 16", "☰", "?"),
    ] as [(String, Character, Character)])
  func replacesWhatTerminalsDisagreeOn(name: String, cluster: Character, form: Character) {
    let shown = CellWidth.displayable(cluster)
    #expect(Array(shown.unicodeScalars) == Array(form.unicodeScalars), "\(name)")
    #expect(CellWidth.of(cluster) == CellWidth.of(form), "\(name)")
  }

  @Test func keepsALetterWithMarksThatHasNoOtherForm() {
    let letter: Character = "q\u{323}\u{303}"
    #expect(CellWidth.displayable(letter) == letter)
    #expect(CellWidth.of(letter) == 1)
  }

  @Test func cutsAPileOfMarksThatNoCellHolds() {
    let pile = Character("a" + String(repeating: "\u{35C}", count: 12))
    #expect(CellWidth.displayable(pile) == "?")
  }

  @Test(arguments: [
    ("", 0), ("plain", 5), ("漢字 ok", 7), ("a\r\nb", 3), ("👍\u{1F3FD}!", 3), ("🇩🇪🇫🇷", 2),
  ])
  func countsTheCellsOfAText(text: String, cells: Int) {
    #expect(CellWidth.of(text) == cells)
    #expect(CellWidth.of(Substring(text)) == cells)
  }

  @Test func everyScalarBecomesOneThatIsShownAlikeAgain() {
    // The planes that have characters; what is between them is unassigned or private.
    let planes = [0...UInt32(0x1FFFF), 0x2F800...0x2FFFF, 0xE0000...0xE01FF]
    for value in planes.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = CellWidth.displayable(Character(scalar))
      guard shown != Character(scalar) || isHarmless(shown) else {
        Issue.record("U+\(String(value, radix: 16)) reaches the grid as it is")
        continue
      }
      if CellWidth.displayable(shown) != shown {
        Issue.record("U+\(String(value, radix: 16)) changes again when shown twice")
      }
    }
  }

  private func isHarmless(_ cluster: Character) -> Bool {
    cluster.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  @Test func noControlReachesAGrid() {
    var grid = Grid(columns: 20, rows: 1)
    grid.write("a\u{1B}[31m\u{202E}b\u{9B}2J\r\nc", row: 0, column: 0, ink: .answer)
    #expect(grid.text(row: 0) == "a?[31m?b?2J c       ")
  }
}
