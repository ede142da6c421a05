extension Schema {
  /// What a start asks of all cards of the catalogue, lying together in the order in which it is
  /// asked: derived from `card`, `schedule` and `mark`, and kept by triggers alone.
  static let overview = """
    create table seen (
      topic text not null,
      card text not null,
      due_day integer, due_time integer, last_review integer, stability real, fast real,
      suspended integer not null, buried_until integer,
      primary key (topic, card)
    ) strict, without rowid;
    create index seen_by_day on seen (due_day, suspended);

    create table unseen (
      topic text not null,
      position integer not null,
      card text not null,
      siblings text not null,
      suspended integer not null, buried_until integer,
      primary key (topic, position, card)
    ) strict, without rowid;
    create index unseen_by_place on unseen (position, card);

    create view seen_card as
      select topic, id as card, due_day, due_time, last_review, stability, fast,
        ifnull(suspended, 0) as suspended, buried_until
      from card join schedule on schedule.card = card.id left join mark on mark.card = card.id;
    create view unseen_card as
      select topic, position, id as card, siblings, ifnull(suspended, 0) as suspended,
        buried_until
      from card left join mark on mark.card = card.id
      where not exists (select 1 from schedule where schedule.card = card.id);

    \(trigger("card_added", "insert on card", add("new.id")))
    \(trigger("card_removed", "delete on card", remove("old.topic", "old.position", "old.id")))
    \(trigger(
      "card_changed", "update of id, topic, position, siblings on card",
      remove("old.topic", "old.position", "old.id") + add("new.id")))
    \(trigger("schedule_added", "insert on schedule", renew("new.card")))
    \(trigger("schedule_changed", "update on schedule", renew("new.card")))
    \(trigger("schedule_removed", "delete on schedule", renew("old.card")))
    \(trigger("mark_added", "insert on mark", renew("new.card")))
    \(trigger("mark_changed", "update on mark", renew("new.card")))
    \(trigger("mark_removed", "delete on mark", renew("old.card")))

    \(fillOverview)
    """

  /// Makes the overview anew.
  static let fillOverview = """
    delete from seen;
    insert into seen select * from seen_card order by topic, card;
    delete from unseen;
    insert into unseen select * from unseen_card order by topic, position, card;
    """

  /// Counts the rows of the overview that are not as they should be.
  static let wrongOverview = """
    select (select count(*) from (select * from seen except select * from seen_card))
      + (select count(*) from (select * from seen_card except select * from seen))
      + (select count(*) from (select * from unseen except select * from unseen_card))
      + (select count(*) from (select * from unseen_card except select * from unseen))
    """

  private static func trigger(_ name: String, _ event: String, _ body: String) -> String {
    "create trigger \(name) after \(event) begin \(body) end;"
  }

  private static func add(_ card: String) -> String {
    """
    insert into seen select * from seen_card where card = \(card);
    insert into unseen select * from unseen_card where card = \(card);
    """
  }

  private static func remove(_ topic: String, _ position: String, _ card: String) -> String {
    """
    delete from seen where topic = \(topic) and card = \(card);
    delete from unseen where topic = \(topic) and position = \(position) and card = \(card);
    """
  }

  private static func renew(_ card: String) -> String {
    func place(_ column: String) -> String {
      "(select \(column) from card where id = \(card))"
    }
    return remove(place("topic"), place("position"), card) + add(card)
  }
}
