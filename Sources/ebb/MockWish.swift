import Foundation
import MockInterview
import ProgressStore
import Scheduling

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

  var effectiveReveal: Reveal { reveal ?? preset.reveal(for: answer) }

  /// A preset by its name.
  static func preset(named name: String, desk: Desk) throws -> Preset {
    if let found = Preset.all.first(where: { $0.name == name.lowercased() }) { return found }
    let names = Preset.all.map(\.name)
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
    let reveal = wish.effectiveReveal
    let paper: Paper
    do {
      paper = try wish.paper ?? draw.paper(for: preset, reveal: reveal, seed: wish.seed)
    } catch let refusal as PaperRefusal {
      throw CommandFailure(.nothingToShow, refusal.sentence)
    }
    return MockEvent.Start(
      paper: paper,
      settings: MockSettings(
        answer: wish.answer, reveal: reveal, isStrict: wish.isStrict,
        pass: preset.style == .exam ? wish.pass : nil, matches: wish.matches,
        keepsText: wish.keepsText), scope: scope)
  }

  /// An attempt that was left, ready to go on.
  func resumed(_ attempt: Attempt) -> Interview {
    Interview(
      resuming: attempt, open: MockDraft.read(of: attempt, beside: desk.store.path),
      glosses: glosses, at: now)
  }
}
