import Scheduling

extension CardMark {
  /// What a key does to cards with these marks, `today`: bury until tomorrow, suspend or flag, or
  /// the opposite where all of them are so already; nil for an action that marks nothing.
  init?(toggling action: Action, of marks: [CardMarks], on today: Day) {
    func all(_ holds: (CardMarks) -> Bool) -> Bool { marks.allSatisfy(holds) }
    switch action {
    case .bury:
      self = all { $0.isBuried(on: today) } ? .unbury : .bury(until: today.advanced(by: 1))
    case .suspendCard: self = all(\.isSuspended) ? .unsuspend : .suspend
    case .flag: self = .flag(all { $0.flag > 0 } ? 0 : 1)
    default: return nil
    }
  }

  /// What was done to so many cards, as a sentence.
  package func sentence(cards: Int) -> String {
    let words = cards == 1 ? "" : " \(cards) cards"
    return switch self {
    case .bury(let day): "Buried\(words) until \(day.short)."
    case .unbury: "No longer buried\(cards == 1 ? "" : ":\(words)")."
    case .suspend: "Suspended\(words); x asks again."
    case .unsuspend: "Asked again\(cards == 1 ? "" : ":\(words)")."
    case .flag(0): "Flag taken from\(cards == 1 ? " the card" : words)."
    case .flag: "Flagged\(words)."
    case .memo(""): "Memo taken from\(cards == 1 ? " the card" : words)."
    case .memo: "Memo kept\(cards == 1 ? "" : " with\(words)")."
    case .reset: "Forgotten: new again\(cards == 1 ? "" : ",\(words)")."
    case .due(let day, _): "Due on \(day.short)\(cards == 1 ? "" : ":\(words)")."
    }
  }
}
