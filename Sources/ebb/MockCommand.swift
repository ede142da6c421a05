import ArgumentParser

/// Mock interviews: take one, and what becomes of those taken.
struct MockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mock",
    abstract: "Take a timed mock interview from your own notes, and look at earlier ones.",
    discussion: """
      `ebb mock` takes one; the presets are screen, onsite, design, rapid and exam. Every answer \
      is saved at once, so a mock that is left can be gone on with. What you answered without help \
      can count as a review; that is offered, and can be withdrawn at any time.
      """,
    subcommands: [
      MockTakeCommand.self, MockResumeCommand.self, MockListCommand.self, MockShowCommand.self,
      MockApplyCommand.self, MockWithdrawCommand.self, MockDiscardCommand.self,
      MockExportCommand.self,
    ],
    defaultSubcommand: MockTakeCommand.self)
}

/// How questions are answered, as an option.
enum AnswerModeOption: String, CaseIterable, ExpressibleByArgument {
  case speak, type
}

/// When answers are shown, as an option.
enum RevealOption: String, CaseIterable, ExpressibleByArgument {
  case each, round, end
}
