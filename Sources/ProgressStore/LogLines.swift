import Decks
import Foundation
import Scheduling

/// The log as JSON Lines: a line that names the form, then every event, one a line.
package enum LogLines {
  /// The first line of a file.
  package static let header = #"{"schema":"ebb.log/1"}"#

  /// Writes an event; nothing of it is lost.
  package static func line(of event: LogEvent) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A struct of strings and numbers that are finite can always be written.
    return (try? encoder.encode(LogLine(event))).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Reads a whole file, and checks it: every line an event, no event twice, every time from the
  /// year 2000 until `now`, and nothing taken back but answers to the same card.
  package static func events(_ bytes: [UInt8], now: Date) throws(LogFileFailure) -> [LogEvent] {
    try events(NumberedLines(bytes), now: now)
  }

  /// The same of a file that comes in pieces, the last of them empty.
  package static func events(
    pieces: @escaping () -> [UInt8], now: Date
  ) throws(LogFileFailure) -> [LogEvent] {
    try events(NumberedLines(pieces), now: now)
  }

  private static func events(
    _ numbered: NumberedLines, now: Date
  ) throws(LogFileFailure) -> [LogEvent] {
    var lines = numbered
    guard let first = lines.next(), first.bytes.elementsEqual(header.utf8) else {
      throw LogFileFailure(line: 1, message: "this is no log of ebb; it must begin with \(header)")
    }
    let decoder = JSONDecoder()
    var events: [LogEvent] = []
    var places: [LogEvent.Identity: (line: Int, index: Int)] = [:]
    var numbers: [Int] = []
    while let line = lines.next() {
      if line.bytes.isEmpty { continue }
      let event = try event(line.bytes, line: line.number, now: now, by: decoder)
      let place = (line: line.number, index: events.count)
      if let known = places.updateValue(place, forKey: event.identity) {
        throw LogFileFailure(
          line: line.number,
          message: "event \(event.identity.number) of device \(event.identity.device) is in line "
            + "\(known.line) already; remove one")
      }
      events.append(event)
      numbers.append(line.number)
    }
    for (event, line) in zip(events, numbers) {
      guard case .revert(let identity, let card) = event.kind, let place = places[identity]
      else { continue }
      guard events[place.index].card == card, identity != event.identity else {
        throw LogFileFailure(
          line: line, message: "line \(place.line), which it takes back, is not about its card")
      }
    }
    return events
  }

  private static func event(
    _ bytes: ArraySlice<UInt8>, line: Int, now: Date, by decoder: JSONDecoder
  ) throws(LogFileFailure) -> LogEvent {
    let event: LogEvent
    do {
      event = try decoder.decode(LogLine.self, from: Data(bytes)).event()
    } catch let fault as LogLine.Fault {
      throw LogFileFailure(line: line, message: fault.message)
    } catch {
      throw LogFileFailure(line: line, message: LogLine.explanation(of: error))
    }
    guard event.time >= ReviewTable.earliest else {
      throw LogFileFailure(line: line, message: "the time is before 2000")
    }
    guard event.time <= now else {
      throw LogFileFailure(line: line, message: "the time is in the future; check the clock")
    }
    // No clock is more than 14 hours from UTC, and a day may begin as late as 23 o'clock.
    let days = StudyCalendar.fixed().day(of: event.time).distance(to: event.stamp.day)
    guard abs(days) <= 2 else {
      throw LogFileFailure(line: line, message: "the day is not that of the time")
    }
    return event
  }
}
