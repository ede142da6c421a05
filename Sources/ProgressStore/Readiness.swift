import Decks
import Foundation
import Scheduling

extension Store {
  /// How long the latest answers that hold took, in milliseconds, the newest first: first sights,
  /// and answers to cards that had waited days. Looked for among the last `window` answers.
  package func latestDurations(
    among window: Int
  ) throws(StoreFailure) -> (firstSights: [Int], reviews: [Int]) {
    var durations = (firstSights: [Int](), reviews: [Int]())
    try database.query(
      """
      select phase, duration from event where kind = 'review' and \(Self.holds)
      order by time desc limit ?
      """, [.integer(window)], attempting: "read"
    ) { row in
      guard let duration = row.optionalInteger(1) else { return }
      switch row.integer(0) {
      case 0: durations.firstSights.append(duration)
      case 2: durations.reviews.append(duration)
      default: break
      }
    }
    return durations
  }

  /// The study day of the latest answer that holds before a moment; nil if there is none.
  package func lastStudyDay(before time: Date) throws(StoreFailure) -> Day? {
    var day: Day?
    try database.query(
      """
      select day from event where kind = 'review' and time < ? and \(Self.holds)
      order by time desc limit 1
      """, [.integer(time.milliseconds)], attempting: "read"
    ) { day = Day(number: $0.integer(0)) }
    return day
  }

  /// How many cards were answered at or after a moment; answers taken back do not count.
  package func cardsAnswered(since time: Date) throws(StoreFailure) -> Int {
    var count = 0
    try database.query(
      """
      select count(distinct card) from event
      where kind = 'review' and time >= ? and \(Self.holds)
      """, [.integer(time.milliseconds)], attempting: "read"
    ) { count = $0.integer(0) }
    return count
  }
}
