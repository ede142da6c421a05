/// What the marks of a card come to; of each kind the latest counts.
package struct CardMarks: Hashable, Sendable {
  /// Whether the card is not asked until further notice.
  package private(set) var isSuspended = false
  /// The study day from which the card may be asked; nil if it was not buried.
  package private(set) var buriedUntil: Day?
  /// The number it is flagged with, 1 or more; 0 without a flag.
  package private(set) var flag = 0
  /// The user's own line about it; nil if there is none.
  package private(set) var memo: String?

  /// A card without marks.
  package static let none = CardMarks()

  /// Makes the marks from their parts, as read back from a store.
  package init(
    isSuspended: Bool = false, buriedUntil: Day? = nil, flag: Int = 0, memo: String? = nil
  ) {
    self.isSuspended = isSuspended
    self.buriedUntil = buriedUntil
    self.flag = flag
    self.memo = memo
  }

  /// Whether the card may be asked on a study day.
  package func allowAsking(on today: Day) -> Bool {
    !isSuspended && !isBuried(on: today)
  }

  /// Whether the card is kept back on a study day and comes again by itself.
  package func isBuried(on today: Day) -> Bool { buriedUntil.map { today < $0 } ?? false }

  /// Adds a later mark.
  package mutating func add(_ mark: CardMark) {
    switch mark {
    case .bury(let day): buriedUntil = day
    case .unbury: buriedUntil = nil
    case .suspend: isSuspended = true
    case .unsuspend: isSuspended = false
    case .flag(let number): flag = number
    case .memo(let text): memo = text.isEmpty ? nil : text
    case .reset, .due: break
    }
  }
}
