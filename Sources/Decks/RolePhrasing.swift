/// Questions that labels and headings ask by the role they name: a fix, a cause, a risk.
extension Phrasing {
  /// The question for a label or heading of a role, such as "The Fix"; `label` is its plain text,
  /// `body` what stands behind it.
  static func question(
    aboutRole role: LabelRole, name label: String, body: String = "", in passage: Passage
  ) -> Question {
    let own = passage.section.heading
    let isOwnTitle = own.plain == label && passage.term == nil
    let name = Naming.withoutGloss(label).lowercased().replacing("the ", with: "")
      .replacing("(s)", with: "s")
    // "How to stop a stampede" asks; its labels speak of just that.
    if passage.term == nil, !isOwnTitle, own.clauseQuestion != nil {
      return question(aboutRole: role, name: name, under: own)
    }
    let subject = isOwnTitle ? passage.parentSubject ?? passage.subjectName : passage.subjectName
    // With no heading but the topic it is anybody's guess what the label is about.
    if passage.term == nil, passage.subject.plain == passage.topic, passage.section.level < 2 {
      return Question(text: "What is the \(name) for \(subject)?", level: 3, quality: 0.5)
    }
    switch role {
    case .symptom, .problem:
      return troubleQuestion(
        name, with: subject, plain: passage.term ?? passage.roleSubject(isOwnTitle: isOwnTitle),
        body: body, isOwnTitle: isOwnTitle, in: passage)
    case .fix:
      return fixQuestion(name, for: subject, isOwnTitle: isOwnTitle, in: passage)
    case .cause: return Question(text: "\(subject): why?", level: 3, quality: 0.6)
    case .how: return Question(text: "How does \(subject) work?", level: 2, quality: 0.7)
    case .rule: return Question(text: "What is the \(name) for \(subject)?", level: 3, quality: 0.7)
    case .use where name == "used for":
      return Question(text: "What is \(subject) used for?", level: 2, quality: 0.72)
    case .use where name.hasPrefix("use case"):
      return Question(text: "What are the use cases of \(subject)?", level: 2, quality: 0.6)
    case .use: return Question(text: "When should you use \(subject)?", level: 3, quality: 0.72)
    case .risk, .benefit:
      return Question(
        text: "What \(isPlural(name) ? "are" : "is") the \(name) of \(subject)?", level: 3,
        quality: 0.72)
    case .definition: return Question(text: "What is \(subject)?", level: 1, quality: 0.68)
    }
  }

  /// The same for a label under a heading that asks something.
  private static func question(
    aboutRole role: LabelRole, name: String, under heading: Heading
  ) -> Question {
    let clause = heading.markdown.withoutFinalMark.bold
    switch role {
    // "Why it cannot be done: what is the fix?" asks for the fix of a reason.
    case .fix, .problem, .symptom:
      return Question(text: "\(clause): what is the \(name)?", level: 4, quality: 0.5)
    case .cause: return Question(text: "\(clause): why?", level: 3, quality: 0.66)
    default:
      let verb = isPlural(name) ? "are" : "is"
      return Question(text: "\(clause): what \(verb) the \(name)?", level: 3, quality: 0.66)
    }
  }

  /// A fix of what, only a trouble's name can tell.
  private static func fixQuestion(
    _ name: String, for subject: String, isOwnTitle: Bool, in passage: Passage
  ) -> Question {
    if name == "solution" {
      return namesRemedy(passage.subject.plain)
        ? Question(text: "What does \(subject) do?", level: 3, quality: 0.66)
        : Question(text: "What is the solution to \(subject)?", level: 4, quality: 0.64)
    }
    let isTrouble = namesTrouble(passage.term ?? passage.roleSubject(isOwnTitle: isOwnTitle))
    return Question(
      text: "\(subject): what is the fix?", level: 4, quality: isTrouble ? 0.64 : 0.5)
  }

  /// "The Circuit Breaker Pattern" is a solution and has none.
  static func namesRemedy(_ title: String) -> Bool {
    title.lowercased().split { !$0.isLetter }.contains { remedies.contains($0) }
  }

  static let remedies = Naming.kinds.union([
    "architecture", "method", "design", "solution", "fix",
  ])
}
