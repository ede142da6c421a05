import Foundation

/// The libraries ebb is measured against, run by `scripts/bench-peers` with a Python that has them.
struct Peers {
  let python: String
  let script: String

  /// nil unless `EBB_PEERS` names a Python and `EBB_PEERS_SCRIPT` the script.
  init?(environment: [String: String]) {
    guard let python = environment["EBB_PEERS"], !python.isEmpty,
      let script = environment["EBB_PEERS_SCRIPT"]
    else { return nil }
    self.python = python
    self.script = script
  }

  /// What one measurement took inside the peer, without starting it or reading its input.
  func seconds(_ measurement: String, _ arguments: String...) throws -> Double {
    try numbers(measurement, arguments).first ?? .nan
  }

  /// The numbers that one measurement prints, the seconds first.
  func numbers(_ measurement: String, _ arguments: [String]) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, measurement] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
    guard process.terminationStatus == 0, !numbers.isEmpty else {
      throw PeerFailure(description: "\(measurement) of \(script) failed")
    }
    return numbers
  }
}

/// Why a peer could not be measured.
struct PeerFailure: Error, CustomStringConvertible {
  let description: String
}
