/// Mocks to hold before a day on which one wants to be ready.
package enum MockDates {
  /// One mock of those proposed.
  package struct Proposed: Hashable, Sendable {
    /// Days from today.
    package let day: Int
    /// The name of its preset.
    package let preset: String
  }

  /// An onsite in the first days, then a mock every six days, none on the last two days; the second
  /// is a design where the notes have prompts for one.
  /// - Parameter days: From today until the day; nothing is proposed for less than three.
  package static func proposed(before days: Int, hasPrompts: Bool) -> [Proposed] {
    guard days >= 3 else { return [] }
    return stride(from: min(2, days - 3), through: days - 3, by: 6).enumerated().map { index, day in
      Proposed(
        day: day,
        preset: index == 1 && hasPrompts ? Preset.design.name : Preset.onsite.name)
    }
  }
}
