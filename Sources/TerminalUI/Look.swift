/// What the user wants of every screen.
package struct Look: Hashable, Sendable {
  /// Cells that prose may use, 40...100.
  package var measure: Int
  /// Cells from one tab stop in code to the next, 1...16.
  package var tabWidth: Int
  /// The keys the user has moved.
  package var keys: KeyTranslation

  /// Makes a look; by default that of the design.
  package init(measure: Int = 76, tabWidth: Int = 4, keys: KeyTranslation = KeyTranslation()) {
    self.measure = measure
    self.tabWidth = tabWidth
    self.keys = keys
  }
}
