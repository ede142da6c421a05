import Decks
import ProgressStore
import Reports
import Scheduling

extension Desk {
  /// What all figures are made from; read once for reports of any period and topic.
  func figureSources() throws(StoreFailure) -> Figures.Sources {
    var table = CardTable()
    try store.forEachPlacedCard { card in
      table.add(
        card.id, topic: card.topic, trail: card.trail, schedule: card.schedule,
        isSuspended: card.isSuspended, passage: card.passage)
    }
    var sources = Figures.Sources(cards: table, log: try store.answerLog())
    sources.parameters = try scheduler().parameters
    sources.leechRule = settings.leechRule
    sources.newPerDay = try limits().newPerDay
    sources.mocks = try mockResults()
    return sources
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
