import Foundation
import MockInterview

/// The file that keeps what stands in the open answer of a mock: beside the progress file, and
/// replaced whole.
enum MockDraft {
  private static func path(beside progress: String) -> String { progress + ".mock" }

  /// Keeps an open answer, or forgets the last one. If that fails no more is lost than what was
  /// typed since.
  static func keep(_ answer: OpenAnswer?, beside progress: String) {
    let path = path(beside: progress)
    guard let answer, let bytes = try? JSONEncoder().encode(answer) else {
      unlink(path)
      return
    }
    let file = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    write(String(decoding: bytes, as: UTF8.self), to: file)
    close(file)
    rename(path + ".part", path)
  }

  /// What was kept of an attempt; nil if nothing was.
  static func read(of attempt: Attempt, beside progress: String) -> OpenAnswer? {
    guard let bytes = FileManager.default.contents(atPath: path(beside: progress)),
      let answer = try? JSONDecoder().decode(OpenAnswer.self, from: bytes),
      answer.attempt == attempt.id, answer.q == attempt.current
    else { return nil }
    return answer
  }
}
