import Testing

@testable import Decks

struct NoteRepairsTests {
  private func repaired(_ text: String) -> String {
    var bytes = Array(text.utf8)
    NoteRepairs.apply(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("See [[a/tide#ebb|tides]], [[a/moon]] and [[#here]].", "See tides, moon and here."),
    ("![[chart.png]] A chart.", " A chart."), ("`[[ -f x ]]` and [[1, 2], [3]]", nil),
    ("{{< figure \"x\" >}}Text {% raw %}more", "Text more"), ("{{ value }} and 5 %", nil),
    ("Known %%not shown%% here", "Known  here"), ("100%% sure", nil),
    (":::tip Title\ntext\n:::", "\ntext\n"), ("a\n!!! note \"T\"\n    b\n\nc", "a\n\nb\n\nc"),
    ("> [!note]\n> text", ">\n> text"), ("> [!tip]+ Ebb\n> text", "> **Ebb:**\n> text"),
    ("> [!faq] Why?\n> So.", "> **Why?**\\\n> So."), ("[!note] is no callout", nil),
    ("```\n[[a]] {{< b >}}\n:::\n```\n[[a]]", "```\n[[a]] {{< b >}}\n:::\n```\na"),
    ("![[ a ![[ b and [[c]", nil), ("[[a [[b]] c]]", "[[a b c]]"),
    ("[[]] and [[[d]]]", "[[]] and [d]"),
    ("{% a {% b", nil), ("{{< a >}} {{< b", " {{< b"), ("%%a%% b %%c", " b %%c"),
    ("~~~\n```\n[[a]]\n~~~", nil),
  ])
  func whatToolsAddToMarkdownIsRewritten(text: String, expected: String?) {
    #expect(repaired(text) == expected ?? text)
  }

  @Test(arguments: UInt64(0)..<100) func linesKeepTheirNumbers(seed: UInt64) {
    var noise = MarkdownNoise(seed: seed)
    let text = noise.note().replacing("#", with: "[[x]] {% y %}\n> [!z] w\n!!! v\n")
    let count = { (text: String) in text.utf8.count { $0 == 0x0a } }
    #expect(count(repaired(text)) == count(text), "seed \(seed)")
  }
}
