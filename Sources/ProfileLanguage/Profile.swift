package import CNIModel
package import ContainerdConfig
package import Diagnostics
package import NetworkTypes
package import Outputs

/// A profile as read: every leaf has its place, and what could not be read is missing and reported.
package struct Profile: Sendable {
  package var name: Located<String>?
  /// One or more targets; empty where the profile names none.
  package var targets: [TargetSpec] = []
  /// Whether the targets stand in a list, so that each gets a folder of its own.
  package var isMatrix = false
  package var networks: [NetworkSpec] = []
  package var containerd = ContainerdSettings()
  /// The template that it was made with.
  package var templateUse: TemplateUse?
  /// Further files that bring the others to nodes.
  package var outputs: [OutputRequest] = []

  package init() {}
}

/// A target as the profile states it.
package struct TargetSpec: Sendable {
  package var name: Located<String>?
  package var containerd: Located<Version>?
  package var plugins: Located<Version>?
  /// Single plugins from another release, in the order of the file.
  package var overrides: [PluginOverride] = []
  package var kubernetes: Located<Version>?
  /// The path of a Capabilities document, and that document as far as it could be relied on.
  package var capabilities: Located<String>?
  package var measured: CapabilitiesDocument?
  package var range: SourceRange

  package init(range: SourceRange) {
    self.range = range
  }

  /// A plugin that comes from another release than the rest.
  package struct PluginOverride: Sendable {
    package let type: Located<String>
    package let version: Located<Version>
  }
}

/// A network as the profile states it. Its plugins hold CNI's names already; the places are those of the profile.
package struct NetworkSpec: Sendable {
  package var name: Located<String>?
  package var file: Located<String>?
  package var order: Located<Int>?
  /// The spec version; `nil` for `auto`.
  package var cniVersion: Located<String>?
  /// Keys of the list that are passed on as they are: `cniVersions`, `disableCheck` and their like.
  package var listMembers: [Value.Member] = []
  package var interface: IntentSpec?
  package var addresses: AddressesSpec?
  /// The chained intents, in the order of the file.
  package var chained: [IntentSpec] = []
  /// Raw plugins, behind the intents.
  package var plugins: [Value] = []
  package var allowances: [Allowance] = []
  /// From the network's key to its end, or its entry in the list.
  package var range: SourceRange
  /// The key `network`, or the first key of the entry: where things are told that concern the network as a whole.
  package var keyRange: SourceRange

  package init(range: SourceRange, keyRange: SourceRange) {
    self.range = range
    self.keyRange = keyRange
  }
}

extension NetworkSpec {
  /// Whether Kubernetes assigns the ranges, so that there is a network only on a node with pod CIDRs.
  package var assigned: AssignedAddresses? { addresses?.assigned }

  /// The network of a node with some pod CIDRs.
  package func filled(with pods: PodCIDRs) -> NetworkSpec {
    var network = self
    if let assigned { network.addresses?.ipam = assigned.ipam(for: pods) }
    return network
  }
}

/// A plugin by intent.
package struct IntentSpec: Sendable {
  package let intent: Intent
  /// The place of the intent's key.
  package let keyRange: SourceRange
  /// From the key to the end of the value.
  package let range: SourceRange
  /// What was stated, under CNI's names, in the order of the catalogue.
  package var members: [Value.Member] = []
  /// The capabilities asked for beyond those that the intent implies.
  package var capabilities: [Value.Member] = []
}

/// How an interface gets its addresses.
package struct AddressesSpec: Sendable {
  /// From the key to the end of the value.
  package let range: SourceRange
  /// The `ipam` object; `nil` for `none`, and where Kubernetes assigns the ranges.
  package var ipam: Value?
  /// The `ipam` object whose ranges Kubernetes assigns.
  package var assigned: AssignedAddresses?
  /// The `dns` object of the interface plugin.
  package var dns: Value.Member?
}

/// A warning that the user accepts, and why.
package struct Allowance: Sendable {
  package let rule: Located<String>
  package let reason: String
  /// Where a finding must lie to be accepted.
  package let scope: Scope

  /// The reach of an allowance.
  package enum Scope: Sendable {
    /// Everything that concerns the network.
    case network
    /// What begins on one line: the byte offsets of that line in the file that holds the comment.
    case line(Range<UInt32>)
  }

  package init(rule: Located<String>, reason: String, scope: Scope) {
    self.rule = rule
    self.reason = reason
    self.scope = scope
  }
}
