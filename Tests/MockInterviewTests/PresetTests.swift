import Testing

@testable import MockInterview

/// Presets in other sizes than their own, and what is wrong with those that somebody wrote.
struct PresetTests {
  @Test func anotherNumberOfQuestionsIsSharedOutAmongTheRounds() {
    let sizes = { (count: Int) in Preset.onsite.resized(to: count).rounds.map(\.levels.count) }
    #expect(sizes(16) == [3, 6, 5, 2])
    #expect(sizes(32) == [6, 12, 10, 4])
    #expect(sizes(4) == [1, 1, 1, 1])
    #expect(sizes(2).reduce(0, +) == 2)
    #expect(Preset.onsite.resized(to: 32).rounds[0].levels == [1, 1, 2, 1, 1, 2])
    #expect(Preset.design.resized(to: 3) == .design, "one prompt stays one prompt")
    #expect(Preset.screen.resized(to: 0) == .screen)
  }

  @Test func anotherTimeStretchesTheBoxes() {
    let short = Preset.onsite.lasting(minutes: 15)
    #expect(short.rounds.map(\.box) == [30, 50, 60, 70])
    #expect(short.seconds == 15 * 60)
    let tiny = Preset.onsite.lasting(minutes: 1)
    #expect(tiny.rounds.allSatisfy { $0.box == 5 }, "nobody answers in less")
    #expect(Preset.design.lasting(minutes: 0) == .design)
  }

  @Test func whatCannotBeAskedIsSaid() {
    func fault(_ change: (inout Preset) -> Void) -> String? {
      var preset = Preset.screen
      preset.name = "mine"
      change(&preset)
      return preset.fault
    }
    #expect(fault { _ in } == nil)
    #expect(fault { $0.rounds = [] } == "the preset mine has a round without questions")
    #expect(
      fault { $0.rounds[0].levels = [5] } == "level 5 of the round “breadth” is outside 1 to 4")
    #expect(fault { $0.rounds[0].kinds = [] } == "the round “breadth” allows no kind of card")
    #expect(fault { $0.rounds[0].box = -1 } == "the box of the round “breadth” is below 0")
    #expect(fault { $0.spare = 4 * 3600 } == "the preset mine takes 260 minutes; 180 is most")
    #expect(fault { $0.topicsAtLeast = 0 } == "topics_at_least of mine is below 1")
  }
}
