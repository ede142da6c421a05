import Decks
import Foundation
import ProgressStore
import Scheduling
import Testing

struct LogLinesTests {
  private let now = StoreFixture.start + 86_400 * 365

  private func filled(_ fixture: StoreFixture) throws -> Store {
    let store = try fixture.open()
    var schedule = Schedule.new
    var seconds = 0.0
    for rating: Rating in [.again, .good, .good, .easy, .again, .good, .hard] {
      let review = fixture.review("a", rating, from: schedule, after: seconds)
      try store.record(review)
      schedule = review.after
      seconds += schedule.interval > 0 ? Double(schedule.interval) * 90_000 : 700.25
    }
    let undone = fixture.review("b", after: seconds)
    try store.record(undone)
    try store.revert(undone, at: StoreFixture.start + seconds + 5, by: fixture.scheduler)
    return store
  }

  private func lines(of store: Store) throws -> [String] {
    var lines = [LogLines.header]
    try store.forEachEvent { lines.append(LogLines.line(of: $0)) }
    return lines
  }

  private func read(_ lines: [String]) throws -> [LogEvent] {
    try LogLines.events(Array((lines.joined(separator: "\n") + "\n").utf8), now: now)
  }

  @Test func anExportedLogComesBackWithoutLoss() throws {
    let fixture = try StoreFixture()
    let store = try filled(fixture)
    let exported = try lines(of: store)
    #expect(exported.count == 10)
    let copy = try Store(path: fixture.folder + "/copy/progress.db", seed: 3)
    let addition = try copy.add(read(exported), by: fixture.scheduler)
    #expect(addition.answers == 8 && addition.reverts == 1)
    #expect(try lines(of: copy) == exported)
    #expect(try copy.log() == store.log())
    let card = CardID(rawValue: "a")
    #expect(try copy.schedule(of: card) == store.schedule(of: card))
    #expect(try copy.add(read(exported), by: fixture.scheduler) == Store.Addition())
    #expect(try copy.checkup(by: fixture.scheduler).isClean)
  }

  @Test func everythingWrongIsNamedWithItsLine() throws {
    let fixture = try StoreFixture()
    let good = try lines(of: filled(fixture))
    func broken(_ line: Int, _ change: (String) -> String) -> [String] {
      var lines = good
      lines[line - 1] = change(lines[line - 1])
      return lines
    }
    let cases: [(lines: [String], line: Int, words: String)] = [
      (Array(good.dropFirst()), 1, "must begin with"),
      ([], 1, "must begin with"),
      (broken(3) { _ in "oops" }, 3, "not a JSON object"),
      (broken(4) { String($0.dropLast(20)) }, 4, "not a JSON object"),
      (broken(2) { $0.replacing(#""rating":1"#, with: #""rating":5"#) }, 2, "1, 2, 3 or 4"),
      (broken(2) { $0.replacing(#""number":1,"#, with: "") }, 2, "number is missing"),
      (broken(2) { $0.replacing(#""duration":1234"#, with: #""duration":-1"#) }, 2, "negative"),
      (broken(2) { $0.replacing(#""card":"a""#, with: #""card":7"#) }, 2, "card is not"),
      (broken(2) { $0.replacing(#""time":1795500000000"#, with: #""time":1000"#) }, 2, "2000"),
      (
        broken(2) { $0.replacing(#""time":1795500000000"#, with: #""time":4000000000000"#) }, 2,
        "future"
      ),
      (good + [good[4]], 11, "in line 5 already"),
      (broken(10) { $0.replacing(#""card":"b""#, with: #""card":"a""#) }, 10, "line 9"),
    ]
    for test in cases {
      let failure = #expect(throws: LogFileFailure.self) { try read(test.lines) }
      #expect(failure?.line == test.line, "\(test.words): \(String(describing: failure))")
      #expect(failure?.message.contains(test.words) == true, "\(String(describing: failure))")
    }
  }
}
