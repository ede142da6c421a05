import Foundation

/// Reads a file of reference results from the folder beside this source file.
func vectors<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  try JSONDecoder().decode(type, from: Data(contentsOf: vectorFile(name)))
}

/// Reads a text from the same folder.
func vectorText(_ name: String) throws -> String {
  try String(contentsOf: vectorFile(name), encoding: .utf8)
}

private func vectorFile(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Vectors").appendingPathComponent(name)
}

/// Whether two numbers agree to this fraction of the second.
func agree(_ value: Double, _ reference: Double, within tolerance: Double) -> Bool {
  value == reference || abs(value - reference) <= tolerance * abs(reference)
}
