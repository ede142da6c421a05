import Foundation

/// The files of the checkout, as the house tests read them.
struct SourceTree {
  struct File {
    /// Path below the root of the checkout.
    let path: String
    let lines: [Substring]
  }

  let root: String

  init(file: String = #filePath) {
    root =
      URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// Files below a folder whose names end so, sorted.
  func files(below folder: String, ending: String) throws -> [File] {
    guard let paths = FileManager.default.enumerator(atPath: root + "/" + folder) else { return [] }
    return try paths.compactMap { $0 as? String }
      .filter { $0.hasSuffix(ending) }
      .sorted()
      .map { name in
        let path = folder + "/" + name
        let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        return File(
          path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }
}
