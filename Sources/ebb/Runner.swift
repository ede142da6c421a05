import CursesTerminal
import Decks
import Foundation
import MockInterview
import ProgressStore
import Reports
import TerminalUI

/// Runs the interface on a terminal: events in, effects done, cells out.
struct Runner {
  var desk: Desk {
    didSet { silentParts = nil }
  }
  /// The sitting whose summary is in sight, for the user's hook.
  private var sitting: SittingFigures?
  /// What the plans of the screen in sight are made from; nil until one was opened.
  private var planSources: PlanOutlook.Sources?
  /// What of the notes no card asks about; nil until it was looked for, and when notes changed.
  private var silentParts: [SilentParts]?

  init(desk: Desk) { self.desk = desk }

  /// - Returns: The exit status.
  mutating func run(
    on terminal: any Terminal, beginning effect: Effect?, mock opening: MockOpening? = nil
  ) throws -> Int32 {
    defer { terminal.restore() }
    var first: [Effect] = []
    let backup = desk.lateBackup
    // A command that names what to do is not held up by questions.
    if effect == nil, opening == nil {
      let questions = StartQuestions(terminal: terminal, world: desk.world, look: desk.look)
      var hasChanged = try questions.askAboutMissing(desk)
      if try FirstRun.isDue(desk) {
        first = try FirstRun(desk: desk, questions: questions).ask().map { [$0] } ?? []
        hasChanged = true
      }
      if hasChanged {
        desk = try Desk(
          options: desk.options, world: desk.world.rereadingSettings(), backingUp: .never)
      }
    }
    let notice = desk.diagnostics.first { $0.severity > .info }.map { "! " + $0.description }
    // Who begins elsewhere sees home when he comes back to it, and it is counted then.
    let isSeen = effect == nil && opening == nil
    var app = App(
      home: isSeen ? try desk.homeScreen(notice: notice) : desk.emptyHome(notice: notice),
      columns: terminal.columns, rows: terminal.rows,
      at: desk.world.now, repeatGuard: desk.settings.repeatGuard, look: desk.look)
    var effects = effect.map { [$0] } ?? first
    if let opening {
      effects = app.handle(.show(try MockScreens(desk: desk).screen(opening)))
    }
    while true {
      while !effects.isEmpty {
        let effect = effects.removeFirst()
        if case .leave(let status) = effect {
          try runHook()
          return status
        }
        let reply = perform(effect, on: terminal)
        // Home is where a failure is told.
        if case .failed? = reply, !isSeen, let home = try? desk.homeScreen() {
          _ = app.handle(.home(home))
        }
        effects += reply.map { app.handle($0) } ?? []
      }
      // Shows that a crash leaves a usable terminal.
      if desk.world.environment["EBB_DEBUG_CRASH"] == "draw" { abort() }
      terminal.draw(app.draw())
      backup?.begin()
      effects = app.handle(terminal.next(timeout: app.tick))
    }
  }

  /// Does an effect, or hands it to whom it is for.
  private mutating func perform(_ effect: Effect, on terminal: any Terminal) -> Reply? {
    do throws(StoreFailure) {
      switch effect {
      case .openReview(let topic):
        return .show(try desk.openReview(ReviewScope(topic: topic)))
      case .openExtra(let extra, let topic):
        return .show(try desk.extra(extra, topic: topic))
      case .openTomorrow(let figures):
        sitting = figures
        let due = try desk.store.coming(1, after: desk.world.today).first ?? 0
        return .tomorrow(Tomorrow(due: due, streak: try desk.streak()))
      case .openHome:
        planSources = nil
        try desk.noteEndOfSitting()
        try runHook()
        return .home(try desk.homeScreen())
      case .record(let review):
        try desk.record(review)
        return .saved
      case .revert(let review):
        try desk.revert(review)
        return .saved
      case .edit(let place, let cards):
        silentParts = nil
        return try edit(place, cards: cards, on: terminal)
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .ring: terminal.ring()
      case .writeAnswer(let text): return edit(text, on: terminal)
      case .leave, .answered: break
      case .openOutside(let target, let path): return open(target, namedIn: path)
      case .cards(let effect): return try Browsing(desk: desk).perform(effect)
      case .notes(let effect): return try NotesDesk(desk: desk).perform(effect)
      case .mock(let effect):
        let reply = try MockScreens(desk: desk).perform(effect)
        if case .save(let events, _) = effect { try runHook(after: events) }
        return reply
      case .plan(let effect): return perform(effect)
      case .reports(let effect): return try perform(effect)
      case .settings(let effect): return perform(effect, on: terminal)
      }
      return nil
    } catch {
      return .failed(error.explanation)
    }
  }

  /// Tells the user's hook of the sitting that is over, once.
  private mutating func runHook() throws(StoreFailure) {
    guard let figures = sitting else { return }
    sitting = nil
    try desk.runHook(after: figures)
  }

  /// Tells the user's hook of a mock that is over.
  private func runHook(after events: [DatedMockEvent]) throws(StoreFailure) {
    let ended = events.first { event in
      if case .end = event.event.kind { true } else { false }
    }
    guard let ended,
      let hook = Hook("post_mock", settings: desk.settings, environment: desk.world.environment),
      let attempt = try MockDesk(desk).attempts().first(where: { $0.id == ended.event.attempt }),
      let json = try? JSONText.of(MockObject(attempt, proposals: nil))
    else { return }
    hook.run(json)
  }

  private mutating func perform(_ effect: ReportEffect) throws(StoreFailure) -> Reply? {
    switch effect {
    case .open(let period, let topic, let view):
      let sources = try desk.figureSources(withSilentParts: false)
      let figures = try desk.figures(sources, period: period, topic: topic)
      return .show(ReportScreen(figures, period: period, view: view))
    case .count(let period, let topic):
      let sources = try desk.figureSources(withSilentParts: false)
      return .figures(try desk.figures(sources, period: period, topic: topic), period)
    case .readSilentParts:
      if silentParts == nil { silentParts = try desk.readSilentParts() }
      return silentParts.map { .silentParts($0) }
    case .export(let report):
      return OutputFile.written(
        MarkdownText.of(report), to: "ebb-report-\(report.view.rawValue)-\(desk.world.today).md")
    }
  }

  private mutating func perform(_ effect: PlanEffect) -> Reply {
    do {
      if effect == .open || planSources?.today != desk.world.today { planSources = nil }
      let sources = try planSources ?? PlanOutlook.Sources(desk)
      planSources = sources
      let plans = PlanDesk(desk: desk, sources: sources)
      switch effect {
      case .open: return .show(try plans.screen())
      case .count(let wish): return .plan(try plans.figures(wish))
      case .set(let wish):
        let sentence = try plans.set(wish)
        // New cards and retention follow the plan from now on.
        try reread()
        return .said(sentence)
      }
    } catch {
      let message = CommandFailure(error).message
      if case .open = effect { return .said("! " + message) }
      return .failed(message)
    }
  }

  /// Opens a link, or a file beside the note that names it, and does not wait for the reader.
  private func open(_ link: String, namedIn note: String) -> Reply {
    let sources = desk.locations.sources(besides: (try? desk.store.sources()) ?? [])
    do throws(LinkTarget.Refusal) {
      let target = try LinkTarget(link, in: desk.locations.note(note), below: sources).path
      let status = Browser(environment: desk.world.environment).open(target, inBackground: true)
      return .said(
        status == 0 ? "Opened \(target)." : "! Nothing here opens \(target); set BROWSER.")
    } catch {
      return .said("! " + error.sentence)
    }
  }

  private func edit(
    _ place: Decks.Place, cards: [CardID], on terminal: any Terminal
  ) throws(StoreFailure) -> Reply {
    guard let path = desk.locations.note(place.path) else {
      return .reread(
        cards: nil, notice: "! \(place.path) is not there any more.", at: desk.world.now)
    }
    var status: Int32 = 0
    terminal.lend {
      status = Editor(environment: desk.world.environment).open(path, line: place.line)
    }
    guard status == 0 else {
      return .reread(
        cards: nil, notice: "! The editor ended with status \(status); set VISUAL or EDITOR.",
        at: desk.world.now)
    }
    _ = try CatalogueRefresh(desk.store, from: desk.locations, at: desk.world.stamp)
    var fresh: [CardID: Card] = [:]
    for id in cards { fresh[id] = try desk.store.card(id) }
    let isOwn = place.path.utf8.first == UInt8(ascii: "/")
    let notice =
      isOwn ? "Note read again." : "A shipped note: its cards change when its deck is compiled."
    return .reread(cards: fresh, notice: notice, at: desk.world.now)
  }
}
