import Foundation
import Testing

@testable import ebb

struct NoteLinesTests {
  @Test(arguments: [
    ("one\ntwo", ["one", "two"]), ("one\r\ntwo\r\n", ["one", "two", ""]), ("", [""]),
    ("one\rtwo\r\rfour", ["one", "two", "", "four"]),
    ("a\u{c}b\u{2028}c\u{85}d\n", ["a\u{c}b\u{2028}c\u{85}d", ""]),
  ])
  func aNoteIsShownInTheLinesThatMarkdownCounts(text: String, lines: [String]) {
    #expect(Browsing.lines(of: Data(text.utf8)) == lines)
  }
}
