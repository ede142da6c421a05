/// Numbers of a list that the text around it goes on to speak of: "option 1 for user data".
enum CitedNumbers {
  /// What the text calls the members of the list, such as "Option"; nil if it does not cite them.
  static func noun(citedIn texts: [String], numbers: [Int]) -> String? {
    guard numbers.count > 1 else { return nil }
    for text in texts where text.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      for (word, next) in zip(words, words.dropFirst()) {
        if nouns.contains(String(word)), let number = Int(next), numbers.contains(number) {
          return String(word).capitalizedFirst
        }
      }
    }
    return nil
  }

  private static let nouns: WordSet = [
    "option", "strategy", "approach", "step", "solution", "method", "case", "way", "phase",
    "reason", "scenario", "variant", "alternative", "level", "layer",
  ]
}
