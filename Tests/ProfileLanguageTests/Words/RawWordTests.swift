import Catalogue
import Diagnostics
import NetworkTypes
import ProfileLanguage
import Testing

/// The same for raw plugins, where CNI's own names belong.
@Suite struct RawWordTests {
  private static let release: Version = "1.9.1"

  /// The plugins of the newest release.
  static let plugins = Catalogue.plugins.filter { $0.span.contains(release) }

  /// The keys that the release reads.
  private func keys(of facts: PluginFacts) -> [KeyFacts] { facts.keys.filter { $0.span.contains(Self.release) } }

  /// A value that a key takes, so that it is the key's name alone that can be wrong.
  private func value(for type: ValueType) -> String {
    switch type {
    case .bool: "true"
    case .integer, .unsigned: "5"
    case .object, .map: "{}"
    case .list: "[]"
    default: "text"
    }
  }

  /// What is said about keys in a raw plugin or its `ipam`: for each the message, the notes and the help.
  private func answers(to members: [(key: String, value: String)], in facts: PluginFacts) -> [String: String] {
    let body = members.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    let plugin =
      facts.role == .ipam
      ? "{type: bridge, ipam: {type: \(facts.type), \(body)}}" : "{type: \(facts.type), \(body)}"
    let compiled = Compiled.network("plugins: [\(plugin)]", target: "{containerd: 2.1.4, plugins: \(Self.release)}")
    var answers: [String: String] = [:]
    for found in compiled.bag.sorted() where found.rule == "unknown-key" {
      guard let place = found.range else { continue }
      let key = String(decoding: compiled.file.bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
      answers[key] = ([found.message] + found.notes.map(\.message) + [found.help ?? ""]).joined(separator: "\n")
    }
    return answers
  }

  @Test(arguments: plugins.map(\.type)) func aSlipIsAnsweredWithCNIsName(_ type: String) throws {
    let facts = try #require(Catalogue.plugin(type))
    let known = (facts.keys + CommonKeys.all).map { $0.name.lowercased() } + facts.notKeys.map(\.name)
    var typos: [String: [KeyFacts]] = [:]
    for key in keys(of: facts) {
      for typo in Typo.all(of: key.name) where !known.contains(typo.lowercased()) {
        typos[typo, default: []].append(key)
      }
    }
    let answers = answers(
      to: typos.sorted { $0.key < $1.key }.map { ($0.key, value(for: $0.value[0].type)) }, in: facts)
    for (typo, meant) in typos {
      let answer = answers[typo]
      #expect(answer != nil, "\(type): nothing is said about \(typo)")
      for key in meant {
        #expect(answer?.names(key.name) ?? true, "\(type): \(typo) is answered with \(answer ?? "")")
      }
    }
  }

  @Test(arguments: plugins.map(\.type)) func aPlainWordIsAnsweredWithCNIsName(_ type: String) throws {
    let facts = try #require(Catalogue.plugin(type))
    // `name` is a key of every plugin: the runtime writes the network's name there.
    let words = keys(of: facts).filter { $0.word != $0.name && $0.word != "name" }
    let answers = answers(to: words.map { ($0.word, value(for: $0.type)) }, in: facts)
    for key in words {
      #expect(answers[key.word]?.names(key.name) ?? false, "\(type): \(key.word): \(answers[key.word] ?? "nothing")")
    }
  }

  @Test func plainWordsWithinAreAnsweredToo() {
    let cases = [
      ("{type: bridge, vlanTrunk: [{from: 1, to: 2}]}", ["from": "minID", "to": "maxID"]),
      (
        "{type: bridge, ipam: {type: host-local, ranges: [[{subnet: 10.1.0.0/24, start: 10.1.0.9, end: 10.1.0.10}]]}}",
        ["start": "rangeStart", "end": "rangeEnd"]
      ),
      (
        "{type: bridge, ipam: {type: host-local, ranges: [], routes: [{to: 10.0.0.0/8, via: 10.1.0.1}]}}",
        ["to": "dst", "via": "gw"]
      ),
    ]
    for (plugin, words) in cases {
      let compiled = Compiled.network("plugins: [\(plugin)]", target: "{containerd: 2.1.4, plugins: 1.9.1}")
      for (word, name) in words {
        let found = compiled.bag.sorted().first { $0.rule == "unknown-key" && $0.message.names(word) }
        #expect(found?.help?.names(name) ?? false, "\(word) in \(plugin): \(found?.help ?? "nothing")")
      }
    }
  }

  @Test(arguments: plugins.map(\.type)) func aKeyOfAnotherPluginIsAnsweredWithThatPlugin(_ type: String) throws {
    let facts = try #require(Catalogue.plugin(type))
    var homes: [String: Set<String>] = [:]
    var types: [String: ValueType] = [:]
    for other in Self.plugins where other.type != type {
      for key in keys(of: other) where facts.key(key.name) == nil && CommonKeys.key(key.name) == nil {
        homes[key.name, default: []].insert(other.type)
        types[key.name] = key.type
      }
    }
    // A key that people are known to write here has an answer of its own, and so has a plain word.
    for key in facts.notKeys { homes[key.name] = nil }
    for key in facts.keys { homes[key.word] = nil }
    let answers = answers(to: homes.keys.sorted().map { ($0, value(for: types[$0] ?? .any)) }, in: facts)
    for (name, plugins) in homes {
      let answer = answers[name]
      let near = keys(of: facts).map(\.name) + CommonKeys.all.map(\.name)
      let isNear = Spelling.nearest(to: name, among: near) != nil
      let isNamed = plugins.contains { answer?.names($0) ?? false } || (answer?.names("ipam") ?? false)
      // A key of its own that holds the other one, or that other tools call by that name.
      let isOwn = keys(of: facts).contains { answer?.names($0.name) ?? false }
      #expect(
        isNamed || isOwn || (isNear && answer != nil), "\(type): \(name) of \(plugins.sorted()): \(answer ?? "nothing")"
      )
    }
  }
}
