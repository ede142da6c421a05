import ArgumentParser

/// Prints what a shell needs to complete commands and options.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for bash, zsh or fish.",
    discussion: """
      bash: ebb completions bash > ~/.local/share/bash-completion/completions/ebb
      zsh: ebb completions zsh > a folder of $fpath, as _ebb
      fish: ebb completions fish > ~/.config/fish/completions/ebb.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() {
    let shell: CompletionShell =
      switch self.shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    print(Ebb.completionScript(for: shell))
  }
}

/// Prints the version.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version.")

  func run() { print("ebb \(Ebb.versionNumber)") }
}
