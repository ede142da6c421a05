/// A key with its action and its help text. Behaviour, footer and help overlay read the same table.
package struct Binding: Hashable, Sendable {
  let keys: [Key]
  let action: Action
  /// How the keys are written in help; the footer shows the first of them.
  let label: String
  /// What they do, in the imperative.
  let help: String
  let contexts: Set<KeyContext>
  /// A word or two for the footer, which shows entries in the order of the table and drops them
  /// from the right; nil keeps the binding out of it.
  let footer: String?

  init(
    _ keys: [Key], _ action: Action, _ label: String, _ help: String,
    in contexts: Set<KeyContext>, footer: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.label = label
    self.help = help
    self.contexts = contexts
    self.footer = footer
  }
}
