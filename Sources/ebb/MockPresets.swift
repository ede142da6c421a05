import Decks
import Foundation
import MockInterview
import Scheduling

/// Presets of the user's own, as the settings describe them below `mock.preset.NAME`.
enum MockPresets {
  /// What a round is if its table does not say otherwise: that of a screen.
  private static let usual = Preset.screen.rounds[0]

  /// The five presets, then the user's own by name.
  static func all(_ settings: Settings) -> [Preset] {
    let values = settings.values.mapValues(\.value)
    return Preset.all + names(in: values).compactMap { try? preset($0, in: values).get() }
  }

  /// What is wrong with the presets in these values, each at the setting to look at.
  static func faults(in values: [SettingName: SettingValue]) -> [(at: SettingName, words: String)] {
    names(in: values).compactMap { name in
      guard case .failure(let fault) = preset(name, in: values) else { return nil }
      let rounds = self.name(name, "rounds")
      let spare = self.name(name, "spare")
      let place = values[rounds] != nil ? rounds : values[spare] != nil ? spare : rounds
      return (place, fault.words)
    }
  }

  /// Why a preset cannot be asked.
  struct Fault: Error {
    let words: String

    init(_ words: String) { self.words = words }
  }

  private static func name(_ preset: String, _ part: String) -> SettingName {
    SettingName(["mock", "preset", preset, part])
  }

  private static func names(in values: [SettingName: SettingValue]) -> [String] {
    Set(
      values.keys.filter { $0.parts.count == 4 && $0.parts.starts(with: ["mock", "preset"]) }
        .map { $0.parts[2] }
    ).sorted()
  }

  private static func preset(
    _ name: String, in values: [SettingName: SettingValue]
  ) -> Result<Preset, Fault> {
    if Preset.all.contains(where: { $0.name == name.lowercased() }) {
      return .failure(
        Fault("\(self.name(name, "rounds")): \(name) is a preset of ebb; give yours another name"))
    }
    guard case .tables(let tables)? = values[self.name(name, "rounds")] else {
      return .failure(Fault("mock.preset.\(name) has no rounds"))
    }
    var rounds: [Round] = []
    for (index, table) in tables.enumerated() {
      switch round(table, number: index + 1) {
      case .success(let round): rounds.append(round)
      case .failure(let fault):
        return .failure(Fault("\(self.name(name, "rounds")): \(fault.words)"))
      }
    }
    var preset = Preset(name: name, style: .interview, rounds: rounds, reveal: .end)
    if case .text(let span)? = values[self.name(name, "spare")] {
      preset.spare = Span.seconds(span) ?? 0
    }
    if case .text(let text)? = values[self.name(name, "reveal")],
      let reveal = Reveal(rawValue: text)
    {
      (preset.reveal, preset.typedReveal) = (reveal, reveal)
    }
    if case .integer(let number)? = values[self.name(name, "topics_at_least")] {
      preset.topicsAtLeast = number
    }
    if let fault = preset.fault { return .failure(Fault(fault)) }
    return .success(preset)
  }

  // MARK: Rounds

  private static let keys = ["name", "levels", "box", "kinds", "hard", "one_topic"]

  private static func round(
    _ table: [String: SettingValue], number: Int
  ) -> Result<Round, Fault> {
    if let unknown = table.keys.filter({ !keys.contains($0) }).sorted().first {
      let nearest = NearestName.of(unknown, among: keys).map { "did you mean \($0)?" }
      return .failure(
        Fault(
          "round \(number) has no “\(unknown)”; \(nearest ?? "it may have " + list(keys))"))
    }
    var round = usual
    round.name = "round \(number)"
    round.levels = []
    for (key, value) in table {
      switch (key, value) {
      case ("name", .text(let name)) where !name.isEmpty: round.name = name
      case ("levels", .numbers(let levels)) where levels.allSatisfy { $0 == $0.rounded() }:
        round.levels = levels.map { Int($0) }
      case ("levels", .texts([])): break
      case ("box", .text(let span)):
        guard let seconds = Span.seconds(span), (5...10800).contains(seconds) else {
          return .failure(Fault("the box of round \(number) must be a span such as \"2m\""))
        }
        round.box = seconds
      case ("kinds", .texts(let names)):
        let known = Card.Kind.allCases.map(\.rawValue)
        if let unknown = names.first(where: { !known.contains($0) }) {
          return .failure(
            Fault("round \(number): there is no kind “\(unknown)”; kinds are \(list(known))"))
        }
        round.kinds = Set(names.compactMap { Card.Kind(rawValue: $0) })
      case ("hard", .flag(let isOn)): round.isHard = isOn
      case ("one_topic", .flag(let isOn)): round.hasOneTopic = isOn
      default: return .failure(Fault("\(key) of round \(number) cannot be \(value.literal)"))
      }
    }
    if let level = round.levels.first(where: { !(1...4).contains($0) }) {
      return .failure(Fault("level \(level) of round \(number) is outside 1 to 4"))
    }
    if round.levels.isEmpty { return .failure(Fault("round \(number) has no levels")) }
    return .success(round)
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
