import MockInterview
import TestSupport
import Testing

struct MatcherTests {
  /// Points of one question, an answer, and what is to be found.
  struct Case: CustomTestStringConvertible {
    var question = ""
    var answer: String
    var points: [(text: String, verdict: PointMatch.Verdict)]
    var glosses: [[String]] = []

    var testDescription: String { answer }

    /// A question of one point.
    init(
      _ point: String, _ answer: String, _ verdict: PointMatch.Verdict, question: String = "",
      glosses: [[String]] = []
    ) {
      self.init(question, answer, [(point, verdict)])
      self.glosses = glosses
    }

    init(
      _ question: String, _ answer: String, _ points: [(String, PointMatch.Verdict)]
    ) {
      self.question = question
      self.answer = answer
      self.points = points.map { (text: $0, verdict: $1) }
    }
  }

  private func check(_ sample: Case) {
    let matcher = PointMatcher(
      points: sample.points.map { KeyPoint($0.text) }, question: sample.question,
      glosses: sample.glosses)
    let matches = matcher.match(sample.answer)
    #expect(matches.count == sample.points.count)
    for (match, point) in zip(matches, sample.points) {
      #expect(match.verdict == point.verdict, "\(point.text): \(match.share)")
      #expect((0...1).contains(match.share))
    }
  }

  private static let queues = [
    "quorum queues replicate by Raft over several nodes",
    "take them where data must outlive a machine",
    "classic queues are faster and lighter",
    "classic queues live on one node: mirroring ended with 4.0",
    "quorum queues are always durable and cost disk and memory",
  ]

  static let questions = [
    Case(
      "When do you take a classic queue, and when a quorum queue?",
      """
      quorum queues replicate with raft over the nodes. classic are faster. mirror the classic ones \
      for ha
      """,
      Array(zip(queues, [.tick, .none, .tick, .unclear, .none]))),
    Case(
      "When do you take a classic queue, and when a quorum queue?",
      "quorum queues replicate with raft. classic are faster",
      Array(zip(queues, [.tick, .none, .tick, .none, .none]))),
    Case(
      "What is the difference between filter and query context?",
      "query context computes a score. filter only yes or no, so it can be cached",
      [
        ("query context asks how well and computes a score", .tick),
        ("filter context asks yes or no", .tick), ("filters can be cached", .tick),
      ]),
    Case(
      "How does a retry storm build up, and how do you stop it?",
      """
      every layer retries so load multiplies. queues fill because timeouts are longer than the \
      caller's. retry in one layer, backoff with jitter
      """,
      [
        ("retries multiply across layers", .tick),
        ("work is queued for callers that have given up", .unclear),
        ("retry in one layer, with backoff and jitter", .tick),
        ("a retry budget caps the extra load", .none),
        ("a circuit breaker stops calls that cannot succeed", .none),
        ("shed load early instead of queueing", .unclear),
      ]),
  ]

  @Test(arguments: questions) func wholeQuestionsAreMarkedAsAPersonWould(_ sample: Case) {
    check(sample)
  }

  static let numbers = [
    Case("429", "429, X-Retry-After", .tick),
    Case("16384", "16384 slots", .tick),
    Case("16384", "16834", .none),
    Case("412 on a mismatch", "409", .none),
    Case("about 10 MB per connection", "9 MB each connection", .tick),
    Case("10 MB per connection", "12 MB", .none),
    Case("since 3.12", "since 3.13", .none),
    Case("64 KiB", "65536 bytes", .tick),
    Case("5 min", "300 s", .tick),
    Case("5 min", "300 ms", .none),
    Case("30 minutes by default", "half an hour? no, 1800 s", .tick),
    Case("90 % of requests", "0.9", .tick),
    Case("about one eighth", "1/8", .tick),
    Case("one billion", "1,000,000,000", .tick),
    Case("600-fold", "600x", .tick),
    Case("10k", "10,000", .tick),
  ]

  @Test(arguments: numbers) func numbersAreComparedByWhatTheyMeasure(_ sample: Case) {
    check(sample)
  }

  static let words = [
    Case("Retry-After", "429, X-Retry-After", .none),
    Case("Retry-After", "429 with retry-after", .tick),
    Case("主从复制是异步的", "主从复制 异步的", .tick),
    Case("replica lag", "standby lag", .tick),
    Case("retransmission", "retranmission", .tick),
    Case("compare `nr_throttled` with `nr_periods`", "compare nr_throtled, nr_periods", .tick),
    Case("`real_ip`", "set_real_ip_from", .tick),
    Case("`real_ip`", "real_up", .none),
    Case("exponential backoff", "back off exponentially", .tick),
    Case("multi-stage build", "multistage build", .tick),
    Case("validation of messages", "validate the msg", .tick),
    Case("clients lock rows", "clients block rows", .tick),
    Case("**Lock** the `row`", "lock the row", .tick),
  ]

  @Test(arguments: words) func wordsAreComparedByStemSynonymAndSlip(_ sample: Case) {
    check(sample)
  }

  static let contradictions = [
    Case(
      "WAIT does not make Redis strongly consistent", "wait makes redis strongly consistent",
      .unclear),
    Case("Plain term queries are never cached", "plain term queries are never cached", .tick),
    Case("Plain term queries are never cached", "plain term queries are always cached", .unclear),
    Case("Unroutable messages are confirmed", "unroutable messages aren't confirmed", .unclear),
    Case("Unroutable messages are confirmed", "unroutable messages arent confirmed", .unclear),
    Case("Replication is asynchronous", "replication is not synchronous", .tick),
    Case("Replication is asynchronous", "replication is synchronous", .unclear),
    Case("Probes are limited", "probes unlimited", .unclear),
    Case("WAL is flushed before data pages", "data pages are flushed before wal", .unclear),
    Case("WAL is flushed before data pages", "data pages are flushed after wal", .tick),
    Case("Background tasks run before that exit", "background tasks run after exit", .unclear),
    Case(
      "Text keeps tokens; keyword keeps the exact value",
      "keyword keeps tokens and text keeps the exact value", .unclear),
    Case(
      "Text keeps tokens; keyword keeps the exact value",
      "text: tokens, keyword: the exact value", .tick),
    Case(
      "401 concerns authentication, 403 authorisation",
      "403 for authentication, 401 for authorisation", .unclear),
    Case("Deleting the anchor row does no harm", "deleting the anchor row breaks it", .unclear),
  ]

  @Test(arguments: contradictions) func whatSaysTheContraryIsNotTicked(_ sample: Case) {
    check(sample)
  }

  @Test func theQuestionRepeatedProvesNothing() {
    check(
      Case(
        "quorum queues replicate", "quorum queues replicate", .none,
        question: "How do quorum queues replicate?"))
  }

  @Test func whatADeckExplainsStandsForIt() {
    let texts = [
      "The **Write-Ahead Log (WAL)** comes first.", "A dead-letter exchange (`DLX`) takes them.",
      "Not so (see above), nor (ABC) here, nor this (wal).",
    ]
    let glosses = Glosses.groups(in: texts)
    #expect(glosses == [["write ahead log", "WAL"], ["dead letter exchange", "DLX"]])
    check(Case("flush the write-ahead log", "flush WAL", .tick, glosses: glosses))
    check(Case("rejected into a DLX", "reject to dead letter exchange", .tick, glosses: glosses))
    check(Case("rejected into a DLX", "rejected to mail", .none, glosses: []))
  }

  @Test func nothingTypedTicksNothing() {
    for answer in ["", " \n", "...", "the of and", "not"] {
      check(Case("quorum queues replicate", answer, .none))
    }
    #expect(PointMatcher(points: [], question: "", glosses: []).match("anything").isEmpty)
    check(Case("", "anything", .none))
  }

  /// Bytes from anywhere may come through a terminal.
  @Test(arguments: 0..<40 as Range<UInt64>) func anyTextIsRead(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "10", "%", " ", "-", "/", "_", "'", ".", ",", "not", "1/0", "ms", "é", "主从", "👩‍👩‍👧",
      "\u{301}",
      "x-", "=", ">", "\n", "(", "9e99", "w/o", "１０", "n't",
    ]
    func text() -> String {
      (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    let matcher = PointMatcher(
      points: [KeyPoint(text()), KeyPoint(text())], question: text(), glosses: [[text(), "A"]])
    let answer = text()
    let matches = matcher.match(answer)
    #expect(matches.count == 2)
    #expect(matches.allSatisfy { (0...1).contains($0.share) })
    #expect(matcher.match(answer) == matches)
  }
}
