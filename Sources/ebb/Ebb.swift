import ArgumentParser
import Decks
import Foundation

/// The program. Parsing, running and failing happen here; every command has a file of its own.
#if !FUZZING
  @main
#endif
struct Ebb: ParsableCommand {
  static let versionNumber = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "ebb",
    abstract: "Remember what you learn: cards from your Markdown notes, reviewed when it matters.",
    discussion: """
      Without a command, ebb opens its home screen; without a terminal it prints what is due.
      Progress is kept in one file ($XDG_DATA_HOME/ebb/progress.db, or EBB_PROGRESS, or \
      --progress); notes are never written to.

      Exit status: 0 done, 1 nothing to show, 2 wrong usage, 3 a problem in the notes, 4 a \
      problem with the progress file, 5 progress in use, 70 a bug in ebb, 129, 130 and 143 ended \
      by hang-up, Ctrl-C and TERM.
      """,
    version: "ebb \(versionNumber)",
    subcommands: [
      HomeCommand.self, ReviewCommand.self, MockCommand.self, DueCommand.self, FindCommand.self,
      CardCommand.self, SetCommand.self, BrowseCommand.self, NotesCommand.self,
      KeysCommand.self, ConfigCommand.self,
      CompileCommand.self, AddCommand.self, RemoveCommand.self, SourcesCommand.self,
      RelinkCommand.self, OrphansCommand.self,
      ReportCommand.self, ForecastCommand.self, PlanCommand.self,
      UndoCommand.self, BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
      MergeCommand.self, ExportCommand.self, ImportCommand.self, OptimizeCommand.self,
      RescheduleCommand.self,
      HelpCommand.self, CompletionsCommand.self, VersionCommand.self, DemoCommand.self,
      FixtureCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  static func main() {
    // A write beyond the end of a pipe or of an allowed file size is an error to report, not an
    // end.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Prints what an error has to say and ends with its status.
  private static func end(with error: any Error) -> Never {
    // ArgumentParser's own errors, and requests for help or the version.
    if !(error is CommandFailure), type(of: error) != Never.self, isParserError(error) {
      let isRequest = exitCode(for: error) == .success
      if isRequest { exit(withError: error) }
      complain(fullMessage(for: error))
      Foundation.exit(CommandFailure.Status.usage.rawValue)
    }
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let failure = CommandFailure(error)
    if !failure.message.isEmpty { complain("ebb: " + failure.message) }
    Foundation.exit(failure.status.rawValue)
  }

  private static func isParserError(_ error: any Error) -> Bool {
    error is ValidationError || error is CleanExit
      || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.CommandError")
  }
}

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep progress in this file.", valueName: "file"))
  var progress: String?

  @Option(help: ArgumentHelp("Read the shipped decks from this folder.", valueName: "folder"))
  var decks: String?

  @Option(help: ArgumentHelp("Keep everything under this folder.", valueName: "dir"))
  var home: String?

  @Option(help: "When to use colours: auto, always or never.")
  var color: ColorChoice?

  @Flag(name: .shortAndLong, help: "Leave warnings out.")
  var quiet = false

  /// `--home` is `EBB_HOME` for this run and for the programs it starts.
  func validate() throws {
    guard let home else { return }
    if home.isEmpty { throw ValidationError("--home needs a folder.") }
    for name in ["EBB_PROGRESS", "EBB_CONFIG"] { unsetenv(name) }
    let isWhole = home.utf8.first == UInt8(ascii: "/")
    setenv("EBB_HOME", isWhole ? home : FileManager.default.currentDirectoryPath + "/" + home, 1)
  }
}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// The home screen; without a terminal, what is due.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Open the home screen (the default).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let world = try World()
    guard isatty(STDOUT_FILENO) == 1, world.environment["EBB_PLAIN"] ?? "" == "" else {
      try DueCommand.printDue(common, world: world, query: nil, format: nil)
      return
    }
    let desk = try screen.desk(common, world: world)
    try screen.open(desk)
  }
}
