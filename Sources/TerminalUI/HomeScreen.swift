import Foundation
import Reports
import Scheduling

/// What waits, by topic; the list is the menu.
package struct HomeScreen: Screen, Hashable {
  /// One row of the list: a topic, or all of them.
  package struct TopicRow: Hashable, Sendable {
    package let name: String
    /// Cards to review today.
    package let due: Int
    /// New cards that a review of this row would bring today.
    package let new: Int
    /// All cards of the topic, and how many of them were seen.
    package let cards: Int
    package let seen: Int
    /// Of all of them: set aside by the user.
    package let suspended: Int
    /// Cards that would be recalled now: the sum of the probabilities.
    package let known: Double

    package init(
      name: String, due: Int, new: Int, cards: Int, seen: Int, suspended: Int = 0,
      known: Double = 0
    ) {
      self.name = name
      self.due = due
      self.new = new
      self.cards = cards
      self.seen = seen
      self.suspended = suspended
      self.known = known
    }

    /// Cards that are not set aside.
    var counted: Int { cards - suspended }

    /// Share of the cards that would be recalled now, those never seen counting 0; nil without
    /// cards.
    var ready: Double? { counted > 0 ? min(known / Double(counted), 1) : nil }
  }

  package let today: Day
  /// The first row stands for everything.
  package let all: TopicRow
  package let topics: [TopicRow]
  /// Cards that fall due on each of the days after today, tomorrow first; empty if not counted.
  package let coming: [Int]
  /// The way back after a break; nil if there was none.
  package let comeback: Comeback?
  /// What else there is to say.
  package let news: HomeNews
  /// What went wrong while notes were read, or another thing to say once.
  package var notice: String?
  /// One sentence about the last key.
  private(set) var remark: String?
  private(set) var selected = 0
  /// The topic that is being looked for, and the row to go back to.
  private(set) var finding: Finding?

  struct Finding: Hashable {
    var field = TextField()
    let before: Int
  }

  package init(
    today: Day, all: TopicRow, topics: [TopicRow], coming: [Int] = [],
    comeback: Comeback? = nil, news: HomeNews = HomeNews(), notice: String? = nil
  ) {
    self.today = today
    self.all = all
    self.coming = coming
    self.comeback = comeback
    self.news = news
    self.topics = topics.sorted {
      $0.due != $1.due ? $0.due > $1.due : $0.name.lowercased() < $1.name.lowercased()
    }
    self.notice = notice
    select(topic: news.session?.topic)
  }

  /// The topic in focus; nil for all of them.
  package var selectedTopic: String? { selected == 0 ? nil : topics[selected - 1].name }

  var rows: [TopicRow] { [all] + topics }

  mutating func select(topic: String?) {
    selected = topic.flatMap { name in topics.firstIndex { $0.name == name } }.map { $0 + 1 } ?? 0
  }

  package var context: KeyContext { .home }
  package var readsText: Bool { finding != nil }

  package mutating func handle(_ action: Action, in window: Window) -> [Step] {
    switch action {
    case .accept: return [.effect(.openReview(topic: selectedTopic))]
    case .openMock: return [.effect(.mock(.open(topic: selectedTopic)))]
    case .back: return [.effect(.leave(status: 0))]
    case .settings: return [.effect(.settings(.open))]
    case .browse: return [.effect(.cards(.browse(CardQuery(topic: selectedTopic))))]
    case .notes: return [.effect(.notes(.open(.coverage)))]
    case .plan: return [.effect(.plan(.open))]
    case .info:
      return [.effect(.reports(.open(period: .last(30), topic: selectedTopic, view: .overview)))]
    case .find: finding = Finding(before: selected)
    case .reports:
      return [.effect(.reports(.open(period: .last(30), topic: nil, view: .overview)))]
    default: move(action, page: max(window.rows / 2, 1))
    }
    return []
  }

  package mutating func read(_ key: Key, in window: Window) -> [Step] {
    guard var finding else { return [] }
    switch key {
    case .enter: self.finding = nil
    case .escape:
      selected = finding.before
      self.finding = nil
    default:
      guard finding.field.handle(key) else { break }
      self.finding = finding
      goToTopic()
    }
    return []
  }

  package mutating func paste(_ text: String, in window: Window) -> [Step] {
    finding?.field.insert(text)
    goToTopic()
    return []
  }

  /// The first topic with a word that begins with what was typed.
  private mutating func goToTopic() {
    guard let finding else { return }
    let wanted = finding.field.text.lowercased()
    let row = rows.firstIndex { row in
      let name = row.name.lowercased()
      return name.hasPrefix(wanted) || name.split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
    selected = wanted.isEmpty ? finding.before : row ?? selected
  }

  /// Something may have been answered meanwhile.
  package mutating func uncover(after seconds: TimeInterval, in window: Window) -> [Step] {
    [.effect(.openHome)]
  }

  package mutating func say(_ sentence: String) { remark = sentence }

  private mutating func move(_ action: Action, page: Int) {
    switch action {
    case .rowDown: selected += 1
    case .rowUp: selected -= 1
    case .pageDown: selected += page
    case .pageUp: selected -= page
    case .top: selected = 0
    case .bottom: selected = rows.count - 1
    default: break
    }
    // Said once, and read by now.
    notice = nil
    remark = nil
    selected = min(max(selected, 0), rows.count - 1)
  }
}
