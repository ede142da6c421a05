import Foundation
import ProgressStore
import Scheduling
import Testing

struct FactsTests {
  private let fixture: StoreFixture
  private let store: Store
  private let now = StoreFixture.start

  init() throws {
    fixture = try StoreFixture()
    store = try fixture.open()
  }

  private func stamp(_ seconds: Double) -> Stamp {
    Stamp(now + seconds, in: .fixed(utcOffset: 3600))
  }

  @Test func factsAreReadByTheBeginningOfTheirNamesInOrder() throws {
    let added = [
      try store.append("mock.start", #"{"seed":7}"#, at: stamp(1)),
      try store.append("mock.answer", #"{"q":1,"text":"ζ 漢字"}"#, at: stamp(2)),
      try store.append("plan.set", #"{"aim":0.9}"#, at: stamp(3)),
      try store.append("mock.answer", #"{"q":2}"#, at: stamp(4)),
      try store.append("mocking", "null", at: stamp(5)),
    ]
    let facts = try fixture.open().facts(named: "mock.")
    #expect(facts.map(\.identity) == [added[0], added[1], added[3]])
    #expect(facts.map(\.name) == ["mock.start", "mock.answer", "mock.answer"])
    #expect(facts.map(\.body) == [#"{"seed":7}"#, #"{"q":1,"text":"ζ 漢字"}"#, #"{"q":2}"#])
    #expect(facts.map(\.stamp) == [stamp(1), stamp(2), stamp(4)])
    #expect(try store.latestFact(named: "mock.answer")?.body == #"{"q":2}"#)
    #expect(try store.latestFact(named: "mock.") == nil)
  }

  @Test func aFactIsTakenBackByItsIdentity() throws {
    try store.append("weights", "[1]", at: stamp(1))
    let second = try store.append("weights", "[2]", at: stamp(2))
    try store.revert([second], at: now + 3, by: fixture.scheduler)
    #expect(try store.latestFact(named: "weights")?.body == "[1]")
    #expect(throws: StoreFailure.self) {
      try store.revert([second], at: now + 4, by: fixture.scheduler)
    }
  }

  @Test func whatIsNoJSONIsRefusedAndNothingIsKept() throws {
    #expect(throws: StoreFailure.self) { try store.append("plan.set", "{oops", at: stamp(1)) }
    #expect(try store.facts(named: "").isEmpty)
  }

  @Test func answersOfAMockAreOneStepWithTheirFact() throws {
    let reviews = [fixture.review("a"), fixture.review("b", .again)]
    let added = try store.record(
      reviews, with: ("mock.apply", #"{"of":1}"#, Stamp(now + 5, in: .fixed())))
    #expect(added.count == 3)
    #expect(try store.log() == reviews)
    // Taking back the fact takes back its answers.
    try store.revert([added[2]], at: now + 9, by: fixture.scheduler)
    #expect(try store.log().isEmpty && store.facts(named: "mock").isEmpty)
    #expect(try store.redo(since: now, at: now + 10, by: fixture.scheduler)?.reviews == reviews)
    #expect(try store.log() == reviews && store.facts(named: "mock").count == 1)
    #expect(try store.checkup(by: fixture.scheduler).isClean)
  }
}
