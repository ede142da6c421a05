import Testing

@testable import Decks

/// Which cell of a row a remark belongs to.
struct TableRemarkTests {
  @Test(arguments: [
    ("k - keel length", "n * k", "best case", true), ("k - keel length", "Yes", "stable", false),
    ("`r` is the rig", "n + r", "cost", true), ("`r` is the rig", "n + rest", "cost", false),
    ("Needs little sail space", "small", "space complexity", true),
    ("Needs little sail space", "fast", "time complexity", false),
  ])
  func amongSeveralCellsARemarkBelongsToTheOneItSpeaksOf(
    remark: String, cell: String, header: String, concerns: Bool
  ) {
    #expect(TableRemark(remark).concerns(cell, under: header, isAlone: false) == concerns)
  }

  @Test func aRemarkBelongsToTheOnlyCell() {
    #expect(TableRemark("in calm weather").concerns("fast", under: "speed", isAlone: true))
    #expect(!TableRemark("k is the keel").concerns("Yes", under: "stable", isAlone: true))
  }

  private func cards(_ text: String) throws -> [Card] {
    Compilation(of: try Note.read(Array(text.utf8), path: "rigs.md").get()).cards
  }

  @Test func aSymbolIsExplainedWhereItStands() throws {
    let text = """
      # Complexity of rigging

      | Rig | Best | Average | Worst | Memory | Stable | Comments |
      |---|---|---|---|---|---|---|
      | Sloop | n | n log(n) | n + k | 1 | Yes | k - length of the keel |
      | Ketch | 1 | n | n * n | n | No | |
      | Yawl | log(n) | n + 2 | n^2 | 2 | No | |
      """
    let answers = try cards(text).filter { $0.prompt.contains("Sloop") }.map(\.answer)
    #expect(answers.filter { $0.contains("keel") } == ["n + k (k - length of the keel)"])
    #expect(answers.contains("Yes"))
  }

  @Test func aMisspelledHeaderStillAsksForADefinition() throws {
    let text = """
      # Rigs

      | Term | Defination |
      |---|---|
      | Ketch | a boat with two masts, the lower one behind |
      | Sloop | a boat with one mast and two sails on it |
      """
    #expect(try cards(text).map(\.prompt) == ["What is **Ketch**?", "What is **Sloop**?"])
  }

  @Test func aSituationHasNoProperties() throws {
    let text = """
      # 帆船手册与备忘

      ## 选帆

      | 场景 | 更适合的帆 |
      |---|---|
      | 风力较小、湖面平静 | 大面积的主帆与前帆 |
      | 风力很大、浪高 | 面积缩小之后的主帆 |
      """
    let first = try #require(try cards(text).first)
    #expect(first.prompt == "场景：**风力较小、湖面平静**。更适合的帆是什么？")
  }
}
