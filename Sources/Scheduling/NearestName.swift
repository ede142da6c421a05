/// Finds the name that was probably meant.
package enum NearestName {
  /// The known name that a misspelt one is nearest to: the fewest letters added, left out, changed
  /// or swapped with their neighbour, at most a third of them; nil if none is near. Of equals the
  /// first wins; case does not count. Of a name of several words its first ones will do, as they do
  /// wherever a name is asked for.
  package static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(40))
    var best: (name: String, distance: Int)?
    for candidate in known {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(40))
      let ends = scalars.indices.filter { scalars[$0] == " " || scalars[$0] == "-" }
      for end in [scalars.count] + ends.filter({ $0 > 2 }) {
        let limit = max(max(wanted.count, end) / 3, 1)
        let distance = distance(wanted, Array(scalars[..<end]))
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
      }
    }
    return best?.name
  }

  /// Optimal string alignment: Levenshtein's distance with swapped neighbours as one change.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
