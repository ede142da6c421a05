/// Something that happened in a mock: one line of the log. An attempt is the fold of its events.
package struct MockEvent: Hashable, Sendable {
  /// The attempt it belongs to.
  package let attempt: String
  package let kind: Kind

  package init(_ attempt: String, _ kind: Kind) {
    self.attempt = attempt
    self.kind = kind
  }

  /// What happened.
  package enum Kind: Hashable, Sendable {
    case start(Start)
    /// A question came into sight.
    case show(Visit)
    case hint(Hint)
    case flag(Flag)
    case answer(Answer)
    case mark(Mark)
    case pause(Pause)
    case resume
    /// The time of the whole ended.
    case time
    case handIn
    case end(End)
    case note(PostMortem)
    case apply(Applied)
    /// The reviews of the last `apply` are void.
    case withdraw
    case discard
    /// Takes a discarded attempt back.
    case restore
  }

  /// What was frozen at the start.
  package struct Start: Hashable, Codable, Sendable {
    package var paper: Paper
    package var settings: MockSettings
    /// What the cards were drawn from, as it was asked for.
    package var scope: String

    package init(paper: Paper, settings: MockSettings, scope: String) {
      self.paper = paper
      self.settings = settings
      self.scope = scope
    }
  }

  /// A question that came into sight.
  package struct Visit: Hashable, Codable, Sendable {
    package var q: Int
    /// The question that was left without an answer for this one, and how long it was open, in
    /// milliseconds.
    package var left: Int?
    package var leftMilliseconds: Int?
    /// The planned question whose place this one takes in a thread.
    package var instead: Int?

    private enum CodingKeys: String, CodingKey {
      case q, left, leftMilliseconds = "left_ms", instead
    }
  }

  /// The n-th hint to a question.
  package struct Hint: Hashable, Codable, Sendable {
    package var q: Int
    package var n: Int
  }

  /// Whether a question is to be looked at again.
  package struct Flag: Hashable, Codable, Sendable {
    package var q: Int
    package var on: Bool
  }

  /// Why clocks stopped.
  package enum Why: String, Codable, Sendable {
    case key, quit, tstp, small, sleep, crash
  }

  /// The clocks stopped.
  package struct Pause: Hashable, Codable, Sendable {
    /// The question that was open; nil between questions.
    package var q: Int?
    package var why: Why
    /// Milliseconds of answering on that question until then.
    package var usedMilliseconds: Int
    /// How long it lasted, where that is known at once.
    package var ms: Int?

    private enum CodingKeys: String, CodingKey {
      case q, why, usedMilliseconds = "used_ms", ms
    }
  }

  /// The word on one's own clarity, and dimensions set by hand.
  package struct End: Hashable, Codable, Sendable {
    /// How clear one was, 1 to 4, by one's own word.
    package var clarity: Int?
    /// Dimensions set by hand: their steps, 1 to 4; 0 lets the computed one hold again.
    package var set: [String: Int]

    package init(clarity: Int? = nil, set: [String: Int] = [:]) {
      self.clarity = clarity
      self.set = set
    }
  }

  /// What one writes about a mock, for the next one.
  package struct PostMortem: Hashable, Codable, Sendable {
    package var well: String
    package var broke: String
    package var next: String

    package init(well: String = "", broke: String = "", next: String = "") {
      self.well = well
      self.broke = broke
      self.next = next
    }

    package var isEmpty: Bool { well.isEmpty && broke.isEmpty && next.isEmpty }
  }

  /// The answers that were counted as reviews.
  package struct Applied: Hashable, Codable, Sendable {
    /// One answer that became a review.
    package struct Counted: Hashable, Codable, Sendable {
      package var q: Int
      package var card: String
      /// 1 to 4.
      package var grade: Int
      /// When the review is dated, milliseconds since 1970.
      package var time: Int

      package init(q: Int, card: String, grade: Int, time: Int) {
        self.q = q
        self.card = card
        self.grade = grade
        self.time = time
      }
    }

    package var reviews: [Counted]

    package init(reviews: [Counted]) { self.reviews = reviews }
  }
}

/// How an attempt is taken.
package struct MockSettings: Hashable, Codable, Sendable {
  package var answer: AnswerMode
  package var reveal: Reveal
  /// Whether leaving does not stop the clock.
  package var isStrict: Bool
  /// Points of 100 that an exam asks for; nil for other presets.
  package var pass: Int?
  /// Whether typed words tick key points.
  package var matches: Bool
  /// Whether answers are kept in words, or only by their length.
  package var keepsText: Bool

  package init(
    answer: AnswerMode, reveal: Reveal, isStrict: Bool = false, pass: Int? = nil,
    matches: Bool = true, keepsText: Bool = true
  ) {
    self.answer = answer
    self.reveal = reveal
    self.isStrict = isStrict
    self.pass = pass
    self.matches = matches
    self.keepsText = keepsText
  }
}
