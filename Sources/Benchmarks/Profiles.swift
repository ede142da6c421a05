import Foundation

/// Profiles of a made-up user in several sizes, each made once by the program itself and removed at
/// the end.
final class Profiles {
  private let program: String
  private let folder =
    NSTemporaryDirectory() + "ebb-bench-profiles-\(ProcessInfo.processInfo.processIdentifier)"

  /// Profiles that `program fixture` writes.
  init(program: String) { self.program = program }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The environment in which the program has so many cards, and so many answers to them.
  func environment(cards: Int, answers: Int) throws -> [String: String] {
    let home = folder + "/\(cards)-\(answers)"
    let environment = ["EBB_HOME": home, "EBB_NOW": "2026-11-24T09:12:00Z", "LC_ALL": "C.UTF-8"]
    guard !FileManager.default.fileExists(atPath: home) else { return environment }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = try ProgramRun(
      program, ["fixture", home, "--cards", String(cards), "--reviews", String(answers)], [:])
    precondition(made.status == 0, "the profile cannot be made")
    // The first start of a day makes a backup; the ones that are measured do not.
    let first = try ProgramRun(program, ["report"], environment)
    precondition(first.status == 0, "the profile cannot be used")
    return environment
  }
}
