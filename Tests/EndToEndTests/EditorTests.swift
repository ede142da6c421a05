import Foundation
import TestSupport
import Testing

/// `e` opens the note at its line, and what was changed there is asked at once.
struct EditorTests {
  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram(notes: [:])
    try program.write("# Kafka\n\n**Offset** — the place of a record.\n", to: "own/kafka.md")
    let added = try program.run(["add", program.folder + "/own"])
    #expect(added.status == 0, "\(added.errors)")
    return program
  }

  private func editor(_ script: String, of program: BuiltProgram) throws -> [String: String] {
    try program.write(script, to: "editor.sh")
    return ["EDITOR": "sh '\(program.folder)/editor.sh'"]
  }

  @Test func aChangedAnswerIsShownAtOnce() throws {
    let program = try program()
    let environment = try editor(
      "echo \"$1\" >'\(program.folder)/line'; sed -i 's/a record/one record in its log/' \"$2\"\n",
      of: program)
    let terminal = try program.open(["review"], environment: environment)
    #expect(terminal.wait(for: "What is Offset?"))
    terminal.send(" ")
    #expect(terminal.wait(for: "place of a record"))
    terminal.send("e")
    #expect(terminal.wait(for: "one record in its log"), "\(terminal.screen.text)")
    #expect(terminal.wait(for: "Note read again."), "\(terminal.screen.text)")
    #expect(try String(contentsOfFile: program.folder + "/line", encoding: .utf8) == "+3\n")
    terminal.send("4")
    #expect(terminal.wait(for: "1 answer"))
    #expect(try program.run(["due"]).output == "0 due, 0 new\n")
  }

  @Test func aCardThatLeftItsNoteLeavesTheSession() throws {
    let program = try program()
    let environment = try editor("printf '# Kafka\\n' >\"$2\"\n", of: program)
    let terminal = try program.open(["review"], environment: environment)
    #expect(terminal.wait(for: "What is Offset?"))
    terminal.send("e")
    #expect(terminal.wait(for: "All topics"), "\(terminal.screen.text)")
  }

  @Test func anEditorThatFailsIsSaidAndNothingIsLost() throws {
    let program = try program()
    let terminal = try program.open(["review"], environment: ["EDITOR": "no-such-editor"])
    #expect(terminal.wait(for: "What is Offset?"))
    terminal.send("e")
    #expect(terminal.wait(for: "The editor ended with status 127"), "\(terminal.screen.text)")
    #expect(terminal.screen.isAlternate && terminal.screen.text.contains("What is Offset?"))
    terminal.send("Q")
    #expect(terminal.waitForEnding() == .exit(0))
  }
}
