import Decks
import Foundation
import MockInterview
import Reports

/// What a mock came to: verdict, dimensions, weakest, sure and wrong, then each question.
package struct MockResultScreen: Screen {
  private(set) var attempt: Attempt
  let background: MockBackground
  /// The question in focus, from 0.
  private(set) var row = 0
  /// The dimension in focus while the rubric is set by hand; nil for the questions.
  private(set) var dimension: Int?
  private(set) var sentence = ""
  /// What the attempt will be told once it is durable.
  private var pending: MockEvent.Kind?
  /// The answer that is looked at again.
  private(set) var opened: Marking?
  private(set) var scoresByHand = false
  /// The key point in focus, from 0.
  private(set) var point = 0

  package init(_ attempt: Attempt, background: MockBackground) {
    self.attempt = attempt
    self.background = background
  }

  package var context: KeyContext {
    guard let opened else { return dimension == nil ? .mockResult : .mockRubric }
    return scoresByHand || opened.question.points.isEmpty ? .mockScore : .mockMarking
  }

  package var face: String { "result \(attempt.id) \(opened?.question.number ?? 0)" }

  package mutating func say(_ sentence: String) { self.sentence = sentence }

  var card: Scorecard { Scorecard(of: attempt) }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    sentence = ""
    if opened != nil { return mark(action, at: window.now) }
    if let dimension { return judge(action, dimension: dimension, at: window.now) }
    let questions = attempt.questions
    switch action {
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      row = action.scrolled(from: row, room: 8, furthest: max(questions.count - 1, 0))
    case .accept:
      guard questions.indices.contains(row) else { return [] }
      let question = questions[row]
      opened = Marking(
        question: question, answer: attempt.answers[question.number],
        text: attempt.answers[question.number]?.text, mark: attempt.marks[question.number],
        matches: attempt.settings.matches, glosses: background.glosses)
      point = 0
      scoresByHand = false
    case .focus:
      if card.assessments.isEmpty {
        sentence = "This preset has no rubric."
      } else {
        dimension = 0
      }
    case .reports: return [.effect(.reports(.open(period: .all, topic: nil, view: .mocks)))]
    case .intoSchedule: return [.effect(.mock(.openSchedule(attempt: attempt.id)))]
    case .postMortem: return [.open(MockNoteScreen(attempt))]
    case .export: return [.effect(.mock(.export(attempt: attempt.id)))]
    case .undo: return [.effect(.mock(.withdraw(attempt: attempt.id)))]
    case .back: return [.close]
    default: break
    }
    return []
  }

  /// Makes something durable; it counts here once it is.
  private mutating func tell(_ kind: MockEvent.Kind, at now: Date) -> [Step] {
    pending = kind
    let event = DatedMockEvent(event: MockEvent(attempt.id, kind), time: now)
    return [.effect(.mock(.save([event], open: nil)))]
  }

  private mutating func judge(_ action: Action, dimension: Int, at now: Date) -> [Step] {
    let assessments = card.assessments
    func set(_ step: Int) -> [Step] {
      guard assessments.indices.contains(dimension) else { return [] }
      let name = assessments[dimension].dimension.rawValue
      return tell(.end(MockEvent.End(set: [name: step])), at: now)
    }
    switch action {
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      self.dimension = action.scrolled(
        from: dimension, room: 2, furthest: max(assessments.count - 1, 0))
    case .rate(let step): return set(step)
    case .useDefault: return set(0)
    case .focus: self.dimension = nil
    case .back: self.dimension = nil
    default: break
    }
    return []
  }

  private mutating func mark(_ action: Action, at now: Date) -> [Step] {
    guard var marking = opened else { return [] }
    switch action {
    case .row(let number): marking.toggle(number - 1)
    case .goOn: marking.toggle(point)
    case .all: marking.toggleAll()
    case .rate(let quarters): marking.set(quarters: quarters)
    case .focus: if !marking.question.points.isEmpty { scoresByHand.toggle() }
    case .rowDown, .rowUp, .pageDown, .pageUp, .top, .bottom:
      point = action.scrolled(
        from: point, room: 2, furthest: max(marking.question.points.count - 1, 0))
    case .viewNote:
      guard let place = marking.question.place else {
        sentence = "This is in no note."
        return []
      }
      return [.effect(.cards(.openNote(place, card: marking.question.card)))]
    case .back:
      opened = nil
      return []
    case .accept:
      opened = nil
      let mark = marking.mark
      guard marking.isMarkable, marking.question.isMarkedByHand,
        mark != attempt.marks[mark.q]
      else { return [] }
      return tell(.mark(mark), at: now)
    default: break
    }
    opened = marking
    return []
  }

  package mutating func take(_ reply: Reply, in window: Window) -> [Step]? {
    switch reply {
    case .saved:
      if let pending { attempt.apply(pending, at: window.now) }
      pending = nil
      return []
    case .failed(let reason):
      pending = nil
      sentence = "! " + reason
      return []
    default: return nil
    }
  }

  package func draw(in window: Window) -> Grid { MockResultDrawing(self, window).grid }
}
