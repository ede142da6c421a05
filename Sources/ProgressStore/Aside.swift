import Foundation

/// Work that goes on beside other work, on a thread of its own.
final class Aside<Result: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  // Written by the work alone, and read only once the group has seen it end.
  private var result: Swift.Result<Result, StoreFailure>?

  /// Begins the work at once.
  init(_ work: @escaping @Sendable () throws(StoreFailure) -> Result) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      do throws(StoreFailure) {
        result = .success(try work())
      } catch {
        result = .failure(error)
      }
    }
  }

  /// Waits for the end of the work, whatever came of it.
  func end() { group.wait() }

  /// Gives away what came of the work, once it has ended: whoever takes it can change it in place.
  func take<Outcome>(
    _ body: (inout Result) throws(StoreFailure) -> Outcome
  ) throws(StoreFailure) -> Outcome {
    var taken = try outcome()
    result = nil
    return try body(&taken)
  }

  /// What came of the work, once it has ended.
  func outcome() throws(StoreFailure) -> Result {
    group.wait()
    guard let result else { preconditionFailure("work that has ended has a result") }
    return try result.get()
  }
}
