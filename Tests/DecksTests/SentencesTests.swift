import Testing

@testable import Decks

struct SentencesTests {
  @Test(arguments: [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    ("No mark at the end", ["No mark at the end"]),
    ("Version 1.5 is out. It holds.", ["Version 1.5 is out.", "It holds."]),
    ("Some, e.g. Ada, i.e. a name. More.", ["Some, e.g. Ada, i.e. a name.", "More."]),
    ("Call `a. B` now. Then wait.", ["Call `a. B` now.", "Then wait."]),
    ("A gap (see A. Then B.) stays. Next.", ["A gap (see A. Then B.) stays.", "Next."]),
    (
      "He said \"Go. Now.\" and left. She stayed.",
      ["He said \"Go. Now.\" and left.", "She stayed."]
    ),
    ("**Rule one. Always.** Then text. End.", ["**Rule one. Always.**", "Then text.", "End."]),
    ("这是一句。这是另一句。", ["这是一句。", "这是另一句。"]), ("", []),
    ("It ends. here goes on", ["It ends. here goes on"]),
  ])
  func aTextIsCutBetweenSentencesOnly(text: String, sentences: [String]) {
    #expect(Sentences(of: text).texts == sentences)
  }
}
