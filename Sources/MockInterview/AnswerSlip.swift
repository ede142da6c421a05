/// Typing slips: how far two spellings are apart.
enum AnswerSlip {
  /// Slips that are forgiven in a word of so many letters.
  static func allowance(_ letters: Int) -> Int { letters >= 9 ? 2 : letters >= 4 ? 1 : 0 }

  /// Whether few enough letters are missing, added, wrong or swapped with their neighbour
  /// (Damerau-Levenshtein distance, optimal string alignment).
  static func isWithin(_ limit: Int, _ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard limit > 0, abs(one.count - other.count) <= limit else { return false }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var current = beforeLast
    for row in 1...max(1, one.count) where row <= one.count {
      current[0] = row
      var least = row
      for column in 1...max(1, other.count) where column <= other.count {
        let isSame = one[row - 1] == other[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2],
          one[row - 2] == other[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
        least = min(least, cost)
      }
      if least > limit { return false }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[other.count] <= limit
  }
}
