import ArgumentParser
import Foundation
import ProgressStore
import Scheduling

/// Unites the progress of several machines.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Add the answers of other progress files to this one.",
    discussion: """
      Answers are united, and every card they concern is scheduled as if all had been given on one \
      machine. The order of merges does not matter, and merging twice changes nothing. The other \
      files are only read.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Progress files of other machines.")
  var others: [String]

  func run() throws {
    let file = try ProgressFile(options: common)
    let store = try file.open(creating: true)
    for other in others where Locations.absolute(other) == Locations.absolute(file.path) {
      throw CommandFailure(
        .usage, "cannot merge \(other): it is the progress file itself; name another")
    }
    try file.backUp(store)
    for other in others {
      let addition = try store.merge(other, by: file.scheduler(for: store))
      print("\(other): \(Self.summary(of: addition))")
    }
  }

  static func summary(of addition: Store.Addition) -> String {
    guard !addition.isEmpty else { return "nothing new" }
    let reverts = addition.reverts == 0 ? "" : ", \(addition.reverts) taken back"
    let others = addition.others == 0 ? "" : ", \(count(addition.others, "other change"))"
    return "\(count(addition.answers, "new answer"))\(reverts)\(others), "
      + count(addition.cards, "card")
  }
}
