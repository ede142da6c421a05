/// The headings that a card shows around its question, outermost first, without the topic.
enum Trail {
  /// Without headings that the question repeats or that give the answer away.
  ///
  /// - Parameter product: What the note is about by its own text; shown where nothing else names it.
  static func titles(
    around section: Section, of draft: Draft, topic: String, product: String?
  ) -> [String] {
    if section.ancestors.isEmpty, section.heading.isEmpty, product == nil { return [] }
    let prompt = draft.prompt.lowercased()
    let secret = Secret(draft)
    var titles: [String] = []
    func add(_ heading: Heading) {
      if heading.isEmpty || prompt.contains(heading.quoted) { return }
      if let asked = heading.quotedQuestion, prompt.hasPrefix(asked) { return }
      if secret?.isTold(in: heading) != true { titles.append(heading.plain) }
    }
    for heading in section.ancestors { add(heading) }
    // Over code with a flaw a heading that says something says what the flaw is, and "The Fix: X"
    // says X.
    let isToldBelow = draft.kind == .code && !section.heading.onlyNames
    if !isToldBelow, !Phrasing.isCure(section.heading.plain) { add(section.heading) }
    // "System limits" of what, where neither the titles nor the question say so.
    if let product, case let name = product.lowercased(), !prompt.contains(name),
      !(titles + [topic]).contains(where: { $0.lowercased().contains(name) })
    {
      titles.insert(product, at: 0)
    }
    return titles
  }
}

/// What an answer says that its question does not, where a heading may say it.
private struct Secret {
  private let stems: [String]
  /// How many of them in a heading give the answer away.
  private let enough: Int

  /// A longer answer is more than a name.
  private static let longestName = 8

  /// nil for an answer that no heading gives away.
  init?(_ draft: Draft) {
    let isChosen = draft.kind == .choice || draft.kind == .typed
    let isName =
      draft.points.isEmpty && !draft.answer.counts(atLeast: Self.longestName + 1)
      && !draft.answer.utf8.contains { (0x30...0x39).contains($0) }
    let asksCure = draft.prompt.hasSuffix(Phrasing.cureQuestion)
    guard isChosen || isName || asksCure else { return nil }
    let said = Phrasing.stems(draft.answer)
    if said.isEmpty { return nil }
    let asked = Phrasing.stems(draft.prompt)
    stems = said.filter { !Phrasing.holds(asked, $0) }
    enough = asksCure ? 1 : isChosen ? (stems.count + 1) / 2 : stems.count
    if stems.isEmpty { return nil }
  }

  func isTold(in heading: Heading) -> Bool {
    stems.count { Phrasing.holds(heading.stems, $0) } >= enough
  }
}
