import CMarkdown
import Decks
import Foundation

/// Compiling notes to decks, against the Markdown library parsing the same bytes alone, and another.
struct CompileBenchmark {
  let name: String
  private let peers: Peers?
  private let paths: [String]
  private let notes: [Note]
  private let bytes: Int

  init(notes path: String, peers: Peers?) throws {
    self.peers = peers
    name = URL(fileURLWithPath: path).lastPathComponent
    paths =
      URL(fileURLWithPath: path).hasDirectoryPath
      ? (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { path + "/" + $0 }
      : [path]
    notes = paths.compactMap { name in
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
    var other = Sample()
    let rounds = max(20_000_000 / max(bytes, 1), 15)
    for round in 0..<min(rounds, 60) {
      var parse = Sample()
      parse.time { for note in notes { Self.parse(note) } }
      var compile = Sample()
      compile.time {
        for note in notes {
          let compilation = Compilation(of: note)
          _ = DeckFile(topic: compilation.topic, note: note.path, cards: compilation.cards).text
        }
      }
      parsing.add(parse.median)
      compiling.add(compile.median)
      ratios.add(compile.median / parse.median)
      // Each of these starts a program: some are enough.
      if let peers, round < 5 {
        other.add(try peers.numbers("parse-markdown-it", paths)[0] * 1000)
      }
    }
    let size = "\((Double(bytes) / 1000).short) kB"
    report("parse \(name) (\(size)), ms", parsing.median.short, spread: parsing.spread)
    report("compile \(name) to deck text, ms", compiling.median.short, spread: compiling.spread)
    report("compile / parse alone", ratios.median.short, spread: ratios.spread, aim: "at most 2")
    guard peers != nil else { return }
    report("  markdown-it-py parses them, ms", other.median.short, spread: other.spread)
    report("  ebb's compiling takes", "\((compiling.median / other.median).short) times")
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
