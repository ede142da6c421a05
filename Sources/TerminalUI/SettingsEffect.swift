/// What must be looked up or written of the settings.
package enum SettingsEffect: Hashable, Sendable {
  /// Look up the settings; reply `.show`.
  case open
  /// Write a setting as it was typed, or let its default hold for nil; reply `.settings` or
  /// `.failed`.
  case change(String, to: String?)
  /// Open the file of settings in the user's editor; reply `.settings` or `.failed`.
  case edit
}
