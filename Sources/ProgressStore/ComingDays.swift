import Scheduling

extension Store {
  /// How many cards of the catalogue fall due on each of the days after `today`, tomorrow first.
  package func coming(_ days: Int, after today: Day) throws(StoreFailure) -> [Int] {
    var counts = Array(repeating: 0, count: days)
    try database.query(
      """
      select due_day, count(*) from schedule join card on card.id = schedule.card
        left join mark on mark.card = card.id
      where due_day > ? and due_day <= ? and not ifnull(suspended, 0) group by due_day
      """, [.integer(today.number), .integer(today.number + days)], attempting: "read"
    ) { counts[$0.integer(0) - today.number - 1] = $0.integer(1) }
    return counts
  }
}
