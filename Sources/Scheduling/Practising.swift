import Decks
import Foundation

extension ReviewQueue {
  /// All candidates, due or not, for practice that leaves no trace: the likeliest forgotten first
  /// or as wanted, topics interleaved where the order allows it; cards never seen come last, in the
  /// order of the notes. Suspended cards are left out.
  package static func practice(
    _ candidates: [Candidate], order: ReviewOrder = .recall, at now: Date, scheduler: Scheduler,
    seed: UInt64
  ) -> ReviewQueue {
    let queue = QueueOrder(at: now, scheduler: scheduler, seed: seed)
    let seen = queue.sorted(candidates.filter { $0.schedule.phase != .new }, by: order.backlog)
    return ReviewQueue(practising: order.arranged(seen) + queue.new(candidates), by: scheduler)
  }
}

extension Table {
  /// Cards between a miss and the next try, if there are as many.
  static let gap = 5

  /// Takes the practised card away; missed it comes again after a few others. Where it stands does
  /// not change.
  mutating func practise(missed: Bool, at moment: Date) {
    guard let card = current else { return }
    now = max(now, moment)
    bury()
    if missed { putBack(card, after: Self.gap) }
  }
}
