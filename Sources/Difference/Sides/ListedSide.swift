import CNIModel
import Compilation
import ContainerdConfig
package import Diagnostics
package import ProfileLanguage

/// Nodes whose states are at hand.
struct ListedStates: NodeStateSource {
  let states: [NodeState]

  func state(
    of node: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState? { states[node] }
}

extension Side {
  /// A side of states, each under its name.
  package static func listed(_ title: String, _ origin: Origin, _ states: [(name: String, state: NodeState)]) -> Side {
    var nodes = SideNodes()
    for (number, entry) in states.enumerated() { nodes.add(entry.name, kind: number) }
    return Side(title, origin, nodes, from: ListedStates(states: states.map(\.state)))
  }

  /// A profile: a node for each of its targets. Its findings go into the bag; the side is only to be used where that has
  /// no errors.
  package static func profile(
    _ title: String, _ profile: Profile, overrides: TargetOverrides, into bag: inout DiagnosticBag
  ) -> Side {
    let compiled = Compiler.compile(profile, overrides: overrides, into: &bag)
    let states = ProfileStates.states(of: profile, compiled, overrides: overrides)
    return listed(title, .profile, states.map { ($0.target.name, $0) })
  }
}

/// What a profile comes to on a node, with the profile's places.
enum ProfileStates {
  /// A state for each target.
  static func states(
    of profile: Profile, _ compiled: [CompiledTarget], overrides: TargetOverrides
  ) -> [NodeState] {
    LoweredNetworks.all(of: profile, overrides: overrides).map { lowered in
      let files = compiled.first { $0.target.name == lowered.target.name }?.files ?? []
      return NodeState(
        target: lowered.target, knowsTarget: !lowered.target.isAssumed, networks: networks(of: profile, lowered),
        runtime: runtime(of: profile, lowered, files),
        files: files.map { NodeState.File(path: $0.name, bytes: $0.bytes) }, isWhole: true)
    }
  }

  private static func networks(of profile: Profile, _ lowered: LoweredNetworks) -> [NetworkState] {
    zip(profile.networks.filter { ($0.name ?? profile.name) != nil }, lowered.lists).map { network, list in
      let isTemplate = network.assigned != nil
      return NetworkState(
        list, fileName: isTemplate ? RenderedTemplate.fileName : list.fileName, isTemplate: isTemplate)
    }
  }

  private static func runtime(
    of profile: Profile, _ lowered: LoweredNetworks, _ files: [CompiledFile]
  ) -> NodeState.Runtime {
    guard profile.containerd.isWanted else { return .none }
    var settings = profile.containerd
    if settings[.confTemplate] == nil, let network = profile.networks.first(where: { $0.assigned != nil }),
      let assigned = network.assigned, let name = network.name ?? profile.name
    {
      settings.settings.append(
        ContainerdSettings.Setting(
          .confTemplate, at: assigned.word,
          Value(.string("/etc/containerd/\(name.value).template"), at: assigned.word)))
    }
    let place = settings.keyRange ?? profile.name?.range ?? SourceRange(file: FileID(index: 0), start: 0, end: 0)
    return .settings(
      RuntimeSettings(
        settings, fileName: settings.dropIn?.value ?? "config.toml", for: lowered.target, at: place))
  }
}
