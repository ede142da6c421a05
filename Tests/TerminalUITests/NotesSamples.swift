import Decks
import Foundation
import Scheduling

@testable import TerminalUI

extension Sample {
  /// A card whose note said something else when it was last answered.
  static let changed = Sample(
    "changed", "Why must a Redis lock be released with compare-and-delete?",
    """
    The lock may have expired while its owner was paused, and another worker may hold it by now.
    Delete only if the stored token is still your own; the check and the delete must be one \
    atomic step. Since Redis 8.4, `DELEX key IFEQ token` does it without a script.
    """, trail: ["Distributed locks"], schedule: .waited)
}

extension Shelf {
  static func drift(of card: Card) -> Drift? {
    guard card.id == Sample.changed.card.id else { return nil }
    var before = card
    before.answer = """
      The lock may have expired while its owner was paused, and another worker may hold it by now.
      The only atomic way to do this is a Lua script.
      """
    return Drift(from: before, to: card)
  }

  static let doubts = [
    LinkDoubt(
      Sample(
        "old", "Refunds: which step must be idempotent?",
        "The call to the payment provider, keyed by refund id.", topic: "Payments"
      ).card, schedule: .waited,
      candidates: [
        .init(
          Sample(
            "new1", "Which step of a refund must be idempotent?",
            "The call to the provider, keyed by the refund's id.", topic: "Payments"
          ).card, likeness: 0.88),
        .init(
          Sample(
            "new2", "Which step of a chargeback must be idempotent?", "The booking.",
            topic: "Payments"
          ).card, likeness: 0.71),
      ]),
    LinkDoubt(
      Sample("old2", "What is a double entry?", "Two postings of one amount.").card,
      schedule: .new,
      candidates: [
        .init(
          Sample("new3", "What makes an entry double?", "Two postings.").card, likeness: 0.66)
      ]),
  ]
}

extension NoteListScreen {
  static func empty(_ view: NotesView) -> NoteListScreen {
    NoteListScreen(
      view, counts: NotesCounts(),
      head: view == .changes ? ("", "") : ("NO CARD COVERS THESE PASSAGES", "WHY"), rows: [],
      nothing: view == .changes
        ? "The notes have not changed in the last 30 days."
        : "Every passage of your notes makes a card.")
  }

  static func sample(_ view: NotesView) -> NoteListScreen {
    var counts = NotesCounts()
    (counts.added, counts.changed, counts.left, counts.doubts) = (2, 1, 1, 2)
    guard view == .changes else {
      counts.skipped = 2
      let rows = ["Further reading", "A heading whose words are far too many for any column of it"]
        .enumerated().map { index, title in
          Row(
            kind: "no card", place: Place(path: "payments/ledger.md", line: 40 + index),
            text: title, note: "the answer says too little",
            sentence: "The answer says too little; a whole sentence would do.")
        }
      return NoteListScreen(
        view, counts: counts, head: ("NO CARD COVERS THESE PASSAGES", "WHY"), rows: rows,
        nothing: "Every passage makes a card.")
    }
    func row(
      _ kind: String, _ line: Int, _ text: String, _ note: String, isChanged: Bool = false,
      card: String?
    ) -> Row {
      Row(
        kind: kind, place: Place(path: "redis.md", line: line), text: text, note: note,
        sentence: "It is \(kind).", card: card.map { CardID(rawValue: $0) }, isChanged: isChanged)
    }
    return NoteListScreen(
      .changes, counts: counts, head: ("SINCE SAT 21 NOV", "PROGRESS"),
      rows: [
        row("new", 214, "What does DELEX IFEQ do?", "enters as new", card: "lock"),
        row("new", 221, "When is a fencing token needed?", "learned since", card: "multi"),
        row(
          "changed", 182, "Why must a Redis lock be released with compare-and-delete?",
          "kept, see d", isChanged: true, card: "changed"),
        row("left", 30, "数据库事务日志为什么要先写？", "kept aside", card: nil),
      ], nothing: "Nothing changed.")
  }
}

extension PlanFigures {
  static func sample(_ wish: PlanWish) -> PlanFigures {
    let standings = Sample.library.map { sample in
      Standing(
        ReviewQueue.Candidate(
          card: sample.card.id, topic: sample.card.topic, schedule: sample.schedule, position: 0,
          group: sample.card.group), on: tuesday, calendar: .fixed())
    }.filter { wish.topics?.contains($0.topic) ?? true }
    let aim = DatePlan.Aim(
      days: tuesday.distance(to: wish.day), readiness: wish.aim, newPerDay: 30)
    return PlanFigures(
      wish, plan: DatePlan(standings, aim: aim, parameters: .standard),
      sentences: [
        "The plan: 2 new cards a day and 3 reviews a day, about a minute a day.",
        "What is missing is 2 unseen cards, not reviews.",
      ])
  }
}

extension PlanScreen {
  static let sample = PlanScreen(
    .sample(PlanWish(day: tuesday.advanced(by: 17))), topics: ["PostgreSQL", "Redis"],
    inForce: nil, today: tuesday)
}
