import Foundation
import Scheduling
import Testing

@testable import TerminalUI

struct AppTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [Key]
    let effects: [String]
    /// What the screen then says.
    let shows: String
    var testDescription: String { name }

    init(_ name: String, _ keys: [Key], _ effects: [String], shows: String) {
      self.name = name
      self.keys = keys
      self.effects = effects
      self.shows = shows
    }
  }

  private static let space = Key.character(" ")

  @Test(arguments: [
    Case("Enter opens the review of all", [.enter], ["open all"], shows: "Question 0?"),
    Case(
      "Enter opens the topic in focus", [.character("j"), .enter], ["open Redis"],
      shows: "Question 0?"),
    Case("Space reveals", [.enter, space], ["open all"], shows: "Answer 0."),
    Case("Enter reveals", [.enter, .enter], ["open all"], shows: "Answer 0."),
    Case("a sureness reveals", [.enter, .character("2")], ["open all"], shows: "Answer 0."),
    Case(
      "four is no sureness", [.enter, .character("4")], ["open all"],
      shows: "Space shows the answer"),
    Case(
      "a digit rates", [.enter, space, .character("4")], ["open all", "record n0 4"],
      shows: "Question 1?"),
    Case(
      "Enter takes Good", [.enter, space, .enter], ["open all", "record n0 3"],
      shows: "Question 1?"),
    Case(
      "Space takes Good when nothing is left to read", [.enter, space, space],
      ["open all", "record n0 3"], shows: "Question 1?"),
    Case(
      "sureness goes into the log", [.enter, .character("3"), .character("1")],
      ["open all", "record n0 1 sure 3"], shows: "Question 1?"),
    Case(
      "sureness is of one card only",
      [.enter, .character("3"), .character("4"), space, .character("4")],
      ["open all", "record n0 4 sure 3", "record n1 4"], shows: "Question 2?"),
    Case(
      "undo takes the answer back", [.enter, space, .character("4"), .character("u")],
      ["open all", "record n0 4", "revert n0"], shows: "Answer 0."),
    Case(
      "undo of nothing says so", [.enter, .character("u")], ["open all"],
      shows: "Nothing to undo in this session."),
    Case("skip goes on", [.enter, .character("s")], ["open all"], shows: "Question 1?"),
    Case(
      "a skipped card comes back",
      [.enter, .character("s"), space, .character("4"), space, .character("4")],
      ["open all", "record n1 4", "record n2 4"], shows: "Question 0?"),
    Case(
      "the last answer leads to the summary",
      [.enter] + Array(repeating: [space, .character("4")], count: 3).joined(),
      ["open all", "record n0 4", "record n1 4", "record n2 4", "tomorrow"],
      shows: "3 cards, 3 answers, 6 s"),
    Case(
      "a review left at once leads home", [.enter, .character("q")], ["open all", "home"],
      shows: "TOPIC"),
    Case(
      "a review left after an answer leads to the summary",
      [.enter, space, .character("4"), .escape], ["open all", "record n0 4", "tomorrow"],
      shows: "Left at 1 of 3; the rest stays due. Space goes back in."),
    Case(
      "Space in the summary goes back in", [.enter, space, .character("4"), .escape, space],
      ["open all", "record n0 4", "tomorrow"], shows: "Question 1?"),
    Case(
      "undo in the summary leads back into the review",
      [.enter, space, .character("4"), .escape, .character("u")],
      ["open all", "record n0 4", "tomorrow", "revert n0"], shows: "Answer 0."),
    Case(
      "the summary leads home", [.enter, space, .character("4"), .escape, .enter],
      ["open all", "record n0 4", "tomorrow", "home"], shows: "TOPIC"),
    Case("q leaves from home", [.character("q")], ["leave 0"], shows: "TOPIC"),
    Case("Q leaves from anywhere", [.enter, .character("Q")], ["open all", "leave 0"], shows: ""),
    Case("Ctrl-C leaves", [.enter, .control("c")], ["open all", "leave 130"], shows: ""),
    Case("Ctrl-L draws anew", [.control("l")], ["redraw"], shows: "TOPIC"),
    Case("Ctrl-Z suspends", [.control("z")], ["suspend"], shows: "TOPIC"),
    Case("an unbound key does nothing", [.tab, .character("y")], [], shows: "TOPIC"),
  ])
  func keysLeadToEffects(row: Case) {
    var desk = Desk()
    for key in row.keys { desk.press(key) }
    #expect(desk.effects.map(\.words) == row.effects)
    if !row.shows.isEmpty { #expect(desk.text.contains(row.shows), "\(desk.text)") }
  }

  @Test func anAnswerIsDurableBeforeTheNextCardIsShown() {
    var desk = Desk.reviewing()
    desk.press(.enter)
    let shown = desk.app.draw()
    let effects = desk.app.handle(Event(.key(.character("3")), at: desk.now + 5))
    #expect(effects.map(\.words) == ["record n0 3"])
    #expect(desk.text.contains("Answer 0."))
    #expect(desk.app.draw().text(row: 0) == shown.text(row: 0))
    // Keys that come before the store has answered cannot add a second answer.
    #expect(desk.app.handle(Event(.key(.character("4")), at: desk.now + 6)).isEmpty)
    #expect(desk.app.handle(.saved).isEmpty)
    #expect(desk.text.contains("Question 1?"))
    #expect(!desk.text.contains("Answer 0."))
  }

  @Test func aNewCardBeginsAtItsTopWithoutTheLastOnesScrolling() {
    var desk = Desk.reviewing([.longCode, .long])
    desk.press(.enter, .end, .right, .right, .character("3"))
    desk.press(.enter)
    #expect(!desk.text.contains("above"))
    #expect(!desk.text.contains("‹"))
  }

  @Test func topicsWithMoreDueComeFirstThenByName() {
    let home = HomeScreen.home([("b", 1, 0, 1, 1), ("A", 1, 0, 1, 1), ("z", 5, 0, 9, 9)])
    #expect(home.topics.map(\.name) == ["z", "A", "b"])
  }

  @Test func theTopicInFocusStaysInFocusWhenTheListIsSortedAnew() {
    var app = App(home: .sample, columns: 80, rows: 24, at: morning)
    _ = app.handle(Event(.key(.character("j")), at: morning))
    _ = app.handle(.home(.home([("PostgreSQL", 9, 0, 9, 9), ("Redis", 1, 0, 9, 9)])))
    #expect(app.handle(Event(.key(.enter), at: morning + 1)) == [.openReview(topic: "Redis")])
  }

  @Test func aNoticeOfHomeIsSaidOnce() {
    var desk = Desk()
    desk.app = App(
      home: .home([("Redis", 1, 0, 9, 9)], notice: "! a note is odd"), columns: 80, rows: 24,
      at: morning)
    #expect(desk.text.contains("! a note is odd"))
    desk.press(.down)
    #expect(!desk.text.contains("a note is odd"))
    #expect(desk.text.contains("Enter reviews 1 due, about 1 minute."))
  }

  @Test func aKeyWithoutAMeaningSaysSoAndChangesNothingElse() {
    for keys in [[], [Key.enter], [.enter, .enter]] {
      var desk = Desk()
      for key in keys { desk.press(key) }
      let before = desk.screen
      desk.press(.character("y"))
      #expect(desk.screen[22].contains("y does nothing here. ? lists the keys."))
      #expect(desk.screen.dropLast(2) == before.dropLast(2))
    }
  }

  @Test func cardsThatTheCatalogueLostArePassedOver() {
    let samples = Sample.plain(3)
    var app = App(home: .sample, columns: 80, rows: 24, at: morning)
    let screen = ReviewScreen(
      topic: nil, session: Sample.session(samples), cards: Sample.cards([samples[2]]),
      calendar: .fixed(), at: morning)
    _ = app.handle(.show(screen))
    #expect(app.draw().text(row: 3).contains("Question 2?"))
  }
}

extension Effect {
  /// The effect in a few words.
  var words: String {
    switch self {
    case .openReview(let topic): "open \(topic ?? "all")"
    case .record(let review):
      "record \(review.card.rawValue) \(review.rating.rawValue)"
        + (review.sureness.map { " sure \($0)" } ?? "")
    case .revert(let review): "revert \(review.card.rawValue)"
    case .openHome: "home"
    case .openExtra(let extra, let topic): "\(extra) of \(topic ?? "all")"
    case .cards(.reviewDue(let query)): "open \(query)"
    case .cards(.openInfo(let card)): "info \(card.rawValue)"
    case .cards(.browse(let query)): "browse \(query)"
    case .cards(.search(let query, let order)): "search \(query) \(order)"
    case .cards(.read(let card)): "read \(card.rawValue)"
    case .cards(.readState(let card)): "state \(card.rawValue)"
    case .cards(.review(let cards)): "review " + cards.map(\.rawValue).joined(separator: " ")
    case .cards(.openNote(let place, _)): "note \(place.path):\(place.line)"
    case .notes(.open(.coverage)): "notes"
    case .notes(.open(let view)): "notes, \(view)"
    case .notes(.openDrift(let card)): "drift \(card.rawValue)"
    case .notes(.settleDrift(let card)): "settle \(card.rawValue)"
    case .notes(.readSide(let card)): "side \(card.rawValue)"
    case .openOutside(let target, let path): "outside \(target) of \(path)"
    case .notes(.link(let old, let new)): "link \(old.rawValue) to \(new.rawValue)"
    case .notes(.keepAside(let old, let forgets)): "\(forgets ? "forget" : "aside") \(old.rawValue)"
    case .plan(.open): "plan"
    case .plan(.count(let wish)): "count \(wish.day) \(wish.aim)"
    case .plan(.set(let wish)): "set plan \(wish?.day.description ?? "off")"
    case .cards(.mark(let mark, let cards)):
      "\(mark.name) \(mark.detail) " + cards.map(\.rawValue).joined(separator: " ")
    case .cards(.undo): "undo"
    case .cards(.redo): "redo"
    case .edit(let place, _): "edit \(place.path):\(place.line)"
    case .settings(.open): "settings"
    case .openTomorrow: "tomorrow"
    case .settings(.change(let name, let value)): "set \(name) \(value ?? "default")"
    case .settings(.edit): "edit settings"
    case .answered(let answer): "answered \(answer)"
    case .reports(.open(_, let topic, let view)): "report \(view) of \(topic ?? "all")"
    case .reports(.count(_, let topic)): "figures of \(topic ?? "all")"
    case .reports(.readSilentParts): "silent parts"
    case .reports(.export(let report)): "export \(report.view) of \(report.scope)"
    case .mock(.openResult(let attempt)): "result of \(attempt)"
    case .mock(.open(let topic)): "mock of \(topic ?? "all")"
    case .mock(.begin): "start a mock"
    case .mock(.save(let events, _)): "save \(events.count) of a mock"
    case .mock(.keep): "keep a mock"
    case .writeAnswer(let text): "write \(text)"
    case .ring: "ring"
    case .mock(.openSchedule(let attempt)): "schedule of \(attempt)"
    case .mock(.apply(let attempt, let proposals)): "apply \(proposals.count) of \(attempt)"
    case .mock(.withdraw(let attempt)): "withdraw \(attempt)"
    case .mock(.export(let attempt)): "export \(attempt)"
    case .mock(.savePaper): "save a paper"
    case .suspend: "suspend"
    case .redraw: "redraw"
    case .leave(let status): "leave \(status)"
    }
  }
}
