package import CNIModel
import Catalogue
package import Diagnostics
import NetworkTypes

/// Turns a network of a profile into the list that its conflist will hold. Every member keeps the place of the
/// profile's value that caused it.
package enum Lowering {
  /// A network ready to be judged and emitted.
  package struct Result: Sendable {
    package let list: NetworkList
    /// Whether cnigen chose the spec version.
    package let choseVersion: Bool
  }

  /// Lowers a network for a target.
  ///
  /// - Parameter name: the network's name, its own or the profile's.
  package static func lower(
    _ network: NetworkSpec, name: Located<String>, for target: Target, into bag: inout DiagnosticBag
  ) -> Result {
    let chain = Chain.plugins(of: network, for: target)
    let place = network.range
    var members: [Value.Member] = []
    let version = network.cniVersion ?? chosenVersion(chain.values, network, target, &bag)
    members.append(Value.Member("cniVersion", at: version.range, Value(.string(version.value), at: version.range)))
    members += listMembers(network, ["cniVersions"])
    members.append(Value.Member("name", at: name.range, Value(.string(name.value), at: name.range)))
    members += listMembers(network, ["disableCheck", "disableGC", "loadOnlyInlinedPlugins"])
    members.append(Value.Member("plugins", at: place, Value(.array(chain.values), at: place)))
    let list = NetworkList(
      Value(.object(members), at: place), fileName: fileName(network, name.value), vocabularies: chain.vocabularies,
      on: target.capabilities)
    return Result(list: list, choseVersion: network.cniVersion == nil)
  }

  /// The name of the output file.
  package static func fileName(_ network: NetworkSpec, _ name: String) -> String {
    if let file = network.file?.value { return file }
    let order = network.order?.value ?? 10
    return (order < 10 ? "0" : "") + "\(order)-\(name).conflist"
  }

  private static func listMembers(_ network: NetworkSpec, _ names: [String]) -> [Value.Member] {
    names.compactMap { name in network.listMembers.first { $0.name == name } }
  }

  private static func chosenVersion(
    _ plugins: [Value], _ network: NetworkSpec, _ target: Target, _ bag: inout DiagnosticBag
  ) -> Located<String> {
    let types = plugins.flatMap { [$0["type"]?.string, $0["ipam"]?["type"]?.string].compactMap(\.self) }
    let choice = SpecChoice.choose(plugins: types, target: target)
    switch choice {
    case .chosen(let version, _): return Located(version, at: network.keyRange)
    case .noCommonVersion:
      bag.error(
        "no-common-version", choice.explanation, at: network.keyRange,
        notes: [Diagnostic.Note("whatever cniVersion is written, ADD fails: incompatible CNI versions")],
        help: "take another release of the plugins, or leave one of these plugins out")
      return Located(target.containerd.specMaximum.description, at: network.keyRange)
    }
  }
}
