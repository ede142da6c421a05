import Decks
import Testing

struct RichTextTests {
  @Test func everyKindOfBlockIsRead() {
    let text = RichText(
      markdown: """
        Plain **bold** *slanted* `code`.

        3. one
           - two

        ```swift
        let a = 1

        ```

        | a | b |
        |---|---|
        | c | d |

        > quoted
        """)
    #expect(
      text.blocks == [
        .paragraph([
          .init("Plain "), .init("bold", .strong), .init(" "), .init("slanted", .emphasis),
          .init(" "), .init("code", .code), .init("."),
        ]),
        .list(
          start: 3,
          members: [
            [
              .paragraph([.init("one")]),
              .list(start: nil, members: [[.paragraph([.init("two")])]]),
            ]
          ]),
        .code(language: "swift", lines: ["let a = 1", ""]),
        .table(header: [[.init("a")], [.init("b")]], rows: [[[.init("c")], [.init("d")]]]),
        .quote([.paragraph([.init("quoted")])]),
      ])
  }

  @Test func nothingThatCommandsATerminalReachesTheScreen() {
    let text = RichText(markdown: "&#27;[31m &#x9b;1m `a` &#x202e;b\n\n```sh&#27;[0m\nc\n```\n")
    #expect(
      text.blocks == [
        .paragraph([.init(" [31m  1m "), .init("a", .code), .init("  b")]),
        .code(language: "sh [0m", lines: ["c"]),
      ])
  }

  @Test func textWithoutBlocksIsEmpty() {
    for markdown in ["", " \n", "<!-- a -->", "[a]: b"] {
      #expect(RichText(markdown: markdown).blocks.isEmpty, "\(markdown)")
    }
  }
}
