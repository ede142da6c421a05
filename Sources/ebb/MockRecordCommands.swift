import ArgumentParser
import Foundation
import MockInterview
import ProgressStore
import Scheduling

/// A mock by its number.
struct MockNumber: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: "The number of the mock, as `ebb mock list` shows it.")
  var number: Int

  /// The store, and the mock in it.
  func find() throws -> (mocks: MockDesk, attempt: Attempt) {
    let mocks = try MockDesk(try Desk(options: common, world: try World()))
    return (mocks, try mocks.attempt(number))
  }
}

/// Whether a mock is taken on the screen, in lines or by a program.
struct MockWay: ParsableArguments {
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Lines instead of a screen.")
  var plain = false

  @Flag(help: "One JSON object a line.")
  var json = false

  func isScreen(in world: World) -> Bool {
    !plain && !json && isatty(STDOUT_FILENO) == 1 && world.environment["EBB_PLAIN"] ?? "" == ""
  }
}

/// Goes on with a mock that was left.
struct MockResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with the mock that was left.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var way: MockWay

  func run() throws {
    let desk = try Desk(options: common, world: try World())
    var mocks = try MockDesk(desk)
    _ = try mocks.draw()
    guard let attempt = mocks.history.open else {
      throw CommandFailure(
        .nothingToShow, "no mock waits to be gone on with; `ebb mock` begins one")
    }
    var interview = mocks.resumed(attempt)
    // What was left too long ago can only be marked.
    if !attempt.canGoOn(at: mocks.now) { interview.handIn(at: mocks.now) }
    if way.isScreen(in: desk.world) {
      try way.screen.open(desk, mock: .resume(interview))
    } else {
      try MockLines(mocks: mocks, asJSON: way.json).run(interview)
    }
  }
}

/// Lists the mocks.
struct MockListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the mocks, the newest first.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let desk = try Desk(options: common, world: try World())
    let attempts = try MockDesk(desk).attempts()
    if json {
      print(try JSONText.of(MockListObject(attempts)))
      return
    }
    guard !attempts.isEmpty else {
      throw CommandFailure(.nothingToShow, "there is no mock yet; `ebb mock` takes one")
    }
    print(MockText.list(attempts.reversed(), calendar: desk.world.calendar))
    let trends = Set(attempts.map(\.preset.name)).sorted().compactMap { name in
      MockText.trend(of: name, in: MockHistory(attempts))
    }
    if !trends.isEmpty { print(trends.joined(separator: "\n")) }
  }
}

/// Shows the result of a mock.
struct MockShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a mock: result, every question, the points missed.")

  @OptionGroup var which: MockNumber

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let (mocks, attempt) = try which.find()
    let proposals = try mocks.proposals(of: attempt)
    print(
      json
        ? try JSONText.of(MockObject(attempt, proposals: proposals))
        : MockTranscript(
          attempt, calendar: mocks.desk.world.calendar, history: mocks.history
        ).markdown)
  }
}

/// Counts the answers of a mock as reviews.
struct MockApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Count the unaided answers of a mock as reviews.")

  @OptionGroup var which: MockNumber

  func run() throws {
    let (mocks, attempt) = try which.find()
    guard attempt.state == .done else {
      throw CommandFailure(.nothingToShow, "mock \(which.number) is not finished")
    }
    guard attempt.applied == nil else {
      throw CommandFailure(
        .nothingToShow,
        "mock \(which.number) is counted already; `ebb mock withdraw \(which.number)` takes it back"
      )
    }
    let ticked = try mocks.proposals(of: attempt).filter(\.isTicked)
    guard !ticked.isEmpty else {
      throw CommandFailure(
        .nothingToShow, "no answer of mock \(which.number) counts by itself as a review")
    }
    let (_, after) = try mocks.apply(ticked, of: attempt)
    for (proposal, schedule) in zip(ticked, after) {
      let topic = attempt.paper[proposal.q]?.topic ?? ""
      let grade = Proposal.name(ofGrade: proposal.grade)
      print("\(proposal.q) \(topic): \(grade), due \(mocks.words(for: schedule.due))")
    }
  }
}

/// Takes the reviews of a mock back.
struct MockWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take back what a mock counted as reviews.")

  @OptionGroup var which: MockNumber

  func run() throws {
    let (mocks, attempt) = try which.find()
    guard try mocks.withdraw(attempt) else {
      throw CommandFailure(.nothingToShow, "mock \(which.number) counts as no review")
    }
    print("mock \(which.number) counts no more; due dates are computed anew")
  }
}

/// Takes a mock out of all statistics.
struct MockDiscardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Take a mock out of every statistic, or bring it back.")

  @OptionGroup var which: MockNumber

  @Flag(help: "Bring a discarded mock back.")
  var restore = false

  @Flag(help: "Discard it though it counts as reviews, which stay.")
  var keepReviews = false

  func run() throws {
    let (mocks, attempt) = try which.find()
    if restore {
      guard attempt.isDiscarded else {
        throw CommandFailure(.nothingToShow, "mock \(which.number) is not discarded")
      }
      try mocks.save([(MockEvent(attempt.id, .restore), mocks.now)])
      print("mock \(which.number) is back")
      return
    }
    guard !attempt.isDiscarded else {
      throw CommandFailure(.nothingToShow, "mock \(which.number) is discarded already")
    }
    guard attempt.applied == nil || keepReviews else {
      throw CommandFailure(
        .usage,
        "mock \(which.number) counts as reviews: `ebb mock withdraw \(which.number)` takes them "
          + "back, --keep-reviews leaves them")
    }
    try mocks.save([(MockEvent(attempt.id, .discard), mocks.now)])
    print("mock \(which.number) is discarded; --restore brings it back")
  }
}

/// Writes a mock to a file.
struct MockExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a mock as Markdown, HTML or JSON.",
    discussion: "The ending of the file says which: .md, .html or .json; - prints Markdown.")

  @OptionGroup var which: MockNumber

  @Argument(help: "The file, or - for standard output.")
  var file = "-"

  func run() throws {
    let (mocks, attempt) = try which.find()
    let transcript = MockTranscript(
      attempt, calendar: mocks.desk.world.calendar, history: mocks.history)
    let text: String
    if file.hasSuffix(".json") {
      text = try JSONText.of(MockObject(attempt, proposals: try mocks.proposals(of: attempt)))
    } else if file.hasSuffix(".html") {
      text = transcript.html
    } else if file == "-" || file.hasSuffix(".md") {
      text = transcript.markdown
    } else {
      throw CommandFailure(
        .usage, "cannot tell what \(file) is to be; end it in .md, .html or .json")
    }
    let output = try OutputFile(file)
    output.write(text)
    try output.finish()
    if file != "-" { print("wrote \(file)") }
  }
}
