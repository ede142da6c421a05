/// A stage of a design interview.
package struct DesignStage: Hashable, Sendable {
  package let name: String
  /// Seconds.
  package let box: Int
  /// What is asked for in this stage.
  package let request: String
  /// Beginnings of words that put a key point of the prompt into this stage.
  let cues: [String]
  /// What any design is expected to say here, for prompts with too few points of their own.
  let usual: [String]
  /// The level that the stage is scored at, 1 to 4.
  let level: Int

  /// The six stages, in order; together an hour.
  package static let all: [DesignStage] = [
    DesignStage(
      name: "scope", box: 300,
      request: "Say what it is for and what it is not: who uses it, for what, how often.",
      cues: ["require", "scope", "user", "use case"],
      usual: [
        "the two or three use cases", "what is left out, said aloud",
        "who uses it and how often", "what must not happen",
      ], level: 1),
    DesignStage(
      name: "numbers", box: 300,
      request: "Estimate: load, data, latency. Which one number decides the design?",
      cues: ["estimat", "capacit", "qps", "storage", "size"],
      usual: [
        "requests per second, average and peak", "data per year", "latency aim",
        "the one number that decides the design",
      ], level: 2),
    DesignStage(
      name: "high level", box: 900,
      request: "Draw the high level: who calls whom, where the state lives, what a request passes "
        + "on its way. Say aloud when you move on.",
      cues: [],
      usual: [
        "a path of one request from client to data", "what holds state",
        "the interface (calls and fields)", "read path and write path apart",
      ], level: 2),
    DesignStage(
      name: "deep dive", box: 1200,
      request: "Take one component apart: data structure, growth, two things at once, deployment.",
      cues: ["schema", "model", "algorithm", "consisten", "partition"],
      usual: [
        "one component down to its data structure", "how it scales out",
        "how it stays correct when two things happen at once", "how it is deployed without a gap",
      ], level: 4),
    DesignStage(
      name: "trade-offs", box: 600,
      request: "What else could you have built, what fails first, and how would you notice?",
      cues: ["trade", "alternativ", "fail", "limit", "bottleneck"],
      usual: [
        "one alternative and why not", "what fails first and what the user sees", "how you notice",
        "what you would do with ten times the load",
      ], level: 3),
    DesignStage(
      name: "close", box: 300,
      request: "Close: sum it up, and say what worries you.",
      cues: ["summar", "conclu"],
      usual: [
        "a summary in three sentences", "the riskiest part", "what you would test first",
        "one question back",
      ], level: 2),
  ]
}
