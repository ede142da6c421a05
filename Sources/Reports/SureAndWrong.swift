import Decks
import Scheduling

/// Cards of which somebody was sure and wrong: what is worth more than any other miss.
struct SureAndWrong {
  /// By card: how often, and when last.
  private var found: [CardID: (times: Int, last: Day)] = [:]

  /// Collects them from reviews and mock interviews of a period.
  init(_ tally: Tally, log: AnswerLog, mocks: [MockResult]) {
    for (card, day) in tally.sureAndWrong { add(log.cards[card], on: day) }
    for mock in mocks {
      for question in mock.questions where question.sureness == 3 && !question.isRight {
        if let card = question.card { add(card, on: mock.day) }
      }
    }
  }

  private mutating func add(_ card: CardID, on day: Day) {
    let before = found[card]
    found[card] = ((before?.times ?? 0) + 1, max(before?.last ?? day, day))
  }

  /// Those that are in the table, and of the topic if one is named by its index; the latest first.
  func list(_ cards: CardTable, topic: Int?) -> [Leech] {
    guard !found.isEmpty else { return [] }
    var rows: [(leech: Leech, last: Day)] = []
    for row in cards.rows {
      let index = cards.parts[row.part].topic
      guard let (times, last) = found[row.id], topic == nil || index == topic else { continue }
      rows.append((Leech(card: row.id, topic: cards.topics[index], lapses: times), last))
    }
    return rows.sorted { ($0.last, $1.leech.card) > ($1.last, $0.leech.card) }.map(\.leech)
  }
}
