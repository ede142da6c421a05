import Foundation
import TOMLKit

/// Reads a file of settings: every value in it, checked against the table.
enum SettingsFile {
  /// Larger files are refused: nobody writes that many settings.
  private static let largest = 1 << 20

  /// What the file at this path sets; nothing if there is none.
  /// - Throws: A failure with file and line if it is no TOML, names what is no setting, or gives one
  ///   a value it cannot have.
  static func read(
    _ path: String, where isAllowed: (SettingName) -> Bool = { _ in true }
  ) throws(CommandFailure) -> [SettingName: Settings.Sourced] {
    guard let text = try text(of: path) else { return [:] }
    return try values(of: text, path: path, where: isAllowed)
  }

  /// The text of the file; nil if there is none.
  static func text(of path: String) throws(CommandFailure) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard !Locations.isFolder(path), let contents = FileManager.default.contents(atPath: path)
    else {
      throw CommandFailure(.usage, "\(path): the settings cannot be read; check its permissions")
    }
    guard contents.count <= largest else {
      throw CommandFailure(.usage, "\(path): this is no file of settings: it is over a megabyte")
    }
    let bytes = [UInt8](contents)
    // Neither can stand in TOML, and the parser would stop at the first.
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.usage, "\(path): this is no file of settings: it is not UTF-8 text")
    }
    return text
  }

  /// What a text sets.
  static func values(
    of text: String, path: String, where isAllowed: (SettingName) -> Bool = { _ in true }
  ) throws(CommandFailure) -> [SettingName: Settings.Sourced] {
    let leaves: [Leaf]
    do {
      leaves = try self.leaves(of: table(text, path: path), below: [])
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as TOMLParseError {
      throw CommandFailure(.usage, "\(path):\(error.source.begin.line): \(error.description)")
    } catch {
      throw CommandFailure(.usage, "\(path): \(error)")
    }
    let places = SettingsText(text)
    var values: [SettingName: Settings.Sourced] = [:]
    var problems: [(line: Int, words: String)] = []
    for leaf in leaves {
      if leaf.isEmptyTable, isTable(leaf.name) { continue }
      let line = places.line(of: leaf.name)
      switch check(leaf, where: isAllowed) {
      case .success(let value):
        values[leaf.name] = Settings.Sourced(value: value, origin: .file(path: path, line: line))
      case .failure(let problem): problems.append((line, problem.words))
      }
    }
    if problems.isEmpty {
      problems = MockPresets.faults(in: values.mapValues(\.value)).map {
        (places.line(of: $0.at), $0.words)
      }
    }
    guard problems.isEmpty else {
      let lines = problems.sorted { ($0.line, $0.words) < ($1.line, $1.words) }
        .map { "\(path):\($0.line): \($0.words)" }
      throw CommandFailure(.usage, lines.joined(separator: "\n"))
    }
    return values
  }

  /// The text as the parser of TOML reads it. Some faults would end the program there: of a text
  /// with one it gets only what stands before the statement that holds it.
  private static func table(_ text: String, path: String) throws -> TOMLTable {
    let bytes = Array(text.utf8)
    guard let fault = SettingsOutline(bytes).fault else { return try TOMLTable(string: text) }
    let newline = UInt8(ascii: "\n")
    let before = bytes.split(separator: newline, omittingEmptySubsequences: false)
      .prefix(fault.statement - 1).flatMap { $0 + [newline] }
    _ = try TOMLTable(string: String(decoding: before, as: UTF8.self))
    throw CommandFailure(.usage, "\(path):\(fault.line): \(fault.words)")
  }

  // MARK: Checking

  /// A value of the file, or an empty table; nil where it is of a kind that no setting has.
  private struct Leaf {
    let name: SettingName
    let value: SettingValue?
    var isEmptyTable = false
  }

  private struct Problem: Error {
    let words: String
  }

  private static func check(
    _ leaf: Leaf, where isAllowed: (SettingName) -> Bool
  ) -> Result<SettingValue, Problem> {
    let name = leaf.name
    guard let setting = SettingsTable.row(name) else {
      if isTable(name) {
        return .failure(Problem(words: "\(name) is a table of settings, not one of them"))
      }
      let nearest = SettingsTable.nearest(to: name).map { "; did you mean \($0)?" }
      return .failure(
        Problem(
          words: "there is no setting \(name)"
            + (nearest ?? "; `ebb config print` lists what there is")))
    }
    guard isAllowed(name) else {
      return .failure(
        Problem(words: "\(name) cannot be set here: beside notes only [deck] counts"))
    }
    guard let value = leaf.value.flatMap(setting.rule.accept) else {
      let found = leaf.value.map { "not \($0.literal)" } ?? "not this"
      return .failure(Problem(words: "\(name) must be \(setting.rule.expectation), \(found)"))
    }
    return .success(value)
  }

  private static func isTable(_ name: SettingName) -> Bool {
    SettingsTable.rows.contains { $0.isBelow(name) }
  }

  // MARK: TOML

  private static func leaves(of table: TOMLTable, below path: [String]) -> [Leaf] {
    table.keys.flatMap { key -> [Leaf] in
      let path = path + [key]
      guard let node = table[key] else { return [] }
      if let inner = node.table {
        return inner.isEmpty
          ? [Leaf(name: SettingName(path), value: nil, isEmptyTable: true)]
          : leaves(of: inner, below: path)
      }
      return [Leaf(name: SettingName(path), value: value(of: node))]
    }
  }

  private static func value(of node: any TOMLValueConvertible) -> SettingValue? {
    switch node.type {
    case .bool: node.bool.map { .flag($0) }
    case .int: node.int.map { .integer($0) }
    case .double: node.double.map { .number($0) }
    case .string: node.string.map { .text($0) }
    case .array: node.array.flatMap(list)
    default: nil
    }
  }

  private static func list(_ array: TOMLArray) -> SettingValue? {
    let nodes = (0..<array.count).map { array[$0] }
    let tables = nodes.compactMap { $0.table }
    if !nodes.isEmpty, tables.count == nodes.count {
      let rows = tables.map { table in
        table.keys.map { key in (key, table[key].flatMap(value)) }
      }
      // A value of a kind that no setting has.
      guard rows.allSatisfy({ row in row.allSatisfy { $0.1 != nil } }) else { return nil }
      return .tables(
        rows.map { row in Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1 ?? .texts([])) }) }
      )
    }
    let texts = nodes.compactMap { $0.type == .string ? $0.string : nil }
    if texts.count == nodes.count { return .texts(texts) }
    let numbers = nodes.compactMap { node in
      node.type == .int ? node.int.map(Double.init) : node.type == .double ? node.double : nil
    }
    return numbers.count == nodes.count ? .numbers(numbers) : nil
  }
}

extension Setting {
  /// Whether the setting belongs to a table of this name.
  fileprivate func isBelow(_ table: SettingName) -> Bool {
    name.parts.count > table.parts.count
      && zip(name.parts, table.parts).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
