import Foundation
import MockInterview

/// Key points found in a long typed answer.
struct MatcherBenchmark {
  private let points = [
    "A **hash** of the key chooses one of 16384 slots; `CLUSTER KEYSLOT` shows which.",
    "Each primary serves a range of slots and has one or more replicas.",
    "A client follows `MOVED` for good and `ASK` once while a slot migrates.",
    "Keys of one command must share a slot, by hash tags if need be.",
    "Nodes gossip over a bus on port 16379 about who is alive.",
    "A majority of primaries must agree before a replica is promoted.",
    "Replication is asynchronous, so acknowledged writes can be lost.",
    "Slots move key by key or, since 8.4, atomically in batches of 10 MB.",
    "Without a majority the minority side stops taking writes after `node_timeout`.",
  ].map { KeyPoint($0) }

  /// 300 words, some of them slips, numbers and denials.
  private let answer = Array(
    repeating: """
      every key is hashed to one of 16384 slots and a primary has a range of them plus replicas. \
      the client asks any node, gets MOVED and remembers it, or ASK while the slot is migratng, \
      then it must not remeber. multi key commands only work in the same slot so we use hash tags. \
      nodes gossip on port 16379. a replica isnt promoted unless most primaries agree. writes that \
      were acknowledged may be lost because replication does not wait
      """, count: 4
  ).joined(separator: ". ")

  func run() {
    let matcher = PointMatcher(
      points: points, question: "How does Redis Cluster spread its keys?", glosses: [])
    var making = Sample()
    var matching = Sample()
    for _ in 0..<60 {
      making.time {
        _ = PointMatcher(points: points, question: "How are keys spread?", glosses: [])
      }
      matching.time { _ = matcher.match(answer) }
    }
    report("read 9 key points, ms", making.median.short, spread: making.spread)
    report(
      "match 300 words against 9 points, ms", matching.median.short, spread: matching.spread,
      aim: "below 5")
  }
}
