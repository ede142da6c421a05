import Decks

/// The cards a paper may be drawn from, with their places in the race that the seed decides.
struct CardPool {
  /// What is given up, one after the other, when cards are few.
  struct Looseness: Equatable {
    /// Cards of the last papers that are left out.
    var window: Int
    var allowsSiblings = false
    var allowsAnyTopic = false
    var allowsAnyLevel = false
    var allowsAnyKind = false
  }

  let candidates: [Candidate]
  let seed: PaperSeed
  /// Topics in the order that belongs to the seed.
  let topics: [String]
  /// Indices of candidates by topic.
  private let members: [String: [Int]]
  /// −ln u of each candidate: divided by its weight it is its time in the race.
  private let times: [Double]

  init(_ all: [Candidate], seed: PaperSeed) {
    let candidates = all.filter { $0.weight > 0 && $0.card.quality >= Candidate.minimumQuality }
    self.candidates = candidates
    self.seed = seed
    members = Dictionary(grouping: candidates.indices, by: { candidates[$0].card.topic })
    topics = members.keys.map { (key: seed.uniform("topic/" + $0), name: $0) }
      .sorted { ($0.key, $0.name) < ($1.key, $1.name) }.map(\.name)
    times = candidates.map { seed.race("card/" + $0.card.id.rawValue, weight: 1) }
  }

  func indices(of topic: String) -> [Int] { members[topic] ?? [] }

  /// When a candidate arrives; never if it must not be asked.
  func arrival(_ index: Int, avoiding window: Int) -> Double {
    let weight = candidates[index].weight(avoiding: window)
    return weight > 0 ? times[index] / weight : .infinity
  }

  /// The first of the given candidates to arrive that fits. What costs little is asked first,
  /// because most candidates never come near.
  func first(
    of indices: [Int], avoiding window: Int, where fits: (Card) -> Bool, butNot isOut: (Int) -> Bool
  ) -> Int? {
    var best: (index: Int, arrival: Double)?
    for index in indices {
      let arrival = arrival(index, avoiding: window)
      guard arrival < best?.arrival ?? .infinity, fits(candidates[index].card),
        !isOut(index), Self.canBeAsked(candidates[index].card)
      else { continue }
      best = (index, arrival)
    }
    return best?.index
  }

  /// Whether there is something to mark: one to nine key points, or something to pick.
  static func canBeAsked(_ card: Card) -> Bool {
    switch card.kind {
    case .order: card.optionsToChoose.count > 1
    case .choice: card.optionsToChoose.contains { $0.isRight }
    default: (1...RubricPoints.most).contains(RubricPoints.of(card).count)
    }
  }

  /// Whether two cards stand too close for one paper: the same passage, or the same last heading.
  /// Each interview question is a section of its own.
  func areSiblings(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (candidates[left].card, candidates[right].card)
    guard left.topic == right.topic else { return false }
    if left.group == right.group, left.place.path == right.place.path { return true }
    return !left.trail.isEmpty && left.trail == right.trail && !left.isInterviewQuestion
      && !right.isInterviewQuestion
  }
}
