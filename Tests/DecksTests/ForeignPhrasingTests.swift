import Testing

@testable import Decks

/// What headings ask in notes that are not in English.
struct ForeignPhrasingTests {
  private func prompts(_ markdown: String) throws -> [String] {
    Compilation(of: try Note.read(Array(markdown.utf8), path: "harbour.md").get()).cards
      .map(\.prompt)
  }

  private func chinese(_ heading: String, _ text: String) throws -> String? {
    try prompts("# 港口\n\n## 起重机\n\n### \(heading)\n\n\(text)\n").first
  }

  private static let text = "冬天的缆绳是湿的，所以水手们每天都要检查缆绳，并且把它们放在干燥的地方。缆绳断了，货物就会掉进水里。"

  @Test(arguments: [
    ("缺点：缆绳", "**缆绳** 的缺点是什么？"), ("缆绳的优点", "**缆绳** 的优点是什么？"), ("优缺点", "**起重机** 的优缺点是什么？"),
    ("缆绳和链条的区别", "**缆绳和链条**：有什么区别？"), ("缆绳", "请解释：**缆绳**"),
  ])
  func aSideIsAskedWithWhatItIsASideOf(heading: String, question: String) throws {
    #expect(try chinese(heading, Self.text) == question)
  }

  @Test func aDefinitionIsAskedAsOne() throws {
    #expect(try chinese("缆绳", "缆绳是一种用麻编成的绳子，" + Self.text) == "**缆绳** 是什么？")
  }

  @Test(arguments: ["第一步：检查缆绳", "使用缆绳", "缆绳靠油来保护", "面试时怎么说"])
  func anOrderOrAStepIsNotAsked(heading: String) throws {
    #expect(try chinese(heading, Self.text) == nil)
  }

  @Test func aSpanishTextIsAskedInSpanish() throws {
    let found = try prompts(
      "# El puerto\n\n## La grúa\n\nLa grúa es una máquina que levanta cargas con una cuerda y un "
        + "motor.\n\n## El muelle\n\n### Ventajas\n\nLas cargas que levanta son más pesadas que las de los hombres "
        + "del puerto, y no se cansa con el trabajo de los días de invierno.\n")
    #expect(found == ["¿Qué es **La grúa**?", "**El muelle** — ventajas?"])
  }
}
