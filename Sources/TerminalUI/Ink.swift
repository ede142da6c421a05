/// What a cell means, never a colour: the mapping to colours is the palette's alone.
package enum Ink: UInt8, CaseIterable, Sendable {
  case answer
  case title
  case prompt
  case code
  case hint
  case good
  case hard
  case again
  case easy
  case muted
  case selection
  case warning
}
