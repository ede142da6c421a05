import Decks

// The cards of the golden screens.

extension Sample {
  static let lock = Sample(
    "lock",
    "Why must a Redis lock be released with **compare-and-delete** instead of a plain `DEL`?",
    """
    The lock may have expired while its owner was paused, and another worker may hold it by now. A \
    plain `DEL` removes that worker's lock, and a third worker walks into the critical section.

    Delete only if the stored token is still your own; the check and the delete must be one step:

    ```lua
    -- KEYS[1] lock name, ARGV[1] my token
    if redis.call('GET', KEYS[1]) == ARGV[1] then
      return redis.call('DEL', KEYS[1])
    end
    return 0
    ```
    """, trail: ["Distributed locks"], schedule: .waited)

  /// Its second line of code is 200 columns long.
  static let longCode = Sample(
    "code", "How is a long chain of calls written on one line?",
    """
    ```python
    # a comment
    \(String((0..<25).map { "call_\($0)()." }.joined().prefix(199)));
    \tshort(一, 二)

    end
    ```
    """, topic: "Python", trail: ["Style"], schedule: .waited)

  static let table = Sample(
    "table", "How do five isolation levels differ?",
    """
    | Level | Dirty read | Non-repeatable read | Phantom | Where it is found |
    |---|---|---|---|---|
    | Read uncommitted | possible | possible | possible | hardly anywhere in production |
    | Read committed | **never** | possible | possible | the default of PostgreSQL |
    | Repeatable read | never | never | depends | the default of MySQL |
    | Snapshot | never | never | never, but `write skew` | SQL Server and others |
    """, topic: "PostgreSQL", trail: ["Transactions"], schedule: .waited)

  static let wide = Sample(
    "wide", "事务隔离级别有哪些？ Which of 👨\u{200D}👩\u{200D}👧, 🇩🇪 and ❤\u{FE0F} is one character?",
    """
    読み取りコミット済みは、他のトランザクションがコミットした変更だけを見ることができます。まだコミットされていない変更は見えません。

    - 👍🏽 a skin tone, 🏴\u{E0067}\u{E0062}\u{E007F} a tagged flag, 1\u{FE0F}\u{20E3} a keycap
    - 한국어 단어는 두 칸을 차지합니다
    - e\u{301} is é, ﬁ stays

    | 言語 | cells |
    |---|---|
    | 日本語 | 2 each |
    | ｱｲｳ | 1 each |
    """, topic: "数据库", trail: ["隔离"], schedule: .waited)

  static let long = Sample(
    "long", "Which steps does a request take?",
    (1...40).map { "\($0). step \($0) of the way a request takes from the client" }
      .joined(separator: "\n"), topic: "Fault tolerance", schedule: .waited)

  static let points = Sample(
    "points", "What does it take for a message to survive from publisher to consumer?",
    "Every hop must keep it until the next one has it.", topic: "RabbitMQ", trail: ["Reliability"],
    points: [
      "a durable, **replicated** queue (quorum queue)", "messages published as persistent",
      "publisher confirms, and a retry when one is missing",
      "a plan for unroutable messages: the `mandatory` flag or an alternate exchange",
      "manual acknowledgement, *after* the work is done",
      "consumers that tolerate a second delivery",
    ], schedule: .waited)

  static let longQuestion = Sample(
    "question",
    """
    A service writes an order to its database and then publishes an event. Between the two it may \
    crash, and the broker may be away. What goes wrong here, and what repairs it?

    ```python
    def place(order):
        database.save(order)
        broker.publish("order placed", order.id)
        return order.id
    ```

    Name the pattern, what it costs, and what the consumers have to bring along for it to work \
    at all when the same event arrives twice.
    """,
    "The order is saved and never announced. An outbox table in the same transaction repairs it.",
    topic: "Fault tolerance", trail: ["Messaging", "Outbox"], schedule: .waited)
}

// Cards whose answer is chosen, ordered or filled in.

extension Sample {
  private init(_ id: String, kind: Card.Kind, _ prompt: String, _ change: (inout Card) -> Void) {
    self.init(id, prompt, "", trail: ["Operations"], schedule: .waited)
    card.kind = kind
    change(&card)
  }

  static let choice = Sample(
    "choice", kind: .choice,
    "With default settings, which of these can keep a Redis server from answering its other "
      + "clients for seconds on a large keyspace?"
  ) {
    $0.choices = [
      Choice("`KEYS session:*`", isRight: true), Choice("`SCAN 0 MATCH session:* COUNT 100`"),
      Choice("`DEL` of one hash with 20 million fields", isRight: true),
      Choice("`UNLINK` of that hash"),
      Choice("a Lua script that loops over ten million members", isRight: true),
    ]
    $0.answer =
      "Commands run one at a time: whatever walks or frees everything at once holds up the rest. "
      + "`SCAN` works in small steps; `UNLINK` frees in another thread."
  }

  static let oneRight = Sample(
    "one", kind: .choice, "Which status code tells a client that it sent too many requests?"
  ) {
    $0.choices = [Choice("429", isRight: true), Choice("409"), Choice("503"), Choice("412")]
    $0.answer = "429"
    $0.isGenerated = true
  }

  static let steps = Sample(
    "steps", kind: .order,
    "Put the steps in order: how does a committed write reach a streaming standby?"
  ) {
    $0.points = [
      "a backend puts the change into the WAL buffers", "COMMIT flushes the WAL to disk",
      "a WAL sender ships the record over the connection",
      "the standby's WAL receiver writes and flushes the record",
      "the standby's startup process replays the record",
    ]
    $0.answer = $0.points.enumerated().map { "\($0.offset + 1). \($0.element)" }
      .joined(separator: "\n")
  }

  static let cloze = Sample(
    "cloze", kind: .cloze,
    "A Redis Cluster has […] hash slots; a key belongs to the slot CRC16(key) modulo that number."
  ) {
    $0.blanks = ["16384"]
    $0.answer =
      "A Redis Cluster has 16384 hash slots; a key belongs to the slot CRC16(key) modulo that "
      + "number."
  }
}
