import CMarkdown
import Decks
import Foundation

/// Compiling notes to decks, against the Markdown library parsing the same bytes alone.
struct CompileBenchmark {
  let name: String
  private let notes: [Note]
  private let bytes: Int

  init(notes path: String) throws {
    name = URL(fileURLWithPath: path).lastPathComponent
    let names =
      URL(fileURLWithPath: path).hasDirectoryPath
      ? (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { path + "/" + $0 }
      : [path]
    notes = names.compactMap { name in
      FileManager.default.contents(atPath: name).flatMap {
        try? Note.read([UInt8]($0), path: name).get()
      }
    }
    bytes = notes.reduce(0) { $0 + $1.text.count }
  }

  func run() throws {
    var parsing = Sample()
    var compiling = Sample()
    var ratios = Sample()
    let rounds = max(20_000_000 / max(bytes, 1), 15)
    for _ in 0..<min(rounds, 60) {
      var one = Sample()
      one.time { for note in notes { Self.parse(note) } }
      var other = Sample()
      other.time {
        for note in notes {
          let compilation = Compilation(of: note)
          _ = DeckFile(topic: compilation.topic, note: note.path, cards: compilation.cards).text
        }
      }
      parsing.add(one.median)
      compiling.add(other.median)
      ratios.add(other.median / one.median)
    }
    let size = "\((Double(bytes) / 1000).short) kB"
    report("parse \(name) (\(size)), ms", parsing.median.short, spread: parsing.spread)
    report("compile \(name) to deck text, ms", compiling.median.short, spread: compiling.spread)
    report("compile / parse alone", ratios.median.short, spread: ratios.spread, aim: "at most 2")
  }

  private static func parse(_ note: Note) {
    note.text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let base = text.baseAddress else { return }
        cmark_node_free(ebb_markdown_parse(base, text.count))
      }
    }
  }
}
