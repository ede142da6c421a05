/// Finds out which known cards go on as which freshly compiled ones.
///
/// First whatever asks and says the same, wherever it stands now. The notes these cards stood in
/// tell how notes were renamed. The rest is compared by likeness, and only what is clearly alike,
/// and clearly more alike than anything else, is the same card; what is nearly so is a doubt.
struct Matching {
  /// A known card and the fresh one it became, by their positions.
  struct Link: Hashable {
    let known: Int
    let fresh: Int
  }

  /// A known card and fresh ones that it may have become, the likeliest first.
  struct Doubt: Hashable {
    let known: Int
    let candidates: [Candidate]
  }

  /// A fresh card that a known one may have become.
  struct Candidate: Hashable {
    let fresh: Int
    let likeness: Double
  }

  private(set) var links: [Link] = []
  private(set) var doubts: [Doubt] = []

  private let known: [CardTraits]
  private let fresh: [CardTraits]
  private var isKnownFree: [Bool]
  private var isFreshFree: [Bool]
  /// New paths of notes by their old ones.
  private var renames: [String: String] = [:]

  /// At least this alike in one note, and anywhere.
  private static let enough = (near: 0.70, far: 0.80)
  /// So much below, it is still worth a question.
  private static let doubtful = 0.10
  /// So much more alike than the next one; less is enough where hardly anything was changed.
  private static func margin(at score: Double) -> Double { score > 0.93 ? 0.01 : 0.03 }

  init(known: [CardTraits], fresh: [CardTraits]) {
    self.known = known
    self.fresh = fresh
    isKnownFree = known.map { _ in true }
    isFreshFree = fresh.map { _ in true }
    guard !known.isEmpty, !fresh.isEmpty else { return }
    linkUnchanged()
    findRenames()
    linkAlike()
    links.sort { $0.fresh < $1.fresh }
  }

  private mutating func link(_ pair: Link) {
    links.append(pair)
    isKnownFree[pair.known] = false
    isFreshFree[pair.fresh] = false
  }

  private func isSameNote(_ old: CardTraits, _ new: CardTraits) -> Bool {
    old.note == new.note || renames[old.note] == new.note
  }

  // MARK: The same question and answer

  private mutating func linkUnchanged() {
    let byKey = Dictionary(grouping: fresh.indices) { fresh[$0].key }
    // Cards that stayed where they were come first, so that a copy elsewhere cannot take one.
    for stays in [true, false] {
      for (index, old) in known.enumerated() where isKnownFree[index] {
        let asking = byKey[old.key] ?? []
        let isStillAsked = asking.contains { fresh[$0].note == old.note }
        let same = asking.filter {
          isFreshFree[$0] && fresh[$0].isSame(as: old)
            && (stays ? fresh[$0].note == old.note : !isStillAsked)
        }
        let best = same.first { fresh[$0].trail == old.trail } ?? same.first
        if let best { link(Link(known: index, fresh: best)) }
      }
    }
  }

  /// A note was renamed to where most of its unchanged cards stand now.
  private mutating func findRenames() {
    var votes: [String: [String: Int]] = [:]
    for link in links {
      votes[known[link.known].note, default: [:]][fresh[link.fresh].note, default: 0] += 1
    }
    for (old, places) in votes {
      let best = places.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, best.key != old { renames[old] = best.key }
    }
  }

  // MARK: Likeness

  private struct Pair {
    let known: Int
    let fresh: Int
    let score: Double
    let isNear: Bool

    var isEnough: Bool { score >= (isNear ? Matching.enough.near : Matching.enough.far) }
  }

  private mutating func linkAlike() {
    let pairs = likelyPairs().sorted {
      ($1.score, $0.known, $0.fresh) < ($0.score, $1.known, $1.fresh)
    }
    var byKnown: [Int: [Pair]] = [:]
    var byFresh: [Int: [Pair]] = [:]
    for pair in pairs {
      byKnown[pair.known, default: []].append(pair)
      byFresh[pair.fresh, default: []].append(pair)
    }
    var doubtful: [Int] = []
    for pair in pairs where isKnownFree[pair.known] && isFreshFree[pair.fresh] {
      guard pair.isEnough else { continue }
      let rivals = (byKnown[pair.known] ?? []) + (byFresh[pair.fresh] ?? [])
      let hasRival = rivals.contains {
        ($0.known != pair.known || $0.fresh != pair.fresh) && isKnownFree[$0.known]
          && isFreshFree[$0.fresh] && $0.score > pair.score - Self.margin(at: pair.score)
      }
      if hasRival {
        doubtful.append(pair.known)
        // Neither may fall to a worse match meanwhile.
        isKnownFree[pair.known] = false
      } else {
        link(Link(known: pair.known, fresh: pair.fresh))
      }
    }
    for index in doubtful { isKnownFree[index] = true }
    for index in byKnown.keys.sorted() where isKnownFree[index] {
      let candidates = (byKnown[index] ?? []).filter { isFreshFree[$0.fresh] }.prefix(3)
      if !candidates.isEmpty {
        doubts.append(
          Doubt(
            known: index,
            candidates: candidates.map { Candidate(fresh: $0.fresh, likeness: min($0.score, 1)) }))
      }
    }
  }

  /// Pairs of cards without a partner that are worth a look: they share words that few others have.
  private func likelyPairs() -> [Pair] {
    let open = fresh.indices.filter { isFreshFree[$0] }
    var holders: [UInt32: [Int]] = [:]
    for index in open {
      for word in fresh[index].features { holders[word, default: []].append(index) }
      holders[UInt32(truncatingIfNeeded: fresh[index].key), default: []].append(index)
    }
    var pairs: [Pair] = []
    for (index, old) in known.enumerated() where isKnownFree[index] {
      var votes: [Int: Double] = [:]
      for word in old.features + [UInt32(truncatingIfNeeded: old.key)] {
        // Words of every second card tell nothing, and would make the search quadratic.
        guard let found = holders[word], found.count <= Self.mostHolders else { continue }
        for other in found { votes[other, default: 0] += 1 / Double(found.count) }
      }
      let near = votes.map { ($0.key, isSameNote(old, fresh[$0.key]) ? $0.value * 4 : $0.value) }
      for (other, _) in near.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).prefix(Self.mostCandidates)
      {
        let isNear = isSameNote(old, fresh[other])
        let score = old.likeness(to: fresh[other], isSameNote: isNear)
        if score >= (isNear ? Self.enough.near : Self.enough.far) - Self.doubtful {
          pairs.append(Pair(known: index, fresh: other, score: score, isNear: isNear))
        }
      }
    }
    return pairs
  }

  private static let mostHolders = 64
  private static let mostCandidates = 12
}
