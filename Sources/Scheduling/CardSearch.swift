import Decks

/// A search that follows what is typed: the cards a query finds, in an order.
package struct CardSearch: Sendable {
  package private(set) var index: CardIndex
  package let viewpoint: Viewpoint
  package private(set) var query: CardQuery
  package private(set) var order: CardOrder
  /// What the query finds, as positions in the index, in order.
  package private(set) var found: [Int]

  /// The same, ascending: where a narrower query has to look.
  private var ascending: [Int]
  /// All positions of the index in order.
  private var ranking: [Int]
  /// Positions of the cards whose notes still ask them.
  private let living: [Int]

  /// Searches the cards of an index.
  package init(
    _ index: CardIndex, query: CardQuery = .everything, order: CardOrder = .recall,
    from viewpoint: Viewpoint
  ) {
    self.index = index
    self.viewpoint = viewpoint
    self.query = query
    self.order = order
    living = index.cards.indices.filter { !index.cards[$0].isOrphan }
    ascending = index.search(
      query, from: viewpoint, among: query.asksForOrphans ? nil : living)
    ranking = Self.ranking(of: index, by: order, from: viewpoint)
    found = []
    found = inOrder(ascending)
  }

  /// How many cards there are whose notes still ask them.
  package var total: Int { living.count }

  /// The cards found, in order.
  package var cards: some RandomAccessCollection<StudiedCard> {
    let cards = index.cards
    return found.lazy.map { cards[$0] }
  }

  /// Searches for something else; only what was found is looked through where that is enough.
  package mutating func search(_ query: CardQuery) {
    guard query != self.query else { return }
    let isNarrower =
      query.narrows(self.query) && query.asksForOrphans == self.query.asksForOrphans
    let all = query.asksForOrphans ? nil : living
    ascending = index.search(query, from: viewpoint, among: isNarrower ? ascending : all)
    self.query = query
    found = inOrder(ascending)
  }

  /// Orders by something else.
  package mutating func sort(by order: CardOrder) {
    guard order != self.order else { return }
    self.order = order
    ranking = Self.ranking(of: index, by: order, from: viewpoint)
    found = inOrder(ascending)
  }

  /// Notes where cards stand by now, and searches again.
  package mutating func update(_ states: [CardID: CardState]) {
    index.update(states)
    self = CardSearch(index, query: query, order: order, from: viewpoint)
  }

  private func inOrder(_ positions: [Int]) -> [Int] {
    if positions.count == ranking.count { return ranking }
    var isFound = [Bool](repeating: false, count: ranking.count)
    for position in positions { isFound[position] = true }
    return ranking.filter { isFound[$0] }
  }

  private static func ranking(
    of index: CardIndex, by order: CardOrder, from viewpoint: Viewpoint
  ) -> [Int] {
    if order == .place { return Array(index.cards.indices) }
    var keys: [(key: Double, position: Int)] = []
    var last: [Int] = []
    for (position, card) in index.cards.enumerated() {
      if let key = order.key(of: card, from: viewpoint) {
        keys.append((key, position))
      } else {
        last.append(position)
      }
    }
    keys.sort { $0.key != $1.key ? $0.key < $1.key : $0.position < $1.position }
    return keys.map(\.position) + last
  }
}
