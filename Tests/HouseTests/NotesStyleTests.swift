import Foundation
import Testing

/// The shape of the shipped notes, as far as a machine can check it.
struct NotesStyleTests {
  private let notes: [NoteText]

  /// The notes, read once for all tests.
  private static let read = Result {
    try SourceTree().files(below: "Resources/notes", ending: ".md")
      .filter { !$0.path.hasSuffix("README.md") }
      .map(NoteText.init)
  }

  init() throws { notes = try Self.read.get() }

  @Test func thereAreNotes() {
    #expect(!notes.isEmpty, "Resources/notes holds no note")
  }

  // MARK: The whole note

  @Test func aNoteHasBetween3500And6500Words() {
    for note in notes {
      #expect(
        (3_500...6_500).contains(note.wordCount), "\(note.path) has \(note.wordCount) words")
    }
  }

  @Test func aNoteBeginsWithItsTitleAndItsScope() {
    for note in notes {
      let titles = note.headings(level: 1)
      #expect(titles.map(\.number) == [1], "\(note.path) has not one title, on its first line")
      let scope = note.lines.dropFirst().first { $0.kind != .blank }
      #expect(
        scope?.kind == .text && scope?.text.hasPrefix("Scope: ") == true,
        "\(note.path) does not say its scope below the title")
    }
  }

  private static let endings = [
    "Failure modes", "What changed", "Interview questions", "Numbers to remember", "Self-check",
    "Sources",
  ]

  @Test func sectionsAskAQuestionAndTheSameOnesEndEveryNote() {
    for note in notes {
      let titles = note.headings(level: 2)
      #expect(
        titles.suffix(Self.endings.count).map(\.text) == Self.endings,
        "\(note.path) does not end with \(Self.endings.joined(separator: ", "))")
      for title in titles.dropLast(Self.endings.count) {
        #expect(title.text.hasSuffix("?"), "\(note.place(title)): the section asks no question")
      }
    }
  }

  @Test func everyHeadingHasTextBelowItAndSkipsNoLevel() {
    for note in notes {
      var above = 0
      for line in note.lines {
        guard case .heading(let level) = line.kind else { continue }
        #expect(level <= above + 1, "\(note.place(line)): the heading skips a level")
        #expect(!note.body(of: line).isEmpty, "\(note.place(line)): nothing stands below it")
        above = level
      }
    }
  }

  // MARK: Sections that every note has

  @Test func atLeastTwelveFailuresHaveSymptomCauseAndFix() throws {
    let shape = /\*\*Symptom:\*\* .+ \*\*Cause:\*\* .+ \*\*Fix:\*\* .+/
    for note in notes {
      let failures = note.section("Failure modes")
        .filter { $0.kind == .bullet }
      #expect(failures.count >= 12, "\(note.path) has \(failures.count) failures")
      for line in failures {
        #expect(
          try shape.wholeMatch(in: line.text) != nil,
          "\(note.place(line)): not a symptom, a cause and a fix")
      }
    }
  }

  @Test func numbersStandInATable() throws {
    for note in notes {
      let rows = note.section("Numbers to remember")
        .filter { $0.kind == .row }
      #expect(
        rows.first.map(NoteText.cells) == ["Item", "Value", "Condition"],
        "\(note.path): the numbers are no table of Item, Value, Condition")
      #expect(rows.count > 2, "\(note.path) has no numbers")
    }
  }

  @Test func theSelfCheckHasTenQuestions() throws {
    for note in notes {
      let questions = note.section("Self-check")
      #expect(
        questions.count == 10 && questions.allSatisfy { $0.kind == .numbered },
        "\(note.path): the self-check is no list of ten questions")
      for line in questions {
        #expect(line.text.hasSuffix("?"), "\(note.place(line)): not a question")
      }
    }
  }

  @Test func sourcesEndWithTheDayTheyWereChecked() throws {
    for note in notes {
      let sources = note.section("Sources")
      #expect(
        try sources.last.flatMap { try /Checked: 20\d\d-\d\d-\d\d/.wholeMatch(in: $0.text) } != nil,
        "\(note.path) does not say when its sources were checked")
      #expect(
        sources.contains { $0.kind == .bullet || $0.kind == .numbered },
        "\(note.path) names no source")
    }
  }

  // MARK: Interview questions

  @Test func interviewQuestionsHaveTheirShape() throws {
    for note in notes {
      let section = note.section("Interview questions")
      let questions = section.filter { $0.kind == .heading(level: 3) }
      #expect(!questions.isEmpty, "\(note.path) has no interview question")
      for question in questions {
        #expect(question.text.hasPrefix("Q: "), "\(note.place(question)): not `Q: ...`")
        for problem in problems(in: note.body(of: question)) {
          Issue.record("\(note.place(question)): \(problem)")
        }
      }
    }
  }

  /// What is wrong with an interview question, given the lines below its heading.
  private func problems(in body: [NoteText.Line]) -> [String] {
    var rest = body[...]
    var problems: [String] = []

    func label(_ label: String) {
      if rest.first?.kind == .text, rest.first?.text == label {
        rest.removeFirst()
      } else {
        problems.append("`\(label)` is not where it belongs")
      }
    }
    func bullets(_ allowed: ClosedRange<Int>, of label: String) {
      let found = rest.prefix { $0.kind == .bullet }
      rest = rest.dropFirst(found.count)
      if !allowed.contains(found.count) {
        problems.append("\(label) has \(found.count) points, not \(allowed)")
      }
    }

    let level = rest.popFirst()?.text ?? ""
    if !["Level: mid", "Level: senior", "Level: staff"].contains(level) {
      problems.append("the level is not mid, senior or staff")
    }
    label("Rubric:")
    bullets(4...7, of: "the rubric")
    label("Red flags:")
    bullets(1...3, of: "the list of red flags")
    let followUp = rest.popFirst()?.text ?? ""
    if !followUp.hasPrefix("Follow-up: ") || !followUp.dropLast().contains("? ") {
      problems.append("the follow-up is not a question with its answer")
    }
    label("Answer:")
    let words = rest.reduce(0) { $0 + NoteText.words($1.text) }
    if !(110...230).contains(words) {
      problems.append("the answer has \(words) words, not 110 to 230")
    }
    if rest.contains(where: { $0.kind != .text }) {
      problems.append("the answer is not spoken: it has a list, a table or code")
    }
    return problems
  }

  // MARK: Definitions and tables

  private struct Definition {
    let term: String
    let meaning: Substring
    let place: String
  }

  /// Every `**Term** — one sentence` that is a paragraph or a bullet of its own.
  private func definitions() throws -> [Definition] {
    let shape = /\*\*([^*]+)\*\* — (.+)/
    return try notes.flatMap { note in
      try note.lines.compactMap { line in
        guard line.kind == .text || line.kind == .bullet, line.text.hasPrefix("**"),
          let found = try shape.wholeMatch(in: line.text)
        else { return nil }
        return Definition(term: String(found.1), meaning: found.2, place: note.place(line))
      }
    }
  }

  @Test func aDefinitionHasAtMost25Words() throws {
    let definitions = try definitions()
    #expect(!definitions.isEmpty)
    for definition in definitions {
      let words = NoteText.words(definition.meaning)
      #expect(words <= 25, "\(definition.place): \(definition.term) takes \(words) words")
    }
  }

  @Test func aTermIsDefinedOnce() throws {
    for (_, same) in Dictionary(grouping: try definitions(), by: { $0.term.lowercased() })
    where same.count > 1 {
      Issue.record("\(same[0].term) is defined at \(same.map(\.place).joined(separator: ", "))")
    }
  }

  @Test func tablesHaveAtMostFiveColumnsAndShortCells() {
    for note in notes {
      var columns: Int?
      for line in note.lines {
        guard line.kind == .row else {
          columns = nil
          continue
        }
        let cells = NoteText.cells(line)
        #expect(cells.count <= 5, "\(note.place(line)): \(cells.count) columns")
        #expect(
          cells.count == columns ?? cells.count, "\(note.place(line)): not as wide as its head")
        columns = columns ?? cells.count
        for cell in cells {
          #expect(!cell.isEmpty, "\(note.place(line)): an empty cell")
          #expect(NoteText.words(cell) <= 8, "\(note.place(line)): a long cell: \(cell)")
        }
      }
    }
  }

  // MARK: What must not be there

  @Test func everyFencedBlockIsClosedAndNamesItsLanguage() {
    for note in notes {
      #expect(note.isClosed, "\(note.path): the last fenced block has no end")
      for line in note.lines {
        #expect(
          line.kind != .fence(language: ""), "\(note.place(line)): the block has no language")
      }
    }
  }

  @Test func notesAreFinishedPlainMarkdown() throws {
    for note in notes {
      for line in note.lines {
        #expect(!line.text.contains("TODO"), "\(note.place(line)): TODO")
        #expect(!line.text.unicodeScalars.contains(where: isEmoji), "\(note.place(line)): emoji")
        guard line.kind != .code, line.text.contains("<") else { continue }
        let prose = line.text.replacing(/`+[^`]*`+/, with: "")
        #expect(
          !prose.contains(/<\/?[A-Za-z][A-Za-z0-9]*[ \/>]|<!--/), "\(note.place(line)): HTML")
      }
    }
  }

  private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && (scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F)
  }
}

extension NoteText: CustomTestStringConvertible {
  /// Its path, where a failed expectation would show the whole note.
  var testDescription: String { path }
}
