import Decks
import Testing

@testable import Scheduling

struct CardQueryTests {
  @Test(
    arguments: [
      ("", ""),
      ("  ", ""),
      ("redis", "redis"),
      ("two words", "two words"),
      ("two and words", "two words"),
      ("\"two words\"", "\"two words\""),
      ("topic:Redis", "topic:Redis"),
      ("TOPIC:redis", "topic:redis"),
      ("under:\"Distributed locks\"", "under:\"Distributed locks\""),
      ("topic:redis (is:due or recall<92%)", "topic:redis (is:due or recall<92%)"),
      ("a or b c or d", "a or b c or d"),
      ("(a or b) or c", "a or b or c"),
      ("(a b) c", "a b c"),
      ("((a))", "a"),
      ("-a", "-a"),
      ("not a", "-a"),
      ("--a", "a"),
      ("not -a", "a"),
      ("-(a b)", "-(a b)"),
      ("-(a or b) c", "-(a or b) c"),
      ("compare-and-delete", "compare-and-delete"),
      ("\"-a\" \"or\" \"a:b\"", "\"-a\" \"or\" \"a:b\""),
      ("a OR b", "a or b"),
      ("orders", "orders"),
      ("recall<0.85", "recall<85%"),
      ("recall<=85", "recall<=85%"),
      ("recall>1", "recall>100%"),
      ("stable>2w", "stable>14d"),
      ("stable>=1.5mo", "stable>=45d"),
      ("difficulty=7.4", "difficulty:7.4"),
      ("lapses>=4 reviews<3", "lapses>=4 reviews<3"),
      ("due:tomorrow", "due:tomorrow"),
      ("due<2026-12-11", "due<2026-12-11"),
      ("seen:1w", "seen:7d"),
      ("is:Due kind:OPEN", "is:due kind:open"),
      ("memo:\"\"", "memo:\"\""),
      ("say \"a \\\"b\\\" \\\\ c\"", "say \"a \\\"b\\\" \\\\ c\""),
      ("数据库 or é", "数据库 or é"),
      ("a\"b\"c", "a b c"),
      ("std\u{3A}\u{3A}move", nil),
    ] as [(String, String?)])
  func queriesAreReadAndPrinted(text: String, printed: String?) {
    #expect((try? CardQuery(text))?.description == printed)
  }

  @Test func aCardIsAskedByItsNoteAsItWasUnlessSaidOtherwise() {
    let known = StudiedCard(
      id: card("a"), kind: .open, topic: "Redis", question: "a?",
      place: Place(path: "redis.md", line: 1))
    #expect(!known.isOrphan && !known.isChanged)
  }

  @Test(arguments: [
    ("topc:redis", "there is no field “topc”. Nearest field: topic.", 0..<4),
    (
      "a http://x",
      "there is no field “http”. Quote the term to search for it in questions and answers.", 2..<6
    ),
    ("is:deu", "no card can be “deu”. Nearest: due.", 3..<6),
    ("kind:opne", "there is no kind “opne”. Nearest: open.", 5..<9),
    ("recall<x", "“x” is not a value of “recall”. Such as recall<85%.", 7..<8),
    ("recall<120%", "“120%” is not a value of “recall”. It lies between 0% and 100%.", 7..<11),
    ("recall<5d", "“5d” is not a value of “recall”. Write it as 85% or 0.85.", 7..<9),
    ("stable>3h", "“3h” is not a value of “stable”. Units are d, w, mo and y.", 7..<9),
    ("lapses>4x", "“4x” is not a value of “lapses”. It is a number without a unit.", 7..<9),
    ("due:soon", "“soon” is not a day. Write 7d, 2w, today or 2026-12-31.", 4..<8),
    ("due<2026-02-30", "“2026-02-30” is not a day. Write 7d, 2w, today or 2026-12-31.", 4..<14),
    ("topic:", "“topic” has no value. Such as topic:redis.", 0..<6),
    ("topic<redis", "“topic” cannot be more or less than something. Write topic:redis.", 5..<6),
    ("(a", "this parenthesis is not closed", 0..<1),
    ("(", "this parenthesis is not closed", 0..<1),
    ("a)", "this parenthesis closes nothing", 1..<2),
    ("a ()", "there is nothing in the parentheses. Quote them to search for them.", 2..<4),
    ("\"a", "this quote is not closed", 0..<1),
    ("or a", "“or” has nothing before it", 0..<2),
    ("a or", "“or” has nothing behind it", 2..<4),
    ("a or or b", "“or” has nothing before it", 5..<7),
    ("(a or )", "“or” has nothing behind it", 3..<5),
    ("and a", "“and” must stand between two terms", 0..<3),
    ("a -", "there is nothing behind this to leave out. Quote it to search for it.", 2..<3),
    ("not", "there is nothing behind this to leave out. Quote it to search for it.", 0..<3),
    ("- a", "there is nothing behind this to leave out. Quote it to search for it.", 0..<1),
  ])
  func whatCannotBeReadSaysWhereAndWhy(text: String, sentence: String, range: Range<Int>) throws {
    let error = try #require(throws: CardQueryError.self) { try CardQuery(text) }
    #expect(error.sentence == sentence)
    #expect(error.range == range)
  }

  @Test func aTopicThatNoCardHasIsNamedWithTheNearest() throws {
    let topics = ["Redis", "Fault tolerance", "DB scaling"]
    for text in ["topic:redis", "topic:fault-tolerance", "topic:\"fault tol\"", "topic:db"] {
      #expect(throws: Never.self) { try CardQuery(text, topics: topics) }
    }
    let error = try #require(throws: CardQueryError.self) {
      try CardQuery("is:due topic:redsi", topics: topics)
    }
    #expect(error.cause == .unknownTopic)
    #expect(error.sentence == "no topic begins with “redsi”. Nearest topic: redis")
    #expect(
      error.picture(of: "is:due topic:redsi") == "is:due topic:redsi\n             ^^^^^")
    let far = try #require(throws: CardQueryError.self) {
      try CardQuery("topic:xyz", topics: topics)
    }
    #expect(far.sentence.hasSuffix("The topics are: redis, fault-tolerance, db-scaling"))
  }

  @Test func parenthesesInsideEachOtherHaveALimit() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: CardQueryError.self) { try CardQuery(deep + "a") }
    #expect(throws: CardQueryError.self) { try CardQuery(String(repeating: "-", count: 100_000)) }
    let few = String(repeating: "(", count: 50) + "a" + String(repeating: ")", count: 50)
    #expect((try? CardQuery(few))?.description == "a")
  }

  @Test(arguments: [
    ("redi", "red", true), ("red", "redi", false), ("a redis", "red", true),
    ("topic:x a", "a", true), ("a", "topic:x a", false), ("a or bc", "a or b", false),
    ("a or b", "a or b", true), ("-ab", "-a", false), ("anything", "", true),
    ("lapses>3", "lapses>2", false), ("RÉDIS", "red", true),
  ])
  func aQueryThatGrowsIsNarrower(new: String, old: String, isNarrower: Bool) throws {
    #expect(try CardQuery(new).narrows(CardQuery(old)) == isNarrower)
  }

  @Test(
    arguments: [
      ("redsi", ["redis", "rabbitmq"], "redis"), ("tpoic", ["topic", "tag"], "topic"),
      ("xyzzy", ["redis", "rabbitmq"], nil), ("", ["a"], "a"), ("LAPSE", ["lapses"], "lapses"),
      ("postgre", ["postgresql", "postfix"], "postgresql"),
    ] as [(String, [String], String?)])
  func theNearestNameIsTheOneWithFewestSlips(name: String, known: [String], nearest: String?) {
    #expect(NearestName.of(name, among: known) == nearest)
  }

  @Test(arguments: [
    ("Fault tolerance", "fault-tolerance"), ("  DB & scaling! ", "db-scaling"), ("Über", "uber"),
    ("数据库", "数据库"),
  ])
  func aNameIsTypedWithoutQuotes(name: String, slug: String) {
    #expect(String(decoding: FoldedText.slug(name), as: UTF8.self) == slug)
  }

  @Test(arguments: [
    ("Naïve  CAFÉ", "naive cafe"), ("cafe\u{301}", "cafe"), ("**WAIT** `x`\n\ty", "wait x y"),
    ("Straße — ÅÖ", "straße — ao"), ("a\u{0}\u{1}b", "ab"), ("ΣΊΓΜΑ", "σιγμα"),
  ])
  func textIsSearchedWithoutCaseAccentsAndMarks(text: String, folded: String) {
    #expect(String(decoding: FoldedText.bytes(of: text), as: UTF8.self) == folded)
  }
}
