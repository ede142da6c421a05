import Decks
import Foundation
import TestSupport
import Testing

@testable import Scheduling

struct CardQueryPropertyTests {
  @Test(arguments: UInt64(0)..<400) func readingAnyTextNeverTraps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "(", ")", "\"", "-", " ", "or", "and", "not", "is:", "due", "topic:", "recall<", "85%", "<",
      ">=", "=", ":", "\\", "é", "数", "a", "7d", "2026-11-24", "\u{0}", "\n", "🇩🇪", "stable>",
      "9999999999", "0.5.5", "kind:open", "lapses:1",
    ]
    let text = (0..<Int.random(in: 0...14, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    do throws(CardQueryError) {
      let query = try CardQuery(text)
      let printed = query.description
      #expect((try? CardQuery(printed)) == query, "seed \(seed): \(text) printed as \(printed)")
    } catch {
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
      #expect(!error.message.isEmpty, "seed \(seed)")
      #expect(error.picture(of: text).hasPrefix(text), "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<400) func printingAndReadingAgainIsTheIdentity(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let query = CardQuery(random.clause(depth: 4))
    let again = try CardQuery(query.description)
    #expect(again == query, "seed \(seed): \(query)")
  }

  @Test(arguments: UInt64(0)..<120) func theIndexFindsWhatLookingAtEachCardFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = random.studied(Int.random(in: 0...60, using: &random))
    let clause = random.clause(depth: 3)
    let found = sample.index.search(CardQuery(clause), from: sample.viewpoint)
    let wanted = sample.cards.indices.filter { sample.holds(clause, $0) }
    #expect(found == wanted, "seed \(seed): \(CardQuery(clause))")
  }

  @Test(arguments: UInt64(0)..<120) func theLawsOfLogicHold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = random.studied(40)
    let (a, b) = (random.clause(depth: 2), random.clause(depth: 2))
    func find(_ clause: CardQuery.Clause) -> [Int] {
      sample.index.search(CardQuery(clause), from: sample.viewpoint)
    }
    let all = Set(sample.cards.indices)
    #expect(Set(find(.not(a))) == all.subtracting(find(a)), "seed \(seed)")
    #expect(find(.not(.not(a))) == find(a), "seed \(seed)")
    #expect(Set(find(.any([a, b]))) == Set(find(a)).union(find(b)), "seed \(seed)")
    #expect(Set(find(.all([a, b]))) == Set(find(a)).intersection(find(b)), "seed \(seed)")
    #expect(find(.not(.any([a, b]))) == find(.all([.not(a), .not(b)])), "seed \(seed)")
    #expect(find(.all([b, a])) == find(.all([a, b])), "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<80) func typingLetterByLetterFindsTheSame(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = random.studied(50)
    let order = CardOrder.allCases.randomElement(using: &random) ?? .place
    var search = CardSearch(sample.index, order: order, from: sample.viewpoint)
    let text = CardQuery(random.clause(depth: 2)).description + " redis"
    for end in text.indices {
      guard let query = try? CardQuery(String(text[...end])) else { continue }
      search.search(query)
      let fresh = CardSearch(sample.index, query: query, order: order, from: sample.viewpoint)
      #expect(search.found == fresh.found, "seed \(seed): \(query)")
    }
  }

  @Test(arguments: CardOrder.allCases) func everyOrderShowsEveryCardOnce(order: CardOrder) {
    var random = SeededGenerator(seed: 7)
    let sample = random.studied(60)
    var search = CardSearch(sample.index, order: order.next, from: sample.viewpoint)
    search.sort(by: order)
    // A card that left its note is found by a query that says so, and by no other.
    let (orphans, living) = (
      sample.cards.indices.filter { sample.cards[$0].isOrphan },
      sample.cards.indices.filter { !sample.cards[$0].isOrphan }
    )
    #expect(!orphans.isEmpty && search.found.sorted() == living)
    #expect(search.total == living.count)
    var lost = search
    lost.search(CardQuery(.term(.state(.orphan))))
    #expect(lost.found.sorted() == orphans)
    let keys = search.found.map { order.key(of: sample.cards[$0], from: sample.viewpoint) }
    let known = keys.compactMap { $0 }
    #expect(known == known.sorted())
    // Cards without anything to go by come last.
    #expect(keys.prefix(known.count).allSatisfy { $0 != nil })
  }
}

/// Cards with their texts, as a reference that looks at each of them in turn.
private struct StudiedSample {
  var cards: [StudiedCard] = []
  var texts: [String] = []
  var index = CardIndex()
  let viewpoint = Viewpoint(at: morning, scheduler: Scheduler(calendar: utc, fuzz: false))

  mutating func add(_ card: StudiedCard, text: String) {
    cards.append(card)
    texts.append(text)
    index.add(card, texts: [text])
  }

  func holds(_ clause: CardQuery.Clause, _ position: Int) -> Bool {
    switch clause {
    case .term(let term): holds(term, position)
    case .not(let inner): !holds(inner, position)
    case .all(let clauses): clauses.allSatisfy { holds($0, position) }
    case .any(let clauses): clauses.contains { holds($0, position) }
    }
  }

  private func holds(_ term: CardTerm, _ position: Int) -> Bool {
    let card = cards[position]
    func slug(_ text: String) -> String { String(decoding: FoldedText.slug(text), as: UTF8.self) }
    switch term {
    case .word(let word): return texts[position].lowercased().contains(word.lowercased())
    case .text(.topic, let value): return slug(card.topic).hasPrefix(slug(value))
    case .text(.under, let value): return card.trail.contains { slug($0).hasPrefix(slug(value)) }
    case .text(.tag, let value): return card.tags.contains { slug($0).hasPrefix(slug(value)) }
    case .text(.file, let value): return ("/" + card.place.path).contains("/" + value)
    case .text(.rule, let value): return slug(card.rule).hasPrefix(slug(value))
    case .text(.card, let value): return card.id.rawValue.hasPrefix(value)
    case .text(.memo, let value):
      return card.marks.memo.map { value.isEmpty || $0.contains(value) } ?? false
    default: return term.test(from: viewpoint)(card)
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  fileprivate mutating func studied(_ count: Int) -> StudiedSample {
    var sample = StudiedSample()
    for number in 0..<count {
      let schedule: Schedule =
        switch Int.random(in: 0...3, using: &self) {
        case 0: .new
        case 1: onSteps(dueIn: Int.random(in: -900...900, using: &self))
        default:
          inReview(
            stability: Double.random(in: 0.5...90, using: &self),
            difficulty: Double.random(in: 1...10, using: &self),
            daysAgo: Int.random(in: 1...40, using: &self),
            interval: Int.random(in: 1...60, using: &self),
            dueIn: Int.random(in: -5...30, using: &self))
        }
      let words = (0..<Int.random(in: 1...6, using: &self)).map { _ in
        pick(["Redis", "lock", "WAIT", "promise", "x", "数据", "shard"])
      }
      let marks = CardMarks(
        isSuspended: Int.random(in: 0...5, using: &self) == 0,
        buriedUntil: pick([nil, nil, today.advanced(by: 1), today]),
        flag: pick([0, 0, 1]), memo: pick([nil, nil, "mind the gap"]))
      sample.add(
        StudiedCard(
          id: card("c\(number)"), kind: pick(Card.Kind.allCases),
          topic: pick(["Redis", "Fault tolerance"]),
          trail: [pick(["Distributed locks", "Memory"])],
          question: "", place: Place(path: pick(["redis.md", "pay/ledger.md"]), line: number),
          tags: pick([[], ["hard"]]), rule: pick(["heading", "table-row"]),
          level: Int.random(in: 1...4, using: &self), quality: 0.8,
          state: CardState(schedule: schedule, marks: marks), isChanged: pick([true, false]),
          isOrphan: pick([false, false, true])),
        text: words.joined(separator: " "))
    }
    return sample
  }

  fileprivate mutating func clause(depth: Int) -> CardQuery.Clause {
    switch Int.random(in: 0...(depth > 0 ? 6 : 2), using: &self) {
    case 0...2: return .term(term())
    case 3: return .not(clause(depth: depth - 1))
    case 4: return .any((0..<2).map { _ in clause(depth: depth - 1) })
    default:
      return .all((0..<Int.random(in: 2...3, using: &self)).map { _ in clause(depth: depth - 1) })
    }
  }

  private mutating func term() -> CardTerm {
    let compare = pick(CardTerm.Comparison.allCases)
    let whens: [CardTerm.When] = [
      .days(7), .days(1), .today, .tomorrow, .yesterday, .on(today.advanced(by: 3)),
    ]
    switch Int.random(in: 0...5, using: &self) {
    case 0: return .word(pick(["redis", "lock", "wait promise", "x", "数据", "or", "-x", "a\"b\\c"]))
    case 1:
      let (field, value): (CardTerm.TextField, String) = pick([
        (.topic, "red"), (.topic, "fault-tol"), (.under, "Distributed locks"), (.tag, "hard"),
        (.file, "pay/"), (.file, "ledger"), (.rule, "table"), (.card, "c1"), (.memo, "the"),
        (.memo, ""), (.memo, "redis"), (.file, "/pay"),
      ])
      return .text(field, value)
    case 2: return .state(pick(CardTerm.State.allCases))
    case 3: return .kind(pick(Card.Kind.allCases))
    case 4:
      return pick([
        .number(.recall, compare, 85), .number(.stable, compare, 30.5),
        .number(.difficulty, compare, 7.4), .number(.lapses, compare, 0),
        .number(.reviews, compare, 4), .number(.level, compare, 2),
        .number(.quality, compare, 80),
      ])
    default: return .time(pick(CardTerm.TimeField.allCases), compare, pick(whens))
    }
  }
}
