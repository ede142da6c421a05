import Foundation
import Testing

/// Which README files hold notes and which are about the notes beside them.
struct ReadmeTests {
  private let text = "# Terms\n\n**Term** — what it means here.\n"

  private func decks(_ files: [String: String]) throws -> [String] {
    let program = try BuiltProgram()
    for (name, text) in files { try program.write(text, to: "mine/" + name) }
    let output = program.folder + "/o"
    let outcome = try program.run(["compile", program.folder + "/mine", "-o", output])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (FileManager.default.subpaths(atPath: output) ?? [])
      .filter { $0.hasSuffix(".jsonl") }.sorted()
  }

  @Test func aReadmeIsANoteWhereItIsTheOnlyOne() throws {
    #expect(try decks(["README.md": text]).count == 1)
    let found = try decks([
      "README.md": text, "sort/README.md": text, "sea/README.md": text,
      "sea/tides.md": text.replacing("Term", with: "Tide"),
    ])
    #expect(found.count == 2, "\(found)")
  }

  @Test func aLongReadmeIsANoteAnywhere() throws {
    let long = text + String(repeating: "\nA sentence of a long text.\n", count: 700)
    #expect(try decks(["README.md": long, "tides.md": text]).count == 2)
  }
}
