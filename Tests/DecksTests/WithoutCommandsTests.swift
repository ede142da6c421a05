import Decks
import Testing

struct WithoutCommandsTests {
  private static let escape = "\\u001b]0;evil\\u0007\\u009b31m\\u202e\\u0000\\r"

  @Test func aDeckOfAStrangerCannotCommandATerminal() throws {
    let e = Self.escape
    let text = """
      {"schema":"ebb.deck/1","topic":"T\(e)","note":"n\(e).md","cards":1}
      {"id":"a\(e)","kind":"choice","trail":["S\(e)"],"prompt":"What\(e)\\n\\tcode?",\
      "answer":"A\(e)","points":["P\(e)"],"choices":[{"text":"C\(e)","right":true}],\
      "blanks":["B\(e)"],"tags":["t\(e)"],"interview":{"level":"l\(e)","redFlags":["r\(e)"],\
      "followUp":"f\(e)","followUpAnswer":"g\(e)"},"level":1,"rule":"section\(e)","quality":1.0,\
      "group":"g\(e)","line":1}
      """
    let deck = try DeckFile(text: text, path: "x.jsonl")
    let card = try #require(deck.cards.first)
    // A line end and a tab are part of code and stay.
    #expect(card.prompt.hasSuffix("\n\tcode?"))
    let all = deck.topic + deck.note + deck.text + card.json.replacing("\\n", with: "")
    for scalar in all.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
      #expect(!(0x202a...0x202e).contains(scalar.value))
    }
    #expect(!card.json.contains("\\u001b") && !card.json.contains("\\u0007"))
    #expect(card.answer.hasPrefix("A ]0;evil"))
  }

  @Test func ordinaryTextIsLeftAlone() throws {
    let text = """
      {"schema":"ebb.deck/1","topic":"Café — 数据库","note":"n.md","cards":1}
      {"id":"a","kind":"open","trail":[],"prompt":"Why “é”?","answer":"- a\\n- b\\n\\n```\\n\\tx\\n```",\
      "level":1,"rule":"section","quality":0.80,"group":"g","line":1}

      """
    let deck = try DeckFile(text: text, path: "x.jsonl")
    #expect(deck.topic == "Café — 数据库")
    #expect(deck.cards.first?.answer == "- a\n- b\n\n```\n\tx\n```")
  }
}
