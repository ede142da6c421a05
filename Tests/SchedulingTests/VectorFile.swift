import Foundation

/// Reads a file of reference results from the folder beside this source file.
func vectors<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Vectors").appendingPathComponent(name)
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// Whether two numbers agree to this fraction of the second.
func agree(_ value: Double, _ reference: Double, within tolerance: Double) -> Bool {
  value == reference || abs(value - reference) <= tolerance * abs(reference)
}
