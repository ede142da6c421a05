import Reports
import Scheduling

/// What can be done when a review finds no card.
package struct NothingDue: Hashable, Sendable {
  /// The cards that come next.
  package struct Next: Hashable, Sendable {
    let cards: Int
    /// "tomorrow", "Fri 27 Nov", "10:05"
    let when: String
    /// Whole days until then.
    let days: Int

    package init(cards: Int, when: String, days: Int) {
      self.cards = cards
      self.when = when
      self.days = days
    }
  }

  /// The topic asked for; nil for all.
  let topic: String?
  /// What else was asked for; nil for all of the topic. There is no sitting beyond the day for it.
  let query: CardQuery?
  let today: Day
  package var next: Next?
  /// Cards never seen, and how many of them are offered.
  package var unseen = 0
  package var offered = 5
  /// Cards that were seen, whatever their day.
  package var seen = 0

  package init(topic: String?, query: CardQuery? = nil, today: Day) {
    self.topic = topic
    self.query = query
    self.today = today
  }

  /// Cards of a sitting that does not count.
  private static let weakest = 20

  package var screen: ChoiceScreen {
    ChoiceScreen(
      "ebb › \(query.map(String.init(describing:)) ?? topic ?? "All topics")", right: today.long,
      head: [sentence] + offer,
      choices: choices, foot: foot)
  }

  private var sentence: String {
    let what =
      query == nil
      ? topic.map { "Nothing of \($0) is due" } ?? "Nothing is due" : "None of these cards is due"
    guard let next else { return what + " now." }
    return "\(what) before \(next.when), \(Words.count(next.cards, "card"))."
  }

  private var offer: [String] {
    choices.isEmpty
      ? ["You can stop here; what you have learned is asked again when you are about to forget it."]
      : ["You can stop here. Or:"]
  }

  private var choices: [ChoiceScreen.Choice] {
    guard query == nil else { return [] }
    var choices: [ChoiceScreen.Choice] = []
    let new = min(offered, unseen)
    if new > 0 {
      choices.append(
        .init(
          "new cards", "\(new) of the \(unseen) that you have not seen",
          [.effect(.openExtra(.new(new), topic: topic))]))
    }
    if let next, next.days > 0 {
      choices.append(
        .init(
          "look ahead", "the \(next.cards) of \(next.when), counted as early reviews",
          [.effect(.openExtra(.ahead(days: next.days), topic: topic))]))
    }
    if seen > 0 {
      let count = min(seen, Self.weakest)
      choices.append(
        .init(
          "weakest first", "\(Words.count(count, "card")) by recall, not counted",
          [.effect(.openExtra(.weakest(count), topic: topic))]))
    }
    return choices
  }

  private var foot: [String] {
    guard let next, next.days > 0 else { return [] }
    return ["Early reviews are safe: the schedule gives them a little less credit."]
  }
}

/// A sitting beyond what the day asks for.
package enum ExtraSitting: Hashable, Sendable {
  /// So many cards never seen, however many there were today.
  case new(Int)
  /// What becomes due within so many days.
  case ahead(days: Int)
  /// So many cards, the likeliest forgotten first; nothing of it counts.
  case weakest(Int)
}
