import ProgressStore
import Scheduling
import TerminalUI

/// Sittings beyond what the day asks for.
extension Desk {
  /// What can be done when nothing of a topic, of what a search found, or of all, is due.
  func nothingDue(_ scope: ReviewScope) throws(StoreFailure) -> NothingDue {
    let (now, today) = (world.now, world.today)
    var nothing = NothingDue(topic: scope.topic, query: scope.search?.query, today: today)
    let cards = try store.standings(topic: scope.topic)
      .filter { !rules.paused.contains($0.topic) && scope.includes($0.card) }
    nothing.unseen = cards.count { $0.schedule.phase == .new && $0.marks.allowAsking(on: today) }
    nothing.seen = cards.count { $0.schedule.phase == .review }
    let waiting = cards.filter { $0.schedule.phase != .new }.map(\.schedule.due)
    let moments = waiting.compactMap { due in
      if case .moment(let moment) = due, moment > now { moment } else { nil }
    }
    let days = waiting.compactMap { due in
      if case .day(let day) = due, day > today { day } else { nil }
    }
    if let first = moments.min() {
      nothing.next = NothingDue.Next(
        cards: moments.count, when: Stamp(first, in: world.calendar).clock, days: 0)
    } else if let first = days.min() {
      let wait = today.distance(to: first)
      nothing.next = NothingDue.Next(
        cards: days.count { $0 == first },
        when: wait == 1 ? "tomorrow" : first.brief, days: wait)
    }
    return nothing
  }

  /// A sitting that the user asks for though the day does not.
  func extra(_ extra: ExtraSitting, topic: String?) throws(StoreFailure) -> any Screen {
    let scope = ReviewScope(topic: topic)
    var desk = self
    switch extra {
    case .new(let count): desk.wishes.new = count
    case .ahead(let days): desk.wishes.ahead = days
    case .weakest(let count):
      desk.wishes.isPractice = true
      desk.wishes.limit = count
    }
    let screen = try desk.reviewScreen(scope)
    return try screen.orElse { () throws(StoreFailure) in try nothingDue(scope).screen }
  }
}
