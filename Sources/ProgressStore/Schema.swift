/// The tables of a progress file, as steps from one version to the next.
enum Schema {
  /// "ebb1" in the header of the file, so that no other SQLite file is taken for progress.
  static let applicationID = 0x6562_6231

  static var version: Int { steps.count }

  /// `steps[n]` leads from version n to n + 1. A released step is never changed.
  static let steps = [first + catalogue, rowSums + overview]

  /// Times are milliseconds since 1970 UTC, days are local calendar days since 1970-01-01.
  private static let first = """
    -- The log: the only truth. Rows are added, never changed or deleted. A device is one opening of
    -- the file; its events are counted from 1, so that each is itself in every copy of the file.
    create table event (
      id integer primary key,
      device text not null,
      number integer not null check (number > 0),
      -- the number of the first event of the step it is part of: what one undo takes back; null
      -- for events that undo leaves alone
      batch integer,
      time integer not null,
      -- the study day it belonged to there, and the seconds its clock was east of UTC
      day integer not null,
      utc_offset integer not null,
      kind text not null check (kind in ('review', 'mark', 'fact', 'revert')),
      card text,
      -- review: how it was answered
      rating integer check (rating between 1 and 4),
      duration integer check (duration >= 0),
      sureness integer check (sureness between 1 and 3),
      -- review: where the card stood before
      phase integer, step integer, stability real, difficulty real, fast real,
      due_time integer, due_day integer, interval integer, last_review integer, last_day integer,
      reviews integer, lapses integer,
      -- review: where it stood since
      next_phase integer, next_step integer, next_stability real, next_difficulty real,
      next_fast real, next_due_time integer, next_due_day integer, next_interval integer,
      next_last_review integer, next_last_day integer, next_reviews integer, next_lapses integer,
      -- mark: what was decided about the card; fact: what happened, as JSON
      name text, body text,
      -- revert: the event that no longer holds
      reverted_device text, reverted_number integer,
      unique (device, number),
      check (kind in ('fact', 'revert') or card is not null),
      check (kind != 'review' or rating is not null),
      check (kind not in ('mark', 'fact') or (name is not null and body is not null)),
      check (kind != 'fact' or json_valid(body)),
      check (kind != 'revert' or (reverted_device is not null and reverted_number is not null))
    ) strict;
    create index event_by_card on event (card, time) where card is not null;
    create index event_by_time on event (time, device, number);
    create index event_by_name on event (name, time) where kind = 'fact';
    create index event_by_reverted on event (reverted_device, reverted_number)
      where kind = 'revert';

    -- The devices that wrote to this very file: what they did can be undone here.
    create table writer (
      device text primary key
    ) strict, without rowid;

    -- Events that were taken back: derived from the log.
    create table void (
      event integer primary key
    ) strict;

    -- Where each card stands: derived from the log.
    create table schedule (
      card text primary key,
      phase integer not null, step integer not null,
      stability real, difficulty real, fast real,
      due_time integer, due_day integer, interval integer not null,
      last_review integer, last_day integer, reviews integer not null, lapses integer not null
    ) strict, without rowid;
    create index schedule_by_day on schedule (due_day);
    create index schedule_by_time on schedule (due_time);
    create index schedule_by_review on schedule (last_review);

    -- What was decided about cards: derived from the log.
    create table mark (
      card text primary key,
      suspended integer not null,
      buried_until integer,
      flag integer not null,
      memo text
    ) strict, without rowid;

    -- What the memories in the schedules were computed with: one row, or none.
    create table basis (
      words text not null
    ) strict;

    -- Notes and folders of the user's own.
    create table source (
      path text primary key
    ) strict, without rowid;
    """

  /// A checksum of every event, because SQLite keeps none: a bit that flips on the disk in a memo
  /// or in a time would pass for what was written.
  private static let rowSums = """
    alter table event add column sum integer;
    update event set sum = \(EventColumns.sum);
    """
}
