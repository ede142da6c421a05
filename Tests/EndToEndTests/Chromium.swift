import Foundation

/// A Chromium without a window.
struct Chromium: Sendable {
  let path: String

  /// The one that PATH finds; nil if there is none.
  static let found: Chromium? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }.map(Chromium.init)
  }()

  /// What a page has become after its scripts have run, and what the browser said meanwhile.
  func dom(of page: String, home: String) throws -> (output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--allow-file-access-from-files", "--enable-logging=stderr", "--virtual-time-budget=10000",
      "--user-data-dir=\(home)/browser", "--hide-scrollbars", "--dump-dom", "file://" + page,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(["HOME": home]) { $1 }
    let names = ["dom", "log"].map { home + "/." + $0 }
    for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
    process.standardOutput = FileHandle(forWritingAtPath: names[0])
    process.standardError = FileHandle(forWritingAtPath: names[1])
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String {
      FileManager.default.contents(atPath: name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return (text(names[0]), text(names[1]))
  }
}
