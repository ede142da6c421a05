/// The two texts of row 1: at the left where one is, at the right what remains.
///
/// Where they do not fit beside each other, the headings between the topic and the nearest one are
/// left out, and only then is anything cut. A narrow window first leaves out what says least: the
/// name of the part of the program, which the rest of the screen shows, and what the right side can
/// spare. A wider one does not, so that the row looks alike from card to card.
struct TitleText: Hashable {
  let place: String
  let right: String

  private static let separator = " › "
  private static let programParts: Set<String> = ["ebb", "Review", "Mock"]
  /// The width from which there is room for everything that is usual.
  private static let usual = 60
  /// With less room than this a place says nothing.
  private static let leastPlace = 8

  /// Chooses what fits.
  /// - Parameters:
  ///   - place: Names from the outermost to the innermost.
  ///   - less: What the right side can spare, the last of it first.
  init(_ place: [String], right: String, less: [String], columns: Int) {
    let isNarrow = columns < Self.usual
    let all = ([right] + less).filter { !$0.isEmpty }
    let least = isNarrow && !right.isEmpty ? 1 : right.isEmpty ? 0 : all.count
    let rights = (least...max(all.count, least)).reversed()
      .map { all.prefix($0).joined(separator: " · ") }
    let isNamed = place.count > 1 && Self.programParts.contains(place[0])
    let program = isNamed ? [place[0]] : []
    let inner = Array(place.dropFirst(program.count))
    let outer = inner.count > 2 ? [inner[0], "…", inner[inner.count - 1]] : inner
    let names = [place] + (isNarrow ? [inner] : [])
    let short = ((isNarrow ? [] : program) + outer).joined(separator: Self.separator)
    let shortest = rights.last ?? ""
    let pairs =
      rights.flatMap { right in names.map { ($0.joined(separator: Self.separator), right) } }
      + [(short, shortest)]
    if let fitting = pairs.first(where: { Self.fits($0.0, $0.1, in: columns) }) {
      (self.place, self.right) = fitting
    } else if Self.room(beside: shortest, in: columns) >= Self.leastPlace {
      self.place = Frame.cut(short, to: Self.room(beside: shortest, in: columns))
      self.right = shortest
    } else {
      self.place = Frame.cut(short, to: Self.room(beside: "", in: columns))
      self.right = ""
    }
  }

  /// Cells for a place: between the margins, and two cells from what stands at the right.
  private static func room(beside right: String, in columns: Int) -> Int {
    columns - (right.isEmpty ? 2 : CellWidth.of(right) + 4)
  }

  private static func fits(_ place: String, _ right: String, in columns: Int) -> Bool {
    CellWidth.of(place) <= room(beside: right, in: columns)
  }
}
