import Foundation
import Testing

@testable import ebb

/// Links in notes of strangers.
struct LinkTargetTests {
  private static func opened(_ link: String, in notes: URL) -> String? {
    try? LinkTarget(
      link, in: notes.appending(path: "part/note.md").path, below: [notes.path]
    ).path
  }

  @Test func pagesLettersAndFilesAmongTheNotesAreOpenedAndNothingElse() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ebb-links-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let notes = folder.appending(path: "notes")
    try FileManager.default.createDirectory(
      at: notes.appending(path: "part"), withIntermediateDirectories: true)
    for name in ["secret.txt", "notes/shared.png", "notes/part/note.md", "notes/part/own.png"] {
      try Data().write(to: folder.appending(path: name))
    }
    try FileManager.default.createSymbolicLink(
      at: notes.appending(path: "part/way.txt"),
      withDestinationURL: folder.appending(path: "secret.txt"))
    for link in ["https://a.example/b?c=d:e", "HTTP://a.example", "mailto:a@b.example"] {
      #expect(Self.opened(link, in: notes) == link)
    }
    for (link, end) in [("own.png", "/part/own.png"), ("../shared.png", "/notes/shared.png")] {
      #expect(Self.opened(link, in: notes)?.hasSuffix(end) == true, "\(link)")
    }
    for link in [
      "--renderer-cmd-prefix=sh:", "javascript:alert(1)", "file:///etc/passwd", "vscode://x",
      "/etc/passwd", "../../secret.txt", "way.txt", "part/../../../secret.txt", "missing.png",
    ] {
      #expect(Self.opened(link, in: notes) == nil, "\(link)")
    }
  }
}
