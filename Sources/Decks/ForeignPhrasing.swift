import CMarkdown

/// Questions that headings ask in notes of other languages than English.
extension Phrasing {
  static func foreignQuestion(
    about heading: Heading, lead: String, in passage: Passage
  ) -> Question? {
    let language = passage.language
    let plain = heading.plain
    guard plain.utf8.count > 3, !isForeignVague(plain) else { return nil }
    if let question = sideQuestion(heading, in: passage) { return question }
    if Lexicon.generic.contains(plain.lowercased()) { return nil }
    if let question = differenceQuestion(heading, in: language) { return question }
    let name = heading.markdown.bold
    if defines(plain, lead) {
      return language.definitionQuestion(name).map {
        Question(text: $0, level: 1, quality: 0.7)
      }
    }
    // A lone list, or one that begins below a heading, seldom explains what the heading names.
    let isListed = passage.blocks.first?.kind != EBB_PARAGRAPH
    return language.explanation(name).map {
      Question(text: $0, level: 2, quality: (isListed ? 0.5 : 0.62) - (leansOn(lead) ? 0.2 : 0))
    }
  }

  /// "缺点：缓存", "缓存的缺点", "Ventajas": a side of something, asked for with what it is a side of.
  private static func sideQuestion(_ heading: Heading, in passage: Passage) -> Question? {
    let plain = heading.plain
    if let colon = plain.firstRange(of: "：") ?? plain.firstRange(of: ": "),
      case let side = plain[..<colon.lowerBound].trimmed, isForeignSide(side),
      case let name = plain[colon.upperBound...].trimmed, !name.isEmpty
    {
      return Question(
        text: Self.side(side.lowercased(), of: name.bold, in: passage.language), level: 3,
        quality: 0.68)
    }
    for mark in ["的", "の"] {
      guard let found = plain.firstRange(of: mark), found.lowerBound > plain.startIndex,
        case let side = plain[found.upperBound...].trimmed, isForeignSide(side)
      else { continue }
      let name = plain[..<found.lowerBound].trimmed
      return Question(
        text: Self.side(side, of: name.bold, in: passage.language), level: 3, quality: 0.68)
    }
    guard isForeignSide(plain) else { return nil }
    let around = passage.section.ancestors.last { !isForeignSide($0.plain) && !$0.isQuestion }
    guard let around else { return nil }
    return Question(
      text: Self.side(plain.lowercased(), of: around.markdown.bold, in: passage.language), level: 3,
      quality: 0.66)
  }

  private static func side(_ side: String, of name: String, in language: Language) -> String {
    language == .japanese ? "\(name) の\(side)は何ですか？" : language.aspects([side], of: name, under: "")
  }

  /// "A 与 B 的区别", "A vs B".
  private static func differenceQuestion(_ heading: Heading, in language: Language) -> Question? {
    var name = heading.markdown[...]
    if let ending = differences.first(where: { name.hasSuffix($0) }) {
      name = name.dropLast(ending.count)
    } else if !name.lowercased().contains(" vs ") {
      return nil
    }
    return language.difference(name.trimmed.bold).map {
      Question(text: $0, level: 3, quality: 0.66)
    }
  }

  /// What headings of a comparison end in, the longer first.
  private static let differences = [
    "的区别和联系", "的区别与联系", "的区别", "的差别", "的差异", "的不同", "的对比", "的比较", "对比", "区别", "の違い",
  ]

  /// Whether a text begins with what its heading names and a copula behind it.
  private static func defines(_ plain: String, _ lead: String) -> Bool {
    let name = Naming.withoutGloss(plain).lowercased()
    var text = lead.withoutEmphasis.lowercased()
    if let article = articles.first(where: { text.hasPrefix($0) && !name.hasPrefix($0) }) {
      text = String(text.dropFirst(article.count))
    }
    guard text.hasPrefix(name) else { return false }
    let behind = text.dropFirst(name.count)
    return attachedCopulas.isIn(behind.prefix(6))
      || behind.prefix(40).split(separator: " ").prefix(3).contains { copulas.contains($0) }
  }

  private static let articles = [
    "el ", "la ", "los ", "las ", "un ", "una ", "der ", "die ", "das ", "ein ", "eine ", "le ",
    "les ", "l'", "l’", "une ", "il ", "lo ", "o ", "a ", "os ", "as ", "um ", "uma ",
  ]
  private static let copulas: WordSet = [
    "ist", "sind", "bezeichnet", "est", "sont", "désigne", "es", "son", "é", "são", "è", "sono",
    "—", "это",
  ]
  /// Those of languages that leave no blanks between words.
  private static let attachedCopulas: PhraseSet = ["是", "は、", "とは", "指"]

  /// A text that speaks of what stands before it.
  private static func leansOn(_ lead: String) -> Bool {
    anaphora.begins(lead) || Sentences(of: lead).texts.first.map { Chatter.holds($0) } == true
  }

  private static let anaphora: PhraseSet = [
    "这", "那", "它", "该", "此", "上述", "其中", "因此", "所以", "但是", "不过", "如果", "当", "これ", "それ", "この",
    "その", "また",
  ]

  /// Headings of an order, a step, a plan or a sentence: they name nothing that could be explained.
  private static func isForeignVague(_ plain: String) -> Bool {
    let lowered = plain.lowercased()
    return vagueOpenings.begins(lowered) || vagueParts.isIn(lowered)
      || vagueEnds.contains { lowered.hasSuffix($0) }
  }

  private static let vagueOpenings: PhraseSet = [
    "从", "再看", "先看", "说说", "聊聊", "再谈", "一套", "使用", "用 ", "选择", "添加", "避免", "设计", "实现", "理解", "了解",
    "步骤", "ステップ", "第一步", "第二步", "第三步", "第四步", "第五步", "第六步", "面试", "实战", "案例", "练习", "schritt ",
    "paso ", "étape ", "passo ", "шаг ", "补充", "附", "関連", "現実", "進行中", "実世界", "真实",
  ]
  private static let vagueParts: PhraseSet = [
    "也可能", "不等于", "就是", "不一定", "怎么回答", "，", "；", "靠", "不要", "必须", "应该", "を使", "を考え", "している",
  ]
  private static let vagueEnds = [
    "阅读", "資料", "资料", "目录", "架构图", "方案", "建议", "る", "う", "す", "く",
  ]

  /// A word for one side of something: advantages, kinds, uses.
  private static func isForeignSide(_ text: String) -> Bool {
    foreignSides.contains(text.lowercased().withoutFinalMark.trimmed)
  }

  private static let foreignSides: WordSet = [
    "优点", "缺点", "优缺点", "优势", "劣势", "缺陷", "局限", "局限性", "弊端", "不足", "好处", "不利之处", "特点", "特性", "特征",
    "分类", "类型", "种类", "原理", "工作原理", "应用", "应用场景", "使用场景", "适用场景", "作用", "用途", "定义", "流程", "注意事项",
    "实现方式", "利点", "欠点", "長所", "短所", "特徴", "種類", "定義", "仕組み", "問題点", "注意点", "ventajas",
    "desventajas", "características", "tipos", "usos", "aplicaciones", "definición", "propiedades",
    "limitaciones", "funciones", "objetivos", "vorteile", "nachteile", "eigenschaften", "arten",
    "typen", "anwendungen", "anwendung", "ziele", "aufgaben", "merkmale", "avantages",
    "inconvénients", "caractéristiques", "types", "applications", "propriétés", "limites",
    "vantagens", "desvantagens", "aplicações", "propriedades", "vantaggi", "svantaggi",
    "caratteristiche", "tipi", "applicazioni", "proprietà", "limiti", "преимущества", "недостатки",
    "свойства", "виды", "типы", "применение", "장점", "단점", "특징", "종류",
  ]
}
