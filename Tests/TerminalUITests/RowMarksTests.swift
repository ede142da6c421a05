import Decks
import Scheduling
import TestSupport
import Testing

@testable import TerminalUI

struct RowMarksTests {
  @Test func optionsAreMixedByCardAndReviewAndNeverLost() throws {
    let card = Sample.choice.card
    let orders = try (0..<20).map { try #require(RowMarks(card, review: $0)).texts }
    for order in orders { #expect(order.sorted() == card.choices.map(\.text).sorted()) }
    #expect(Set(orders).count > 5, "the place of an option must not become the answer")
    #expect(try #require(RowMarks(card, review: 3)).texts == orders[3])
  }

  @Test func aSecondDigitChangesTheOnlyOption() throws {
    var marks = try #require(RowMarks(Sample.oneRight.card, review: 0))
    marks.mark(0)
    marks.mark(1)
    #expect(marks.marked == [1])
    marks.mark(1)
    #expect(marks.marked.isEmpty)
  }

  /// The table of screens: right ticks less wrong ones, of the right options, not below 0.
  @Test(arguments: [
    (right: 3, wrong: 0, share: 1.0, rating: Rating.good),
    (2, 0, 2.0 / 3, .hard), (3, 1, 2.0 / 3, .hard), (1, 0, 1.0 / 3, .again), (0, 2, 0, .again),
  ]) func wrongTicksCountAgainstRightOnes(
    right: Int, wrong: Int, share: Double, rating: Rating
  ) throws {
    var marks = try #require(RowMarks(Sample.choice.card, review: 1))
    let rows = marks.texts.indices
    for row in rows.filter({ marks.right[$0] }).prefix(right) { marks.mark(row) }
    for row in rows.filter({ !marks.right[$0] }).prefix(wrong) { marks.mark(row) }
    #expect(abs(marks.share - share) < 1e-12)
    #expect(marks.proposal == rating)
  }

  @Test func theLastStepPlacesItself() throws {
    var marks = try #require(RowMarks(Sample.steps.card, review: 0))
    let count = marks.texts.count
    let right = marks.texts.indices.sorted { marks.places[$0] < marks.places[$1] }
    for row in right.dropLast() { marks.mark(row) }
    #expect(marks.marked == right && marks.unplaced == 0)
    #expect(marks.share == 1 && marks.proposal == .good)
    marks.takeBack()
    #expect(marks.marked == Array(right.prefix(count - 2)))
    marks.takeBack()
    #expect(marks.unplaced == 3)
  }

  @Test func stepsNeverStandInTheirOrder() throws {
    for review in 0..<200 {
      let marks = try #require(RowMarks(Sample.steps.card, review: review))
      #expect(marks.places != marks.places.sorted(), "review \(review)")
    }
  }

  /// 1 2 3 5 4 of five steps: one of ten pairs is the wrong way round.
  @Test func orderCountsPairs() throws {
    var marks = try #require(RowMarks(Sample.steps.card, review: 0))
    var said = marks.texts.indices.sorted { marks.places[$0] < marks.places[$1] }
    said.swapAt(3, 4)
    for row in said { marks.mark(row) }
    #expect(abs(marks.share - 0.9) < 1e-12)
    #expect(marks.result == "9 of 10 pairs in order")
  }

  @Test func withoutATickNothingWasMeasured() throws {
    var marks = try #require(RowMarks(Sample.points.card, review: 0))
    #expect(marks.proposal == nil)
    marks.markAll()
    #expect(marks.proposal == .good && marks.result == "6 of 6")
    marks.markAll()
    #expect(marks.proposal == .again && marks.result == "0 of 6")
  }

  @Test(arguments: 0..<200) func marksStayWithinTheRows(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let cards = [Sample.choice, .oneRight, .steps, .points]
    let card = cards[Int.random(in: 0..<cards.count, using: &generator)].card
    var marks = try #require(RowMarks(card, review: Int(seed)))
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: marks.mark(Int.random(in: -2..<12, using: &generator))
      case 1: marks.moveCursor(by: Int.random(in: -3...3, using: &generator))
      case 2: marks.takeBack()
      case 3: marks.markAll()
      default: marks.markCursor()
      }
      #expect(Set(marks.marked).count == marks.marked.count, "seed \(seed)")
      #expect(Set(marks.marked).isSubset(of: marks.texts.indices), "seed \(seed)")
      #expect(marks.texts.indices.contains(marks.cursor), "seed \(seed)")
      #expect((0...1).contains(marks.share), "seed \(seed)")
    }
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"),
    (13, "13th"), (21, "21st"), (22, "22nd"), (111, "111th"),
  ])
  func placesAreSpokenNumbers(number: Int, text: String) {
    #expect(RowMarksLayout.ordinal(number) == text)
  }
}
