import Testing

@testable import Scheduling

struct NearestNameTests {
  @Test(arguments: [
    ("retension", "retention"), ("retnetion", "retention"), ("limt", "limit"), ("LIMIT", "limit"),
    ("xyz", nil), ("", nil),
  ]) func theNearestNameIsNearEnough(word: String, name: String?) {
    #expect(NearestName.of(word, among: ["retention", "limit", "order"]) == name)
  }
}
