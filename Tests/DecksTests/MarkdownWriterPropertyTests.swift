import Decks
import TestSupport
import Testing

struct MarkdownWriterPropertyTests {
  @Test(arguments: UInt64(0)..<400) func whatWasWrittenIsWrittenAgainUnchanged(seed: UInt64) {
    var noise = MarkdownNoise(seed: seed)
    let once = written(noise.note())
    #expect(written(once) == once, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<400) func writingLosesNoLetterAndAddsNone(seed: UInt64) {
    var noise = MarkdownNoise(seed: seed)
    let source = noise.note()
    let before = RichText(markdown: source).blocks.map(Self.letters).joined()
    let after = RichText(markdown: written(source)).blocks.map(Self.letters).joined()
    // An image is announced by a word that the noise does not know.
    #expect(after.replacing("image", with: "") == before, "seed \(seed)")
  }

  /// What a reader sees, without marks and blanks.
  private static func letters(of block: RichText.Block) -> String {
    switch block {
    case .paragraph(let spans): letters(of: spans)
    case .code(_, let lines): lines.map(letters).joined()
    case .list(_, let members): members.joined().map(letters).joined()
    case .table(let header, let rows):
      letters(of: Array(header.joined())) + letters(of: Array(rows.joined().joined()))
    case .quote(let blocks): blocks.map(letters).joined()
    }
  }

  private static func letters(of spans: [RichText.Span]) -> String {
    letters(spans.map(\.text).joined())
  }

  private static func letters(_ text: String) -> String {
    let seen = text.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(seen))
  }
}
