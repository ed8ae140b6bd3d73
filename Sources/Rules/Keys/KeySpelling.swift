import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let keyCase = Rule(
    "key-case", .warning, "a key in another letter case",
    effect: """
      It works: the plugins match keys in any letter case. Other tools that read the file do not see the key.
      """,
    wrong: #"{"type": "bridge", "isgateway": true}"#, right: #"{"type": "bridge", "isGateway": true}"#,
    facts: ["common: JSON keys match case-insensitively"]
  ) { subject, findings in
    for match in subject.keyMatches {
      guard let key = match.key, key.name != match.member.name, match.rival == nil else { continue }
      findings.report(
        "\(match.member.name) should be written \(key.name)", at: match.member.nameRange,
        notes: [.init("the plugins take it all the same; other tools that read the file do not")],
        help: "write \(key.name)")
    }
  }

  static let keyInTwoSpellings = Rule(
    "key-in-two-spellings", .error, "a key that stands twice in one object, in different letter case",
    effect: """
      libcni sorts the keys of an object before it calls the plugin, and the plugin matches them in any letter case: \
      the spelling that sorts last, the one in lower case, wins over the other, in silence.
      """,
    wrong: #"{"type": "bridge", "isGateway": true, "isgateway": false}"#,
    right: #"{"type": "bridge", "isGateway": true}"#, facts: ["libcni: plugin_keys matching"]
  ) { subject, findings in
    for match in subject.keyMatches {
      guard let rival = match.rival, rival.nameRange.start < match.member.nameRange.start else { continue }
      let winner = [rival.name, match.member.name].max { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      findings.report(
        "\(match.member.name) is the same key as \(rival.name)", at: match.member.nameRange,
        notes: [.init("the plugin takes \(winner ?? match.member.name)"), .init("the other one", at: rival.nameRange)],
        help: "leave one of them out")
    }
  }
}

extension KeyMatch {
  /// A member of the same object that the reader takes for the same key, in another spelling.
  fileprivate var rival: Value.Member? {
    guard key != nil else { return nil }
    return scope.object.object?.first { $0.name != member.name && $0.name.equalsIgnoringCase(member.name) }
  }
}
