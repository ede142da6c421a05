import ArgumentParser
import CursesTerminal
import Decks
import Foundation
import ProgressStore
import TerminalUI

/// How the screen looks, and how it is opened.
struct ScreenOptions: ParsableArguments {
  @Option(help: "The colours: auto, neutral, dark, light or mono.")
  var theme: Theme?

  @Flag(help: "Draw lines and marks in ASCII.")
  var ascii = false

  /// A desk for the screen. Where the progress file is damaged, the newest good backup is offered
  /// first.
  func desk(_ common: CommonOptions, world: World) throws -> Desk {
    do {
      return try Desk(options: common, world: world, backingUp: .beside)
    } catch let failure as StoreFailure
      where failure.cause == .damaged || failure.cause == .notAProgressFile
    {
      let backups = Backups(of: Locations(options: common, world: world).progress)
      // Without a backup a sentence says it all.
      guard backups.newestGood != nil, isatty(STDIN_FILENO) == 1 else { throw failure }
      let terminal = try CursesTerminal(
        settings: world.settings.terminal(), environment: world.environment
      ) { world.now }
      defer { terminal.restore() }
      try StartQuestions(terminal: terminal, world: world, look: world.settings.look())
        .askAboutDamage(failure, backups: backups)
      terminal.restore()
      return try Desk(options: common, world: world)
    }
  }

  /// Opens the screen; ends the program with its status if that is not 0.
  func open(
    _ desk: Desk, beginning effect: Effect? = nil, mock: MockOpening? = nil
  ) throws {
    var settings = desk.settings
    if let theme { settings.put("ui.theme", .text(theme.rawValue), from: .option("--theme")) }
    if ascii { settings.put("ui.glyphs", .text("ascii"), from: .option("--ascii")) }
    var environment = desk.world.environment
    // Whatever said so: from here on the settings alone decide about colours.
    if settings.text("ui.color") == "always" { environment["NO_COLOR"] = nil }
    let terminal = try CursesTerminal(settings: settings.terminal(), environment: environment) {
      desk.world.now
    }
    var runner = Runner(desk: desk)
    let status = try runner.run(on: terminal, beginning: effect, mock: mock)
    // Who is cut off by a signal is not kept waiting; the next start makes the backup.
    if status < 128, let failure = desk.lateBackup?.end() {
      complain(try DailyBackup.warning(failure).description)
    }
    if status != 0 { throw ExitCode(status) }
  }
}

extension Theme: ExpressibleByArgument {}
