import Foundation
import Testing

@testable import TerminalUI

/// A grid as text: its characters, then its inks, one letter each.
struct ScreenPicture {
  let text: String

  init(_ grid: Grid) {
    let rows = 0..<grid.rows
    let inks = rows.map { row in
      String((0..<grid.columns).map { Self.letter(grid[row, $0].ink) })
    }
    let parts =
      ["characters, cursor at row \(grid.cursor.row + 1), column \(grid.cursor.column + 1)"]
      + rows.map { grid.text(row: $0) + "|" } + ["inks"] + inks.map { $0 + "|" }
    text = parts.joined(separator: "\n") + "\n"
  }

  static func letter(_ ink: Ink) -> Character {
    switch ink {
    case .answer: "."
    case .title: "t"
    case .prompt: "p"
    case .code: "c"
    case .hint: "h"
    case .good: "g"
    case .hard: "d"
    case .again: "a"
    case .easy: "e"
    case .muted: "m"
    case .selection: "s"
    case .warning: "w"
    }
  }
}

/// Pictures of screens kept in the folder `Screens`.
enum ScreenFolder {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Screens"

  static var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// Compares a grid with its picture, or with `EBB_RECORD=1` writes it and fails.
  static func compare(_ grid: Grid, with name: String) throws {
    let file = path + "/" + name
    let picture = ScreenPicture(grid).text
    if ProcessInfo.processInfo.environment["EBB_RECORD"] == "1" {
      try picture.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it, then run again without EBB_RECORD")
      return
    }
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    guard kept != picture else { return }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = picture.split(separator: "\n", omittingEmptySubsequences: false)
    let differences = (0..<max(old.count, new.count)).compactMap { row -> String? in
      let before = row < old.count ? old[row] : "(no row)"
      let after = row < new.count ? new[row] : "(no row)"
      return before == after ? nil : "line \(row + 1)\n  kept  \(before)\n  drawn \(after)"
    }
    Issue.record("\(name) is drawn differently:\n\(differences.joined(separator: "\n"))")
  }
}
