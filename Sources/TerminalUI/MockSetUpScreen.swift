import Decks
import Foundation
import MockInterview

/// What a mock is to be, with the paper that would be drawn, drawn anew on every change.
package struct MockSetUpScreen: Screen {
  /// What can be set.
  enum Row: Int, CaseIterable {
    case preset, topics, questions, answer, reveal, clock, strict, seed
  }

  let draw: PaperDraw
  let presets: [Preset]
  /// All topics that have cards.
  let topics: [String]
  let number: Int
  /// Cards that can be asked of the chosen topics.
  private(set) var askable = 0
  /// What was written after the last mock of each preset.
  let lessons: [String: String]
  private(set) var form: MockForm
  /// What the row of topics leads through: all, what was named, then each alone.
  private var topicChoices: [[String]]
  private(set) var row = 0
  private(set) var sentence = ""
  /// The names of topics that are being typed.
  private(set) var naming: TextField?
  private(set) var paper: Result<Paper, PaperRefusal>
  /// The cards of the paper as they stood for the draw.
  private(set) var drawn: [CardID: Candidate] = [:]

  package init(
    draw: PaperDraw, presets: [Preset], form: MockForm, number: Int, lessons: [String: String]
  ) {
    self.draw = draw
    self.presets = presets
    self.number = number
    self.form = form
    self.lessons = lessons
    topics = Set(draw.candidates.map(\.card.topic)).sorted()
    self.form.topics = form.topics.filter(topics.contains)
    topicChoices = [[]] + topics.map { [$0] }
    paper = .failure(PaperRefusal(""))
    offer(self.form.topics)
    redraw()
  }

  package var context: KeyContext { .mockSetUp }
  package var face: String { "set-up \(row)" }
  package var readsText: Bool { naming != nil }
  package mutating func say(_ sentence: String) { self.sentence = sentence }

  private var plain: Preset { presets.first { $0.name == form.preset } ?? .screen }

  /// The preset as it would be asked.
  var preset: Preset {
    var preset = plain
    if let questions = form.questions { preset = preset.resized(to: questions) }
    if let minutes = form.minutes { preset = preset.lasting(minutes: minutes) }
    return preset
  }

  var reveal: Reveal { form.reveal ?? plain.reveal(for: form.settings.answer) }

  private mutating func redraw() {
    var draw = draw
    if !form.topics.isEmpty {
      let chosen = Set(form.topics)
      draw.candidates.removeAll { !chosen.contains($0.card.topic) }
      draw.scope = form.topics.joined(separator: ", ")
    }
    askable = draw.candidates.count {
      $0.weight > 0 && $0.card.quality >= Candidate.minimumQuality
    }
    drawn = [:]
    do throws(PaperRefusal) {
      let paper = try draw.paper(for: preset, reveal: reveal, seed: form.seed)
      let cards = Set(paper.primaries.compactMap(\.card))
      for candidate in draw.candidates where cards.contains(candidate.card.id) {
        drawn[candidate.card.id] = candidate
      }
      self.paper = .success(paper)
    } catch {
      paper = .failure(error)
    }
  }

  private var start: MockEvent.Start? {
    guard case .success(let paper) = paper else { return nil }
    var settings = form.settings
    settings.reveal = reveal
    if plain.style != .exam { settings.pass = nil }
    return MockEvent.Start(
      paper: paper, settings: settings, scope: form.topics.joined(separator: ", "))
  }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    sentence = ""
    switch action {
    case .rowDown, .rowUp, .top, .bottom, .pageDown, .pageUp:
      row = action.scrolled(from: row, room: 2, furthest: Row.allCases.count - 1)
    case .shiftLeft: change(-1)
    case .shiftRight: change(1)
    case .find: naming = TextField(form.topics.joined(separator: ", "))
    case .accept:
      guard let start else {
        sentence = "! This cannot be drawn: change the preset, the topics or the questions."
        return []
      }
      return [.effect(.mock(.begin(start, form.clock)))]
    case .export:
      if let start { return [.effect(.mock(.savePaper(start)))] }
    case .back: return [.close]
    default: break
    }
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    if case .show(let screen) = reply { return [.replace(screen)] }
    return nil
  }

  private mutating func change(_ step: Int) {
    func next<Value: Equatable>(_ value: Value, of values: [Value]) -> Value {
      let index = values.firstIndex(of: value) ?? 0
      return values[(index + step + values.count) % values.count]
    }
    switch Row(rawValue: row) {
    case .preset:
      form.preset = next(plain.name, of: presets.map(\.name))
      // They were meant for the preset before.
      (form.questions, form.minutes) = (nil, nil)
    case .topics: form.topics = next(form.topics, of: topicChoices)
    case .questions: form.questions = min(max(preset.count + step, 1), 100)
    case .answer: form.settings.answer = next(form.settings.answer, of: AnswerMode.allCases)
    case .reveal: form.reveal = next(reveal, of: Reveal.allCases)
    case .clock: form.clock = next(form.clock, of: ClockDisplay.allCases)
    case .strict: form.settings.isStrict.toggle()
    case .seed: form.seed = step > 0 ? form.seed &+ 1 : form.seed - (form.seed > 0 ? 1 : 0)
    case nil: break
    }
    redraw()
  }

  // MARK: Topics by name

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    guard var field = naming else { return [] }
    switch key {
    case .enter:
      naming = nil
      choose(field.text)
    case .escape: naming = nil
    default: if field.handle(key) { naming = field }
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    naming?.insert(text)
    return []
  }

  /// Takes topics by their names or the beginnings of these; says which name is none.
  private mutating func choose(_ text: String) {
    var chosen: [String] = []
    for part in text.split(separator: ",") {
      let wanted = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        .lowercased()
      guard !wanted.isEmpty else { continue }
      let found =
        topics.first { $0.lowercased() == wanted }
        ?? topics.first { $0.lowercased().hasPrefix(wanted) }
      guard let found else {
        sentence = "! There is no topic \(part)."
        return
      }
      if !chosen.contains(found) { chosen.append(found) }
    }
    offer(chosen)
    form.topics = chosen
    redraw()
  }

  private mutating func offer(_ chosen: [String]) {
    topicChoices = [[]] + (chosen.count > 1 ? [chosen] : []) + topics.map { [$0] }
  }

  package func draw(in window: Window) -> Grid { MockSetUpDrawing(self, window).grid }
}
