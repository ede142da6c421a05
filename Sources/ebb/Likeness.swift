/// How like two words are: to name what a mistyped one may have meant.
enum Likeness {
  /// The name that takes the fewest changes, if those are few for its length.
  static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    var best: (name: String, changes: Int)?
    for name in names {
      let changes = changes(from: word, to: name)
      if best.map({ changes < $0.changes }) ?? true { best = (name, changes) }
    }
    guard let best, best.changes <= max(2, word.count / 3) else { return nil }
    return best.name
  }

  /// Characters to insert, remove, replace or exchange with their neighbour.
  static func changes(from left: String, to right: String) -> Int {
    let (a, b) = (Array(left.lowercased()), Array(right.lowercased()))
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        let isSame = a[i] == b[j]
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (isSame ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
