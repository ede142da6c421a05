import Decks
import Foundation
import Scheduling

// The answer is in sight: ticks, the rating, and what else is decided about the card.
extension LinearReview {
  mutating func tick(_ line: String, _ word: String, at now: Date) -> Turn {
    guard let count = marks?.texts.count else { return Turn(text: prompt) }
    if word.isEmpty {
      stage = .rating
      return Turn(text: result + ratings(at: now, takes: true) + prompt)
    }
    if word == "a" {
      if marks?.marked.count != count { marks?.markAll() }
    } else if let rows = Self.numbers(line, upTo: count) {
      for row in rows { marks?.mark(row - 1) }
    } else {
      return Turn(text: "Numbers from 1 to \(count), a for all, or Enter.\n" + prompt)
    }
    stage = .rating
    return Turn(text: result + ratings(at: now, takes: true) + prompt)
  }

  mutating func rate(_ word: String, at now: Date) -> Turn {
    if word == "d" {
      guard let drift else {
        return Turn(text: "The note says what it said when you last answered.\n" + prompt)
      }
      stage = .changed
      return Turn(text: difference(drift, sooner: sooner(at: now)) + prompt)
    }
    let ratings: [String: Rating] = [
      "": proposal, "1": .again, "2": .hard, "3": .good, "4": .easy, "again": .again,
      "hard": .hard, "good": .good, "easy": .easy,
    ]
    guard let rating = ratings[word] else {
      return Turn(text: "1 to 4 rate the answer; ? lists what else is understood.\n" + prompt)
    }
    var next = session
    let spent = now.milliseconds(since: shownAt)
    let review = next.grade(rating, at: now, duration: spent, sureness: sureness)
    pending = Pending(session: next)
    let leech = next.leechLapses.map { " " + ReviewScreen.leechNotice($0) } ?? ""
    said =
      "\(rating.name). \(returning(after: rating, review, at: now))"
      + "Took \(SpokenTime.full(spent)).\(leech)\n\n"
    return Turn(text: "", change: .record(review))
  }

  /// Days until a changed card comes again to be seen sooner than by Good.
  func sooner(at now: Date) -> Int {
    guard let outlook = session.outlook(at: now), case .day(let due) = outlook[.good].due else {
      return 1
    }
    return DriftScreen.sooner(than: calendar.day(of: now).distance(to: due))
  }

  mutating func decide(_ word: String, at now: Date) -> Turn {
    guard let card = session.current else { return Turn(text: prompt) }
    switch word {
    case "1":
      drifts[card] = nil
      said = "Kept.\n"
      pending = Pending(session: session, keeps: .rating)
      return Turn(text: "", change: .settleDrift(card))
    case "2":
      let day = calendar.day(of: now).advanced(by: sooner(at: now))
      return mark(.due(day, interval: nil), leaving: true)
    case "3": return mark(.reset, leaving: true)
    case "":
      stage = .rating
      return Turn(text: ratings(at: now, takes: true) + prompt)
    default: return Turn(text: "1, 2 or 3, or Enter to decide later.\n" + prompt)
    }
  }

  mutating func mark(_ mark: CardMark, leaving: Bool) -> Turn {
    guard let card = session.current else { return Turn(text: prompt) }
    var next = session
    if leaving { next.bury() }
    said = mark.sentence(cards: 1) + "\n"
    pending = Pending(session: next, keeps: leaving ? nil : stage)
    return Turn(text: "", change: .mark(mark, card))
  }
}
