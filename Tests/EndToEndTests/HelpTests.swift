import Foundation
import Testing

struct HelpTests {
  @Test func topicsAndCommandsAreExplained() throws {
    let program = try BuiltProgram()
    for (topic, words) in [
      ("query", "recall<85%"), ("keys", "keys.skip"), ("config", "review.retention = 0.9"),
      ("files", "progress.db"), ("cards", "**Lease**"), ("review", "USAGE: ebb review"),
    ] {
      let help = try program.run(["help", topic])
      #expect(help.status == 0 && help.output.contains(words), "\(topic): \(help.output)")
      for line in help.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
    #expect(try program.run(["help", "config", "set"]).output.contains("USAGE: ebb config set"))
    #expect(try program.run(["help"]).output.contains("SUBCOMMANDS"))
    let unknown = try program.run(["help", "revew"])
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean review?"))
    #expect(try program.run(["version"]).output.hasPrefix("ebb 0."))
  }

  @Test func completionsNameEveryCommand() throws {
    let program = try BuiltProgram()
    for shell in ["bash", "zsh", "fish"] {
      let script = try program.run(["completions", shell])
      #expect(script.status == 0 && script.output.contains("config"), "\(shell)")
    }
    #expect(try program.run(["completions", "tcsh"]).status == 2)
  }

  @Test func theDemoLeavesNothingBehind() throws {
    let program = try BuiltProgram()
    let temporary = program.folder + "/tmp"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    #expect(try program.run(["demo"]).status == 2)
    let terminal = try program.open(["demo"], environment: ["TMPDIR": temporary])
    #expect(terminal.wait(for: "All topics", timeout: 60), "\(terminal.screen.text)")
    #expect(!(try FileManager.default.contentsOfDirectory(atPath: temporary)).isEmpty)
    terminal.send("q")
    #expect(terminal.waitForEnding() != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.progress))
  }

  @Test func aFixtureIsTheSameEveryTime() throws {
    let program = try BuiltProgram()
    var exports: [String] = []
    for name in ["one", "two"] {
      let home = program.folder + "/" + name
      let made = try program.run(["fixture", home, "--cards", "300", "--reviews", "500"])
      #expect(made.status == 0 && made.output.contains("500 answers"), "\(made.errors)")
      exports.append(
        try program.run(
          ["export", "csv", "-"], environment: ["EBB_HOME": home, "EBB_PROGRESS": ""]
        ).output)
    }
    #expect(exports[0] == exports[1] && exports[0].split(separator: "\n").count == 501)
    #expect(try program.run(["fixture", program.folder + "/one"]).status == 2)
  }
}
