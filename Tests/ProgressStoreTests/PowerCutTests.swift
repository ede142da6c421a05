import Foundation
@testable import ProgressStore
import TestSupport
import Testing

struct PowerCutTests {
  /// What a disk holds: of every file what was made durable, and what was written since.
  private struct Disk {
    var durable: [String: [UInt8]] = [:]
    var pending: [(path: String, call: FileWatch.Call)] = []

    mutating func add(_ call: FileWatch.Call) {
      let name = (call.path as NSString).lastPathComponent
      switch call.kind {
      case .read: break
      case .write, .truncate: pending.append((name, call))
      case .sync:
        for (path, call) in pending where path == name { Self.apply(call, to: &durable, path) }
        pending.removeAll { $0.path == name }
      case .delete:
        durable[name] = nil
        pending.removeAll { $0.path == name }
      }
    }

    /// The files after a cut: of what was not durable each write is there, missing or half there.
    func afterCut(_ generator: inout SeededGenerator) -> [String: [UInt8]] {
      var files = durable
      for (path, call) in pending {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: break
        case 1: Self.apply(call, to: &files, path)
        default:
          let half = FileWatch.Call(
            kind: call.kind, path: call.path, offset: call.offset,
            bytes: Array(call.bytes.prefix(call.bytes.count / 2)))
          Self.apply(half, to: &files, path)
        }
      }
      return files
    }

    static func apply(
      _ call: FileWatch.Call, to files: inout [String: [UInt8]], _ path: String
    ) {
      var bytes = files[path] ?? []
      if call.kind == .truncate {
        bytes = Array(bytes.prefix(call.offset))
      } else {
        let end = call.offset + call.bytes.count
        if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
        bytes.replaceSubrange(call.offset..<end, with: call.bytes)
      }
      files[path] = bytes
    }
  }

  @Test func whateverACutLeavesEverythingConfirmedIsKept() throws {
    let fixture = try StoreFixture()
    try fixture.open().record(fixture.review("before"))
    let name = (fixture.path as NSString).lastPathComponent
    var disk = Disk()
    disk.durable[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture.path)))
    // The states of the disk after every call, with what was confirmed by then.
    var states: [(disk: Disk, confirmed: [Int])] = []
    var confirmed = [StoreFixture.start.milliseconds]
    let watch = FileWatch { call in
      guard call.kind != .read, !call.path.hasSuffix("-shm") else { return 0 }
      disk.add(call)
      states.append((disk, confirmed))
      return 0
    }
    var sitting = Sitting(path: fixture.path)
    watch.run { sitting.run { confirmed.append($0) } }
    #expect(sitting.refusals.isEmpty && states.count > 50)
    // A confirmation that came after the last call counts at the next one.
    states.append((disk, confirmed))

    for (number, state) in states.enumerated() where longTests || number.isMultiple(of: 5) {
      for seed in 0..<UInt64(longTests ? 8 : 2) {
        var generator = SeededGenerator(seed: seed)
        let place: Comment = "call \(number), seed \(seed)"
        let copy = try StoreFixture()
        try FileManager.default.createDirectory(
          atPath: copy.folder + "/data", withIntermediateDirectories: true)
        for (file, bytes) in state.disk.afterCut(&generator) {
          try Data(bytes).write(to: URL(fileURLWithPath: copy.folder + "/data/" + file))
        }
        let store = try copy.open()
        let missing = Set(state.confirmed).subtracting(try Sitting.moments(in: store))
        #expect(missing.isEmpty, place)
        #expect(try store.checkup(by: copy.scheduler).isClean, place)
      }
    }
  }
}
