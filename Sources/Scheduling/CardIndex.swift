import Decks
import Foundation

/// All cards in memory, ready to be searched while somebody types: their texts folded into one
/// stretch of bytes, so that a hundred thousand of them are looked through in milliseconds.
package struct CardIndex: Sendable {
  /// The cards in the order in which they were added.
  package private(set) var cards: [StudiedCard] = []

  /// Question and answer of every card, one after the other, each ended by a 0.
  private var texts = Stretch()
  /// What fields are compared with, a line each: its mark, then the folded value.
  private var fields = Stretch()

  /// Begins without cards.
  package init() {}

  /// Adds a card with the texts in which words are searched.
  package mutating func add(_ card: StudiedCard, texts parts: [String]) {
    texts.begin()
    for part in parts where !part.isEmpty {
      FoldedText.append(part, to: &texts.bytes)
      texts.bytes.append(Self.lineEnd)
    }
    texts.end()
    fields.begin()
    addField(.topic, FoldedText.slug(card.topic))
    for heading in card.trail { addField(.under, FoldedText.slug(heading)) }
    for tag in card.tags { addField(.tag, FoldedText.slug(tag)) }
    addField(.file, CardTerm.TextField.fileLine(card.place.path))
    addField(.rule, FoldedText.slug(card.rule))
    addField(.card, Array(card.id.rawValue.utf8))
    fields.end()
    cards.append(card)
  }

  /// Notes where cards stand by now; cards that are not here are passed over.
  package mutating func update(_ states: [CardID: CardState]) {
    for index in cards.indices {
      if let state = states[cards[index].id] { cards[index].state = state }
    }
  }

  /// The distinct topics in the order of their first cards.
  package var topics: [String] {
    var topics: [String] = []
    var seen: Set<String> = []
    for card in cards where topics.last != card.topic {
      if seen.insert(card.topic).inserted { topics.append(card.topic) }
    }
    return topics
  }

  private mutating func addField(_ field: CardTerm.TextField, _ value: [UInt8]) {
    fields.bytes.append(field.mark)
    fields.bytes.append(contentsOf: value)
    fields.bytes.append(Self.lineEnd)
  }

  private static let lineEnd = UInt8(ascii: "\n")

  // MARK: Searching

  /// The cards that a query finds, as ascending positions in `cards`.
  ///
  /// `candidates` are the positions to look at, ascending; all cards for nil.
  package func search(
    _ query: CardQuery, from viewpoint: Viewpoint, among candidates: [Int]? = nil
  ) -> [Int] {
    find(query.clause, from: viewpoint, among: candidates ?? Array(cards.indices))
  }

  private func find(
    _ clause: CardQuery.Clause, from viewpoint: Viewpoint, among candidates: [Int]
  ) -> [Int] {
    switch clause {
    case .term(let term): return find(term, from: viewpoint, among: candidates)
    case .not(let inner):
      return candidates.without(find(inner, from: viewpoint, among: candidates))
    case .all(let clauses):
      // What is compared quickly leaves less to look through for words.
      var found = candidates
      for clause in clauses where !clause.isSearch {
        found = find(clause, from: viewpoint, among: found)
      }
      for clause in clauses where clause.isSearch {
        found = find(clause, from: viewpoint, among: found)
      }
      return found
    case .any(let clauses):
      var left = candidates
      for clause in clauses { left = left.without(find(clause, from: viewpoint, among: left)) }
      return candidates.without(left)
    }
  }

  private func find(
    _ term: CardTerm, from viewpoint: Viewpoint, among candidates: [Int]
  ) -> [Int] {
    switch term {
    case .word(let text): return texts.find(FoldedText.bytes(of: text), among: candidates)
    case .text(.memo, let value):
      let wanted = FoldedText.bytes(of: value)
      return candidates.filter { position in
        cards[position].marks.memo.map { FoldedText.bytes(of: $0).holds(wanted) } ?? false
      }
    case .text(let field, let value):
      return fields.find(field.needle(for: value), among: candidates)
    default:
      let holds = term.test(from: viewpoint)
      return candidates.filter { holds(cards[$0]) }
    }
  }
}

extension CardQuery.Clause {
  fileprivate var isSearch: Bool {
    if case .term(.word) = self { return true }
    return false
  }
}

extension CardTerm.TextField {
  /// What a line with a value of this field begins with; no folded text holds these.
  fileprivate var mark: UInt8 {
    switch self {
    case .topic: 1
    case .file: 2
    case .under: 3
    case .tag: 4
    case .rule: 5
    case .card: 6
    case .memo: preconditionFailure("memos change and are not in the index")
    }
  }

  /// A path whose every part can be found by its beginning: marks stand in place of slashes.
  fileprivate static func fileLine(_ path: String) -> [UInt8] {
    FoldedText.bytes(of: path).map { $0 == UInt8(ascii: "/") ? Self.file.mark : $0 }
  }

  /// The bytes that stand in the fields of a card that has such a value.
  fileprivate func needle(for value: String) -> [UInt8] {
    switch self {
    case .topic, .under, .tag, .rule: [mark] + FoldedText.slug(value)
    case .card: [mark] + Array(value.lowercased().utf8)
    case .file, .memo: [mark] + Self.fileLine(value)
    }
  }
}

extension [Int] {
  /// These ascending numbers without others, which are ascending too.
  fileprivate func without(_ others: [Int]) -> [Int] {
    if others.isEmpty { return self }
    var rest: [Int] = []
    rest.reserveCapacity(Swift.max(count - others.count, 0))
    var next = others.startIndex
    for number in self {
      while next < others.endIndex, others[next] < number { next += 1 }
      if next < others.endIndex, others[next] == number { continue }
      rest.append(number)
    }
    return rest
  }
}
