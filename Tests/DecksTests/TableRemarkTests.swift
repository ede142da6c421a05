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
    #expect(
      TableRemark(remark, besides: [cell]).concerns(cell, under: header, isAlone: false)
        == concerns)
  }

  @Test func aRemarkBelongsToTheOnlyCell() {
    func concerns(_ remark: String, _ cell: String, beside other: String = "") -> Bool {
      TableRemark(remark, besides: [cell, other]).concerns(cell, under: "speed", isAlone: true)
    }
    #expect(concerns("in calm weather", "fast"))
    #expect(!concerns("k is the keel", "Yes"))
    // Two letters are a word, unless a cell holds them.
    #expect(concerns("It is the default", "fast"))
    #expect(concerns("No - reefs are not seen", "fast"))
    #expect(!concerns("kn is the speed in knots", "fast", beside: "6 kn"))
    #expect(concerns("kn is the speed in knots", "6 kn"))
  }

  @Test func aRemarkOnNoneOfSeveralCellsStandsWithTheFirst() throws {
    let text = """
      # Rigs of boats

      | Rig | Use | Crew | Weakness | Notes | Source |
      |---|---|---|---|---|---|
      | Sloop | sailing to windward with a crew that has little time for it | two hands at \
      least, and a third one in a gale that lasts the whole night | falls over on its side when \
      nobody eases the sheet in time and the wind freshens | built of oak | a book |
      """
    let found = try cards(text)
    #expect(found.count == 3)
    #expect(found.map { $0.answer.contains("built of oak") } == [true, false, false])
    #expect(!found.contains { $0.answer.contains("a book") })
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

  @Test func aSituationHasNoPropertiesWhereTwoThingsAreAsked() throws {
    let text = """
      # 帆船手册与备忘

      ## 选帆的经验，在湖上和在海上都适用

      | 场景 | 更适合的帆 | 船员 |
      |---|---|---|
      | 风力较小、湖面平静 | 主帆与前帆 | 两个人 |
      | 风力很大、浪高 | 缩小的主帆 | 三个人 |
      """
    let first = try #require(try cards(text).first)
    #expect(first.prompt == "场景：**风力较小、湖面平静**。更适合的帆、船员分别是什么？")
  }
}
