import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

/// Rules about the values of plugins of others, by what a Capabilities document says of their keys. For the reference
/// plugins rules of their own say more: what a value means there, and what the plugin answers.
extension Rule {
  static let valueOutOfRange = Rule(
    "value-out-of-range", .error, "a number beyond the limits that the key of a described plugin has",
    effect: """
      A Capabilities document states the least and the greatest number that a plugin of others takes. What the plugin \
      does with another one is its own affair: most refuse ADD, some take a default in silence.
      """,
    wrong: #"{"type": "some-ipam", "leaseMinutes": -1}"#,
    right: #"{"type": "some-ipam", "leaseMinutes": 60}"#
  ) { subject, findings in
    for (match, key) in subject.describedMatches {
      guard let number = match.member.value.integer else { continue }
      let isBelow = key.minimum.map { number < $0 } ?? false
      let isAbove = key.maximum.map { number > $0 } ?? false
      guard isBelow || isAbove else { continue }
      findings.report(
        "\(match.name)\(match.scope.place) is \(number), and must be \(key.limits)", at: match.member.value.range,
        notes: subject.target.describedNote(of: match.scope.reader))
    }
  }

  static let malformedValue = Rule(
    "malformed-value", .error, "a text that is not what the key of a described plugin takes",
    effect: """
      A Capabilities document states what a key of a plugin of others holds: a subnet, an address, a MAC address, the \
      name of a device, a path. What the plugin does with another text is its own affair: most refuse ADD.
      """,
    wrong: #"{"type": "some-ipam", "pool": "10.0.0.0"}"#,
    right: #"{"type": "some-ipam", "pool": "10.0.0.0/24"}"#
  ) { subject, findings in
    for (match, key) in subject.describedMatches {
      for (value, type) in DescribedText.all(in: match.member.value, as: key.type) {
        guard let text = value.string, !text.isEmpty, !DescribedText.fits(text, type),
          let wanted = DescribedText.wanted(type)
        else {
          continue
        }
        findings.report(
          "\(match.name)\(match.scope.place) must be \(wanted), not \"\(text)\"", at: value.range,
          notes: subject.target.describedNote(of: match.scope.reader))
      }
    }
  }
}

extension Subject {
  /// The members whose keys are described in a Capabilities document, as far as the release reads them.
  fileprivate var describedMatches: [(match: KeyMatch, key: KeyFacts)] {
    guard target.capabilities != nil else { return [] }
    return keyMatches.compactMap { match in
      guard let facts = match.scope.facts, !facts.isReference, let key = match.read, CommonKeys.key(key.name) == nil
      else { return nil }
      return (match, key)
    }
  }
}

extension Target {
  /// Where a plugin of others is described.
  fileprivate func describedNote(of type: String) -> [Diagnostic.Note] {
    capabilities?[type].map { [.init("\(type) is described here", at: $0.type.range)] } ?? []
  }
}

extension KeyFacts {
  /// The limits of a number in words: `1 to 10`, `at least 1`.
  fileprivate var limits: String {
    switch (minimum, maximum) {
    case (let least?, let most?): "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number"
    }
  }
}

/// Texts whose form a type states.
private enum DescribedText {
  /// The texts in a value of a type, each with the type that it has.
  static func all(in value: Value, as type: ValueType) -> [(value: Value, type: ValueType)] {
    switch type {
    case .list(let element): (value.array ?? []).flatMap { all(in: $0, as: element) }
    case .map(let element): (value.object ?? []).flatMap { all(in: $0.value, as: element) }
    default: [(value, type)]
    }
  }

  /// Whether a text has the form.
  static func fits(_ text: String, _ type: ValueType) -> Bool {
    switch type {
    case .cidr: CIDR(text) != nil
    case .addressWithPrefix: CIDR(text) != nil
    case .address: IPAddress(text) != nil
    case .mac: MACAddress(text) != nil
    case .interface: InterfaceName(text) != nil
    case .path: text.hasPrefix("/") && !text.utf8.contains(0)
    default: true
    }
  }

  /// What is wanted, in words; `nil` where any text will do.
  static func wanted(_ type: ValueType) -> String? {
    switch type {
    case .cidr: "a subnet such as 10.88.0.0/16"
    case .addressWithPrefix: "an address with its prefix length, such as 10.1.2.3/24"
    case .address: "an address such as 10.88.0.1"
    case .mac: "a MAC address such as 02:00:00:00:00:01"
    case .interface: "the name of a network device, of 1 to 15 bytes"
    case .path: "an absolute path"
    default: nil
    }
  }
}
