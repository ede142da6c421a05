import Foundation
import Testing

/// Commands of the user's that run after a sitting.
struct HookTests {
  @Test func aHookGetsWhatASittingCameTo() throws {
    let program = try BuiltProgram()
    let told = program.folder + "/told.json"
    try program.write(
      "hooks.post_session = \"sleep 0.1; cat > '\(told)'\"\n", to: "config/config.toml")
    let outcome = try program.run(
      ["review", "--plain"], input: "3\n4\n\n1\nq\n",
      environment: ["EBB_CONFIG": program.folder + "/config/config.toml"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    // It runs in the background and is not waited for.
    var text = ""
    for _ in 0..<100 where text.isEmpty {
      usleep(50_000)
      text = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
    }
    for part in [
      "\"schema\":\"ebb.session/1\"", "\"answers\":2", "\"again\":1", "\"easy\":1",
      "\"missed\":[\"",
    ] {
      #expect(text.contains(part), "\(part) is not in \(text)")
    }
  }

  @Test func withoutAnAnswerNoHookRuns() throws {
    let program = try BuiltProgram()
    let told = program.folder + "/told.json"
    try program.write("hooks.post_session = \"cat > '\(told)'\"\n", to: "config/config.toml")
    _ = try program.run(
      ["review", "--plain"], input: "q\n",
      environment: ["EBB_CONFIG": program.folder + "/config/config.toml"])
    usleep(300_000)
    #expect(!FileManager.default.fileExists(atPath: told))
  }
}
