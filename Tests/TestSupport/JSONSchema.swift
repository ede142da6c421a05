import Foundation

/// A JSON Schema (draft 2020-12), as much of it as our schemas use; a keyword it does not know is a
/// fault, so that none is taken for checked.
package struct JSONSchema {
  private let root: [String: Any]

  /// Reads a schema.
  package init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a JSON text; empty if it follows the schema.
  package func faults(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: [.fragmentsAllowed])
    return faults(in: value, by: root, at: "$")
  }

  private static let silent: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(in value: Any, by schema: [String: Any], at place: String) -> [String] {
    var faults: [String] = []
    for (keyword, rule) in schema where !Self.silent.contains(keyword) {
      faults += self.faults(in: value, keyword: keyword, rule: rule, schema: schema, at: place)
    }
    return faults
  }

  private func faults(
    in value: Any, keyword: String, rule: Any, schema: [String: Any], at place: String
  ) -> [String] {
    switch keyword {
    case "$ref":
      let name = (rule as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
      guard let found = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(place): the schema has no \(name)"]
      }
      return faults(in: value, by: found, at: place)
    case "oneOf", "anyOf":
      let all = (rule as? [[String: Any]] ?? []).map { faults(in: value, by: $0, at: place) }
      let fitting = all.count(where: \.isEmpty)
      if keyword == "oneOf" ? fitting == 1 : fitting > 0 { return [] }
      // The alternative that came nearest says most.
      return ["\(place): \(fitting) alternatives fit"] + (all.min { $0.count < $1.count } ?? [])
    case "const":
      return (value as? NSObject) == (rule as? NSObject) ? [] : ["\(place): is not \(rule)"]
    case "type": return isOfType(rule as? String ?? "", value) ? [] : ["\(place): no \(rule)"]
    case "required":
      let members = value as? [String: Any] ?? [:]
      return (rule as? [String] ?? []).filter { members[$0] == nil }
        .map { "\(place): \($0) is missing" }
    case "properties":
      let members = value as? [String: Any] ?? [:]
      let known = rule as? [String: [String: Any]] ?? [:]
      // A member that the schema does not tell of is undocumented.
      let unknown = members.keys.filter { known[$0] == nil }.map { "\(place): \($0) is unknown" }
      return unknown
        + known.flatMap { name, rule in
          members[name].map { faults(in: $0, by: rule, at: "\(place).\(name)") } ?? []
        }
    case "items":
      let rule = rule as? [String: Any] ?? [:]
      return (value as? [Any] ?? []).enumerated().flatMap {
        faults(in: $0.element, by: rule, at: "\(place)[\($0.offset)]")
      }
    default: return faults(in: value, limit: keyword, rule: rule, at: place)
    }
  }

  private func faults(in value: Any, limit: String, rule: Any, at place: String) -> [String] {
    let number = (value as? NSNumber)?.doubleValue ?? 0
    let count = Double((value as? [Any])?.count ?? 0)
    let bound = (rule as? NSNumber)?.doubleValue ?? 0
    let holds: Bool
    switch limit {
    case "minimum": holds = number >= bound
    case "maximum": holds = number <= bound
    case "minItems": holds = count >= bound
    case "maxItems": holds = count <= bound
    case "pattern":
      let text = value as? String ?? ""
      holds = text.range(of: rule as? String ?? "", options: .regularExpression) != nil
    default: return ["\(place): the keyword \(limit) is not known here"]
    }
    return holds ? [] : ["\(place): \(value) breaks \(limit) \(rule)"]
  }

  private func isOfType(_ type: String, _ value: Any) -> Bool {
    let number = value as? NSNumber
    let isTruth = number.map(isBoolean) ?? false
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isTruth
    case "number": number != nil && !isTruth
    case "integer": number.map { $0.doubleValue == $0.doubleValue.rounded() } == true && !isTruth
    default: false
    }
  }

  /// `true` and `false` are numbers to Foundation, of a type of their own.
  private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
