/// A question about cards, such as `topic:redis (is:due or recall<92%)`.
///
/// Words search question and answer; everything else is a field with a value. Terms side by side
/// must all hold, `or` lets one be enough, `-` or `not` turns what follows round.
package struct CardQuery: Hashable, Sendable {
  /// What must hold of a card.
  package indirect enum Clause: Hashable, Sendable {
    case term(CardTerm)
    case not(Clause)
    /// All of them; every card if there are none.
    case all([Clause])
    /// At least one of them.
    case any([Clause])
  }

  /// What must hold; clauses of one kind are never nested in each other.
  package let clause: Clause

  /// Makes a query of a clause, brought into the one form of all that say the same so directly.
  package init(_ clause: Clause) { self.clause = clause.flattened }

  /// Every card.
  package static let everything = CardQuery(.all([]))

  /// The cards of one topic; of every topic for nil.
  package init(topic: String?) {
    self.init(topic.map { .term(.text(.topic, $0)) } ?? .all([]))
  }

  /// Whether every card is asked for.
  package var isEverything: Bool { clause == .all([]) }

  /// Whether cards that left their notes are meant: only a query that says so finds them.
  package var asksForOrphans: Bool { clause.mentionsOrphans }

  /// Whether a card that this query finds is certainly found by the other: both are lists of what
  /// must hold, and each demand of the other is among the demands of this one, or is a word that
  /// stands inside one of its words. Such is a query that grows while it is typed.
  package func narrows(_ other: CardQuery) -> Bool {
    let demands = clause.demands
    return other.clause.demands.allSatisfy { old in
      demands.contains { new in
        if new == old { return true }
        guard case .term(.word(let longer)) = new, case .term(.word(let shorter)) = old else {
          return false
        }
        return FoldedText.bytes(of: longer).holds(FoldedText.bytes(of: shorter))
      }
    }
  }
}

extension CardQuery.Clause {
  fileprivate var mentionsOrphans: Bool {
    switch self {
    case .term(let term): term == .state(.orphan)
    case .not(let inner): inner.mentionsOrphans
    case .all(let clauses), .any(let clauses): clauses.contains(where: \.mentionsOrphans)
    }
  }

  fileprivate var demands: [CardQuery.Clause] {
    if case .all(let clauses) = self { return clauses }
    return [self]
  }

  /// Without lists of one clause, lists directly inside lists of their kind, and turns turned back.
  fileprivate var flattened: CardQuery.Clause {
    switch self {
    case .term: return self
    case .not(let clause):
      if case .not(let inner) = clause.flattened { return inner }
      return .not(clause.flattened)
    case .all(let clauses):
      let flat = clauses.flatMap { clause -> [CardQuery.Clause] in
        if case .all(let inner) = clause.flattened { return inner }
        return [clause.flattened]
      }
      return flat.count == 1 ? flat[0] : .all(flat)
    case .any(let clauses):
      let flat = clauses.flatMap { clause -> [CardQuery.Clause] in
        if case .any(let inner) = clause.flattened { return inner }
        return [clause.flattened]
      }
      return flat.count == 1 ? flat[0] : .any(flat)
    }
  }
}

extension CardQuery: CustomStringConvertible {
  /// The query as it can be typed; reading it again gives the same query.
  package var description: String { Self.text(of: clause, inside: .outermost) }

  private enum Surroundings { case outermost, all, any, not }

  private static func text(of clause: Clause, inside surroundings: Surroundings) -> String {
    switch clause {
    case .term(let term): return term.description
    case .not(let inner): return "-" + text(of: inner, inside: .not)
    case .all(let clauses):
      let text = clauses.map { Self.text(of: $0, inside: .all) }.joined(separator: " ")
      return surroundings == .not ? "(\(text))" : text
    case .any(let clauses):
      let text = clauses.map { Self.text(of: $0, inside: .any) }.joined(separator: " or ")
      return surroundings == .outermost || surroundings == .any ? text : "(\(text))"
    }
  }
}
