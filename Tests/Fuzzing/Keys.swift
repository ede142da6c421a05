import Decks
import Foundation
import Scheduling
import TerminalUI

extension FuzzTarget {
  /// Keys and sizes of the window, in a review of every kind of card: each picture has the size of
  /// the window and nothing in it that a terminal would obey.
  static let keys = FuzzTarget(name: "keys") { bytes in
    var desk = FuzzDesk()
    for byte in bytes.prefix(400) {
      desk.take(byte)
      if desk.hasLeft { return }
    }
  }
}

/// The program around the interface, with nothing behind it: answers are kept at once, and whatever
/// else is asked for cannot be had.
private struct FuzzDesk {
  private var app: App
  private var now = Date(timeIntervalSince1970: 1_795_514_400)
  private(set) var hasLeft = false

  init() {
    app = App(home: Self.home, columns: 80, rows: 24, at: now, repeatGuard: 0)
    send(.key(.enter))
  }

  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x20..<0x7f: send(.key(.character(Character(UnicodeScalar(byte)))))
    case 0x01...0x1a: send(.key(.control(Character(UnicodeScalar(byte + 0x60)))))
    case 0x80..<0x8e: send(.key(Self.named[Int(byte - 0x80)]))
    case 0x8e: send(.paste("one\ntwo\u{1b}[31m three"))
    case 0x8f: send(.resumed)
    case 0x90..<0xc0: send(.resize(columns: Int(byte - 0x90) * 5, rows: app.rows))
    case 0xc0..<0xf0: send(.resize(columns: app.columns, rows: Int(byte - 0xc0)))
    default:
      now += Double(byte)
      send(.tick)
    }
  }

  private static let named: [Key] = [
    .enter, .escape, .tab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
    .pageDown, .enter,
  ]

  private mutating func send(_ kind: Event.Kind) {
    now += 1
    var waiting = app.handle(Event(kind, at: now))[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .leave: hasLeft = true
      case .suspend, .redraw: break
      case .record, .revert: waiting += app.handle(.saved)
      case .openHome: waiting += app.handle(.home(Self.home))
      case .openReview: waiting += app.handle(.show(Self.review(at: now)))
      default: waiting += app.handle(.failed("this cannot be had here"))
      }
    }
    let grid = app.draw()
    precondition(grid.columns == app.columns && grid.rows == app.rows, "not the window's size")
    for row in 0..<grid.rows {
      let isHarmless = grid.text(row: row).unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
      }
      precondition(isHarmless, "a control character in row \(row)")
    }
  }

  private static let home: HomeScreen = {
    let count = cards.count
    let topic = HomeScreen.TopicRow(name: "Sample", due: 0, new: count, cards: count, seen: 0)
    return HomeScreen(
      today: Day(year: 2026, month: 11, day: 24), all: topic, topics: [topic],
      coming: [1, 0, 3, 0, 0, 9])
  }()

  private static func review(at now: Date) -> ReviewScreen {
    let candidates = cards.enumerated().map { position, card in
      ReviewQueue.Candidate(
        card: card.id, topic: card.topic, schedule: .new, position: position, group: nil)
    }
    let calendar = StudyCalendar.fixed()
    let queue = ReviewQueue(
      candidates: candidates, limits: DailyLimits(newPerDay: 99), at: now,
      scheduler: Scheduler(calendar: calendar), seed: 1)
    return ReviewScreen(
      topic: nil, session: ReviewSession(queue: queue, startedAt: now),
      cards: Dictionary(uniqueKeysWithValues: cards.map { ($0.id, $0) }), calendar: calendar,
      at: now)
  }

  /// A card of every kind.
  private static let cards: [Card] = Card.Kind.allCases.enumerated().map { number, kind in
    let choices = ["one", "two 漢字", "three 👩‍👩‍👧"].enumerated().map {
      Choice($1, isRight: $0 == 1)
    }
    let points = ["First, `code`.", "Second.", "Third, which is longer than the first two."]
    let id = "sample\(number)"
    return Card(
      id: CardID(rawValue: id), kind: kind, topic: "Sample", trail: ["Part", "Section"],
      prompt: kind == .cloze ? "A gap is […] here." : "Which **kind** is this?",
      answer: "Text.\n\n```swift\nlet code = \(String(repeating: "x", count: 99))\n```\n\n"
        + "| a | b |\n|---|---|\n| 1 | 2 |\n",
      points: kind == .points || kind == .order ? points : [],
      choices: kind == .choice ? choices : [], blanks: kind == .cloze ? ["sixteen"] : [], level: 1,
      rule: "sample", quality: 1, group: id, place: Place(path: "sample.md", line: 1))
  }
}
