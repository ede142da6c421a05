import Decks
import ProgressStore
import Reports
import Scheduling

extension Desk {
  /// What all figures are made from; read once for reports of any period and topic. What of the
  /// notes no card asks about takes reading all of them, and one view alone shows it.
  func figureSources(withSilentParts isWhole: Bool = true) throws(StoreFailure) -> Figures.Sources {
    var table = CardTable()
    let log = try store.answerLog { card in
      table.add(
        card.id, topic: card.topic, trail: card.trail, schedule: card.schedule,
        isSuspended: card.isSuspended, passage: card.passage)
    }
    var sources = Figures.Sources(cards: table, log: log)
    let scheduler = try scheduler()
    sources.parameters = scheduler.parameters
    sources.model = scheduler.choice
    sources.exceptions = scheduler.exceptions
    sources.leechRule = settings.leechRule
    let limits = try limits()
    (sources.newPerDay, sources.reviewsPerDay) = (limits.newPerDay, limits.reviewsPerDay)
    sources.seconds = try answerSeconds()
    sources.mocks = try mockResults()
    if isWhole { sources.silent = try readSilentParts() }
    return sources
  }

  /// What of the notes that can be read no card asks about, in the order of their decks.
  func readSilentParts() throws(StoreFailure) -> [SilentParts] {
    let locations = locations
    let decks = try store.placedDecks { locations.note($0) != nil }
    return Parallel.map(decks.count) { index -> SilentParts? in
      let deck = decks[index]
      guard let path = locations.note(deck.note),
        let file = NoteFiles.file(path, relativePath: path),
        case .success(let note) = NoteFiles.read(file, as: deck.note)
      else { return nil }
      return SilentParts(of: note, topic: deck.topic, cardLines: deck.lines)
    }.compactMap(\.self)
  }

  /// The figures of a period, with the names of the cards they list.
  func figures(
    _ sources: Figures.Sources, period: ReportPeriod, topic: String?
  ) throws(StoreFailure) -> Figures {
    let first = sources.log.firstDay ?? world.today
    var figures = Figures(
      sources, period: period.period(since: first, today: world.today), topic: topic,
      at: world.now, calendar: world.calendar)
    for id in figures.named {
      guard let card = try store.card(id) else { continue }
      figures.names[id] = Figures.CardName(question: card.question, place: card.place)
    }
    return figures
  }
}
