/// The samples of a training in the portions that each lead to one step of the weights (O5).
struct Batches {
  /// Answers to one card that are gone through together, and which of them are predicted.
  struct Column {
    /// Indices of the log's turns.
    let turns: ClosedRange<Int>
    /// Indices of `predictions`, in the order of their turns.
    let predictions: Range<Int>
  }

  /// One answer to predict.
  struct Prediction {
    /// Index of the log's turn.
    let turn: Int
    /// How much it counts, 0...1.
    let weight: Double
  }

  private(set) var columns: [Column] = []
  private(set) var predictions: [Prediction] = []
  /// Indices of the columns of each batch.
  private(set) var batches: [Range<Int>] = []

  /// Number of answers that are predicted in a batch.
  func size(_ batch: Int) -> Int {
    guard let first = batches[batch].first, let last = batches[batch].last else { return 0 }
    return columns[last].predictions.upperBound - columns[first].predictions.lowerBound
  }

  /// Divides samples, given in the order of time, into batches of at most so many predictions.
  init(_ samples: [TrainingLog.Sample], size: Int, byCard: Bool, recency: Bool) {
    // The newest answers say most about the memory of today.
    let weighted = samples.enumerated()
      .map { index, sample in
        (sample, weight: recency ? Self.weight(index, of: samples.count) : 1)
      }
      .filter { $0.0.length <= Self.longest }
    if byCard {
      appendCards(weighted, size: size)
    } else {
      appendSamples(weighted, size: size)
    }
  }

  /// Weight of a sample by its place among all in the order of time, 0.25...1.
  static func weight(_ index: Int, of count: Int) -> Double {
    let age = Double(index) / Double(max(count - 1, 1))
    return 0.25 + 0.75 * age * age * age
  }

  private typealias Weighted = (sample: TrainingLog.Sample, weight: Double)

  /// Samples of more answers are not trained with.
  private static let longest = 256

  /// Every sample alone, the short ones first.
  private mutating func appendSamples(_ samples: [Weighted], size: Int) {
    for (sample, weight) in Self.sorted(samples, by: \.sample.length) {
      append(sample.start...sample.last, [Prediction(turn: sample.last, weight: weight)])
    }
    for start in stride(from: 0, to: columns.count, by: size) {
      batches.append(start..<min(start + size, columns.count))
    }
  }

  /// All samples of a card at once, cards with few answers first; a card is never divided.
  private mutating func appendCards(_ samples: [Weighted], size: Int) {
    let cards = Dictionary(grouping: samples, by: \.sample.card).values
      .sorted { $0[0].sample.card < $1[0].sample.card }
    var start = 0
    var count = 0
    for card in Self.sorted(cards, by: { $0[$0.count - 1].sample.length }) {
      if count + card.count > size, count > 0 {
        batches.append(start..<columns.count)
        start = columns.count
        count = 0
      }
      append(
        card[0].sample.start...card[card.count - 1].sample.last,
        card.map { Prediction(turn: $0.sample.last, weight: $0.weight) })
      count += card.count
    }
    if start < columns.count { batches.append(start..<columns.count) }
  }

  private mutating func append(_ turns: ClosedRange<Int>, _ added: [Prediction]) {
    let first = predictions.count
    predictions += added
    columns.append(Column(turns: turns, predictions: first..<predictions.count))
  }

  /// Sorted so that equal ones keep their order.
  private static func sorted<Element>(
    _ elements: [Element], by length: (Element) -> Int
  ) -> [Element] {
    elements.enumerated()
      .map { (length: length($0.element), offset: $0.offset) }
      .sorted { $0 < $1 }
      .map { elements[$0.offset] }
  }
}
