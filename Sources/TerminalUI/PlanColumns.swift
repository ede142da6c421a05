import Reports
import Scheduling

/// The columns of the table; a narrow one keeps what there is and what the plan reaches.
struct PlanColumns {
  let width: Int

  private var isWide: Bool { width >= 78 }
  private var name: Int { isWide ? 24 : max(width - 22, 10) }

  var heads: [String] {
    isWide
      ? [
        String(repeating: " ", count: 43) + "ON THE DAY, IF YOU",
        row("TOPIC", ["CARDS", "SEEN", "READY", "stop", "only review", "follow plan"]),
      ] : [row("TOPIC", ["READY", "PLAN"])]
  }

  func row(_ name: String, _ topic: DatePlan.Readiness?) -> String {
    guard let topic else { return Columns.left(name, self.name) }
    // What is so is said as everywhere; what would be is held against the aim.
    let shares =
      [Words.percent(topic.now)] + [topic.stop, topic.review, topic.plan].map(Words.reached)
    return row(
      name,
      isWide
        ? [String(topic.cards), String(topic.seen)] + shares : [shares[0], shares[3]])
  }

  private func row(_ name: String, _ figures: [String]) -> String {
    let widths = isWide ? [6, 6, 7, 7, 13, 13] : [8, 8]
    return Columns.row([name] + figures, [self.name] + widths)
  }
}
