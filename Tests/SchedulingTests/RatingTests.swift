import Scheduling
import Testing

@Test func ratingsAreOrderedFromAgainToEasy() {
  #expect(Rating.allCases == [.again, .hard, .good, .easy])
  #expect(Rating.allCases.sorted() == Rating.allCases)
  #expect(Rating.allCases.map(\.rawValue) == [1, 2, 3, 4])
}
