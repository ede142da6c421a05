import Foundation

/// What libFuzzer calls with every input. `EBB_FUZZ_TARGET` says which reader gets it; inputs that
/// break a promise of that reader stop the program, and libFuzzer keeps them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let chosen: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["EBB_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    preconditionFailure("EBB_FUZZ_TARGET is “\(name)”; it must be one of: \(names)")
  }
  return target
}()

/// A reader of input that somebody else may have written, with the promises it must keep.
struct FuzzTarget: Sendable {
  let name: String
  let read: @Sendable ([UInt8]) -> Void

  static let all = [note, deck, log, reviews, query, settings, keys]
}
