import Foundation
import TestSupport
import Testing

/// What `ebb review --plain` has said is done must be in the file, whenever the program is killed.
struct KillTests {
  private static let isLong = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil

  /// Answers, and answers that are taken back and given in another way.
  private static let input = (0..<10).map { $0 % 3 == 2 ? "\n4\nu\n3\n" : "\n4\n" }.joined()

  @Test func whatWasConfirmedIsThereAfterAKill() throws {
    let program = try BuiltProgram()
    // The catalogue is filled once; every trial begins with a copy.
    _ = try program.run(["due"])
    try program.write(Self.input, to: "answers")
    let whole = try trial(in: program, killedAfter: nil)
    #expect(whole.answers == 13 && whole.undone == 3)
    var generator = SeededGenerator(seed: 9)
    var killed = 0
    for number in 0..<(Self.isLong ? 1000 : 20) {
      let moment = Double.random(in: 0.1...1.02, using: &generator) * whole.seconds
      let trial = try trial(in: program, killedAfter: moment)
      let place: Comment = "trial \(number), after \(moment) s: \(trial)"
      // One more may have become durable before it could be said.
      #expect((trial.answers...trial.answers + 1).contains(trial.loggedAnswers), place)
      #expect((trial.undone...trial.undone + 1).contains(trial.loggedReverts), place)
      #expect(trial.doctor, place)
      if trial.answers < whole.answers { killed += 1 }
    }
    #expect(killed > 5)
  }

  private struct Trial {
    var seconds = 0.0
    var answers = 0
    var undone = 0
    var loggedAnswers = 0
    var loggedReverts = 0
    var doctor = false
  }

  private func trial(in program: BuiltProgram, killedAfter moment: Double?) throws -> Trial {
    let progress = program.folder + "/killed.db"
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: progress + ending)
    }
    try FileManager.default.copyItem(atPath: program.progress, toPath: progress)
    let environment = program.environment.merging(["EBB_PROGRESS": progress]) { $1 }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["review", "--plain"]
    process.environment = environment
    process.standardInput = FileHandle(forReadingAtPath: program.folder + "/answers")
    try program.write("", to: "said")
    process.standardOutput = FileHandle(forWritingAtPath: program.folder + "/said")
    var trial = Trial()
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    if let moment {
      usleep(UInt32(moment * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let (seconds, attoseconds) = (clock.now - start).components
    trial.seconds = Double(seconds) + Double(attoseconds) * 1e-18

    let said = try String(contentsOfFile: program.folder + "/said", encoding: .utf8)
    for line in said.split(separator: "\n") {
      if line.contains(". Took ") { trial.answers += 1 }
      if line.contains("> Undone: ") { trial.undone += 1 }
    }
    let log = try program.run(["export", "log", "-"], environment: ["EBB_PROGRESS": progress])
    for line in log.output.split(separator: "\n") {
      if line.contains(#""kind":"review""#) { trial.loggedAnswers += 1 }
      if line.contains(#""kind":"revert""#) { trial.loggedReverts += 1 }
    }
    let doctor = try program.run(["doctor"], environment: ["EBB_PROGRESS": progress])
    trial.doctor = doctor.status == 0 && doctor.output.hasSuffix("all as the log says\n")
    return trial
  }
}
