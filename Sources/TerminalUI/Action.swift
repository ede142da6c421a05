/// What a key can ask for.
package enum Action: Hashable, Sendable {
  case accept
  case goOn
  case back
  case rate(Int)
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
  case info
  case help
  case redraw
  case suspend
  case leave
  case interrupt
}

/// Where the program is, as far as keys are concerned.
package enum KeyContext: String, Hashable, CaseIterable, Sendable {
  case home = "Home"
  case front = "Review, question"
  case back = "Review, answer shown"
  case saving = "Review, not saved"
  case nothingDue = "Nothing due"
  case summary = "Summary"
  case help = "Keys"
  case info = "Card"
  case tooSmall = "Window too small"
}
