import Testing

@testable import Decks

struct LanguageTests {
  @Test(arguments: [
    ("The key is in the lock, and it is not of use to you.", Language.english),
    (
      "Ein Lager ist nicht nur für das Schiff, und der Anker ist auch dabei mit den Tauen.", .german
    ),
    ("Le bateau est dans le port et les voiles ne sont pas sur le pont avec la corde.", .french),
    ("茶树的叶子经过采摘、萎凋、揉捻、发酵和干燥，制成红茶；绿茶则不经发酵，先用高温杀青，再揉捻成形。", .chinese),
    ("お茶の葉を摘んで、蒸して、揉んで、乾燥させると、緑茶になります。これは日本のお茶です。", .japanese),
    ("", .english), ("`a = b`", .english),
  ])
  func theLanguageOfANoteIsTold(text: String, language: Language) {
    #expect(Language(of: Array(text.utf8)) == language)
  }

  @Test func noEnglishQuestionIsAskedOfANoteInAnotherLanguage() throws {
    let text = """
      # 茶

      ## 杀青

      用高温破坏鲜叶中的酶，阻止茶叶继续氧化，这一步决定了绿茶的颜色和香气，也决定了它的味道。

      ## 术语

      - **揉捻** — 用手或机器把茶叶卷成条形，使茶汁附着在叶面上。
      - **萎凋** — 让鲜叶失去一部分水分，使叶子变软，便于后面的加工。
      """
    let cards = Compilation(of: try Note.read(Array(text.utf8), path: "tea.md").get()).cards
    #expect(
      cards.map(\.prompt) == ["请解释：**杀青**", "**揉捻** 是什么？", "**萎凋** 是什么？"])
  }
}
