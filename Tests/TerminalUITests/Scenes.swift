import Reports
import Testing

@testable import TerminalUI

/// A state of the interface worth a picture, reached as a user reaches it.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let sizes: [Size]
  private let open: @Sendable (Size) -> Desk

  struct Size: Sendable {
    let columns: Int
    let rows: Int

    static let all = [
      Size(columns: 40, rows: 10), Size(columns: 60, rows: 20), Size(columns: 80, rows: 24),
      Size(columns: 120, rows: 40),
    ]
    static let tooSmall = [Size(columns: 30, rows: 8), Size(columns: 16, rows: 2)]
  }

  init(_ name: String, sizes: [Size] = Size.all, _ open: @escaping @Sendable (Size) -> Desk) {
    self.name = name
    self.sizes = sizes
    self.open = open
  }

  /// A review of cards, then keys.
  init(_ name: String, _ cards: [Sample], _ keys: [Key]) {
    self.init(name) { size in
      var desk = Desk.reviewing(cards, columns: size.columns, rows: size.rows)
      for key in keys { desk.press(key) }
      return desk
    }
  }

  /// The home screen, then keys.
  init(_ name: String, home: HomeScreen, _ keys: [Key] = []) {
    self.init(name) { size in
      var desk = Desk(columns: size.columns, rows: size.rows)
      desk.app = App(home: home, columns: size.columns, rows: size.rows, at: morning)
      for key in keys { desk.press(key) }
      return desk
    }
  }

  /// A report of figures, then keys.
  init(
    _ name: String, figures: @escaping @autoclosure @Sendable () -> Figures, view: Report.View,
    _ keys: [Key] = []
  ) {
    self.init(name, sizes: Array(Size.all.dropFirst())) { size in
      var desk = Desk(columns: size.columns, rows: size.rows)
      _ = desk.app.handle(.show(ReportScreen(figures(), period: .last(30), view: view)))
      for key in keys { desk.press(key) }
      return desk
    }
  }

  func draw(_ size: Size) -> Grid { desk(size).app.draw() }
  /// The interface in this state, to be used on.
  func desk(_ size: Size) -> Desk { open(size) }
  func file(_ size: Size) -> String { "\(name).\(size.columns)x\(size.rows).screen" }
  var testDescription: String { name }
}

extension Scene {
  static let all =
    home + review + situations + texts + help + library + notes + reports + mocks

  private static let manyTopics = (1...45).map { number in
    (name: "Topic \(number)", due: number % 4, new: number % 3, cards: 30, seen: 10)
  }

  private static let home = [
    Scene("home", home: .sample),
    Scene("home-busy", home: .busy),
    Scene("home-nothing-due", home: .home([("Docker", 0, 0, 60, 60), ("Nginx", 0, 0, 41, 41)])),
    Scene("home-topic-selected", home: .sample, [.character("j"), .down]),
    Scene(
      "home-long-names",
      home: .home([
        ("A subject whose name is longer than any column has room for it", 12, 3, 1200, 996),
        ("数据库事务与隔离级别以及其他许多事情的很长的名字还要更长", 1, 0, 9, 9),
      ])),
    Scene("home-many-topics", home: .home(manyTopics)),
    Scene("home-many-topics-end", home: .home(manyTopics), [.character("G")]),
    Scene("home-without-topics", home: .home([])),
    Scene(
      "home-notice",
      home: .home(
        [("Redis", 9, 2, 120, 96)],
        notice: "! redis.md:12: two sections ask the same question; the second is left out")),
    Scene("too-small", sizes: Size.tooSmall) { size in
      Desk(columns: size.columns, rows: size.rows)
    },
  ]

  private static let review = [
    Scene("review-front", [.lock], []),
    Scene("review-front-new", Sample.plain(12), [.enter, .character("4")]),
    Scene("review-front-skipped", Sample.plain(3), [.character("s")]),
    Scene("review-back", [.lock], [.enter]),
    Scene("review-back-new", Sample.plain(12), [.character("2")]),
    Scene("review-back-undone", [.lock, .points], [.enter, .enter, .character("u")]),
    Scene("review-long-question", [.longQuestion], []),
    Scene("review-long-question-back", [.longQuestion], [.enter]),
    Scene("review-points", [.points], [.enter]),
    Scene("review-points-ticked", [.points], [.enter] + "1235".map { .character($0) }),
    Scene("review-points-grades", [.points], [.enter, .character("1"), .tab]),
    Scene("review-choice", [.choice], [.character("1"), .down, .down]),
    Scene("review-choice-back", [.choice], [.character("1"), .character("3"), .enter]),
    Scene("review-choice-one-right", [.oneRight], [.character("2")]),
    Scene("review-steps", [.steps], [.character("2"), .character("4")]),
    Scene("review-steps-back", [.steps], "2451".map { .character($0) } + [.enter]),
    Scene("review-cloze", [.cloze], []),
    Scene("review-cloze-back", [.cloze], [.enter]),
    Scene("review-typing", [.lock], "tonly the owner".map { .character($0) }),
    Scene(
      "review-typed", [.cloze], "t16834".map { .character($0) } + [.enter]),
    Scene(
      "review-typed-points", [.points],
      "tquorum queue, persistent, confirms".map { .character($0) } + [.enter]),
    Scene("review-hint", [.points], [.character("r"), .character("r")]),
    Scene("review-not-saved") { size in
      var desk = Desk.reviewing([.lock], columns: size.columns, rows: size.rows)
      desk.problem = "no space is left on the device that holds the progress file"
      desk.press(.enter, .character("3"))
      return desk
    },
    Scene("nothing-due", [], []),
    Scene("nothing-due-topic") { size in
      var desk = Desk([], columns: size.columns, rows: size.rows)
      desk.press(.character("j"), .enter)
      return desk
    },
    Scene(
      "summary", [.lock] + Sample.plain(3),
      [.enter, .character("3")] + Array(repeating: [.enter, .character("4")], count: 3).joined()),
    Scene(
      "summary-misses", [.lock, .points, .long, .table] + Sample.plain(8),
      Array(repeating: [.enter, .character("1")], count: 12).joined() + [.character("q")]),
    Scene("summary-left-early", Sample.plain(5), [.enter, .enter, .escape]),
  ]

  private static let situations = [
    scene(
      "nothing-due-offers",
      {
        var nothing = NothingDue(topic: "Redis", today: tuesday)
        nothing.next = NothingDue.Next(cards: 14, when: "tomorrow", days: 1)
        (nothing.unseen, nothing.seen) = (25, 95)
        return nothing.screen
      }(), [.character("j")]),
    scene(
      "problem",
      ChoiceScreen(
        "ebb › Problem", right: "notes folder missing",
        head: [
          "! ~/notes/work is not there.",
          "It gave 312 cards, 268 of them with progress. Nothing is lost: the last compiled deck "
            + "is still here and your progress is complete.",
        ], isProblem: true,
        choices: [
          .init("go on with the last compiled deck", "", []),
          .init("the folder has moved: name the new place", "", []),
          .init("stop using this folder", "its progress is kept aside", []),
        ],
        foot: [
          "If it is on a disk or a network drive, connect it and press Enter on 1; ebb looks again "
            + "each time it starts."
        ])),
    scene(
      "text-question",
      TextQuestion(
        "ebb", head: ["Where are your notes?", "A folder of Markdown files, or one file."],
        label: "Folder:", text: "~/not", remark: "! There is nothing at ~/not.", back: [.close])),
  ]

  /// A screen that is opened over home, then keys.
  private static func scene(_ name: String, _ screen: any Screen, _ keys: [Key] = []) -> Scene {
    Scene(name) { size in
      var desk = Desk(columns: size.columns, rows: size.rows)
      _ = desk.app.handle(.show(screen))
      for key in keys { desk.press(key) }
      return desk
    }
  }

  private static let texts = [
    Scene("code-cut", [.longCode], [.enter]),
    Scene("code-shifted", [.longCode], [.enter, .character("l"), .right]),
    Scene(
      "code-shifted-to-the-end", [.longCode], [.enter] + Array(repeating: .right, count: 40)),
    Scene("code-wrapped", [.longCode], [.enter, .character("w")]),
    Scene("table", [.table], [.enter]),
    Scene("wide-characters", [.wide], [.enter]),
    Scene("wide-characters-front", [.wide], []),
    Scene("long-answer-top", [.long], [.enter]),
    Scene("long-answer-middle", [.long], [.enter, .character(" "), .control("d")]),
    Scene("long-answer-end", [.long], [.enter, .end]),
  ]

  private static let reports =
    Report.View.allCases.filter { $0 != .digest }.map { view in
      Scene("reports-\(view)", figures: .sample(), view: view)
    } + [
      Scene("reports-overview-end", figures: .sample(), view: .overview, [.character("G")]),
      Scene("reports-nothing", figures: .nothing, view: .overview),
      Scene("reports-nothing-topics", figures: .nothing, view: .topics),
      Scene("reports-nothing-heatmap", figures: .nothing, view: .heatmap),
      Scene(
        "reports-topic-selected", figures: .sample(), view: .topics,
        [.character("j"), .character("j")]),
      Scene("reports-topic", figures: .sample(topic: "Redis"), view: .topics),
      Scene(
        "reports-topics-end", figures: .sample(), view: .topics, [.character("G"), .character("G")]),
      Scene(
        "reports-forecast-day", figures: .sample(), view: .forecast,
        [.character("l"), .character("l"), .character("l")]),
      Scene(
        "reports-heatmap-day", figures: .sample(), view: .heatmap,
        [.character("h"), .character("h"), .character("k")]),
      Scene("help-reports", figures: .sample(), view: .overview, [.character("?")]),
    ]

  private static let help = [
    Scene("help-home", home: .sample, [.character("?")]),
    Scene("help-front", [.lock], [.character("?")]),
    Scene("help-back", [.lock], [.enter, .character("?")]),
    Scene("help-options", [.choice], [.character("?")]),
    Scene("help-points", [.points], [.enter, .character("?")]),
    Scene("help-back-end", [.lock], [.enter, .character("?"), .character("G")]),
    Scene("help-not-saved") { size in
      var desk = Desk.reviewing([.lock], columns: size.columns, rows: size.rows)
      desk.problem = "no space is left on the device"
      desk.press(.enter, .character("3"), .character("?"))
      return desk
    },
    Scene("help-nothing-due", [], [.character("?")]),
    Scene("help-summary", Sample.plain(2), [.enter, .enter, .escape, .character("?")]),
  ]
}
