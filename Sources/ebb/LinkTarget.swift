import Foundation

/// What a link in a note opens. Whoever wrote the note may mean harm: a page or a letter is opened,
/// or a file among the notes, and nothing that a browser would take for an option or run.
struct LinkTarget {
  /// Why a link is not opened, as a sentence.
  struct Refusal: Error {
    let sentence: String
  }

  private static let schemes = ["http", "https", "mailto"]

  /// The address or the path to open.
  let path: String

  /// - Parameters:
  ///   - link: The link as the note has it.
  ///   - note: The path of the note; nil if it is not there any more.
  ///   - sources: The folders of notes, below which a file must lie.
  init(_ link: String, in note: String?, below sources: [String]) throws(Refusal) {
    if let scheme = Self.scheme(of: link) {
      guard Self.schemes.contains(scheme) else {
        throw Refusal(sentence: "\(scheme): links are not opened, only https, http and mailto.")
      }
      path = link
      return
    }
    guard let note else { throw Refusal(sentence: "The note is not there any more.") }
    let folder = URL(fileURLWithPath: note).deletingLastPathComponent().path
    let file = link.utf8.first == UInt8(ascii: "/") ? link : folder + "/" + link
    guard FileManager.default.fileExists(atPath: file) else {
      throw Refusal(sentence: "\(file) is not there.")
    }
    let found = Locations.absolute(file)
    guard ([folder] + sources).contains(where: { found.hasPrefix(Locations.absolute($0) + "/") })
    else { throw Refusal(sentence: "\(found) is not among your notes, and is not opened.") }
    path = found
  }

  /// "https" of "https://…", in lower case; nil for the path of a file.
  private static func scheme(of link: String) -> String? {
    let name = link.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
    guard !name.isEmpty, link.utf8.dropFirst(name.count).first == UInt8(ascii: ":") else {
      return nil
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
