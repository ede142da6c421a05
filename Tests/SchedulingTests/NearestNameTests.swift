import Testing

@testable import Scheduling

struct NearestNameTests {
  @Test(arguments: [
    ("retension", "retention"), ("retnetion", "retention"), ("limt", "limit"), ("LIMIT", "limit"),
    ("xyz", nil), ("", nil),
  ]) func theNearestNameIsNearEnough(word: String, name: String?) {
    #expect(NearestName.of(word, among: ["retention", "limit", "order"]) == name)
  }

  @Test(arguments: [
    ("redsi", "redis-and-valkey"), ("postgersql", "PostgreSQL"),
    ("fault tolerence", "fault-tolerance-and-resilience"),
    ("fault-tolerence", "fault-tolerance-and-resilience"), ("a", nil), ("valkey", nil),
  ]) func theFirstWordsOfANameAreEnough(word: String, name: String?) {
    let known = ["redis-and-valkey", "PostgreSQL", "fault-tolerance-and-resilience", "a-b-c"]
    #expect(NearestName.of(word, among: known) == name)
  }
}
