/// What a key can ask for.
package enum Action: Hashable, Sendable {
  case accept
  case goOn
  case back
  case rate(Int)
  /// The row with this number: an option, the next step, a key point.
  case row(Int)
  /// The other part of the screen gets the digits.
  case focus
  case all
  case takeBack
  case typeText
  case clock
  case pause
  case openMock
  case intoSchedule
  case postMortem
  case export
  /// Write the text in one's own editor.
  case editor
  case hint
  /// Characters become the answer.
  case type
  case undo
  case skip
  case rowDown
  case rowUp
  case pageDown
  case pageUp
  case top
  case bottom
  case shiftLeft
  case shiftRight
  case wrapCode
  case edit
  case settings
  /// Let a default hold again.
  case useDefault
  case info
  case browse
  case notes
  /// Find or filter by what is typed.
  case find
  case next
  case previous
  case order
  case viewNote
  /// What changed in the note; old against new.
  case difference
  /// Open a link or an image outside of the terminal.
  case openOutside
  case plan
  case bury
  /// Take the card out until further notice.
  case suspendCard
  case flag
  case memo
  case redo
  case help
  /// Another period of a report.
  case period
  /// The place of reports.
  case reports
  case redraw
  case suspend
  case leave
  case interrupt
}

/// Where the program is, as far as keys are concerned.
package enum KeyContext: String, Hashable, CaseIterable, Sendable {
  case home = "Home"
  case front = "Review, question"
  case options = "Review, options"
  case steps = "Review, steps"
  case back = "Review, answer shown"
  case points = "Review, key points"
  case saving = "Review, not saved"
  case choices = "Choices"
  case settings = "Settings"
  case summary = "Summary"
  case help = "Keys"
  case info = "Card"
  case drift = "What changed"
  case browser = "Browser"
  case note = "In the note"
  case coverage = "Notes"
  case noteList = "Notes, changes and skipped"
  case relink = "Notes, re-link"
  case plan = "Plan"
  case reports = "Reports"
  case tooSmall = "Window too small"
  case mockSetUp = "Mock, set up"
  case mockBrief = "Mock, the rules"
  case mockQuestion = "Mock, question"
  case mockOptions = "Mock, options"
  /// Questions to be answered in any order.
  case mockExam = "Mock, exam"
  /// Characters are the answer.
  case mockTyping = "Mock, typing"
  case mockSure = "Mock, how sure"
  case mockLeave = "Mock, leaving"
  case mockPaused = "Mock, paused"
  case mockRest = "Mock, break"
  case mockMarking = "Mock, marking"
  case mockScore = "Mock, marking by hand"
  case mockClarity = "Mock, how clear"
  case mockResult = "Mock, result"
  /// Digits set what the rubric says.
  case mockRubric = "Mock, rubric by hand"
  case mockSchedule = "Mock, into the schedule"
  /// Characters are the post-mortem.
  case mockNote = "Mock, post-mortem"
  /// Characters are text; only control keys command.
  case typing = "Typing"
}

extension Action {
  /// The first row in sight after this movement, 0...`furthest`, with `room` rows in sight; where
  /// it was for an action that moves nothing.
  func scrolled(from first: Int, room: Int, furthest: Int) -> Int {
    let page = max(room / 2, 1)
    let wanted =
      switch self {
      case .rowDown: first + 1
      case .rowUp: first - 1
      case .pageDown: first + page
      case .pageUp: first - page
      case .top: 0
      case .bottom: furthest
      default: first
      }
    return min(max(wanted, 0), max(furthest, 0))
  }
}
