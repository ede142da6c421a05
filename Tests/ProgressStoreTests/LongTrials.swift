import Foundation

/// Whether the tests that take minutes are wanted: the environment has EBB_LONG_TESTS.
let longTests = ProcessInfo.processInfo.environment["EBB_LONG_TESTS"] != nil
