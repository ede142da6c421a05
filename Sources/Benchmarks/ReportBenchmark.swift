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
    // The first run reads the decks and makes the backup of the day.
    _ = try measure(["report"])
    let collection = folder + "/collection.anki2"
    if let peers { _ = try peers.seconds("make-graphs-anki", collection, folder + "/log.csv") }
    var time = Sample()
    var memory = Sample()
    var peer = Sample()
    for _ in 0..<5 {
      let run = try measure(["report", "all", "--json"])
      if run.status != 0 { report("a full report", "failed with status \(run.status)") }
      time.add(run.milliseconds)
      memory.add(run.megabytes)
      // In turn, so that a busy moment of the machine is nobody's alone.
      if let peers { peer.add(try peers.seconds("graphs-anki", collection) * 1_000) }
    }
    report(
      "report, 1,000,000 answers, 100,000 cards, ms", time.median.short, spread: time.spread,
      aim: "under 1500")
    report("its memory, MB", memory.median.short, spread: memory.spread, aim: "under 150")
    if peers != nil {
      report("graphs of Anki's library, same log, ms", peer.median.short, spread: peer.spread)
      report("  ebb takes, its start and output included", (time.median / peer.median).short)
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

  private func measure(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(
      program, arguments,
      [
        "EBB_PROGRESS": folder + "/progress.db", "EBB_DECKS": folder + "/decks", "TZ": "UTC",
        "HOME": folder, "EBB_NOW": "2026-11-24T09:12:00Z", "LC_ALL": "C.UTF-8",
      ])
  }
}
