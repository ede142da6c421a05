import Decks
import Foundation
import Reports
import Scheduling

/// An old card and the new ones it may have become.
package struct LinkDoubt: Hashable, Sendable {
  /// A card of the notes that may be the old one.
  package struct Candidate: Hashable, Sendable {
    let card: Card
    /// How alike they are, 0...1.
    let likeness: Double

    package init(_ card: Card, likeness: Double) {
      self.card = card
      self.likeness = likeness
    }
  }

  let old: Card
  let schedule: Schedule
  /// The likeliest first.
  let candidates: [Candidate]

  package init(_ old: Card, schedule: Schedule, candidates: [Candidate]) {
    self.old = old
    self.schedule = schedule
    self.candidates = candidates
  }
}

/// Cards that left the notes and may be among the new ones, one after the other.
package struct RelinkScreen: Screen {
  private var doubts: [LinkDoubt]
  private let total: Int
  private var selected = 0
  /// Whether old and candidate are shown against each other.
  private var isComparing = false
  private var scroll = 0
  private var remark: String?

  /// Asks about doubts in this order.
  package init(_ doubts: [LinkDoubt]) {
    // Digits choose: seven candidates and two ways to take none.
    self.doubts = doubts.map {
      LinkDoubt($0.old, schedule: $0.schedule, candidates: Array($0.candidates.prefix(7)))
    }
    total = doubts.count
  }

  package var context: KeyContext { .relink }
  package var face: String { "\(context.rawValue) \(doubts.first?.old.id.rawValue ?? "")" }

  private var current: LinkDoubt? { doubts.first }
  private var choices: Int { (current?.candidates.count ?? 0) + 2 }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    guard let doubt = current else { return [.close] }
    switch action {
    case .back:
      guard isComparing else { return [.close] }
      isComparing = false
    case .row(let number):
      guard (1...choices).contains(number) else {
        remark = "There is no choice \(number)."
        break
      }
      selected = number - 1
      return choose(doubt)
    case .accept: return choose(doubt)
    case .skip:
      doubts.append(doubts.removeFirst())
      (selected, isComparing) = (0, false)
      remark = doubts.count > 1 ? "Later; nothing expires." : "This is the only one."
    case .difference:
      guard doubt.candidates.indices.contains(selected) else {
        remark = "Put the mark on a card to compare it."
        break
      }
      (isComparing, scroll) = (!isComparing, 0)
    case .viewNote:
      guard doubt.candidates.indices.contains(selected) else { break }
      let card = doubt.candidates[selected].card
      return [.effect(.cards(.openNote(card.place, card: card.id)))]
    default: move(action, in: window)
    }
    return []
  }

  private func choose(_ doubt: LinkDoubt) -> [Step] {
    let old = doubt.old.id
    if doubt.candidates.indices.contains(selected) {
      return [.effect(.notes(.link(old, to: doubt.candidates[selected].card.id)))]
    }
    return [.effect(.notes(.keepAside(old, forgetting: selected == choices - 1)))]
  }

  private mutating func move(_ action: Action, in window: Window) {
    let room = Frame(window).body.count
    if isComparing {
      let furthest = max(lines(in: Frame(window)).lines.count - room, 0)
      scroll = action.scrolled(from: min(scroll, furthest), room: room, furthest: furthest)
    } else {
      selected = action.scrolled(from: selected, room: room, furthest: choices - 1)
    }
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .said(let sentence):
      if !doubts.isEmpty { doubts.removeFirst() }
      (selected, isComparing) = (0, false)
      remark = sentence
      if doubts.isEmpty { return [.close, .pass(.said(sentence))] }
    case .changed(_, let notice), .reread(_, let notice, _): remark = notice
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  /// The rows, and the first row of each choice.
  private func lines(in frame: Frame) -> (lines: [TextLine], starts: [Int]) {
    guard let doubt = current else { return ([], []) }
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    let reviews = Words.count(doubt.schedule.reviews, "review")
    let stable = doubt.schedule.memory.map { ", stable \(CardWords.days($0.stability))" } ?? ""
    var lines = layout.lines(
      of: "This card left the notes. Which of the new ones is it?", ink: .prompt)
    lines += [
      .blank, TextLine.divider("Old card", right: reviews + stable, measure: frame.measure),
    ]
    if isComparing, doubt.candidates.indices.contains(selected) {
      let new = doubt.candidates[selected].card
      lines += DifferenceText(Drift.difference(from: doubt.old, to: new))
        .lines(measure: frame.measure)
      return (lines, [])
    }
    lines += layout.lines(of: RichText(markdown: doubt.old.prompt), ink: .answer)
    lines += layout.lines(of: RichText(markdown: doubt.old.answer), ink: .muted).prefix(3)
    lines.append(TextLine("was \(doubt.old.place.path):\(doubt.old.place.line)", .muted))
    lines += [.blank, TextLine.divider("Candidates", measure: frame.measure)]
    var starts: [Int] = []
    for (index, candidate) in doubt.candidates.enumerated() {
      starts.append(lines.count)
      lines += rows(of: candidate, number: index + 1, measure: frame.measure)
    }
    let none = ["none of these: keep its history aside", "none of these: forget it"]
    for (offset, text) in none.enumerated() {
      starts.append(lines.count)
      lines.append(TextLine("\(doubt.candidates.count + 1 + offset)  \(text)", .answer))
    }
    return (lines, starts)
  }

  private func rows(
    of candidate: LinkDoubt.Candidate, number: Int, measure: Int
  ) -> [TextLine] {
    let share = "\(Words.percent(candidate.likeness)) alike"
    let room = max(measure - 3 - share.count - 2, 8)
    let question = Frame.cut(candidate.card.question, to: room)
    let gap = max(measure - 3 - CellWidth.of(question) - share.count, 1)
    return [
      TextLine(
        "\(number)  \(question)".map { Glyph($0, .answer) }
          + (String(repeating: " ", count: gap) + share).map { Glyph($0, .muted) }),
      TextLine(
        Frame.cut("\(candidate.card.place.path):\(candidate.card.place.line)", to: measure - 3),
        .muted, indent: 3),
    ]
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(
      ["ebb", "Notes", "Re-link"], right: "\(min(total - doubts.count + 1, total)) of \(total)")
    let (lines, starts) = lines(in: frame)
    let body = frame.body
    let focus = starts.indices.contains(selected) ? starts[selected] : nil
    let wanted = focus.map { max($0 - body.count + 2, 0) } ?? scroll
    let first = min(wanted, max(lines.count - body.count, 0))
    frame.draw(lines.dropFirst(first), from: body.lowerBound, to: body.upperBound)
    frame.rule(row: window.rows - 4, above: first, below: lines.count - first - body.count)
    frame.grid.write(
      isComparing
        ? "d shows the candidates again" : "1-\(choices) choose, Enter takes the marked one",
      row: window.rows - 3, column: 2, ink: .hint)
    frame.message(
      remark ?? "Certain matches are made by themselves; only these are in doubt.",
      ink: remark == nil ? .muted : .answer)
    if let focus, body.contains(body.lowerBound + focus - first) {
      frame.select(row: body.lowerBound + focus - first, column: max(frame.left - 2, 0))
    }
    frame.keys(.relink, digits: choices)
    return frame.grid
  }
}
