import Foundation
import Scheduling
import Testing

@testable import TerminalUI

struct LinearReviewTests {
  /// Types lines three seconds apart, each after the prompt of the one before, and returns all that
  /// was printed, the typed lines after their prompts included. Nil is the end of input.
  private func transcript(
    _ samples: [Sample], _ lines: [String?], width: Int? = 72, changes: inout [LinearReview.Change]
  ) -> String {
    var now = morning
    var review = Sample.linear(samples, width: width, at: now)
    var turn = review.start(at: now)
    var text = turn.text
    for line in lines where !turn.isOver {
      now += 3
      text += (line ?? "(end)") + "\n"
      turn = review.respond(to: line, at: now)
      text += turn.text
      while let change = turn.change {
        changes.append(change)
        turn = review.saved(at: now)
        text += turn.text
      }
    }
    return text
  }

  private func transcript(_ samples: [Sample], _ lines: [String?], width: Int? = 72) -> String {
    var changes: [LinearReview.Change] = []
    return transcript(samples, lines, width: width, changes: &changes)
  }

  @Test func aCardThatBecomesALeechIsCalledOne() {
    var often = Schedule.waited
    often.lapses = 7
    let samples = [Sample("often", "What slips?", "This.", schedule: often)] + Sample.plain(1)
    let sentence = "That card was forgotten 8 times: a leech. Rewrite its note."
    #expect(transcript(samples, ["", "1"], width: nil).contains("Took 6 seconds. " + sentence))
    #expect(!transcript(samples, ["", "3"], width: nil).contains("leech"))
    var desk = Desk.reviewing(samples)
    desk.press(.enter, .character("1"))
    #expect(desk.text.contains(sentence))
    desk.type("u")
    #expect(!desk.text.contains("leech"))
  }

  @Test func aReviewFromGreetingToEnd() {
    var changes: [LinearReview.Change] = []
    let text = transcript(
      [.lock, Sample("new", "What is *a lock*?", "A promise.", topic: "Locks")],
      ["", "3", "u", "hard", "2", "4"], changes: &changes)
    #expect(text == Self.complete)
    #expect(
      changes.map(\.words) == [
        "record lock 3", "revert lock", "record lock 2", "record new 4 sure 2",
      ])
  }

  private static let complete = """
    ebb review: 2 cards. Enter shows the answer, ? helps.

    Card 1 of 2. Redis, Distributed locks. Open question.
    Why must a Redis lock be released with compare-and-delete instead of a
    plain `DEL`?
    >\(" ")

    Answer.
    The lock may have expired while its owner was paused, and another worker
    may hold it by now. A plain `DEL` removes that worker's lock, and a
    third worker walks into the critical section.
    Delete only if the stored token is still your own; the check and the
    delete must be one step:
    Code, lua, 5 lines.
    -- KEYS[1] lock name, ARGV[1] my token
    if redis.call('GET', KEYS[1]) == ARGV[1] then
      return redis.call('DEL', KEYS[1])
    end
    return 0
    End of code.
    1 Again, 10 minutes. 2 Hard, 18 days. 3 Good, 23 days. 4 Easy, 35 days.
    Enter takes 3, Good.
    > 3
    Good. Next in 23 days. Took 6 seconds.

    Card 2 of 2. Locks. Open question.
    What is a lock?
    > u
    Undone: Good. Card 1 of 2 again, answer shown.
    1 Again, 10 minutes. 2 Hard, 18 days. 3 Good, 23 days. 4 Easy, 35 days.
    Enter takes 3, Good.
    > hard
    Hard. Next in 18 days. Took 3 seconds.

    Card 2 of 2. Locks. Open question.
    What is a lock?
    > 2
    Noted: think so.

    Answer.
    A promise.
    1 Again, 1 minute. 2 Hard, 6 minutes. 3 Good, 10 minutes. 4 Easy, 8 days.
    Enter takes 3, Good.
    > 4
    Easy. Next in 8 days. Took 6 seconds.

    Done. 2 answers, 9 seconds.
    Again 0, Hard 1, Good 0, Easy 1.

    """

  @Test(arguments: [
    ("", "3"), ("again", "1"), ("HARD", "2"), (" good ", "3"), ("Easy", "4"), ("1", "1"),
    ("4", "4"),
  ])
  func ratingsAreDigitsOrWords(line: String, rating: String) {
    var changes: [LinearReview.Change] = []
    _ = transcript([.lock], ["", line], changes: &changes)
    #expect(changes.map(\.words) == ["record lock \(rating)"])
  }

  @Test(arguments: ["5", "maybe", "0", "-1", "33", "\u{1B}[A"])
  func whatIsNoRatingIsExplainedAndAskedAgain(line: String) {
    var changes: [LinearReview.Change] = []
    let text = transcript([.lock], ["", line], changes: &changes)
    #expect(text.hasSuffix("1 to 4 rate the answer; ? lists what else is understood.\n> "))
    #expect(changes.isEmpty)
  }

  @Test func beforeTheAnswerAFourIsNoRating() {
    let text = transcript([.lock], ["4"])
    #expect(text.hasSuffix("Enter shows the answer; ? lists what else is understood.\n> "))
    #expect(!text.contains("Answer."))
  }

  @Test(arguments: ["q", "quit", nil] as [String?]) func theEndOfInputEndsLikeQ(line: String?) {
    let text = transcript(Sample.plain(2), ["", "4", line])
    #expect(
      text.hasSuffix(
        """
        Done. 1 answer, 6 seconds.
        Again 0, Hard 0, Good 0, Easy 1.
        1 left; they stay due.

        """))
  }

  @Test func undoBeforeAnyAnswerSaysSo() {
    #expect(transcript([.lock], ["u"]).hasSuffix("Nothing to undo in this session.\n> "))
  }

  @Test func skipGoesOnAndASecondOneLetsGo() {
    let text = transcript(Sample.plain(2), ["s", "skip", "s", "s"])
    #expect(text.components(separatedBy: "Skipped").count == 5)
    #expect(text.contains("Question 1?\n> skip\n"))
    #expect(text.hasSuffix("Done. 0 answers, 0 seconds.\n"))
  }

  @Test func helpListsWhatIsUnderstoodAndAsksAgain() {
    let text = transcript([.lock], ["?"])
    for word in ["u: undo", "s: skip", "q: end", "again, hard, good, easy"] {
      #expect(text.contains(word))
    }
    #expect(text.hasSuffix("> "))
  }

  @Test func anUndoneCardTakesBackTheSurenessSaidForIt() {
    var changes: [LinearReview.Change] = []
    _ = transcript(Sample.plain(2), ["3", "4", "1", "u", "2"], changes: &changes)
    #expect(
      changes.map(\.words) == ["record n0 4 sure 3", "revert n0", "record n0 2 sure 3"])
  }

  @Test func whatIsTypedIsComparedAndSpeaksForARating() {
    var changes: [LinearReview.Change] = []
    let text = transcript([.cloze], ["t 16834", ""], changes: &changes)
    #expect(text.contains("hash slots") && text.contains("[blank]") && !text.contains("[…"))
    #expect(text.contains("You typed: 16834\nAnswer.\n"))
    #expect(text.contains("Compared: 16384 missing. 0 of 1."))
    #expect(text.contains("Enter takes 1, Again."))
    #expect(changes.map(\.words) == ["record cloze 1"])
    let asked = transcript([.cloze], ["t", " 16384", ""])
    #expect(asked.contains("Type your answer") && asked.contains("16384 found. 1 of 1."))
  }

  @Test func keyPointsAreTickedByTheirNumbers() {
    var changes: [LinearReview.Change] = []
    let text = transcript([.points], ["", "1 2 3 5", ""], changes: &changes)
    #expect(text.contains("6 points to name."))
    #expect(text.contains("Tick what you said: numbers, a for all, then Enter.\n1 a durable"))
    #expect(text.contains("4 of 6, 67 percent.") && text.contains("Enter takes 2, Hard."))
    #expect(changes.map(\.words) == ["record points 2"])
    #expect(transcript([.points], ["", "a"]).contains("6 of 6, 100 percent."))
    #expect(
      transcript([.points], ["", "7"]).hasSuffix("Numbers from 1 to 6, a for all, or Enter.\n> "))
    #expect(transcript([.points], ["", ""]).contains("Enter takes 3, Good."))
  }

  @Test func optionsAreChosenAndStepsOrderedByTheirNumbers() {
    let choice = transcript([.choice], ["1 3"])
    #expect(choice.contains("More than one is right: their numbers, on one line.\n> 1 3"))
    #expect(choice.contains("2 of 3 right, none wrong.") && choice.contains("correct, missing:"))
    #expect(choice.contains("Enter takes 2, Hard."))
    #expect(transcript([.choice], ["9"]).hasSuffix("? lists what else is understood.\n> "))
    let steps = transcript([.steps], ["2 4 5 1"])
    #expect(steps.contains("Steps to put in order.") && steps.contains("pairs in order."))
    #expect(steps.contains(", yours "))
  }

  @Test func aHintIsGivenAndLowersWhatEnterTakes() {
    let text = transcript([.points], ["r", "", "1 2 3 4 5 6"])
    #expect(text.contains("Hint 1: ") && text.contains("Enter takes 2, Hard."))
  }

  @Test func whatChangedInTheNoteIsToldAndSettled() {
    var changes: [LinearReview.Change] = []
    var now = morning
    var review = LinearReview(
      session: Sample.session([.changed]), cards: Sample.cards([.changed]),
      drifts: Dictionary(
        uniqueKeysWithValues: Shelf.drift(of: Sample.changed.card).map {
          [(Sample.changed.card.id, $0)]
        } ?? []), calendar: .fixed(), width: nil, at: now)
    var text = review.start(at: now).text
    for line in ["d", "", "d", "1", "3"] {
      now += 3
      var turn = review.respond(to: line, at: now)
      text += turn.text
      while let change = turn.change {
        changes.append(change)
        turn = review.saved(at: now)
        text += turn.text
      }
    }
    #expect(text.contains("d tells what changed once the answer is shown."))
    #expect(text.contains("The note changed since your last answer. d tells how."))
    #expect(text.contains("Before: The only atomic way to do this is a Lua script."))
    #expect(text.contains("Kept.") && text.contains("Good. Next in"))
    #expect(changes.map(\.words) == ["settle changed", "record changed 3"])
  }

  @Test func decisionsAreMadeByTheLettersOfTheScreen() {
    var changes: [LinearReview.Change] = []
    let text = transcript(
      Sample.plain(3), ["f", "m mind it", "b", "x", "v", "e"], changes: &changes)
    #expect(
      changes.map(\.words) == [
        "flag 1 n0", "memo mind it n0", "bury 2026-11-25 n0", "suspend  n1",
      ])
    #expect(text.contains("Question 2?") && text.contains("sample.md, line 1."))
    #expect(text.contains("e needs the screen"))
  }

  @Test func nothingDueIsSaidAndOver() {
    var review = Sample.linear([])
    let turn = review.start(at: morning)
    #expect(turn.isOver)
    #expect(turn.text == "Nothing is due now.\n")
  }

  @Test func aCardThatTheCatalogueLostIsPassedOverFromTheStart() {
    let samples = Sample.plain(2)
    var review = LinearReview(
      session: Sample.session(samples), cards: Sample.cards([samples[1]]), calendar: .fixed(),
      width: nil, at: morning)
    let text = review.start(at: morning).text
    #expect(text.contains("ebb review: 1 card."))
    #expect(text.contains("Question 1?"))
  }

  @Test func noEscapeReachesTheOutput() {
    let hostile = Sample(
      "bad", "red \u{1B}[31m?", "```\u{1B}]0;x\u{7}\n\u{9B}2J\n```", topic: "\u{1B}[2J topic",
      trail: ["\u{202E}trail"])
    let text = transcript([hostile], ["", "3", "q"])
    let controls = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
        && $0 != "\n"
    }
    #expect(controls.isEmpty)
    #expect(text.contains("topic") && text.contains("trail"))
  }
}

extension LinearReview.Change {
  /// The change in a few words.
  fileprivate var words: String {
    switch self {
    case .record(let review): Effect.record(review).words
    case .revert(let review): Effect.revert(review).words
    case .mark(let mark, let card): Effect.cards(.mark(mark, cards: [card])).words
    case .settleDrift(let card): Effect.notes(.settleDrift(card)).words
    }
  }
}
