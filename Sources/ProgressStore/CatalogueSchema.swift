extension Schema {
  /// The catalogue: compiled cards, so that a start reads only what changed. It can be rebuilt.
  static let catalogue = """
    create table deck (
      id integer primary key,
      path text not null unique,
      fingerprint text not null,
      topic text not null,
      -- cards that another deck holds too and that are kept there
      copies integer not null default 0
    ) strict;
    create table card (
      id text primary key,
      deck integer not null references deck (id),
      topic text not null,
      position integer not null,
      siblings text not null,
      body text not null
    ) strict, without rowid;
    create index card_by_deck on card (deck);
    create index card_by_position on card (position, id);

    -- Cards that were answered and have left the notes, as they were last.
    create table orphan (
      card text primary key,
      body text not null
    ) strict, without rowid;
    -- Cards of the catalogue that an orphan may have become.
    create table doubt (
      orphan text not null,
      card text not null,
      likeness real not null,
      rejected integer not null default 0,
      primary key (orphan, card)
    ) strict, without rowid;
    -- Cards as they were at their last answer, where that was another text: it counts as long as
    -- the card is not answered again.
    create table drift (
      card text primary key,
      last_review integer not null,
      body text not null
    ) strict, without rowid;
    """
}
