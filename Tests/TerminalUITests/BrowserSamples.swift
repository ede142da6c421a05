import Decks
import Foundation
import Scheduling

@testable import TerminalUI

extension Sample {
  /// Cards of two notes in many states.
  static let library: [Sample] = [
    known(
      "lock", .open,
      "Why must a Redis lock be released with compare-and-delete instead of a plain DEL?",
      "The lock may have **expired** while its owner was paused, and another worker may hold it.",
      under: "Distributed locks", line: 3, stability: 9.73, daysAgo: 10, dueIn: 0),
    known(
      "multi", .open, "When does `MULTI`/`EXEC` not undo anything?", "It never rolls back.",
      under: "Distributed locks", line: 7, stability: 6, daysAgo: 12, dueIn: -2, lapses: 4),
    known(
      "shard", .cloze, "The unit of sharding in Redis Cluster is the […].", "hash slot",
      under: "Memory", line: 16, stability: 8, daysAgo: 8, dueIn: 1),
    known(
      "evict", .choice, "Which eviction policy drops keys without a TTL?", "allkeys-lru",
      under: "Memory", line: 18, stability: 20, daysAgo: 9, dueIn: 8,
      marks: CardMarks(flag: 1, memo: "mind the default")),
    known(
      "aof", .points, "Name the three loss windows of AOF", "", under: "数据库 Memory", line: 20,
      points: ["always: none", "everysec: about a second", "no: what the kernel held"],
      stability: 30, daysAgo: 3, dueIn: 400),
    known(
      "wait", .open, "What does WAIT promise, and what not?", "Replication, not consistency.",
      under: "Memory", line: 21, stability: 12, daysAgo: 5, dueIn: 6,
      marks: CardMarks(isSuspended: true)),
    known(
      "unlink", .open, "How does UNLINK differ from DEL?", "It frees memory in another thread.",
      under: "Memory", line: 22, stability: 12, daysAgo: 5, dueIn: 6,
      marks: CardMarks(buriedUntil: tuesday.advanced(by: 1))),
    Sample(
      "vacuum", "What does VACUUM not do?", "It does not give space back to the system.",
      topic: "PostgreSQL", trail: ["Storage", "MVCC"]
    ).at("postgres.md", 12),
    Sample(
      "wal", "数据库事务日志为什么要先写？", "为了在崩溃之后恢复。", topic: "PostgreSQL", trail: ["Storage"]
    ).at("postgres.md", 4),
  ]

  private static func known(
    _ id: String, _ kind: Card.Kind, _ prompt: String, _ answer: String, under heading: String,
    line: Int, points: [String] = [], stability: Double, daysAgo: Int, dueIn days: Int,
    lapses: Int = 0, marks: CardMarks = .none
  ) -> Sample {
    let last = morning - Double(daysAgo) * 86400
    var sample = Sample(id, prompt, answer, trail: [heading], points: points)
    sample.card.kind = kind
    sample.schedule = Schedule(
      phase: .review, memory: MemoryState(stability: stability, difficulty: 7.35),
      due: .day(tuesday.advanced(by: days)), interval: max(daysAgo + days, 1), lastReview: last,
      reviews: 2, lapses: lapses)
    sample.marks = marks
    sample.history = [
      Review(
        card: sample.card.id, time: last - 86400, rating: .again, duration: 21_000, before: .new,
        after: sample.schedule, sureness: 1),
      Review(
        card: sample.card.id, time: last, rating: .good, duration: 12_400,
        before: sample.schedule, after: sample.schedule, sureness: 3),
    ]
    return sample.at("redis.md", line)
  }

  private func at(_ path: String, _ line: Int) -> Sample {
    var sample = self
    sample.card.place = Place(path: path, line: line)
    return sample
  }
}
