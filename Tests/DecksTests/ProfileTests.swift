import Testing

@testable import Decks

/// What is left out of manuals and reference pages, and kept of study notes.
struct ProfileTests {
  private func prompts(_ text: String, path: String = "sea.md") throws -> [String] {
    Compilation(of: try Note.read(Array(text.utf8), path: path).get()).cards.map(\.prompt)
  }

  private let filler = String(
    repeating: "A plain sentence of a manual says what the reader of it may look up. ", count: 40)

  @Test func aManualIsAskedOnlyWhatItDefines() throws {
    let text = """
      # Sea manual

      \(filler)

      ## Ports

      Ships of all kinds come here, and most leave again before the next tide is in.

      ```sh
      moor --all
      ```

      ## Buoy

      A buoy is a float that marks a channel for all ships that pass.

      ```sh
      buoy --list
      ```

      ## Is fog a danger?

      Yes, because ships are heard long before they are seen.
      """
    #expect(try prompts(text) == ["What is **Buoy**?", "Is fog a danger?"])
  }

  @Test func proseThatExplainsIsAskedMoreThanAManual() throws {
    let text = """
      # The sea

      \(filler)

      ## Slack water

      For a short time the slack between two streams lets boats of every size pass the narrows.

      ## Moorings

      This is told elsewhere, and the reader of these lines may look for it in another place.
      """
    #expect(try prompts(text) == ["Explain **Slack water**."])
  }

  @Test func textAroundFormulasThatAreImagesIsNotAsked() throws {
    let text = """
      # The sea

      ## Wave speed

      The speed of a wave in deep water grows with ![c](c.png) and with the length of the wave.

      ## Wave height

      The height of a wave in deep water over its length is

      ![h](h.png)
      """
    #expect(try prompts(text).isEmpty)
  }

  @Test func aTableOfParametersRepeatedGivesNoCards() throws {
    let table = (1...6).map { index in
      """
      ## service/call_\(index)

      | Field | Description |
      |---|---|
      | depth_\(index) | the depth below the keel in metres |
      | speed_\(index) | the speed over ground in knots |
      """
    }
    #expect(
      try prompts("# Reference\n\n\(filler)\n\n" + table.joined(separator: "\n\n")).isEmpty)
  }

  @Test func linksPricesAndParameterTypesAreNotAsked() throws {
    let text = """
      # Boats

      ## Kinds

      | Boat | Type | Price | Page | Best for |
      |---|---|---|---|---|
      | Dinghy | small | $900 | [link](https://example.com/a) | Learning to sail |
      | Ketch | large | $90,000 | [link](https://example.com/b) | Long voyages |
      """
    #expect(
      try prompts(text) == [
        "What is the boat **Dinghy** best for?", "What is the boat **Ketch** best for?",
      ])
  }

  @Test(arguments: [
    ("template-method.md", true), ("bugs-of-summer.md", true), ("installed.md", true),
    ("changelog.md", false), ("release-3.md", false), ("how_to_upgrade.md", false),
  ])
  func aNoteIsALogWhenAWordOfItsFileNameSaysSo(path: String, isAsked: Bool) throws {
    let text = "# Sails\n\n## Jib\n\nA jib is a sail in front of the mast of a boat.\n"
    #expect(try prompts(text, path: path).isEmpty != isAsked)
  }

  @Test func aQuestionCutForTheNameOfTheFileIsListedWithThatReason() throws {
    let text = "# Sails\n\n## Jib\n\nA jib is a sail in front of the mast of a boat.\n"
    let note = try Note.read(Array(text.utf8), path: "changelog.md").get()
    #expect(
      Compilation(of: note).rejections.map(\.reason)
        == ["the file is named like a log or a rule of some project"])
  }
}
