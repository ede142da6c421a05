/// ASCII stand-ins, for a locale without UTF-8 and for users who ask for them.
package enum PlainGlyphs {
  /// The stand-in for a mark or line of the program, nil for anything else.
  package static func standIn(_ cluster: Character) -> Character? { table[cluster] }

  /// What a terminal limited to ASCII can show: the cluster itself, its stand-in, or `?`.
  package static func ascii(_ cluster: Character) -> Character {
    if let value = cluster.asciiValue, (0x20...0x7E).contains(value) { return cluster }
    return table[cluster] ?? "?"
  }

  private static let table: [Character: Character] = [
    // Rules and frames.
    "─": "-", "━": "=", "│": "|", "┃": "|", "┄": "-", "┈": "-", "┆": ":", "┊": ":",
    "═": "=",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "╴": "-", "╶": "-", "╵": "|", "╷": "|",
    // Marks.
    "▸": ">", "›": ">", "‹": "<", "·": "-", "✓": "+", "✗": "x", "⚑": "F", "…": "~", "↪": "\\",
    "•": "*",
    // Bars, heat and trend; a full block is a bar before it is the top of a trend.
    "█": "#", "▓": "*", "▒": "+", "░": ":",
    "▁": "0", "▂": "1", "▃": "2", "▄": "4", "▅": "5", "▆": "6", "▇": "8",
    "▏": "#", "▎": "#", "▍": "#", "▌": "#", "▋": "#", "▊": "#", "▉": "#",
    // Punctuation and signs that sentences use.
    "–": "-", "—": "-", "‑": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\"",
    "×": "x", "−": "-", "≈": "~", "→": ">", "←": "<", "↑": "^", "↓": "v", "\u{A0}": " ",
  ]
}
