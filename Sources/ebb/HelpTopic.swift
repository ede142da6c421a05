import TerminalUI

/// What `ebb help` explains besides commands.
enum HelpTopic: String, CaseIterable {
  case query, keys, config, files, cards

  var text: String {
    switch self {
    case .query: Self.queryText
    case .keys: Self.keysText
    case .config: Self.configText
    case .files: Self.filesText
    case .cards: Self.cardsText
    }
  }

  private static let queryText = """
    QUERIES
      Words search question and answer; everything else is field:value, field<value, -not, or,
      parentheses, quotes.

      topic:redis  file:payments/  under:"Distributed locks"  tag:x  rule:table
          where a card comes from, by the beginning, in any case
      is:due  new seen learning young mature suspended buried flagged leech changed orphan noted
          how it stands
      kind:open  points order code cloze choice typed
          what its face is
      recall<85%  stable>30d  difficulty>8  lapses>=4  reviews<3  level:4  quality<70%
          what is known of it
      seen:7d  seen>30d  due:tomorrow  due<2026-12-11
          when: within 7 days, longer ago than 30 days, on a day, before a day
      memo:"..."  card:7f2kq3m9
          a text of your own, one card

      ebb review 'topic:redis is:due'     ebb find 'lapses>=4 -is:suspended'
    """

  private static let keysText: String = {
    let commands = KeyCommand.all.map { command in
      "  keys." + Columns.left(command.name, 14) + Keymap.name(of: command.key)
    }
    return """
      KEYS
        Digits answer, small letters act, capitals travel; `ebb keys` lists what holds on each
        screen, and ? shows it there. Each command below can be given another key, or several:

          ebb config set keys.skip Z        ebb config set keys.help '?' '^G'

        Digits, Space, Enter, Esc and the arrows stay. A key that is taken is an error that names
        both commands; to exchange two, set both.


      """ + commands.joined(separator: "\n")
  }()

  private static let configText: String = {
    let rows = SettingsTable.rows.map { row in
      var text = "  \(row.name)"
      if let standard = row.standard { text += " = \(standard.literal)" }
      let words = Columns.wrapped("\(row.meaning); \(row.rule.expectation)")
      return text + "\n      " + words.replacing("\n", with: "\n      ")
    }
    return """
      SETTINGS
        Stronger first: option, environment, plan in force, .ebb.toml beside the notes (only
        [deck]), config.toml, default. `ebb config path` says where the file is,
        `ebb config print --origin` where each value comes from, `ebb config set KEY VALUE`
        changes one. * is a name of yours: a topic, a role, a command.


      """ + rows.joined(separator: "\n")
  }()

  private static let filesText = """
    FILES
      $XDG_CONFIG_HOME/ebb/config.toml    settings; EBB_CONFIG names another file
      $XDG_DATA_HOME/ebb/progress.db      all progress; EBB_PROGRESS or --progress names another
      $XDG_DATA_HOME/ebb/backup/          backups, one a day and before anything risky
      .ebb.toml                           settings of the notes beside it: only [deck]
      EBB_HOME or --home puts config/ and data/ under one folder. Notes are never written to.

    ENVIRONMENT
      EBB_PLAIN=1 lines instead of screens      NO_COLOR no colours
      EBB_NOW, EBB_SEED the clock and chance    VISUAL, EDITOR your editor
      COLORFGBG, TERM, LC_ALL the terminal      EBB_DECKS the shipped decks

    EXIT STATUS
      0 done  1 nothing to show  2 wrong usage or settings  3 a problem in the notes
      4 a problem with the progress file  5 progress in use  70 a bug in ebb
      129, 130, 143 ended by hang-up, Ctrl-C, TERM
    """

  private static let cardsText = """
    CARDS
      Notes are plain Markdown. These shapes make good cards:

      ### Why must a lock carry a token?      a heading that asks, with the answer under it
      **Lease** - a lock that ends by itself. a bold term with what it means
      1. ... 2. ... 3. ...                    steps in order
      | a | b | c |                           a table: its rows are asked about
      - **Symptom:** ... **Fix:** ...         labelled parts of one case

      `ebb compile FILE` shows the cards of a note and what was left out and why. A card keeps
      its progress when its answer is edited, its section moved or its file renamed.
    """
}
