import Decks

/// What a mock consists of.
package struct Preset: Hashable, Codable, Sendable {
  /// What the paper is made of, and what its result is.
  package enum Style: String, Codable, Sendable {
    /// Rounds of questions; score, rubric and band.
    case interview
    /// One prompt in six stages; checklist, rubric and band.
    case design
    /// Short questions in quick succession; a score.
    case rapid
    /// One clock, free navigation; a score and pass or not.
    case exam
  }

  package var name: String
  package var style: Style
  package var rounds: [Round]
  /// Seconds beyond the boxes that soft overruns may eat.
  package var spare: Int
  /// When answers are shown if they are spoken, and if they are typed.
  package var reveal: Reveal
  package var typedReveal: Reveal
  /// No topic takes more than its share of this many.
  package var topicsAtLeast: Int

  package init(
    name: String, style: Style, rounds: [Round], spare: Int = 0, reveal: Reveal,
    typedReveal: Reveal? = nil, topicsAtLeast: Int = 1
  ) {
    self.name = name
    self.style = style
    self.rounds = rounds
    self.spare = spare
    self.reveal = reveal
    self.typedReveal = typedReveal ?? reveal
    self.topicsAtLeast = topicsAtLeast
  }

  /// How many questions it has.
  package var count: Int { rounds.reduce(0) { $0 + $1.levels.count } }

  /// Seconds of answering in all.
  package var seconds: Int { rounds.reduce(spare) { $0 + $1.levels.count * $1.box } }

  package func reveal(for mode: AnswerMode) -> Reveal {
    mode == .type ? typedReveal : reveal
  }

  /// The preset with another number of questions, shared out among its rounds in proportion, at
  /// least one each as long as there are enough. A design has one prompt and stays as it is.
  package func resized(to questions: Int) -> Preset {
    guard style != .design, questions > 0, count > 0, questions != count else { return self }
    var copy = self
    var sizes = rounds.map { $0.levels.count * questions / count }
    var rest = questions - sizes.reduce(0, +)
    let order = rounds.indices.sorted { left, right in
      let remainders = [left, right].map { rounds[$0].levels.count * questions % count }
      // A round that would vanish comes first, then the largest remainder.
      if (sizes[left] == 0) != (sizes[right] == 0) { return sizes[left] == 0 }
      return remainders[0] == remainders[1] ? left < right : remainders[0] > remainders[1]
    }
    for index in order where rest > 0 {
      sizes[index] += 1
      rest -= 1
    }
    copy.rounds = zip(rounds, sizes).compactMap { round, size in
      size > 0 ? round.resized(to: size) : nil
    }
    return copy
  }

  /// The preset with another total of answering time; boxes and spare change in proportion.
  package func lasting(minutes: Int) -> Preset {
    guard seconds > 0, minutes > 0 else { return self }
    var copy = self
    for index in copy.rounds.indices {
      copy.rounds[index].box = max(copy.rounds[index].box * minutes * 60 / seconds, 5)
    }
    let boxes = copy.rounds.reduce(0) { $0 + $1.levels.count * $1.box }
    copy.spare = max(minutes * 60 - boxes, 0)
    return copy
  }

  /// What is wrong with a preset that somebody wrote; nil if it can be asked.
  package var fault: String? {
    if rounds.isEmpty || rounds.contains(where: { $0.levels.isEmpty }) {
      return "the preset \(name) has a round without questions"
    }
    for round in rounds {
      if let level = round.levels.first(where: { !(0...4).contains($0) }) {
        return "level \(level) of the round “\(round.name)” is outside 1 to 4"
      }
      if round.kinds.isEmpty { return "the round “\(round.name)” allows no kind of card" }
      if round.box < 0 { return "the box of the round “\(round.name)” is below 0" }
    }
    if seconds > 3 * 3600 { return "the preset \(name) takes \(seconds / 60) minutes; 180 is most" }
    if topicsAtLeast < 1 { return "topics_at_least of \(name) is below 1" }
    return nil
  }
}
