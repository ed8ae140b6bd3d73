package import CNIModel
package import Diagnostics
import Emission
import NetworkTypes
import Syntax

/// Makes a profile of files that exist. What building the profile would not give back exactly is said: as a warning at
/// the place in the file, and as a comment at the place in the profile.
package enum Importer {
  /// The text of the profile.
  ///
  /// - Parameters:
  ///   - sources: networks, in their order, and at most one config of containerd; further ones are told as left out.
  ///   - overrides: the releases that the profile is to state as its target.
  ///   - target: the same with the newest releases in place of what is not stated.
  package static func profile(
    from sources: [ImportSource], overrides: TargetOverrides, for target: Target, into bag: inout DiagnosticBag
  ) -> [UInt8] {
    var names = ImportedFileNames()
    let networks = sources.filter(\.isNetwork).map { ImportedNetwork($0, for: target, &names) }
    let configs = sources.filter { !$0.isNetwork }
    let containerd = configs.first.map { ImportedContainerd($0, for: target) }
    for extra in configs.dropFirst() {
      bag.warning(
        "import-lost", "\(extra.file.name) is left out: a profile has one config of containerd", at: extra.tree.range,
        help: "import it by itself")
    }
    for network in networks { bag.add(network.remarks.bag) }
    if let containerd { bag.add(containerd.remarks.bag) }
    var members = head(networks, overrides)
    members += sections(networks)
    members.append(containerd?.member ?? YAML.Member("containerd", .bool(false), isApart: true))
    let document = YAMLWriter.document(
      YAML.mapping(members).with(comments(sources, hasNetwork: !networks.isEmpty)).wrapped())
    tellErrors(of: document, at: sources.first?.tree.range.beginning, &bag)
    return document
  }

  private static func comments(_ sources: [ImportSource], hasNetwork: Bool) -> [String] {
    let names = sources.map { $0.fileName ?? "standard input" }
    var lines = ["Made by `cnigen import` from \(Words.all(names))."]
    if !hasNetwork { lines.append("A profile needs a network: add a section `network`, or import its file as well.") }
    return lines
  }

  private static func head(_ networks: [ImportedNetwork], _ overrides: TargetOverrides) -> [YAML.Member] {
    let name = networks.count == 1 ? networks[0].name : "node"
    let stated: [(String, Version?)] = [
      ("containerd", overrides.containerd), ("plugins", overrides.plugins), ("kubernetes", overrides.kubernetes),
    ]
    let target = stated.compactMap { key, version in version.map { YAML.Member(key, .text($0.description)) } }
    let members = [
      YAML.Member("apiVersion", .string(DocumentHeader.apiVersion)), YAML.Member("kind", .string("Profile")),
      YAML.Member(
        "name", .text(name),
        comments: target.isEmpty
          ? ["Say what the node has: target: {containerd: 1.6.20, plugins: 1.1.1}. The newest releases are assumed."]
          : []),
    ]
    return target.isEmpty ? members : members + [YAML.Member("target", YAML.mapping(target).short, isApart: true)]
  }

  private static func sections(_ networks: [ImportedNetwork]) -> [YAML.Member] {
    if networks.isEmpty { return [] }
    if networks.count == 1 {
      return [
        YAML.Member("network", .mapping(networks[0].members), comments: networks[0].comments, isApart: true)
      ]
    }
    let entries = networks.map { network in
      YAML.mapping([YAML.Member("name", .text(network.name))] + network.members).with(network.comments)
    }
    return [YAML.Member("networks", .sequence(entries), isApart: true)]
  }

  /// Says where the profile itself is one that `build` refuses. What a file asks for and the language cannot say is
  /// written all the same, for the user to mend.
  private static func tellErrors(of document: [UInt8], at place: SourceRange?, _ bag: inout DiagnosticBag) {
    for error in ReadBack.errors(in: document) {
      bag.warning(
        "import-not-buildable", "build refuses the profile: \(error.message)", at: place,
        notes: error.notes.map { Diagnostic.Note($0.message) }, help: error.help)
    }
  }
}

extension ImportSource {
  fileprivate var isNetwork: Bool { kind == .list || kind == .plugin }
}
