import Foundation
import MockInterview
import ProgressStore
import Scheduling
import TerminalUI

/// What is wished of a mock before its paper is drawn.
struct MockWish {
  var preset = Preset.screen
  var topics: [String] = []
  var questions: Int?
  var minutes: Int?
  var answer: AnswerMode
  /// Nil for what the preset does.
  var reveal: Reveal?
  var seed: UInt64
  var isStrict: Bool
  var pass: Int
  var matches: Bool
  var keepsText: Bool
  /// A paper that was saved, to be asked as it is.
  var paper: Paper?
  /// Whether nothing was said about the paper, so that the set-up screen is shown first.
  var isBare = true

  init(_ desk: Desk) {
    let settings = desk.settings
    answer = AnswerMode(rawValue: settings.text("mock.answer")) ?? .speak
    reveal = Reveal(rawValue: settings.text("mock.reveal"))
    isStrict = settings.flag("mock.strict")
    pass = settings.integer("mock.pass")
    matches = settings.text("mock.match") == "on"
    keepsText = settings.flag("mock.keep_text")
    seed = desk.world.seed % 100_000
  }

  /// The preset as it will be asked.
  var sizedPreset: Preset {
    var sized = preset
    if let questions { sized = sized.resized(to: questions) }
    if let minutes { sized = sized.lasting(minutes: minutes) }
    return sized
  }

  /// What the set-up screen begins with.
  func form(clock: ClockDisplay) -> MockForm {
    MockForm(
      preset: preset.name, topics: topics, questions: questions, minutes: minutes,
      settings: settings, reveal: reveal, clock: clock, seed: seed)
  }

  private var settings: MockSettings {
    MockSettings(
      answer: answer, reveal: effectiveReveal, isStrict: isStrict, pass: pass, matches: matches,
      keepsText: keepsText)
  }

  /// How a paper is taken.
  func settings(of preset: Preset) -> MockSettings {
    var settings = settings
    if preset.style != .exam { settings.pass = nil }
    return settings
  }

  var effectiveReveal: Reveal { reveal ?? preset.reveal(for: answer) }

  /// A preset by its name.
  static func preset(named name: String, desk: Desk) throws -> Preset {
    let presets = MockPresets.all(desk.settings)
    if let found = presets.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return found
    }
    let names = presets.map(\.name)
    let nearest = NearestName.of(name, among: names).map { "did you mean \($0)?" }
    throw CommandFailure(
      .usage,
      "there is no preset “\(name)”; \(nearest ?? "there are " + names.joined(separator: ", "))"
    )
  }
}

extension MockDesk {
  /// Draws the paper of a wish, or takes the one it brings.
  mutating func start(of wish: MockWish) throws -> MockEvent.Start {
    let scope = wish.topics.joined(separator: ", ")
    let draw = try draw(topics: wish.topics, scope: scope)
    let preset = wish.sizedPreset
    let paper: Paper
    do {
      paper =
        try wish.paper
        ?? draw.paper(
          for: preset, reveal: wish.effectiveReveal, seed: wish.seed)
    } catch let refusal as PaperRefusal {
      throw CommandFailure(.nothingToShow, refusal.sentence)
    }
    return MockEvent.Start(paper: paper, settings: wish.settings(of: paper.preset), scope: scope)
  }

  /// The mock that was left, which is offered before another begins; nil if none was, or too long
  /// ago.
  var left: Interview? {
    history.open.flatMap { $0.canGoOn(at: now) ? resumed($0) : nil }
  }

  /// An attempt that was left, ready to go on.
  func resumed(_ attempt: Attempt) -> Interview {
    Interview(
      resuming: attempt, open: MockDraft.read(of: attempt, beside: desk.store.path),
      glosses: glosses, at: now)
  }
}
