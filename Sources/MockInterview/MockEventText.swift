import Foundation

/// The event as the log keeps it: a name, and a body of JSON.
extension MockEvent {
  /// What the names of all these events begin with.
  package static let prefix = "mock."

  package var name: String {
    let name =
      switch kind {
      case .start: "start"
      case .show: "show"
      case .hint: "hint"
      case .flag: "flag"
      case .answer: "answer"
      case .mark: "mark"
      case .pause: "pause"
      case .resume: "resume"
      case .time: "time"
      case .handIn: "handin"
      case .end: "end"
      case .note: "note"
      case .apply: "apply"
      case .withdraw: "withdraw"
      case .discard: "discard"
      case .restore: "restore"
      }
    return Self.prefix + name
  }

  /// The body, keys in order.
  package var body: String {
    switch kind {
    case .start(let part): text(part)
    case .show(let part): text(part)
    case .hint(let part): text(part)
    case .flag(let part): text(part)
    case .answer(let part): text(part)
    case .mark(let part): text(part)
    case .pause(let part): text(part)
    case .end(let part): text(part)
    case .note(let part): text(part)
    case .apply(let part): text(part)
    case .resume, .time, .handIn, .withdraw, .discard, .restore: text(Nothing())
    }
  }

  /// Reads an event; nil if the name is unknown or the body is damaged.
  package init?(name: String, body: String) {
    guard let head: Head = Self.read(body) else { return nil }
    let kind: Kind? =
      switch name.dropFirst(Self.prefix.count) {
      case "start": Self.read(body).map { .start($0) }
      case "show": Self.read(body).map { .show($0) }
      case "hint": Self.read(body).map { .hint($0) }
      case "flag": Self.read(body).map { .flag($0) }
      case "answer": Self.read(body).map { .answer($0) }
      case "mark": Self.read(body).map { .mark($0) }
      case "pause": Self.read(body).map { .pause($0) }
      case "resume": .resume
      case "time": .time
      case "handin": .handIn
      case "end": Self.read(body).map { .end($0) }
      case "note": Self.read(body).map { .note($0) }
      case "apply": Self.read(body).map { .apply($0) }
      case "withdraw": .withdraw
      case "discard": .discard
      case "restore": .restore
      default: nil
      }
    guard let kind, name.hasPrefix(Self.prefix) else { return nil }
    self.init(head.of, kind)
  }

  private struct Head: Codable {
    let of: String
  }

  private struct Nothing: Codable {}

  /// A part with the name of the attempt beside its own keys.
  private struct Line<Part: Encodable>: Encodable {
    let head: Head
    let part: Part

    func encode(to encoder: any Encoder) throws {
      try part.encode(to: encoder)
      try head.encode(to: encoder)
    }
  }

  private func text(_ part: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, numbers and arrays of them cannot fail to be written.
    guard let bytes = try? encoder.encode(Line(head: Head(of: attempt), part: part)) else {
      preconditionFailure("an event of a mock cannot be written as JSON")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func read<Part: Decodable>(_ body: String) -> Part? {
    try? JSONDecoder().decode(Part.self, from: Data(body.utf8))
  }
}
