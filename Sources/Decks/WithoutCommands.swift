/// Decks come from strangers too: what a terminal would obey, or what turns text around, is blanked
/// where a deck is read, so that no screen, report or file needs to know of it.
extension Card {
  /// The card with blanks for commands to a terminal in all its texts.
  var withoutCommands: Card {
    var card = self
    card.id = CardID(rawValue: id.rawValue.withoutControls)
    card.topic = topic.withoutControls
    card.trail = trail.map(\.withoutControls)
    card.tags = tags.map(\.withoutControls)
    card.rule = rule.withoutControls
    card.group = group.withoutControls
    card.prompt = prompt.withoutCommands
    card.answer = answer.withoutCommands
    card.points = points.map(\.withoutCommands)
    card.blanks = blanks.map(\.withoutCommands)
    card.choices = choices.map { Choice($0.text.withoutCommands, isRight: $0.isRight) }
    card.interview = interview.map { question in
      InterviewQuestion(
        level: question.level?.withoutControls,
        redFlags: question.redFlags.map(\.withoutCommands),
        followUp: question.followUp?.withoutCommands,
        followUpAnswer: question.followUpAnswer?.withoutCommands)
    }
    card.place = Place(path: place.path.withoutControls, line: place.line)
    return card
  }
}
