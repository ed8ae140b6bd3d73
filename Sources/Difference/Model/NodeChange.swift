package import Diagnostics

/// One thing that is different on a node, and what that means.
package struct NodeChange: Sendable {
  /// The kind's id, which `cnigen explain` takes.
  package let kind: String
  package let effect: Effect
  /// The network's name; `nil` for what concerns the node as a whole.
  package let network: String?
  /// Where it is, in CNI's words: `plugins[0].ipam.dataDir`, `containerd.bin_dirs`.
  package let path: String
  /// The author's word for the last part of it, where that is another one.
  package let word: String?
  /// The value before; `nil` where there was none.
  package let old: String?
  /// The value from now on; `nil` where there is none.
  package let new: String?
  package let oldPlace: SourceRange?
  package let newPlace: SourceRange?
  /// What happens on a node, and why.
  package let reason: String
  /// What to do about it; `nil` where there is nothing to do.
  package let help: String?

  /// Whether it is another release of containerd, or of the plugins.
  package var isContainerdRelease: Bool { kind == "containerd-release-changed" }
  package var isPluginsRelease: Bool { kind == "plugins-release-changed" }

  /// Whether the network has another name, pods come to another bridge or another kind of interface, or leases are kept
  /// elsewhere.
  package var isNetworkName: Bool { kind == "network-renamed" }
  package var isBridgeName: Bool { kind == "bridge-renamed" }
  package var isInterfacePlugin: Bool { kind == "interface-changed" }
  package var isLeaseStore: Bool { kind == "lease-store-moved" }
}

/// A difference as a kind of change finds it.
package struct Found: Sendable {
  package var path: String
  package var word: String?
  package var network: String?
  package var old: Located?
  package var new: Located?
  package var effect: Effect
  package var reason: String
  package var help: String?

  /// A value as text, with its place.
  package struct Located: Sendable {
    package let text: String
    package let place: SourceRange?

    package init(_ text: String, at place: SourceRange?) {
      self.text = text
      self.place = place
    }
  }

  package init(
    _ path: String, word: String? = nil, network: String? = nil, old: Located? = nil, new: Located? = nil,
    _ effect: Effect, _ reason: String, help: String? = nil
  ) {
    self.path = path
    self.word = word
    self.network = network
    self.old = old
    self.new = new
    self.effect = effect
    self.reason = reason
    self.help = help
  }
}
