import Testing

@testable import Decks

struct LabelTests {
  private func labels(_ markdown: String) -> [Label] {
    let found: [Label]?? = MarkdownNode.parse(markdown) { $0.first.map { Label.all(in: $0) } }
    return found.flatMap { $0 } ?? []
  }

  private func plain(_ markdown: String) -> Label? {
    let found: Label?? = MarkdownNode.parse(markdown) { $0.first.flatMap { Label.plain(in: $0) } }
    return found.flatMap { $0 }
  }

  @Test(arguments: [
    ("**Term** — text", "Term", "text"), ("**Term** – text", "Term", "text"),
    ("**Term** - text", "Term", "text"), ("**Term:** text", "Term", "text"),
    ("**Term**: text", "Term", "text"), ("**Term** : text", "Term", "text"),
    ("**Term** → text", "Term", "text"), ("**Term** -> text", "Term", "text"),
    ("**Term** = text", "Term", "text"), ("**Term**—text", "Term", "text"),
    ("`code`: text", "code", "text"), ("`code` — text", "code", "text"),
    ("**Port:** :80 is open", "Port", ":80 is open"), ("**a `b`:** c", "a b", "c"),
    ("**Limit:** > 5 ms", "Limit", "\\> 5 ms"), ("**Sign:** # starts it", "Sign", "\\# starts it"),
  ])
  func aLabelAndItsTextArePartedAtTheSeparator(text: String, name: String, body: String) throws {
    let label = try #require(labels(text).first)
    #expect(label.plain == name)
    #expect(label.body == body)
  }

  @Test(arguments: [
    "**Bold** words that only begin a sentence", "`code` begins this one", "Plain: text",
    "*Emphasis:* text", "words **Term:** text", "",
    "**a b c d e f g h i j k l m n o:** more than fourteen words",
  ])
  func noLabelIsSeenWhereNoneWasWritten(text: String) {
    #expect(labels(text).isEmpty)
  }

  @Test func aParagraphMayHoldSeveralLabels() {
    let found = labels("**Symptom:** it leaks. **Cause:** a *worn* seal. **Fix:** a new one.")
    #expect(found.map(\.plain) == ["Symptom", "Cause", "Fix"])
    #expect(found.map(\.body) == ["it leaks.", "a *worn* seal.", "a new one."])
    #expect(found.map(\.role) == [.symptom, .cause, .fix])
  }

  @Test func onlyADashSaysWhatSomethingIs() {
    #expect(labels("**Term** — text").first?.isDefinition == true)
    #expect(labels("**Term:** text").first?.isDefinition == false)
  }

  @Test(arguments: [
    ("Term: text", "Term", "text"), ("A term — text: more", "A term — text", "more"),
    ("One two three four five: text", "One two three four five", "text"),
  ])
  func aPlainLabelEndsAtAColon(text: String, name: String, body: String) throws {
    let label = try #require(plain(text))
    #expect(label.plain == name)
    #expect(label.body == body)
  }

  @Test(arguments: [
    "One two three four five six: text", "A sentence. Then: text", "One, two: text", "Term:",
    "Q: text", "A: text", "https://example.org", "Say `a: b` to it", "*a: b*", "**Term:** text",
  ])
  func aPlainLabelIsShortAndOutsideOfCode(text: String) {
    #expect(plain(text) == nil)
  }

  @Test(arguments: [
    ("Fix", LabelRole.fix), ("the fix", .fix), ("Root cause", .cause), ("Pitfall", .problem),
    ("Weakness", .risk), ("Used for", .use), ("Rule of thumb", .rule), ("Concept", .definition),
  ])
  func rolesAreKnownByName(name: String, role: LabelRole) {
    #expect(labels("**\(name):** some text").first?.role == role)
  }
}

extension Label: Equatable {
  public static func == (left: Label, right: Label) -> Bool {
    left.plain == right.plain && left.body == right.body
  }
}
