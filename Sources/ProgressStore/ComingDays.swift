import Scheduling

extension Store {
  /// How many cards of the catalogue fall due on each of the days after `today`, tomorrow first.
  package func coming(_ days: Int, after today: Day) throws(StoreFailure) -> [Int] {
    var counts = Array(repeating: 0, count: days)
    try database.query(
      """
      select due_day, count(*) from seen
      where due_day > ? and due_day <= ? and not suspended group by due_day
      """, [.integer(today.number), .integer(today.number + days)], attempting: "read"
    ) { counts[$0.integer(0) - today.number - 1] = $0.integer(1) }
    return counts
  }

  /// How many cards of the catalogue have been due since before this day.
  package func overdue(before day: Day) throws(StoreFailure) -> Int {
    var count = 0
    try database.query(
      "select count(*) from seen where due_day < ?", [.integer(day.number)], attempting: "read"
    ) { count = $0.integer(0) }
    return count
  }
}
