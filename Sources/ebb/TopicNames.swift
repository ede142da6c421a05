/// Finds topics by the names people give them.
enum TopicNames {
  /// The topic a name means: in any case, blanks written as `-` or `_`, or its beginning if that is
  /// the beginning of one alone. Nil if there is none such.
  static func find(_ name: String, among topics: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty else { return nil }
    let topics = topics.map { (name: $0, folded: folded($0)) }
    if let exact = topics.first(where: { $0.folded == wanted }) { return exact.name }
    let found = topics.filter { $0.folded.hasPrefix(wanted) }
    return found.count == 1 ? found[0].name : nil
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}
