import Decks
import Foundation
import Scheduling

/// What changed in a note since a card was last answered, and what is to become of the card.
package struct DriftScreen: Screen {
  private let drift: Drift
  private let schedule: Schedule
  private let viewpoint: Viewpoint
  private var scroll = 0
  private var remark: String?

  /// Shows the old answer against the new one; `schedule` is where the card stands.
  package init(_ drift: Drift, schedule: Schedule, from viewpoint: Viewpoint) {
    self.drift = drift
    self.schedule = schedule
    self.viewpoint = viewpoint
  }

  package var context: KeyContext { .drift }

  private var card: Card { drift.now }

  /// Days until the card comes again if nothing is decided: by its schedule, or by the next Good.
  private var waiting: Int {
    if case .day(let due) = schedule.due, due > viewpoint.today {
      return viewpoint.today.distance(to: due)
    }
    let outlook = viewpoint.scheduler.outlook(of: schedule, card: card.id, at: viewpoint.now)
    guard case .day(let due) = outlook[.good].due else { return 1 }
    return max(viewpoint.today.distance(to: due), 1)
  }

  private var sooner: Int { Self.sooner(than: waiting) }

  /// Days until a changed card comes again to see what is new in it: a quarter of those it would
  /// wait, within a week.
  static func sooner(than waiting: Int) -> Int { min(max(waiting / 4, 1), 7) }

  // MARK: Events

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    remark = nil
    switch action {
    case .back: return [.close]
    case .row(1): return [.effect(.notes(.settleDrift(card.id)))]
    case .row(2):
      let day = viewpoint.today.advanced(by: sooner)
      return [.effect(.cards(.mark(.due(day, interval: nil), cards: [card.id])))]
    case .row(3): return [.effect(.cards(.mark(.reset, cards: [card.id])))]
    case .viewNote: return [.effect(.cards(.openNote(card.place, card: card.id)))]
    case .edit: return [.effect(.edit(card.place, cards: [card.id]))]
    default:
      let room = Self.room(Frame(window)).count
      let furthest = max(lines(in: Frame(window)).count - room, 0)
      scroll = action.scrolled(from: min(scroll, furthest), room: room, furthest: furthest)
    }
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    // Whoever asked what changed wants to know what was decided.
    case .changed, .settled: return [.close, .pass(reply)]
    case .reread(_, let notice, _): remark = notice
    case .failed(let problem): remark = "! " + problem
    default: return nil
    }
    return []
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  // MARK: Drawing

  private static func room(_ frame: Frame) -> Range<Int> { frame.body }

  private func lines(in frame: Frame) -> [TextLine] {
    let layout = TextLayout(measure: frame.measure, wide: frame.wide)
    let (before, now) = (drift.before, drift.now)
    var lines = layout.lines(of: RichText(markdown: now.prompt), ink: .prompt)
    if before.prompt != now.prompt {
      lines.append(TextLine.divider("You were asked", measure: frame.measure))
      lines += layout.lines(of: RichText(markdown: before.prompt), ink: .muted)
    }
    let learned = schedule.lastReview.map { viewpoint.scheduler.calendar.day(of: $0) }
    let place = "\(Frame.fileName(now.place.path)):\(now.place.line)"
    lines += [
      .blank,
      TextLine.divider(
        learned.map { "You learned this on \($0.short)" } ?? "You learned this", right: place,
        measure: frame.measure),
    ]
    return lines + DifferenceText(drift.lines).lines(measure: frame.measure)
  }

  package func draw(in window: Window) -> Grid {
    var frame = Frame(window)
    frame.title(
      [card.topic] + card.trail + ["what changed"],
      right: card.id.rawValue)
    let lines = lines(in: frame)
    let room = Self.room(frame)
    let first = min(scroll, max(lines.count - room.count, 0))
    frame.draw(lines.dropFirst(first), from: room.lowerBound, to: room.upperBound)
    frame.rule(row: window.rows - 4, above: first, below: lines.count - first - room.count)
    let (keep, soon) = (Delay.days(waiting), Delay.days(sooner))
    let choices = [
      "1 same knowledge, keep \(keep)    2 see it again in \(soon)    3 learn it anew",
      "1 keep \(keep)  2 again in \(soon)  3 anew",
    ]
    frame.action(oneOf: choices)
    frame.message(
      oneOf: remark.map { [$0] } ?? [
        "Nothing is changed until you answer; Esc decides later.", "Esc decides later.",
      ], ink: remark == nil ? .muted : .answer)
    frame.keys(.drift)
    return frame.grid
  }
}

/// The parts of two texts one below the other, with signs for what went and what came.
struct DifferenceText {
  private let parts: [Drift.Line]

  init(_ parts: [Drift.Line]) { self.parts = parts }

  /// Rows of at most `measure` cells.
  func lines(measure: Int) -> [TextLine] {
    parts.flatMap { part in
      let (sign, ink): (String, Ink) =
        switch part.kind {
        case .kept: ("  ", .answer)
        case .removed: ("- ", .again)
        case .added: ("+ ", .good)
        }
      let rows = Wrapping.rows(of: part.text.map { Glyph($0, ink) }, width: max(measure - 2, 8))
      return rows.map { row in TextLine(sign.map { Glyph($0, ink) } + row) }
    }
  }
}
