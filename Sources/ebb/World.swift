import Foundation
import Scheduling

/// The only place that asks for the time, the time zone, chance and the environment; the settings
/// are part of it, because they say when a day begins.
struct World {
  let environment: [String: String]
  /// What the user wants, by the environment and the file of settings.
  let settings: Settings
  let calendar: StudyCalendar
  private let anchor: (date: Date, instant: ContinuousClock.Instant)

  /// Reads the environment and the settings once. `EBB_NOW` (RFC 3339) sets the start of the clock,
  /// for tests and pictures.
  /// - Throws: A failure if the clock or the settings cannot be read; without `readingSettings` only
  ///   the defaults hold.
  init(readingSettings: Bool = true) throws(CommandFailure) {
    let environment = ProcessInfo.processInfo.environment
    self.environment = environment
    let settings =
      readingSettings
      ? try Settings(file: Locations.settings(environment), environment: environment) : Settings()
    self.settings = settings
    var start = Date()
    if let text = environment["EBB_NOW"], !text.isEmpty {
      guard let date = try? Date(text, strategy: .iso8601) else {
        throw CommandFailure(
          .usage, "cannot read EBB_NOW: “\(text)” is no RFC 3339 time; write 2026-11-24T09:12:00Z")
      }
      start = date
    }
    anchor = (start, ContinuousClock.now)
    calendar = StudyCalendar(rolloverHour: settings.rolloverHour) { Self.utcOffset(at: $0) }
  }

  private init(_ world: World, settings: Settings) {
    environment = world.environment
    self.settings = settings
    anchor = world.anchor
    calendar = StudyCalendar(rolloverHour: settings.rolloverHour) { Self.utcOffset(at: $0) }
  }

  /// The same world with the settings read anew; its clock goes on.
  func rereadingSettings() throws(CommandFailure) -> World {
    World(
      self,
      settings: try Settings(file: Locations.settings(environment), environment: environment))
  }

  /// The wall clock at the start, advanced by a clock that nobody can set.
  var now: Date {
    let (seconds, attoseconds) = (ContinuousClock.now - anchor.instant).components
    return anchor.date + (Double(seconds) + Double(attoseconds) * 1e-18)
  }

  /// Now, as the clock of this place shows it.
  var stamp: Stamp { Stamp(now, in: calendar) }

  var today: Day { calendar.day(of: now) }

  /// `EBB_SEED`, or a random one.
  var seed: UInt64 {
    environment["EBB_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: .min ... .max)
  }

  /// Seconds east of UTC by the system's rules. Foundation's time zones need ICU data, which a
  /// static binary leaves out.
  private static func utcOffset(at date: Date) -> Int {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int(parts.tm_gmtoff)
  }
}
