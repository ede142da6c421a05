import Foundation

/// A full report over a million answers to a hundred thousand cards, by the program from outside.
struct ReportBenchmark {
  let program: String
  let peers: Peers?
  private let folder = NSTemporaryDirectory() + "ebb-bench-report-\(getpid())"

  private static let cards = 100_000
  private static let answers = 1_000_000
  private static let topics = 20
  /// The answers end a day before this moment: 2026-11-24 09:12 UTC.
  private static let now = 1_795_511_520

  init(program: String, peers: Peers?) {
    self.program = program
    self.peers = peers
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeDecks()
    try makeLog()
    guard try measure(["import", folder + "/log.csv"]).status == 0 else {
      report("a full report", "the log cannot be imported")
      return
    }
    var time = Sample()
    var memory = Sample()
    var peer = Sample()
    for _ in 0..<5 {
      var status: Int32 = 0
      var peak = 0.0
      try time.time { (status, peak) = try measure(["report", "all", "--json"]) }
      memory.add(peak)
      // In turn, so that a busy moment of the machine is nobody's alone.
      if let peers { peer.add(try peers.seconds("graphs-anki", folder + "/log.csv") * 1_000) }
      if status != 0 { report("a full report", "failed with status \(status)") }
    }
    report(
      "report, 1,000,000 answers, 100,000 cards, ms", time.median.short, spread: time.spread,
      aim: "under 1500")
    report("its memory, MB", memory.median.short, spread: memory.spread, aim: "under 150")
    if peers != nil {
      report("graphs of Anki's library, same log, ms", peer.median.short, spread: peer.spread)
    }
  }

  private func makeDecks() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/decks", withIntermediateDirectories: true)
    let each = Self.cards / Self.topics
    for topic in 0..<Self.topics {
      var text =
        "{\"schema\":\"ebb.deck/1\",\"topic\":\"Topic \(topic)\",\"note\":\"t\(topic).md\","
        + "\"cards\":\(each)}\n"
      for number in 0..<each {
        let card = topic * each + number
        text +=
          "{\"id\":\"card\(card)\",\"kind\":\"open\",\"trail\":[\"Part \(number / 500)\","
          + "\"Section \(number / 20)\"],\"prompt\":\"What does number \(card) hold?\","
          + "\"answer\":\"What was put there last, and nothing else, as every card does.\","
          + "\"level\":1,\"rule\":\"section\",\"quality\":0.80,\"group\":\"\(number)\","
          + "\"line\":\(number + 1)}\n"
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/decks/t\(topic).jsonl"))
    }
  }

  /// Ten answers to every card, over two years, in the order of time.
  private func makeLog() throws {
    let name = folder + "/log.csv"
    try Data().write(to: URL(fileURLWithPath: name))
    guard let file = FileHandle(forWritingAtPath: name) else { return }
    file.write(Data("card_id,review_time,review_rating,review_duration\n".utf8))
    let rounds = Self.answers / Self.cards
    let first = (Self.now - 86_400 * 731) * 1_000
    let step = 86_400_000 * 730 / Self.answers
    var text = ""
    for number in 0..<Self.answers {
      // A stride that has no factor in common with the count meets every card in every round.
      let card = (number * 61_803 + number / Self.cards * rounds) % Self.cards
      let rating = number % 11 == 0 ? 1 : number % 7 == 0 ? 2 : number % 13 == 0 ? 4 : 3
      text += "card\(card),\(first + number * step),\(rating),\(3_000 + number % 17_000)\n"
      if text.utf8.count > 1 << 20 {
        file.write(Data(text.utf8))
        text = ""
      }
    }
    file.write(Data(text.utf8))
    try file.close()
  }

  /// Runs the program without output.
  /// - Returns: Its exit status, and the most memory it had resident, MB.
  private func measure(_ arguments: [String]) throws -> (status: Int32, peak: Double) {
    let environment = [
      "EBB_PROGRESS=\(folder)/progress.db", "EBB_DECKS=\(folder)/decks", "TZ=UTC", "HOME=\(folder)",
      "EBB_NOW=2026-11-24T09:12:00Z", "LC_ALL=C.UTF-8",
    ]
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, &pointers, &variables) == 0 else {
      return (127, 0)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    #if os(macOS)
      let unit = 1_000_000.0
    #else
      let unit = 1_000.0
    #endif
    return ((status >> 8) & 0xff, Double(usage.ru_maxrss) / unit)
  }
}
