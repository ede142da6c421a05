import ArgumentParser
import Foundation
import ProgressStore
import Scheduling

/// Writes the log to a file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the log of answers to a file.",
    discussion: """
      log: every event as JSON Lines, without loss; `ebb import` reads it back.
      csv: the answers that hold, with the columns that other programs know: card_id, review_time \
      (milliseconds since 1970), review_rating, review_duration, review_state.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case log, csv }

  @OptionGroup var common: CommonOptions

  @Argument(help: "What to write: log or csv.")
  var form: Form

  @Argument(help: "The file to write; - is standard output.")
  var file: String

  func run() throws {
    let progress = try ProgressFile(options: common)
    let store = try progress.open()
    let output = try OutputFile(file)
    do {
      switch form {
      case .log:
        output.write(LogLines.header)
        try store.forEachEvent { output.write(LogLines.line(of: $0)) }
      case .csv:
        output.write(ReviewTable.header)
        try store.forEachAnswer { output.write(ReviewTable.line(of: $0)) }
      }
    } catch {
      output.discard()
      throw error
    }
    let lines = output.lines - 1
    try output.finish()
    if file != "-" { print("\(file): \(count(lines, form == .log ? "event" : "answer"))") }
  }
}

/// Reads answers from a file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add the answers of a file that was exported.",
    discussion: """
      The file is a log as `ebb export log` writes it, or a CSV file with the columns card_id, \
      review_time (milliseconds since 1970), review_rating, and perhaps review_duration and \
      review_state. All of it is checked first: either all is taken or nothing. Answers that are \
      known already are left out.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "A file of JSON Lines or CSV.")
  var file: String

  func run() throws {
    let progress = try ProgressFile(options: common)
    let pieces = try FilePieces(of: file, attempting: "import")
    let isLog = pieces.beginning == UInt8(ascii: "{")
    let now = progress.world.now
    let addition = try ProgressFile.reading(file, attempting: "import") {
      if isLog {
        let events = try LogLines.events(pieces: pieces.next, now: now)
        let store = try open(progress)
        return try store.add(events, by: progress.scheduler(for: store))
      }
      let table = try ReviewTable(pieces: pieces.next, now: now)
      let store = try open(progress)
      let scheduler = try progress.scheduler(for: store)
      return try store.add(table.events(by: scheduler), skipsAnswered: true, by: scheduler)
    }
    print("\(file): \(MergeCommand.summary(of: addition))")
  }

  private func open(_ progress: ProgressFile) throws -> Store {
    let store = try progress.open(creating: true)
    try progress.backUp(store)
    return store
  }
}
