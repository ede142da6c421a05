import Testing

@testable import Decks

struct InversionTests {
  @Test(arguments: [
    ("why a rope loses strength", "Why does a rope lose strength?"),
    ("how the mole protects its harbour", "How does the mole protect its harbour?"),
    ("when ships are turned away", "When are ships turned away?"),
    ("how a pilot can board in a gale", "How can a pilot board in a gale?"),
    ("what the harbour master requires.", "What does the harbour master require?"),
    ("what flags and lights do", "What do flags and lights do?"),
    ("how buoys, beacons and lights differ", "How do buoys, beacons and lights differ?"),
    ("which ropes a tug needs", "Which ropes does a tug need?"),
    ("which rope to choose for towing", "Which rope should you choose for towing?"),
    ("why the boat leaks", "Why does the boat leak?"),
    ("how a lock works at night", "How does a lock work at night?"),
    ("how ebb differs from flood", "How does ebb differ from flood?"),
    ("how a wave limits speed", "How does a wave limit speed?"),
    ("how a port without a mole leaks sand", "How does a port without a mole leak sand?"),
    ("why a flag does not stop ships", "Why does a flag not stop ships?"),
    ("how a tug deletes its log", "How does a tug delete its log?"),
    ("which ships may enter first", "Which ships may enter first?"),
  ])
  func aClauseIsAskedAsAQuestion(clause: String, question: String) {
    #expect(Inversion.question(of: clause) == question)
  }

  @Test(arguments: [
    // Its verb is in the plural, or may be a noun.
    "why ropes break in frost", "how stacked retries multiply load", "how harbour locks fill",
    "how tide tables and locks work", "how memory leaks start", "how night deploys work",
    "why cascading deletes hurt", "how rudder installs and captures happen",
    "how blue-green clones happen", "how a set of locks works at ebb", "how a few locks fill fast",
    "how a gale worries locks and pilots",
    // Whose verb it is cannot be told.
    "why a rope that is wet breaks", "how long a rope lasts", "what you need in a gale",
    "which rope Neptune takes to sea", "why", "how so",
  ])
  func aClauseThatIsNotSureStaysOne(clause: String) {
    #expect(Inversion.question(of: clause) == nil)
  }
}
