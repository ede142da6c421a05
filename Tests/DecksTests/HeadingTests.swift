import Testing

@testable import Decks

struct HeadingTests {
  private func heading(_ text: String) -> Heading { Heading(markdown: text, plain: text) }

  @Test(arguments: [
    ("1. Tides", "Tides"), ("1.2 Tides", "Tides"), ("1.2.3. Tides", "Tides"),
    ("(2) Tides", "Tides"), ("3) Tides", "Tides"), ("IV. Tides", "Tides"), ("A. Tides", "Tides"),
    ("🌊 Tides", "Tides"), ("👩‍👩‍👧‍👦 Tides 🏁", "Tides"), ("🌊 1. 🌙 2) Tides", "Tides"),
    ("Tides:", "Tides"), ("Tides {#t}", "Tides"), ("  Tides  ", "Tides"), ("Tides ⚓️:", "Tides"),
  ])
  func furnitureAroundATitleIsTakenOff(text: String, title: String) {
    #expect(heading(text).plain == title)
    #expect(heading(text).markdown == title)
  }

  @Test(arguments: [
    "1984", "3D prints", "2.0", "V8 engines", "A tide", "I/O", "C# and C++", "e. coli", "HTTP/1.1",
    ":80 is a port", "Redis 7.2", "10 knots", "IV drips",
  ])
  func aNumberOrLetterThatBelongsToATitleStays(text: String) {
    #expect(heading(text).plain == text)
  }

  @Test(arguments: [
    ("Q: What is a tide?", "What is a tide?"), ("Q7: Tides", "Tides"), ("QA 3: Tides", "Tides"),
    ("Question 4. Tides", "Tides"), ("7. Q: Tides", "Tides"), ("q12. Tides", "Tides"),
  ])
  func aMarkOfAQuestionIsTakenOffAndRemembered(text: String, title: String) {
    #expect(heading(text).plain == title)
    #expect(heading(text).isQuestion)
  }

  @Test(arguments: ["Question: what now", "Queue: depth", "Quality", "Q", "QoS: levels", "R: x"])
  func whatOnlyLooksLikeAMarkOfAQuestionIsATitle(text: String) {
    #expect(heading(text).plain == text)
    #expect(!heading(text).isQuestion)
  }

  @Test(arguments: ["What is a tide?", "什么是潮汐？", "Tides, anyone? 🌊"])
  func aTitleThatEndsInAQuestionMarkIsAQuestion(text: String) {
    #expect(heading(text).isQuestion)
  }

  @Test func boldTypeIsDroppedAndAnAsteriskIsKept() {
    let bold = Heading(markdown: "**SELECT \\*** or `a*b`", plain: "SELECT * or a*b")
    #expect(bold.markdown == "SELECT \\* or `a*b`")
  }

  @Test(arguments: [
    ("Tides: a reference", "Tides"), ("Tides", "Tides"), (": a reference", ": a reference"),
    ("One two three four five six seven eight: a book", nil),
  ])
  func theNameOfANoteEndsAtAColon(text: String, name: String?) {
    #expect(heading(text).withoutSuffix == name ?? text)
  }

  @Test(arguments: ["Contents", "TABLE OF CONTENTS", "See also", "Related tides", "目录", "To-do"])
  func furnitureIsKnownByItsTitle(title: String) {
    #expect(heading(title).isFurniture == (title != "To-do"))
  }
}
