import Foundation
import Scheduling
import Testing

struct OutlookTests {
  private let scheduler = Scheduler(calendar: utc)

  @Test func theLabelOfAKeyIsTheTimeUntilTheStoredScheduleIsDue() {
    for schedule in [Schedule.new, onSteps(dueIn: 0), inReview()] {
      let outlook = scheduler.outlook(of: schedule, card: card("a"), at: morning)
      for rating in Rating.allCases {
        let label = outlook.delay(rating, from: morning, calendar: utc)
        switch outlook[rating].due {
        case .moment(let due): #expect(label == .seconds(Int(due.timeIntervalSince(morning))))
        case .day(let day): #expect(label == .days(today.distance(to: day)))
        }
      }
    }
  }

  @Test func theFourSchedulesDifferByTheirRating() {
    let outlook = scheduler.outlook(of: inReview(), card: card("a"), at: morning)
    #expect(Set(Rating.allCases.map { outlook[$0] }).count == 4)
  }

  @Test func askingTwiceGivesTheSameOutlook() {
    let once = scheduler.outlook(of: inReview(), card: card("a"), at: morning)
    #expect(once == scheduler.outlook(of: inReview(), card: card("a"), at: morning))
  }
}
