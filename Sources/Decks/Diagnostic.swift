/// A sentence about a note, with its place. Bad notes are expected: problems are values.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How much a problem matters, the least first.
  package enum Severity: String, Sendable, Comparable {
    case info
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      let order: [Severity] = [.info, .warning, .error]
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  package let severity: Severity
  package let message: String
  package let place: Place

  package init(_ severity: Severity, _ message: String, at place: Place) {
    self.severity = severity
    self.message = message
    self.place = place
  }

  /// `path:line: severity: message`, as compilers print it and editors read it.
  package var description: String {
    let line = place.line > 0 ? ":\(place.line)" : ""
    return "\(place.path)\(line): \(severity.rawValue): \(message)"
  }
}
