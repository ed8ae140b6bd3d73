import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// `target:`, and each entry of `targets:`.
enum TargetSection {
  static let table = FieldTable<TargetSpec>(
    name: "target",
    fields: [
      Field("name", "the target's output folder, in a list of targets", .fileName(ending: "")) { member, target, bag in
        target.name = Scalars.text(member, &bag)
      },
      Field("containerd", "the release of containerd: 1.6.20", .release) { member, target, bag in
        target.containerd = Scalars.version(member, &bag)
      },
      Field(
        "plugins", "the release of the CNI reference plugins: 1.1.1, or {release: 1.1.1, loopback: 0.9.1}",
        .either([.release, .section(overrides)])
      ) { member, target, bag in readPlugins(member, &target, &bag)
      },
      Field("kubernetes", "the minor version of Kubernetes: 1.29", .release) { member, target, bag in
        target.kubernetes = Scalars.version(member, &bag)
      },
      Field("capabilities", "a file that tells what was measured on a node", .text) { member, target, bag in
        target.capabilities = Scalars.text(member, &bag)
      },
    ])

  /// An entry of `targets:`, which needs a name for its folder.
  static var entry: Section { Section(name: "targets", fields: Section(table).fields, demands: [.key("name")]) }

  /// `plugins:` with single plugins of other releases.
  private static var overrides: Section {
    let release = Section.Entry(name: "release", summary: "the release of all others", shape: .release)
    let single = Catalogue.pluginTypes.map { type in
      Section.Entry(name: type, summary: "the release that \(type) alone comes from", shape: .release)
    }
    return Section(name: "plugins", fields: [release] + single)
  }

  static func read(_ node: Node, _ bag: inout DiagnosticBag) -> TargetSpec {
    var target = TargetSpec(range: node.range)
    table.read(node, into: &target, &bag)
    return target
  }

  /// So many targets may stand in a list; each compiles the whole profile.
  static let maximumCount = 1_000

  static func readList(_ node: Node, _ bag: inout DiagnosticBag) -> [TargetSpec] {
    guard let nodes = node.sequence else {
      Scalars.wrong(node, of: "targets", wants: "a list of targets", &bag)
      return []
    }
    if nodes.isEmpty { bag.error("missing-key", "the list of targets is empty", at: node.range) }
    guard nodes.count <= maximumCount else {
      bag.error(
        "too-many-entries", "\(nodes.count) targets stand here; a profile has at most \(maximumCount)",
        at: nodes[maximumCount].range, help: "nodes of the same releases share a target; a fleet has pools for them")
      return []
    }
    var seen: [String: SourceRange] = [:]
    return nodes.map { node in
      let target = read(node, &bag)
      checkName(target, isStated: node["name"] != nil, &seen, &bag)
      return target
    }
  }

  /// The name becomes a folder: it must be one path component, and no other target's, in any letter case.
  private static func checkName(
    _ target: TargetSpec, isStated: Bool, _ seen: inout [String: SourceRange], _ bag: inout DiagnosticBag
  ) {
    guard let name = target.name else {
      // A name of another type was reported where it was read.
      guard !isStated else { return }
      bag.error(
        "missing-key", "this target has no name, which its output folder needs", at: target.range,
        help: "write {name: old, containerd: …, plugins: …}")
      return
    }
    if let fault = FileName.fault(of: name.value) {
      bag.error("invalid-file-name", "the target's name \(name.value) is no folder name: \(fault)", at: name.range)
    }
    if let earlier = seen.updateValue(name.range, forKey: name.value.lowercased()) {
      bag.error(
        "duplicate-name", "two targets are named \(name.value)", at: name.range,
        notes: [Diagnostic.Note("the first one is here", at: earlier)], help: "give each a name of its own")
    }
  }

  private static func readPlugins(_ member: Node.Member, _ target: inout TargetSpec, _ bag: inout DiagnosticBag) {
    guard let overrides = member.value.mapping else {
      target.plugins = Scalars.version(member, &bag)
      return
    }
    for override in overrides {
      if override.key == "release" {
        target.plugins = Scalars.version(override, &bag)
      } else if Catalogue.plugin(override.key) != nil {
        guard let version = Scalars.version(override, &bag) else { continue }
        target.overrides.append(
          TargetSpec.PluginOverride(type: Located(override.key, at: override.keyRange), version: version))
      } else {
        let known = ["release"] + Catalogue.plugins.map(\.type)
        bag.error(
          "unknown-key", "plugins: \(override.key) is not one of the reference plugins", at: override.keyRange,
          help: Spelling.nearest(to: override.key, among: known).map { "write \($0)" })
      }
    }
  }
}
