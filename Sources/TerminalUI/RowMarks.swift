import Decks
import Reports
import Scheduling

/// What a person does with the rows of a card whose answer is chosen, ordered or ticked. Rows are
/// counted as they are shown, from 0.
struct RowMarks: Hashable, Sendable {
  /// What marking a row says.
  enum Form: Hashable, Sendable {
    /// That the option is right.
    case choice
    /// That the step comes next.
    case order
    /// That the point was part of what was said; asked with the answer in sight.
    case points
  }

  let form: Form
  /// Markdown, as shown.
  let texts: [String]
  /// Choices: whether a row is right.
  let right: [Bool]
  /// Steps: the place of a row in the right order.
  let places: [Int]
  /// Rows marked, in the order in which that was done.
  private(set) var marked: [Int] = []
  /// The row in focus.
  private(set) var cursor = 0
  /// Whether anything was marked or taken back: without, nothing was measured.
  private(set) var isTouched = false

  /// The rows of a card as its `review`-th answer shows them; nil for a card that is answered in
  /// words alone. Options and steps are mixed by card and number, so that undo shows the same.
  init?(_ card: Card, review: Int) {
    switch card.kind {
    case .choice where card.choices.contains(where: \.isRight):
      form = .choice
      let order = Self.mixed(card.choices.count, card: card, review: review)
      texts = order.map { card.choices[$0].text }
      right = order.map { card.choices[$0].isRight }
      places = []
    case .order where card.points.count > 1:
      form = .order
      var order = Self.mixed(card.points.count, card: card, review: review)
      // Steps that happen to stand in their order would ask nothing.
      if order == order.sorted() { order.append(order.removeFirst()) }
      texts = order.map { card.points[$0] }
      right = []
      places = order
    default:
      guard card.kind != .order, !card.points.isEmpty else { return nil }
      form = .points
      texts = card.points
      right = []
      places = []
    }
  }

  private static func mixed(_ count: Int, card: Card, review: Int) -> [Int] {
    let keyed = (0..<count).map { index -> (UInt64, Int) in
      var hash = StableHash()
      hash.combine("\(card.id.rawValue)/\(review)/\(index)")
      return (hash.value, index)
    }
    return keyed.sorted { $0 < $1 }.map(\.1)
  }

  /// How many options are right; 1 of all makes a mark replace the last one.
  var rightCount: Int { right.reduce(0) { $0 + ($1 ? 1 : 0) } }

  /// Rows that still wait for a place.
  var unplaced: Int { form == .order ? texts.count - marked.count : 0 }

  // MARK: Marking

  /// Marks a row, or takes its mark back; a row that is not there changes nothing.
  mutating func mark(_ row: Int) {
    guard texts.indices.contains(row) else { return }
    isTouched = true
    cursor = row
    if let index = marked.firstIndex(of: row) {
      if form != .order { marked.remove(at: index) }
      return
    }
    if form == .choice, rightCount == 1 { marked = [] }
    marked.append(row)
    // The last step has only one place left.
    if form == .order, unplaced == 1 {
      marked += texts.indices.filter { !marked.contains($0) }
    }
  }

  /// Marks the row in focus.
  mutating func markCursor() { mark(cursor) }

  /// Marks every row, or none if all are marked.
  mutating func markAll() {
    guard form != .order else { return }
    isTouched = true
    marked = marked.count == texts.count ? [] : Array(texts.indices)
  }

  /// Takes the place of the last step back; the step that placed itself goes with it.
  mutating func takeBack() {
    guard form == .order, !marked.isEmpty else { return }
    if unplaced == 0 { marked.removeLast() }
    marked.removeLast()
  }

  /// Ticks made by a comparison count as a measure, even if there are none; focus is on the first.
  mutating func beginAtTop() {
    isTouched = true
    cursor = 0
  }

  mutating func moveCursor(by rows: Int) {
    cursor = min(max(cursor + rows, 0), texts.count - 1)
  }

  // MARK: What it came to

  /// The share that was right, 0...1. Options: right ones less wrong ones, of the right ones;
  /// steps: pairs in the right order, of all pairs; points: ticked ones, of all.
  var share: Double {
    switch form {
    case .choice:
      let hits = marked.reduce(0) { $0 + (right[$1] ? 1 : -1) }
      return max(Double(hits) / Double(max(rightCount, 1)), 0)
    case .order:
      let (ordered, pairs) = orderedPairs
      return Double(ordered) / Double(max(pairs, 1))
    case .points: return Double(marked.count) / Double(texts.count)
    }
  }

  private var orderedPairs: (ordered: Int, pairs: Int) {
    let said = marked.map { places[$0] }
    var ordered = 0
    for first in said.indices {
      for second in said.indices where second > first && said[second] > said[first] {
        ordered += 1
      }
    }
    return (ordered, texts.count * (texts.count - 1) / 2)
  }

  /// The rating that the share speaks for; nil while nothing was measured.
  /// Below 0.60 a miss, below 0.80 recalled with effort (the table of the mock interview).
  var proposal: Rating? {
    guard isTouched else { return nil }
    return share < 0.6 ? .again : share < 0.8 ? .hard : .good
  }

  /// The result in a few words for the divider of the answer.
  var result: String {
    switch form {
    case .choice:
      let hits = marked.filter { right[$0] }.count
      let misses = marked.count - hits
      if rightCount == 1 { return hits == 1 && misses == 0 ? "right" : "not right" }
      return "\(hits) of \(rightCount) right, \(misses == 0 ? "none" : String(misses)) wrong"
    case .order:
      let (ordered, pairs) = orderedPairs
      return "\(ordered) of \(pairs) pairs in order"
    case .points: return "\(marked.count) of \(texts.count)"
    }
  }

  /// How the share came about, for people.
  var reason: String? {
    guard let proposal else { return nil }
    // One of one needs no percentage.
    if form == .choice, rightCount == 1 {
      return "\(result.capitalizedFirst): \(proposal.name) proposed."
    }
    return "\(result) is \(Words.percent(share)): \(proposal.name) proposed."
  }
}

extension Rating {
  /// The word for it on the screen.
  var name: String { ["Again", "Hard", "Good", "Easy"][rawValue - 1] }
}
