import Decks
import Foundation
import MockInterview
import Testing

/// Typed answers to interview questions of the shipped notes, each point labelled by hand before
/// the matcher existed: how well the pre-ticks agree with a person.
struct MatcherAnswersTests {
  /// An answer of the fixtures.
  struct Answer: Decodable {
    /// The prompt of the card.
    var question: String
    /// How it is answered: plain, short, slips, words, units, half, long, mixed, wrong, negated, off.
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

  static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// The answers to questions of a note, and its deck.
  static func answers(to note: String) throws -> (answers: [Answer], deck: DeckFile) {
    let decks = tests.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "decks")
    let file = decks.appending(path: "\(note).jsonl")
    let deck = try DeckFile(text: String(contentsOf: file, encoding: .utf8), path: file.path())
    let lines = try String(
      contentsOf: tests.appending(path: "Answers/\(note).jsonl"), encoding: .utf8)
    let decoder = JSONDecoder()
    let answers = try lines.split(separator: "\n").map {
      try decoder.decode(Answer.self, from: Data($0.utf8))
    }
    return (answers, deck)
  }

  static let notes: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: tests.appending(path: "Answers").path())
    return (files ?? []).filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }()

  static func glosses(_ deck: DeckFile) -> [[String]] {
    Glosses.groups(in: deck.cards.lazy.flatMap { [$0.prompt, $0.answer] + $0.points })
  }

  @Test func preTicksAgreeWithAPerson() throws {
    var count = Count()
    var answered = 0
    for note in Self.notes {
      let (answers, deck) = try Self.answers(to: note)
      let glosses = Self.glosses(deck)
      for answer in answers {
        let card = try #require(
          deck.cards.first { $0.prompt == answer.question && !$0.points.isEmpty },
          "\(note) asks no longer: \(answer.question)")
        try #require(
          card.points.count == answer.said.count,
          "label the answers to this again, its key points changed: \(answer.question)")
        let matcher = PointMatcher(
          points: card.points.map { KeyPoint($0) }, question: card.prompt, glosses: glosses)
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
    #expect(Self.notes.count == 13)
    #expect(answered >= 240)
    #expect(count.precision >= 0.93, "\(count)")
    #expect(count.recall >= 0.75, "\(count)")
  }
}
