import CNIModel
import Compilation
import Diagnostics
package import Fleet
import NetworkTypes
package import ProfileLanguage

extension Side {
  /// A compiled fleet that keeps its details.
  package static func fleet(_ title: String, _ build: FleetBuild, overrides: TargetOverrides) -> Side {
    var nodes = SideNodes()
    var states = FleetStates(build: build, overrides: overrides)
    // A form with several targets is a kind for each of them.
    let targets = build.forms.map(\.targets)
    let width = targets.map(\.count).max() ?? 1
    for node in 0..<build.count {
      let name = String(decoding: build.name(of: node), as: UTF8.self)
      let form = build.form(of: node)
      let subnets = build.subnets(of: node)
      for (number, target) in targets[form].enumerated() {
        nodes.add(target.isEmpty ? name : "\(name)/\(target)", kind: form * width + number, values: subnets)
        states.entries.append(FleetStates.Entry(node: UInt32(node), target: UInt32(number)))
      }
    }
    return Side(title, .fleet, nodes, from: states)
  }
}

/// The nodes of a fleet.
struct FleetStates: NodeStateSource {
  let build: FleetBuild
  let overrides: TargetOverrides
  var entries: [Entry] = []

  /// An entry of the side: a node, and which of its targets.
  struct Entry: Sendable {
    let node: UInt32
    let target: UInt32
  }

  func state(
    of number: Int, from documents: inout some DocumentSource, into bag: inout DiagnosticBag
  ) -> NodeState? {
    let entry = entries[number]
    let node = Int(entry.node)
    // Its findings have been told when the fleet was compiled.
    var told = DiagnosticBag()
    guard let profile = build.profile(of: node, from: &documents, into: &told) else { return nil }
    let values = build.values(of: node)
    let form = build.forms[build.form(of: node)]
    let names = form.targets
    let target = Int(entry.target)
    let states = ProfileStates.states(of: profile, [], overrides: overrides)
    guard target < states.count, target < names.count else { return nil }
    let state = states[target]
    let files = form.files.filter { $0.path.count == 1 || $0.path[0] == names[target] }.map {
      NodeState.File(path: $0.path.last ?? "", bytes: $0.form.filled(with: values))
    }
    return NodeState(
      target: state.target, knowsTarget: state.knowsTarget, networks: state.networks, runtime: state.runtime,
      files: files, isWhole: true)
  }

  func membership(of number: Int) -> NodeMembership {
    let (pools, labels) = build.membership(of: Int(entries[number].node))
    return NodeMembership(pools: pools, labels: labels)
  }

  var pools: [String] { build.pools }
}

extension NodeForm {
  /// The names of its targets, a single empty one where there is but one.
  fileprivate var targets: [String] {
    var names: [String] = []
    for file in files {
      let name = file.path.count > 1 ? file.path[0] : ""
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? [""] : names
  }
}
