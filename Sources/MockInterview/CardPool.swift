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
    /// Cards of one section in one round, as long as they are of different passages.
    var allowsNeighbours = false
  }

  /// Those that may be asked and those that may not, as they were given: copies of a hundred
  /// thousand cards take longer than the draw.
  let candidates: [Candidate]
  let seed: PaperSeed
  /// Topics in the order that belongs to the seed.
  let topics: [String]
  /// Indices of the candidates that may be asked, by topic, each in the order of arrival.
  private let members: [String: [Int]]
  /// When each candidate arrives in the race that its weight and the seed decide; never if it must
  /// not be asked.
  private let arrivals: [Double]

  /// - Parameter interviewWeight: How much more than another card one weighs that its author wrote
  ///   for interviews.
  init(_ candidates: [Candidate], seed: PaperSeed, interviewWeight: Double = 1) {
    self.candidates = candidates
    self.seed = seed
    let race = seed.within("card/")
    let arrivals = candidates.indices.map { index -> Double in
      guard candidates[index].card.quality >= Candidate.minimumQuality else { return .infinity }
      let factor = candidates[index].card.isInterviewQuestion ? interviewWeight : 1
      return race.race(
        candidates[index].card.id.rawValue, weight: factor * candidates[index].weight(avoiding: 0))
    }
    self.arrivals = arrivals
    let askable = candidates.indices.filter { arrivals[$0] < .infinity }
    members = Dictionary(grouping: askable, by: { candidates[$0].card.topic }).mapValues {
      $0.sorted { (arrivals[$0], $0) < (arrivals[$1], $1) }
    }
    topics = members.keys.map { (key: seed.uniform("topic/" + $0), name: $0) }
      .sorted { ($0.key, $0.name) < ($1.key, $1.name) }.map(\.name)
  }

  /// Indices of a topic's candidates in the order of their arrival.
  func indices(of topic: String) -> [Int] { members[topic] ?? [] }

  /// When a candidate arrives; never if it must not be asked.
  func arrival(_ index: Int) -> Double { arrivals[index] }

  /// Whether a candidate may be asked when cards of the last papers are left out.
  func isFresh(_ index: Int, avoiding window: Int) -> Bool {
    !candidates[index].wasAsked(inLast: window)
  }

  /// The first of some indices in the order of arrival that fits. A card is read last of all,
  /// because its key points may have to be found in its answer.
  func first(of indices: [Int], avoiding window: Int, where fits: (Int) -> Bool) -> Int? {
    indices.first { index in
      isFresh(index, avoiding: window) && fits(index) && Self.canBeAsked(candidates[index].card)
    }
  }

  /// Whether there is something to mark: one to nine key points, or something to pick.
  static func canBeAsked(_ card: Card) -> Bool {
    switch card.kind {
    case .order: card.optionsToChoose.count > 1
    case .choice: card.optionsToChoose.contains { $0.isRight }
    default: (1...RubricPoints.most).contains(RubricPoints.texts(of: card).count)
    }
  }

  /// Whether two cards stand too close for one paper: the same passage, or the same last heading.
  /// Each interview question is a section of its own.
  func areSiblings(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (candidates[left].card, candidates[right].card)
    guard left.topic == right.topic else { return false }
    return left.isOfSamePassage(as: right)
      || !left.trail.isEmpty && left.trail == right.trail && !left.isInterviewQuestion
        && !right.isInterviewQuestion
  }

  /// Whether two cards must not stand in one round.
  func areTooClose(_ left: Int, _ right: Int, looseness: Looseness) -> Bool {
    looseness.allowsNeighbours
      ? candidates[left].card.isOfSamePassage(as: candidates[right].card) : areSiblings(left, right)
  }
}

extension Card {
  fileprivate func isOfSamePassage(as other: Card) -> Bool {
    topic == other.topic && group == other.group && place.path == other.place.path
  }
}
