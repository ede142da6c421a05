import Foundation

/// JSON as commands print it: one object, keys in order; `timeS` is written as `time_s`.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// A number with at most so many decimals.
  static func rounded(_ number: Double, decimals: Int = 4) -> Double {
    let scale = [1, 10, 100, 1000, 10000.0][min(decimals, 4)]
    return (number * scale).rounded() / scale
  }
}

/// A value that is written as `null` where it is absent.
struct Nullable<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
