import ArgumentParser
import Scheduling

/// Explains a command or a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a command, or one of: query, keys, config, files, cards."
  )

  @Argument(help: "A command such as review, or query, keys, config, files, cards.")
  var topic: [String] = []

  func run() throws {
    let pager = Pager(environment: try World(readingSettings: false).environment)
    guard let first = topic.first else {
      pager.show(Ebb.helpMessage())
      return
    }
    if topic.count == 1, let text = HelpTopic(rawValue: first)?.text {
      pager.show(text)
      return
    }
    pager.show(Ebb.helpMessage(for: try Self.command(named: topic)))
  }

  private static func command(named path: [String]) throws -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = Ebb.self
    for name in path {
      let children = command.configuration.subcommands
      guard let child = children.first(where: { $0._commandName == name }) else {
        let names = children.map { $0._commandName } + HelpTopic.allCases.map(\.rawValue)
        let nearest = NearestName.of(name, among: names).map { "; did you mean \($0)?" }
        throw CommandFailure(
          .usage, "there is no help on \(name)\(nearest ?? "; `ebb help` lists the commands")")
      }
      command = child
    }
    return command
  }
}
