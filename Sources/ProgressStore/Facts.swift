import Foundation
import Scheduling

/// Something kept in the log that is neither an answer nor a mark: a name and a JSON text.
package struct Fact: Hashable, Sendable {
  /// Which event it is.
  package let identity: LogEvent.Identity
  /// What it is about, such as `plan.set`.
  package let name: String
  /// The rest of it, as JSON.
  package let body: String
  /// When it was added.
  package let stamp: Stamp
}

extension Store {
  /// Facts that hold whose names begin so, in the order of the log.
  package func facts(named prefix: String) throws(StoreFailure) -> [Fact] {
    var facts: [Fact] = []
    try forEachFact(named: prefix, "time, device, number") { facts.append($0) }
    return facts
  }

  /// The latest fact that holds of exactly this name.
  package func latestFact(named name: String) throws(StoreFailure) -> Fact? {
    var latest: Fact?
    try forEachFact(named: name, "time desc, device desc, number desc") { fact in
      if latest == nil, fact.name == name { latest = fact }
    }
    return latest
  }

  private func forEachFact(
    named prefix: String, _ order: String, _ body: (Fact) -> Void
  ) throws(StoreFailure) {
    try database.query(
      """
      select device, number, name, body, time, day, utc_offset from event
      where kind = 'fact' and name >= ? and name < ? and \(Self.holds)
      order by \(order)
      """, [.text(prefix), .text(prefix + "\u{10ffff}")], attempting: "read"
    ) { row in
      body(
        Fact(
          identity: LogEvent.Identity(device: row.text(0), number: row.integer(1)),
          name: row.text(2), body: row.text(3),
          stamp: Stamp(
            time: Date(milliseconds: row.integer(4)), day: Day(number: row.integer(5)),
            offset: row.integer(6))))
    }
  }
}
