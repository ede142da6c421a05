import Decks
import Foundation
import Scheduling

/// One event as it stands in a JSON line; times are milliseconds since 1970, days are days since
/// 1970-01-01.
struct LogLine: Codable {
  /// What is wrong with a line that is good JSON.
  struct Fault: Error {
    let message: String
  }

  private enum Kind: String, Codable { case review, mark, fact, revert }

  fileprivate struct Standing: Codable {
    enum Phase: String, Codable { case new, learning, review, relearning }
    var phase: Phase
    var step: Int?
    var stability: Double?
    var difficulty: Double?
    var fast: Double?
    var due_time: Int?
    var due_day: Int?
    var interval: Int
    var last_review: Int?
    var last_day: Int?
    var reviews: Int
    var lapses: Int
  }

  private var device: String
  private var number: Int
  private var kind: Kind
  private var time: Int
  private var day: Int
  private var utc_offset: Int
  private var batch: Int?
  private var card: String?
  private var rating: Int?
  private var duration: Int?
  private var sureness: Int?
  private var before: Standing?
  private var after: Standing?
  private var name: String?
  private var body: String?
  private var reverted_device: String?
  private var reverted_number: Int?

  init(_ event: LogEvent) {
    device = event.identity.device
    number = event.identity.number
    time = event.time.milliseconds
    day = event.stamp.day.number
    utc_offset = event.stamp.offset
    batch = event.batch
    card = event.card?.rawValue
    switch event.kind {
    case .review(let review):
      kind = .review
      rating = review.rating.rawValue
      duration = review.duration
      sureness = review.sureness
      before = Standing(review.before)
      after = Standing(review.after)
    case .mark(let mark, _):
      kind = .mark
      name = mark.name
      body = mark.detail
    case .fact(let name, let body):
      kind = .fact
      self.name = name
      self.body = body
    case .revert(let identity, _):
      kind = .revert
      reverted_device = identity.device
      reverted_number = identity.number
    }
  }

  /// The event this line means.
  func event() throws(Fault) -> LogEvent {
    guard !device.isEmpty, number > 0 else {
      throw Fault(message: "the device is empty or the number below 1")
    }
    guard batch.map({ (1...number).contains($0) }) ?? true else {
      throw Fault(message: "the batch must be the number of this event or of one before it")
    }
    guard abs(utc_offset) <= 86_400 else {
      throw Fault(message: "the utc_offset is more than a day")
    }
    let time = Date(milliseconds: time)
    return LogEvent(
      identity: LogEvent.Identity(device: device, number: number), batch: batch,
      stamp: Stamp(time: time, day: Day(number: day), offset: utc_offset),
      kind: try kind(at: time))
  }

  private func kind(at time: Date) throws(Fault) -> LogEvent.Kind {
    switch kind {
    case .review: return .review(try review(at: time))
    case .mark:
      let card = try cardID()
      guard let name, let body, let mark = CardMark(name: name, detail: body) else {
        throw Fault(message: "name and body are no mark of a card")
      }
      return .mark(mark, card: card)
    case .fact:
      guard let name, let body, !name.isEmpty else {
        throw Fault(message: "the name or the body is missing")
      }
      guard (try? JSONDecoder().decode(AnyJSON.self, from: Data(body.utf8))) != nil else {
        throw Fault(message: "the body is no JSON text")
      }
      return .fact(name: name, body: body)
    case .revert:
      guard let reverted_device, let reverted_number else {
        throw Fault(message: "reverted_device or reverted_number is missing")
      }
      let reverted = LogEvent.Identity(device: reverted_device, number: reverted_number)
      return .revert(reverted, card: card == nil ? nil : try cardID())
    }
  }

  private func cardID() throws(Fault) -> CardID {
    guard let card, !card.isEmpty else { throw Fault(message: "the card is missing or empty") }
    return CardID(rawValue: card)
  }

  private func review(at time: Date) throws(Fault) -> Review {
    let card = try cardID()
    guard let rating else { throw Fault(message: "the rating is missing") }
    guard let grade = Rating(rawValue: rating) else {
      throw Fault(message: "the rating is \(rating); it must be 1, 2, 3 or 4")
    }
    guard let duration, duration >= 0 else {
      throw Fault(message: "the duration is missing or negative")
    }
    guard sureness.map({ (1...3).contains($0) }) ?? true else {
      throw Fault(message: "the sureness must be 1, 2 or 3")
    }
    guard let before, let after else { throw Fault(message: "before or after is missing") }
    return Review(
      card: card, time: time, rating: grade, duration: duration, before: try before.schedule(),
      after: try after.schedule(), sureness: sureness, offset: utc_offset)
  }

  /// A JSON text of which only that it is one matters; the decoder reads all of it first.
  private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// What the decoder found wrong, in words.
  static func explanation(of error: any Error) -> String {
    func name(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "\(name(context.codingPath + [key])) is missing"
    case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
      DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty,
      DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(name(context.codingPath)) is not what it should be"
    default: return "this is not a JSON object; the file may be cut off"
    }
  }
}

extension LogLine.Standing {
  fileprivate init(_ schedule: Schedule) {
    switch schedule.phase {
    case .new: phase = .new
    case .learning(let index): (phase, step) = (.learning, index)
    case .review: phase = .review
    case .relearning(let index): (phase, step) = (.relearning, index)
    }
    stability = schedule.memory?.stability
    difficulty = schedule.memory?.difficulty
    fast = schedule.memory?.fast
    switch schedule.due {
    case .moment(let moment): due_time = moment.milliseconds
    case .day(let day): due_day = day.number
    }
    interval = schedule.interval
    last_review = schedule.lastReview?.milliseconds
    last_day = schedule.lastDay?.number
    reviews = schedule.reviews
    lapses = schedule.lapses
  }

  fileprivate func schedule() throws(LogLine.Fault) -> Schedule {
    let due: Schedule.Due
    switch (due_time, due_day) {
    case (let time?, nil): due = .moment(Date(milliseconds: time))
    case (nil, let day?): due = .day(Day(number: day))
    default: throw LogLine.Fault(message: "one of due_time and due_day must be there, not both")
    }
    let phase: Schedule.Phase
    switch self.phase {
    case .new: phase = .new
    case .review: phase = .review
    case .learning: phase = .learning(step: step ?? 0)
    case .relearning: phase = .relearning(step: step ?? 0)
    }
    var memory: MemoryState?
    if let stability, let difficulty {
      memory = MemoryState(stability: stability, difficulty: difficulty, fast: fast)
    }
    return Schedule(
      phase: phase, memory: memory, due: due, interval: interval,
      lastReview: last_review.map { Date(milliseconds: $0) },
      lastDay: last_day.map { Day(number: $0) }, reviews: reviews, lapses: lapses)
  }
}
