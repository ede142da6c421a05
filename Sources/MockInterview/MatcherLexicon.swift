/// Words of technical English that the matcher knows: what says nothing, what negates, and what
/// means the same or the opposite. A word that only one subject knows has no place here; notes
/// explain theirs, see `Glosses`.
enum MatcherLexicon {
  /// Words that carry no content.
  static let stopWords = words(
    """
    a an the of to in on at by for from with into over under across between and or but so as then
    that this these those it its they them their he she we our us you your i my me is are was were
    be been being am do does did has have had can could may might must will would should there here
    what which who whom when where why how if while because since also very just really even still
    yet than too both some each rather such up out off about during via per vs etc eg ie im id ill
    youre thats w like ok fine well maybe usually often simply actually basically upon within itself
    themselves whether
    """)

  /// A new phrase begins: negation does not reach beyond.
  static let conjunctions = words(
    """
    and but or while whereas because so since if when that which who unless until once
    """)

  /// Words that turn what follows into its opposite.
  static let negators = words(
    """
    not no never without cannot neither nor hardly cant dont doesnt didnt isnt arent wasnt werent
    wont wouldnt shouldnt couldnt mustnt neednt havent hasnt hadnt
    nicht kein keine nie ohne non mai senza
    """)

  /// Negating words of which it is open what they negate; they carry no content themselves.
  static let pronounsOfNothing = words("nothing none nobody nowhere")

  /// Words that make a clause negative in part, without saying which.
  static let restrictions = words(
    """
    disable disabled avoid prevent except unless only instead rather than few fewer less off
    forbid forbidden lack lacks missing
    """)

  /// What makes a number of the point a rough one.
  static let roughly = words("about roughly around approximately circa")

  /// Words whose only use is to contradict or confirm others.
  static let quantifiers = words("only all any every always never")

  /// Words that prove little, by stem.
  static let lightStems = stems(
    """
    use used using make made take give get got put go come need want let thing way lot much many
    more most several few new own same other another good better best big small mean means called
    call show tell see look know say name work help try keep set run first second now already part
    kind case again later belong carry bring place follow become enough plus plain normal one
    """)

  /// What a rubric asks of the candidate and nobody says: *names the risks*.
  static let rubricVerbs = words(
    """
    names states gives asks compares describes cites mentions lists says explains starts knows
    answers shows defines notes points recognises recognizes proposes suggests chooses covers uses
    checks
    """)

  /// Turns of several words and the one word they stand for.
  static let phrases: [(words: [String], meaning: String)] = [
    (["yes", "or", "no"], "yes"), (["yes", "and", "no"], "yes"), (["yes", "no"], "yes"),
    (["at", "the", "same", "time"], "concurrent"), (["in", "parallel"], "concurrent"),
    (["out", "of", "memory"], "oom"), (["point", "in", "time"], "pit"),
    (["round", "trip"], "roundtrip"), (["real", "time"], "realtime"),
    (["fall", "back"], "fallback"), (["side", "effect"], "effect"), (["give", "up"], "abandon"),
  ]

  /// The groups a stem belongs to; stems that share one mean the same.
  static func synonymGroups(of stem: String) -> [Int] { synonyms[stem] ?? [] }

  /// The stems that contradict a stem.
  static func antonyms(of stem: String) -> [String] { opposites[stem] ?? [] }

  static let earlier = stems("before precede prior")
  static let later = stems("after follow")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func stems(_ text: String) -> Set<String> {
    Set(words(text).map { AnswerStem.stem(of: $0) })
  }

  private static func groups(_ text: String) -> [[String]] {
    text.split(separator: ",").map { group in
      group.split(whereSeparator: \.isWhitespace).map { AnswerStem.stem(of: String($0)) }
    }
  }

  private static let synonyms: [String: [Int]] = {
    var synonyms: [String: [Int]] = [:]
    for (number, group) in groups(sameMeaning).enumerated() {
      for stem in Set(group) { synonyms[stem, default: []].append(number) }
    }
    return synonyms
  }()

  private static let opposites: [String: [String]] = {
    var opposites: [String: [String]] = [:]
    for pair in groups(oppositeMeaning) where pair.count == 2 {
      opposites[pair[0], default: []].append(pair[1])
      opposites[pair[1], default: []].append(pair[0])
    }
    return opposites
  }()

  private static let sameMeaning = """
    database db, postgres postgresql pg, kubernetes k8s, elasticsearch es, transaction tx txn,
    message msg, command cmd, connection conn, acknowledge ack, certificate cert,
    credential cred creds, library lib, dependency dep deps, asynchronous async, synchronous sync,
    configuration config, application app, parameter param argument arg,
    authentication authn, authorization authorisation authz, environment env, memory mem ram,
    replica standby follower secondary, primary leader master, expire ttl expiry lifetime,
    retain retention keep hold, lose loss gone vanish, drop discard, delete remove removal,
    send deliver, begin start, stop halt end, wait block, limit cap bound quota maximum max,
    fast quick, verify check validate test, measure metric, error failure fail,
    caller client consumer, repeat again retry, separate own isolated dedicated,
    visible show reveal expose, price cost, request call, require need, change modify alter,
    parallel concurrent simultaneous, large big huge, small tiny, choose pick, prevent avoid,
    many multiple several, deduplicate dedup dedupe, duplicate twice, cryptography crypto,
    misconfiguration misconfig, node server host machine, proxy edge, queue backlog, rule policy,
    process worker, user customer, monitor watch observe, recur recurrence, lookup find search,
    schedule planned, dictionary dict, attribute attr, function fn, statistics stats stat,
    uniform same identical equal, pause freeze stall, overload exhaust saturate overwhelm,
    reject refuse deny, early ahead, distinct different, lb balancer, disable off,
    xff x-forwarded-for, precede before, sum total, hash digest
    """

  private static let oppositeMeaning = """
    before after, first last, left right, leftmost rightmost, open closed, synchronous asynchronous,
    always never, allow deny, accept reject, fast slow, more less, increase reduce, raise lower,
    private public, weak strong, same new, same different, shared own, shared separate,
    oldest newest, old new, safe unsafe, keep lose, success fail, hard soft, encrypt decrypt,
    early late, minimum maximum, cheap expensive, global local, positive negative, head tail,
    up down, inner outer, only all, only any, only every, only always, before during, after during,
    in out, inside outside, above below, forbid allow, majority minority, necessarily always,
    never often, disable enable, permanent transient, internal external, static dynamic,
    atomic partial, temporary permanent, client server, producer consumer, parent child,
    source target, sender receiver, upload download, encode decode
    """
}
