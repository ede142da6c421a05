import Decks
import Foundation
import Scheduling

@testable import TerminalUI

/// Cards with their marks, as the store would keep them: what effects about cards are answered
/// from.
struct Shelf {
  private let samples: [Sample]
  private var states: [CardID: CardState]
  /// What undo goes back to, and redo forward to.
  private var past: [[CardID: CardState]] = []
  private var future: [[CardID: CardState]] = []

  init(_ samples: [Sample]) {
    self.samples = samples
    states = Dictionary(
      samples.map { ($0.card.id, CardState(schedule: $0.schedule, marks: $0.marks)) }
    ) { first, _ in first }
  }

  static let scheduler = Scheduler(calendar: .fixed(), fuzz: false)

  private func known(_ sample: Sample) -> StudiedCard {
    let card = sample.card
    return StudiedCard(
      id: card.id, kind: card.kind, topic: card.topic, trail: card.trail, question: card.question,
      place: card.place, tags: card.tags, rule: card.rule, level: card.level,
      quality: card.quality, state: states[card.id] ?? .untouched)
  }

  private func search(_ query: CardQuery, _ order: CardOrder, at now: Date) -> CardSearch {
    var index = CardIndex()
    for sample in samples {
      index.add(known(sample), texts: [sample.card.prompt, sample.card.answer])
    }
    return CardSearch(
      index, query: query, order: order, from: Viewpoint(at: now, scheduler: Self.scheduler))
  }

  private func card(_ id: CardID?) -> Sample? { samples.first { $0.card.id == id } }

  mutating func reply(to effect: Effect, at now: Date) -> Reply? {
    switch effect {
    case .cards(let effect): reply(to: effect, at: now)
    case .notes(let effect): reply(to: effect, at: now)
    case .plan(.open): .show(PlanScreen.sample)
    case .plan(.count(let wish)): .plan(PlanFigures.sample(wish))
    case .plan(.set(let wish)): .said(wish == nil ? "No plan holds." : "The plan holds.")
    case .openOutside(let target, _): .said("Opened \(target).")
    default: nil
    }
  }

  private mutating func reply(to effect: CardEffect, at now: Date) -> Reply? {
    switch effect {
    case .browse(let query):
      let search = search(query, .recall, at: now)
      return .show(BrowserScreen(search, preview: card(search.cards.first?.id)?.card))
    case .search(let query, let order): return .cards(search(query, order, at: now))
    case .read(let id): return .card(card(id)?.card)
    case .review(let ids):
      return .show(Sample.screen(samples.filter { ids.contains($0.card.id) }, at: now))
    case .readState(let id): return .changed(states.filter { $0.key == id }, notice: "")
    case .openInfo(let id):
      guard let sample = card(id) else { return .failed("that card left its note") }
      return .show(
        InfoScreen(
          sample.card, known: known(sample), history: sample.history,
          from: Viewpoint(at: now, scheduler: Self.scheduler)))
    case .openNote(let place, let id):
      let cards = Dictionary(
        uniqueKeysWithValues: samples.filter { $0.card.place.path == place.path }
          .map { ($0.card.id, $0.card.place.line) })
      return .show(
        NoteScreen(path: place.path, lines: Self.note, cards: cards, at: place.line, card: id))
    case .mark(let mark, let cards):
      past.append(states)
      future = []
      for card in cards {
        let before = states[card] ?? .untouched
        var marks = before.marks
        marks.add(mark)
        var schedule = mark == .reset ? .new : before.schedule
        if case .due(let day, _) = mark {
          schedule = Schedule(
            phase: schedule.phase, memory: schedule.memory, due: .day(day),
            interval: schedule.interval, lastReview: schedule.lastReview,
            reviews: schedule.reviews, lapses: schedule.lapses)
        }
        states[card] = CardState(schedule: schedule, marks: marks)
      }
      return .changed(states, notice: mark.sentence(cards: cards.count))
    case .undo:
      guard let before = past.popLast() else {
        return .changed([:], notice: "Nothing was done today.")
      }
      future.append(states)
      states = before
      return .changed(states, notice: "Undone.")
    case .redo:
      guard let after = future.popLast() else {
        return .changed([:], notice: "Nothing to do again.")
      }
      past.append(states)
      states = after
      return .changed(states, notice: "Done again.")
    case .reviewDue: return nil
    }
  }

  private func reply(to effect: NotesEffect, at now: Date) -> Reply {
    let viewpoint = Viewpoint(at: now, scheduler: Self.scheduler)
    switch effect {
    case .open(.coverage):
      return .show(CoverageScreen(NoteTree(samples.map(known), from: viewpoint)))
    case .open(.relink): return .show(RelinkScreen(Self.doubts))
    case .open(let view):
      return .show(samples.isEmpty ? NoteListScreen.empty(view) : NoteListScreen.sample(view))
    case .openDrift(let id):
      guard let sample = card(id), let drift = Self.drift(of: sample.card) else {
        return .said("Nothing changed.")
      }
      return .show(DriftScreen(drift, schedule: sample.schedule, from: viewpoint))
    case .settleDrift(let id): return .settled(id, notice: "Kept.")
    case .readSide(let id):
      return .side(
        card(id).map {
          SideNote(
            known($0), history: $0.history,
            siblings: samples.filter { $0.card.group == "sibling" }.map(known), from: viewpoint)
        })
    case .link, .keepAside: return .said("Decided.")
    }
  }

  /// A note with two headings, prose, a list, code and a wide line.
  static let note = [
    "# Redis", "", "## Distributed locks", "",
    "A lock may expire while its owner is paused, and another worker may hold it by now; a plain "
      + "DEL would remove that worker's lock.",
    "", "- compare the token", "- then delete, in one atomic step", "", "```lua",
    "if redis.call('GET', KEYS[1]) == ARGV[1] then", "\treturn redis.call('DEL', KEYS[1])", "end",
    "```", "", "## 数据库 Memory", "", "| policy | evicts |", "|---|---|",
    "| volatile-lru | keys with a TTL |", "", "The end.",
  ]
}
