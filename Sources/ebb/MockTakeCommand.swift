import ArgumentParser
import Decks
import Foundation
import MockInterview
import ProgressStore
import TerminalUI

/// Draws a paper and takes it.
struct MockTakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take a mock interview (the default).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var way: MockWay

  @Argument(help: "screen, onsite, design, rapid, exam, or one of your own.")
  var preset: String?

  @Option(help: ArgumentHelp("Ask about these topics only.", valueName: "A,B"))
  var topics: String?

  @Option(help: ArgumentHelp("Ask so many questions.", valueName: "n"))
  var questions: Int?

  @Option(help: ArgumentHelp("Give so many minutes in all.", valueName: "n"))
  var minutes: Int?

  @Option(help: "Answer aloud or in writing: speak or type.")
  var answer: AnswerModeOption?

  @Option(help: "Show answers after each question, after the round or at the end.")
  var reveal: RevealOption?

  @Option(help: ArgumentHelp("Draw by this number: the same gives the same paper.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Ask the paper saved in this file.", valueName: "file"))
  var paper: String?

  @Flag(help: "With --paper: go on without questions whose cards are gone.")
  var partial = false

  @Flag(help: "Leaving does not stop the clock.")
  var strict = false

  @Flag(help: "Draw the paper and say what is on it, with --json as it can be saved; take nothing.")
  var dryRun = false

  func validate() throws {
    for (name, number, range) in [("questions", questions, 1...100), ("minutes", minutes, 1...180)]
    {
      if let number, !range.contains(number) {
        throw ValidationError(
          "--\(name) must be \(range.lowerBound) to \(range.upperBound), not \(number).")
      }
    }
  }

  func run() throws {
    let world = try World()
    let desk = try Desk(options: common, world: world)
    var mocks = try MockDesk(desk)
    let wish = try wish(desk)
    if way.isScreen(in: world), !dryRun {
      try way.screen.open(desk, mock: wish.isBare ? .setUp(wish) : .brief(wish))
      return
    }
    let start = try mocks.start(of: wish)
    if dryRun {
      print(
        way.json
          ? try JSONText.of(PaperObject(start)) : MockText.paper(start.paper))
      return
    }
    if let left = mocks.left {
      try MockLines(mocks: mocks, asJSON: way.json).run(left, isOffer: true)
      return
    }
    let interview = Interview(
      id: mocks.newName(), number: try mocks.nextNumber(), start: start, glosses: mocks.glosses,
      at: world.now)
    try MockLines(mocks: mocks, asJSON: way.json).run(interview)
  }

  private func wish(_ desk: Desk) throws -> MockWish {
    var wish = MockWish(desk)
    wish.isBare = preset == nil && paper == nil
    if let preset { wish.preset = try MockWish.preset(named: preset, desk: desk) }
    if let topics {
      wish.topics = try topics.split(separator: ",").map {
        try desk.topic(named: String($0.drop { $0 == " " }))
      }
    }
    wish.questions = questions
    wish.minutes = minutes
    if let answer { wish.answer = answer == .type ? .type : .speak }
    wish.reveal = reveal.flatMap { Reveal(rawValue: $0.rawValue) }
    if let seed { wish.seed = seed }
    if strict { wish.isStrict = true }
    if let paper {
      wish.paper = try PaperFile.read(paper, desk: desk, isPartial: partial)
    }
    return wish
  }
}
