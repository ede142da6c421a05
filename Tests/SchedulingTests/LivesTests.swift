import Foundation
import Scheduling
import Testing

/// Follows 400 cards through their lives with py-fsrs 6.3.2.
///
/// Its rules are simpler: a day is 24 hours, which the dates below imitate; a review waits the
/// interval of the model alone, rounded to even; without steps a card never stays on them; a delay
/// of more than a day is not rounded to days. It has no highest stability, so a life is followed
/// until it passes ours.
struct LivesTests {
  private struct Life: Decodable {
    let weights: [Double]
    let retention: Double
    let maximum: Int
    let learning: [Int]
    let relearning: [Int]
    let rows: [[Double]]
  }

  private let start = utc.start(of: today)

  @Test func memoriesStepsAndDelaysOf400LivesAreThoseOfPyFsrs() throws {
    let lives = try vectors("lives.json", as: [Life].self)
    #expect(lives.count == 400)
    var answers = 0
    for (number, life) in lives.enumerated() {
      let parameters = try Parameters(
        weights: life.weights, desiredRetention: life.retention, maximumInterval: life.maximum)
      let scheduler = Scheduler(
        parameters: parameters, steps: Steps(learning: life.learning, relearning: life.relearning),
        calendar: utc, fuzz: false)
      let model = MemoryModel(parameters)
      var before = Schedule.new
      for row in life.rows.prefix(while: { $0[5] <= 36500 }) {
        let place: Comment = "life \(number), \(row)"
        before.lastReview = before.memory.map { _ in start - row[0] * 86400 }
        before.lastDay = nil
        let rating = try #require(Rating(rawValue: Int(row[1])))
        let after = scheduler.outlook(of: before, at: start, chance: nil)[rating]
        let memory = try #require(after.memory)
        #expect(agree(memory.stability, row[5], within: 1e-10), place)
        #expect(agree(memory.difficulty, row[6], within: 1e-10), place)

        let phase = phase(Int(row[2]), step: Int(row[3]))
        let steps = before.phase.isBack(after: rating) ? life.relearning : life.learning
        if phase == .review {
          let days = model.interval(stability: memory.stability, retention: life.retention)
            .rounded(.toNearestOrEven)
          #expect(min(max(days, 1), Double(life.maximum)) * 86400 == row[4], place)
        } else {
          let wait = row[4] < 86400 ? row[4] : (row[4] / 86400).rounded() * 86400
          #expect(self.wait(after.due) == wait, place)
        }
        // Ebb lets a weak memory come back the same day even without steps.
        if !steps.isEmpty { #expect(after.phase == phase, place) }
        before = after
        before.phase = phase
        answers += 1
      }
    }
    #expect(answers == 4507)
  }

  private func phase(_ state: Int, step: Int) -> Schedule.Phase {
    switch state {
    case 1: .learning(step: step)
    case 2: .review
    default: .relearning(step: step)
    }
  }

  /// Seconds from the answer to the next one.
  private func wait(_ due: Schedule.Due) -> Double {
    switch due {
    case .moment(let moment): moment.timeIntervalSince(start)
    case .day(let day): Double(today.distance(to: day)) * 86400
    }
  }
}

extension Schedule.Phase {
  /// Whether an answer to a card in this phase follows the steps of a forgotten one.
  fileprivate func isBack(after rating: Rating) -> Bool {
    switch self {
    case .review: rating == .again
    case .relearning: true
    case .new, .learning: false
    }
  }
}
