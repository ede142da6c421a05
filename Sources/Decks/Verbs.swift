/// Verbs of technical titles and texts, and their forms.
extension Lexicon {
  /// Base forms of verbs that technical titles and texts begin with.
  static let verbs = WordSet(
    """
    abort accept access accompany acknowledge acquire add adjust admit adopt affect agree aim
    align allocate allow alter analyse analyze answer append apply archive arrive ask assign
    attach audit authenticate authorize automate avoid back balance batch beat become bind block
    boot break buffer build bypass cache calculate calibrate call cancel capture catch change
    charge check choose clarify clean clear clone close collect combine commit communicate compact
    compare compile compress compute configure confirm connect consume contain control convert
    copy count cover create customize cut deal debug decide declare decode decouple decrease
    define delay delete deliver demonstrate deny deploy deprecate derive describe design detect
    determine develop diagnose differ disable disappear discard disconnect discuss dispatch
    distribute divide document drain drill drop dump embed emit emphasize enable encode encrypt
    enforce ensure escape establish estimate evaluate evict exclude execute exist expand expire
    explain export expose extend extract fail fetch filter find fit fix flush focus follow force
    format forward free generate get give grant group grow guarantee handle harden hash help hide
    highlight hold hook host hunt identify ignore implement import improve include increase index
    inherit initialize inject insert inspect install integrate introduce invalidate invoke isolate
    iterate join keep kill lack launch leak learn leave let lift limit link list listen live load
    lock log look lose lower maintain make manage map mark mask match maximise maximize measure
    mention merge migrate minimise minimize mirror mitigate mix model modify monitor mount move
    multiply name need normalize notify obtain offer open optimize order organize outlast outline
    override own pack page pair parse partition pass patch pause pay perform persist pick pin
    place plan poll populate practice practise predict prefer prepare preserve prevent prioritize
    probe produce profile promote protect prove provide prune publish pull push put quantify query
    queue raise reach react read rebalance rebuild receive record recover reduce refactor refer
    refresh register reindex reject release reload remove rename render repair replace replay
    replicate report represent request require research reserve reset reshard resist resize
    resolve respond restart restore restrict retain retrieve retry return reuse reverse review
    revoke rewrite roll rotate route run sample sanitize save scale scan schedule search secure
    select send separate serialize serve set shard share shed ship show shrink shut sign simplify
    simulate size skip slow solve sort speak specify speed split spread stabilize stall start stay
    stop store stream submit subscribe summarize support survive swap switch synchronize tailor
    take talk tell terminate test throttle tie tolerate touch trace track transfer transform
    translate traverse treat triage trigger trim truncate trust try tune turn understand undo
    update upgrade use validate verify view wait wake walk warm watch win wire work wrap write
    """)

  /// Verbs of the list that are nouns as well: a title that begins with one may name a thing.
  static let nounVerbs = WordSet(
    """
    abort access answer archive audit back balance batch bind block boot break buffer build bypass
    cache call cancel catch change charge check commit compact copy count cover cut deal debug
    delay design document drill drop dump escape estimate export extract fetch filter fit fix
    flush force format forward free grant group guarantee handle hash help hold hook host import
    index insert join kill lack launch lift limit link list load lock log look map mark mask match
    measure merge mirror mix model monitor mount move name need order pack page pair partition
    pass patch pause pay place plan probe profile pull push query queue raise reach read record
    refresh register reject release repair replay report request reserve reset restart retry
    return reuse reverse review route run sample save scale scan schedule search separate set
    shard share ship sign size skip sort speed split spread stall start stop store stream support
    swap switch test throttle tie trace track transfer triage trigger trim trust try tune turn
    update upgrade use view wait wake walk watch wire work wrap write
    """)

  /// Whether a word is a verb of the list in the third person ("stores", "applies", "pushes").
  static func isThirdPerson(_ word: String) -> Bool {
    guard let last = word.utf8.last, last | 0x20 == UInt8(ascii: "s") else { return false }
    let quick: Bool? = word.withBytes { bytes in
      if verbs.contains(anyCase: UnsafeBufferPointer(rebasing: bytes.dropLast())) { return true }
      guard bytes.count > 2, bytes[bytes.count - 2] | 0x20 == UInt8(ascii: "e") else {
        return false
      }
      if bytes[bytes.count - 3] | 0x20 == UInt8(ascii: "i") { return nil }
      return verbs.contains(anyCase: UnsafeBufferPointer(rebasing: bytes.dropLast(2)))
    }
    return quick ?? verbs.contains(word.lowercased().dropLast(3) + "y")
  }

  /// The base form of a verb in -ing, unless the word is a thing as often: "Caching", "Routing".
  static func base(ofGerund word: String) -> String? {
    guard word.hasSuffix("ing") else { return nil }
    let stem = String(word.dropLast(3))
    if isDeciding(word) { return nil }
    if verbs.contains(stem) { return stem }
    if verbs.contains(stem + "e") { return stem + "e" }
    let single = String(stem.dropLast())
    return stem.last == single.last && verbs.contains(single) ? single : nil
  }

  /// "Choosing an anchor" weighs one thing against another: there is no way to do it.
  static func isDeciding(_ gerund: String) -> Bool {
    ["choosing", "picking", "selecting", "deciding", "using", "designing"].contains(gerund)
  }

  /// The base form of a verb in the third person.
  static func base(ofThirdPerson word: String) -> String {
    if verbs.contains(word.dropLast()) { return String(word.dropLast()) }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return String(word.dropLast(2))
  }
}
