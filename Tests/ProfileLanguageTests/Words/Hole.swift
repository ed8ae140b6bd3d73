import Diagnostics
import ProfileLanguage
import Syntax

/// A place of the language, with a document in which keys can be put there.
struct Hole {
  /// The place as `WordPlace` calls it.
  let place: String
  /// The document, with `HOLE` where members of a mapping belong, in braces.
  let text: String

  /// Every place of the language. A test finds a place without a hole.
  static let all: [Hole] =
    [
      Hole(place: "the profile", text: "{apiVersion: cnigen/v1, kind: Profile, name: demo, HOLE}"),
      profile("target", "target: {HOLE}"), profile("network", "network: {HOLE}"),
      profile("addresses", "network: {bridge: {}, addresses: {HOLE}}"),
      profile("containerd", "network: {bridge: {}}, containerd: {HOLE}"),
      profile("ranges", "network: {bridge: {}, addresses: {ranges: [{HOLE}]}}"),
      profile("routes", "network: {bridge: {}, addresses: {ranges: [], routes: [{HOLE}]}}"),
      profile("dns", "network: {bridge: {}, addresses: {dns: {HOLE}}}"),
      profile("dhcp", "network: {bridge: {}, addresses: {dhcp: {HOLE}}}"),
      profile("dhcp.provide", "network: {bridge: {}, addresses: {dhcp: {provide: [{HOLE}]}}}"),
      profile("dhcp.request", "network: {bridge: {}, addresses: {dhcp: {request: [{HOLE}]}}}"),
      profile("static", "network: {bridge: {}, addresses: {static: {HOLE}}}"),
      profile("static.addresses", "network: {bridge: {}, addresses: {static: {addresses: [{HOLE}]}}}"),
      profile("bridge.vlanTrunk", "network: {bridge: {vlanTrunk: [{HOLE}]}}"),
      Hole(place: "the template", text: "{apiVersion: cnigen/v1, kind: Template, name: demo, HOLE}"),
      Hole(
        place: "the parameter",
        text: "{apiVersion: cnigen/v1, kind: Template, name: demo, parameters: {it: {HOLE}}, network: {bridge: {}}}"),
    ] + capabilities + fleets + outputs
    + Intent.allCases.map { profile($0.rawValue, "network: {\($0.rawValue): {HOLE}}") }

  /// Documents of the kind Capabilities.
  private static let capabilities: [Hole] = [
    ("the node", "HOLE"), ("the runtime", "containerd: {HOLE}"), ("the plugin", "plugins: [{HOLE}]"),
    ("the key", "plugins: [{type: vendor, keys: [{HOLE}]}]"), ("the network", "containerd: {networks: [{HOLE}]}"),
  ].map { place, body in
    Hole(place: place, text: "{apiVersion: cnigen/v1, kind: Capabilities, name: demo, \(body)}")
  }

  /// Fleets.
  private static let fleets: [Hole] = [
    ("the fleet", "HOLE"), ("the block", "allocate: [{HOLE}]"), ("the fleet's node", "nodes: [{HOLE}]"),
    ("the pool", "pools: [{HOLE}]"), ("match", "pools: [{name: a, match: {HOLE}}]"),
  ].map { place, body in
    Hole(place: place, text: "{apiVersion: cnigen/v1, kind: Fleet, name: demo, \(body)}")
  }

  /// The options of outputs.
  private static var outputs: [Hole] {
    let section = Sections.all.first { $0.name == "outputs" }
    return WordPlace.all.map(\.name).filter { section?.keys.contains($0) ?? false }.map { word in
      profile(word, "network: {bridge: {}}, outputs: [{\(word): {HOLE}}]")
    }
  }

  private static func profile(_ place: String, _ body: String) -> Hole {
    Hole(place: place, text: "{apiVersion: cnigen/v1, kind: Profile, name: demo, \(body)}")
  }

  /// What is said about keys that are put into the hole: for each unknown one the message and the help.
  func answers(to keys: [String]) -> [String: String] {
    // A comma behind the last member is nothing to YAML.
    let members = keys.map { "\($0): x" }.joined(separator: ", ")
    let text = text.replacing("HOLE", with: members)
    var documents = MemoryDocuments(texts: [:])
    let file = SourceFile(name: "test.yaml", bytes: Array(text.utf8))
    let id = documents.take(file)
    var bag = DiagnosticBag()
    guard let tree = YAMLReader.read(id, file.bytes, into: &bag) else { return [:] }
    if text.contains("kind: Fleet") {
      _ = FleetReader.read(tree, from: &documents, into: &bag)
    } else if text.contains("kind: Capabilities") {
      _ = CapabilitiesReader.read(tree, into: &bag)
    } else if text.contains("kind: Template") {
      _ = TemplateReader.read(tree, id, into: &bag)
    } else {
      _ = ProfileReader.read(tree, of: file, id, from: &documents, into: &bag)
    }
    var answers: [String: String] = [:]
    for found in bag.sorted() where found.rule == "unknown-key" {
      guard let place = found.range else { continue }
      let key = String(decoding: file.bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
      answers[key] = "\(found.message)\n\(found.help ?? "")"
    }
    return answers
  }
}

/// Slips of the finger.
enum Typo {
  /// A word with a letter dropped, and with two letters swapped, at each place.
  static func all(of word: String) -> [String] {
    let letters = Array(word)
    let dropped = letters.indices.map { index in String(letters[..<index] + letters[(index + 1)...]) }
    let swapped = letters.indices.dropLast().map { index in
      var letters = letters
      letters.swapAt(index, index + 1)
      return String(letters)
    }
    return (dropped + swapped).filter { !$0.isEmpty && $0 != word }
  }
}
