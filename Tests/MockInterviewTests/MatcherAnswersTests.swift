import Decks
import Foundation
import MockInterview
import Testing

/// Typed answers to interview questions of the shipped notes, each point labelled by hand before
/// any program read them: how well the pre-ticks agree with a person. The key points are those that
/// were labelled (`Answers/questions`); the notes may word theirs anew.
///
/// The matcher was made with those in `Answers`. Those in `Answers/unseen` were written and
/// labelled when it was finished, to other questions, and nothing was changed because of them.
struct MatcherAnswersTests {
  /// A question of the fixtures, with its key points.
  struct Asked: Decodable {
    var question: String
    var points: [String]
  }

  /// An answer of the fixtures.
  struct Answer: Decodable {
    /// The prompt of the card.
    var question: String
    /// How it is answered: plain, short, slips, words, units, half, long, mixed, wrong, negated,
    /// off.
    var kind: String
    /// For each key point 1 if a person finds it said.
    var said: [Int]
    var answer: String
  }

  /// Ticks by what a person says to them.
  struct Count {
    var right = 0
    var wrong = 0
    var missed = 0

    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }
  }

  /// A set of answers, with the floors it must keep to.
  struct Part: CustomTestStringConvertible, Sendable {
    var name: String
    var folder: String
    var fewest: Int
    var precision: Double
    var recall: Double

    var testDescription: String { name }
  }

  static let parts = [
    Part(name: "development", folder: "Answers", fewest: 240, precision: 0.93, recall: 0.75),
    Part(name: "unseen", folder: "Answers/unseen", fewest: 56, precision: 0.95, recall: 0.72),
  ]

  static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  private static func lines<Line: Decodable>(_ path: String) throws -> [Line] {
    let decoder = JSONDecoder()
    return try String(contentsOf: tests.appending(path: path), encoding: .utf8)
      .split(separator: "\n").map { try decoder.decode(Line.self, from: Data($0.utf8)) }
  }

  /// The deck of a note, for what its cards explain.
  private static func deck(of note: String) throws -> DeckFile {
    let file = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "decks/\(note).jsonl")
    return try DeckFile(text: String(contentsOf: file, encoding: .utf8), path: file.path())
  }

  static func notes(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tests.appending(path: folder).path())
      .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }

  static func glosses(_ deck: DeckFile) -> [[String]] {
    Glosses.groups(in: deck.cards.lazy.flatMap { [$0.prompt, $0.answer] + $0.points })
  }

  @Test(arguments: parts) func preTicksAgreeWithAPerson(part: Part) throws {
    let notes = try Self.notes(in: part.folder)
    var count = Count()
    var answered = 0
    for note in notes {
      let answers: [Answer] = try Self.lines("\(part.folder)/\(note).jsonl")
      let questions: [Asked] = try Self.lines("Answers/questions/\(note).jsonl")
      let glosses = Self.glosses(try Self.deck(of: note))
      for answer in answers {
        let asked = try #require(
          questions.first { $0.question == answer.question }, "\(note): \(answer.question)")
        try #require(asked.points.count == answer.said.count, "\(answer.question)")
        let matcher = PointMatcher(
          points: asked.points.map { KeyPoint($0) }, question: asked.question, glosses: glosses)
        answered += 1
        for (match, said) in zip(matcher.match(answer.answer), answer.said) {
          switch (match.verdict == .tick, said == 1) {
          case (true, true): count.right += 1
          case (true, false): count.wrong += 1
          case (false, true): count.missed += 1
          case (false, false): break
          }
        }
      }
    }
    print(
      "pre-ticks, \(part.name): precision \(count.precision), recall \(count.recall) "
        + "of \(answered) answers")
    #expect(notes.count == 13)
    #expect(answered >= part.fewest)
    #expect(count.precision >= part.precision, "\(count)")
    #expect(count.recall >= part.recall, "\(count)")
  }
}
