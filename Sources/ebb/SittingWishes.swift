import Scheduling

/// What the command line asks of the sittings of one run; what is nil is left to the settings.
struct SittingWishes: Hashable {
  /// Cards at most.
  var limit: Int?
  /// Minutes after which an answer is the last one.
  var minutes: Int?
  /// New cards, however many there were today.
  var new: Int?
  /// Days to study ahead.
  var ahead: Int?
  var order: ReviewOrder?
  /// Practice: all cards, and nothing is kept.
  var isPractice = false
}
