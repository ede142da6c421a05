import Foundation

/// Files and folders of a moment, in the folder that TMPDIR names, for their owner alone.
enum TemporaryFile {
  /// Where they are made.
  static var folder: String { FileManager.default.temporaryDirectory.path }

  /// Makes an empty folder whose name begins like this.
  /// - Returns: Its path; nil if none can be made.
  static func makeFolder(_ name: String) -> String? {
    var template = template(name, ending: "")
    return mkdtemp(&template) == nil ? nil : path(template)
  }

  /// Makes a file whose name begins and ends like this, and holds this text.
  /// - Returns: Its path; nil if it cannot be made.
  static func make(_ name: String, ending: String, holding text: String) -> String? {
    var template = template(name, ending: ending)
    let file = mkstemps(&template, Int32(ending.utf8.count))
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    let path = path(template)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      return path
    } catch {
      unlink(path)
      return nil
    }
  }

  /// The system puts letters of its own in the place of the six in the middle.
  private static func template(_ name: String, ending: String) -> [CChar] {
    Array("\(folder)/\(name)-\(String(repeating: "X", count: 6))\(ending)".utf8CString)
  }

  private static func path(_ template: [CChar]) -> String {
    String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
