import TestSupport
import Testing

@testable import ebb

struct SettingsTextTests {
  private static let file = """
    # Mine
    answer = 42   # not ours, but TOML

    [review]
    retention = 0.90  # enough
    learn_steps = [
      "1m",  # first
      "10m",
    ]

    # decks
    [deck."System design"]
    paused = true
    [ui]
    theme = "dark"
    """

  @Test(arguments: [
    ("answer", 2), ("review", 4), ("review.retention", 5), ("review.learn_steps", 6),
    ("review.unknown", 4), ("deck.\"System design\".paused", 13), ("deck", 13), ("ui.theme", 15),
    ("nowhere.at_all", 1),
  ]) func aNameIsFoundOnItsLine(name: String, line: Int) throws {
    let name = try #require(SettingsOutline.name(name))
    #expect(SettingsText(Self.file).line(of: name) == line)
  }

  @Test func settingAValueChangesNothingElse() {
    var text = SettingsText(Self.file)
    text.set(SettingName("review.retention"), to: "0.95")
    #expect(
      text.text
        == Self.file.replacing("retention = 0.90  # enough", with: "retention = 0.95  # enough"))
    text.set(SettingName("review.learn_steps"), to: "[]")
    #expect(text.text.contains("\nlearn_steps = []\n\n# decks\n"))
  }

  @Test func aNewSettingComesAtTheEndOfItsTable() {
    var text = SettingsText(Self.file)
    text.set(SettingName("review.fuzz"), to: "false")
    #expect(text.text.contains("  \"10m\",\n]\nfuzz = false\n\n# decks\n"))
    text.set(SettingName("ui.glyphs"), to: "\"ascii\"")
    #expect(text.text.hasSuffix("theme = \"dark\"\nglyphs = \"ascii\"\n"))
    text.set(SettingName(["deck", "C & C++", "retention"]), to: "0.8")
    #expect(text.text.hasSuffix("\n\n[deck.\"C & C++\"]\nretention = 0.8\n"))
  }

  @Test func theFirstSettingOfAnEmptyFileNeedsNoGap() {
    var text = SettingsText("")
    text.set(SettingName("ui.theme"), to: "\"mono\"")
    #expect(text.text == "[ui]\ntheme = \"mono\"\n")
  }

  @Test func aSettingIsTakenOutWithItsLines() {
    var text = SettingsText(Self.file)
    let isRemoved = text.remove(SettingName("review.learn_steps"))
    #expect(isRemoved && text.text.contains("# enough\n\n# decks\n"))
    let isRemovedAgain = text.remove(SettingName("review.learn_steps"))
    #expect(!isRemovedAgain)
    var inline = SettingsText("review = { fuzz = true }\n")
    let isRemovedInline = inline.remove(SettingName("review.fuzz"))
    #expect(!isRemovedInline)
  }

  @Test(arguments: [
    ("a.b", ["a", "b"]), ("deck.\"a.b\".paused", ["deck", "a.b", "paused"]),
    ("'x y'.z", ["x y", "z"]),
    ("a . b", ["a", "b"]), ("\"\\u0041\"", ["A"]),
  ]) func namesAreReadAsTomlWritesThem(text: String, parts: [String]) {
    #expect(SettingsOutline.name(text)?.parts == parts)
  }

  @Test(arguments: ["", "a..b", "a b", "a.", ".a", "=", "a=1", "[a]", "\"\""])
  func whatIsNoNameIsNone(text: String) { #expect(SettingsOutline.name(text) == nil) }

  @Test(arguments: UInt64(0)..<300) func anyBytesCanBeOutlined(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "[", "]", "[[", "=", ".", "\"", "'", "\"\"\"", "'''", "\\", "#", "\n", "\r\n", " ", ",", "{",
      "}", "a", "review", "\u{1F600}", "1", "true",
    ]
    let text = (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    var settings = SettingsText(text)
    for assignment in SettingsOutline(Array(text.utf8)).assignments {
      #expect(assignment.value.upperBound <= text.utf8.count, "seed \(seed)")
    }
    settings.set(SettingName("review.fuzz"), to: "true")
    #expect(settings.text.utf8.count >= 4, "seed \(seed)")
  }
}
