import Decks
import Foundation

/// The order of each part of a queue, and how the parts are mixed.
struct QueueOrder {
  typealias Candidate = ReviewQueue.Candidate

  private let now: Date
  private let today: Day
  private let scheduler: Scheduler
  private let seed: UInt64

  init(at now: Date, scheduler: Scheduler, seed: UInt64) {
    self.now = now
    today = scheduler.calendar.day(of: now)
    self.scheduler = scheduler
    self.seed = seed
  }

  /// Cards on steps, the longest waiting first: those due now, and those due later today.
  func onSteps(_ candidates: [Candidate]) -> (now: [Candidate], later: [Candidate]) {
    let sorted =
      candidates
      .filter { $0.schedule.isOnSteps }
      .map { (candidate: $0, due: moment($0.schedule.due)) }
      .filter { scheduler.calendar.day(of: $0.due) <= today }
      .sorted { ($0.due, $0.candidate.card) < ($1.due, $1.candidate.card) }
    return (
      sorted.filter { $0.due <= now }.map(\.candidate),
      sorted.filter { $0.due > now }.map(\.candidate)
    )
  }

  /// Recall below which a card of a backlog waits until the others are through.
  static let lost = 0.3

  /// Due reviews in the order asked for; they are a backlog if there are more than the limit.
  func reviews(_ candidates: [Candidate], by order: BacklogOrder, limit: Int) -> [Candidate] {
    let due = candidates.filter { $0.schedule.phase == .review && isDue($0.schedule.due) }
    return sorted(due, by: order, lostLast: due.count > limit)
  }

  /// Cards that were answered before, in the order asked for; the seed decides between equals.
  func sorted(
    _ candidates: [Candidate], by order: BacklogOrder, lostLast: Bool = false
  ) -> [Candidate] {
    // Places are moved instead of candidates, which are large; two cards have one tie but by a
    // chance of one in 2^64.
    candidates.indices
      .map { index in
        (
          index: index, key: key(candidates[index], order, lostLast),
          tie: splitMix64(candidates[index].card.hash ^ seed)
        )
      }
      .sorted { left, right in
        if left.key != right.key { return left.key < right.key }
        if left.tie != right.tie { return left.tie < right.tie }
        return candidates[left.index].card < candidates[right.index].card
      }
      .map { candidates[$0.index] }
  }

  private func isDue(_ due: Schedule.Due) -> Bool {
    switch due {
    case .day(let day): day <= today
    case .moment(let moment): moment <= now
    }
  }

  private func key(_ candidate: Candidate, _ order: BacklogOrder, _ lostLast: Bool) -> Double {
    switch order {
    case .recall:
      let recall = scheduler.recall(of: candidate.schedule, card: candidate.card, at: now) ?? 0
      // Above every other recall, and in the same order among themselves.
      return lostLast && recall < Self.lost ? 1 + recall : recall
    case .oldest: return moment(candidate.schedule.due).timeIntervalSince1970
    case .random: return 0
    }
  }

  /// Cards never seen, in the order of the notes, those of some topics before the others.
  func new(_ candidates: [Candidate], first topics: Set<String> = []) -> [Candidate] {
    candidates
      .filter { $0.schedule.phase == .new }
      .map { (candidate: $0, rank: topics.contains($0.topic) ? 0 : 1) }
      .sorted {
        ($0.rank, $0.candidate.position, $0.candidate.card)
          < ($1.rank, $1.candidate.position, $1.candidate.card)
      }
      .map(\.candidate)
  }

  /// The same cards, always the first whose topic is not the one just taken; a topic with more
  /// than half of the rest goes before. So neighbours share a topic only where they must, and the
  /// order changes no more than that takes.
  static func interleaved(_ candidates: [Candidate]) -> [Candidate] {
    let byTopic = Dictionary(grouping: candidates.indices, by: { candidates[$0].topic })
    var topics = byTopic.values.map { $0[...] }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    var last: Int?
    return (0..<candidates.count).map { taken in
      let others = topics.indices.filter { $0 != last && !topics[$0].isEmpty }
      let next =
        others.first { 2 * topics[$0].count > candidates.count - taken }
        ?? others.min { (topics[$0].first ?? 0) < (topics[$1].first ?? 0) } ?? last
      last = next
      guard let next, let index = topics[next].popFirst() else {
        preconditionFailure("the topics hold fewer cards than there are")
      }
      return candidates[index]
    }
  }

  /// One new card after every `reviews / new` reviews; with more new cards than reviews, one
  /// review before every `new / reviews` new cards. What is left over comes last.
  static func spread(_ new: [Candidate], among reviews: [Candidate]) -> [Candidate] {
    guard !new.isEmpty, !reviews.isEmpty else { return reviews + new }
    let reviewsAtOnce = max(1, reviews.count / new.count)
    let newAtOnce = max(1, new.count / reviews.count)
    var mixed: [Candidate] = []
    var restOfReviews = reviews[...]
    var restOfNew = new[...]
    while !restOfReviews.isEmpty || !restOfNew.isEmpty {
      mixed += restOfReviews.prefix(reviewsAtOnce)
      mixed += restOfNew.prefix(newAtOnce)
      restOfReviews = restOfReviews.dropFirst(reviewsAtOnce)
      restOfNew = restOfNew.dropFirst(newAtOnce)
    }
    return mixed
  }

  private func moment(_ due: Schedule.Due) -> Date {
    switch due {
    case .moment(let moment): moment
    case .day(let day): scheduler.calendar.start(of: day)
    }
  }
}
