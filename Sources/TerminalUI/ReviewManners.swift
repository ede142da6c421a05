import Decks
import Scheduling

// What the user's manner of reviewing changes, and what leads from a card to elsewhere.
extension ReviewScreen {
  /// Whether the card in view opens a line for its answer by itself.
  var opensLine: Bool {
    guard let card, side == .front, !isMarking else { return false }
    return switch look.manner.typing {
    case .off: false
    case .short: card.kind == .cloze || card.kind == .typed
    case .always: true
    }
  }

  /// Shows the answer, or asks first how sure one is.
  mutating func turnOver(columns: Int, rows: Int) {
    let asks = look.manner.confidence == .ask && sureness == nil && !isMarking
    guard asks, !asksSureness else { return reveal(columns: columns, rows: rows) }
    asksSureness = true
  }

  /// What changed in the note of the card in view.
  mutating func showDrift() -> Effect? {
    guard let card, drifted.contains(card.id) else {
      notice = "The note says what it said when you last answered."
      return nil
    }
    return .notes(.openDrift(card.id))
  }

  /// The link or image of the card in view, the next one each time.
  mutating func openOutside() -> Effect? {
    guard let card else { return nil }
    let targets = RichText.targets(in: card.prompt + "\n\n" + card.answer)
    guard !targets.isEmpty else {
      notice = "No link and no image here."
      return nil
    }
    let target = targets[opened % targets.count]
    opened += 1
    return .openOutside(target, from: card.place.path)
  }

  // MARK: Beside the card

  /// Whether the window has room for the side note, and the user wants it.
  func hasSideNote(in window: Window) -> Bool {
    look.showsSideNote && window.columns >= SideNote.leastColumns
      && min(look.measure, window.columns - 4) + SideNote.width + 6 <= window.columns
  }

  /// A frame whose text leaves room for the side note, or stands in the middle.
  func frame(columns: Int, rows: Int) -> Frame {
    var frame = Frame(columns: columns, rows: rows, look: look)
    frame.isFlushLeft = look.showsSideNote && columns >= SideNote.leastColumns
    return frame
  }

  /// Gives the next hint, if there is one.
  mutating func giveHint() {
    // How many points there are stands under the question already.
    let all = Array((card?.hints ?? []).dropFirst(marks?.form == .points ? 1 : 0))
    if hints.count < all.count {
      hints.append(all[hints.count])
    } else {
      notice = hints.isEmpty ? "There is no hint for this card." : "There is no further hint."
    }
  }
}
