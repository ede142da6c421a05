import Foundation

/// Whether the tests that take minutes are wanted: the environment has EBB_LONG_TESTS.
let longTests = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil

/// These always, and those only when long tests are wanted.
func always<Element>(_ these: [Element], long those: [Element]) -> [Element] {
  longTests ? these + those : these
}
