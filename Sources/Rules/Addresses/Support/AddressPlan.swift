import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// An interface plugin and the IPAM plugin that it calls, both as the node has them: what gives a container its
/// addresses and routes. The rules about these look at nothing else.
struct AddressPlan: Sendable {
  let plugin: InstalledPlugin
  let ipam: IPAM
  /// The release that the IPAM plugin comes from.
  let ipamRelease: Version
  let target: Target
  /// The range sets of host-local with their numbers; empty for other IPAM plugins.
  let sets: [NumberedSet]
  /// Every pool of host-local that can be told, with the set that it belongs to.
  private(set) var pools: [(set: NumberedSet, pool: Pool)] = []
  /// What a container gets for certain, whatever the rest of the file may mean.
  private(set) var knownLeases: [Lease] = []
  /// The routes that the file asks for, those left out that the plugins refuse. Only host-local and static have any.
  private(set) var routes: [PlannedRoute] = []
  /// The networks that the file names.
  private(set) var statedNetworks: [StatedNetwork] = []

  init(plugin: InstalledPlugin, ipam: IPAM, ipamRelease: Version, target: Target) {
    self.plugin = plugin
    self.ipam = ipam
    self.ipamRelease = ipamRelease
    self.target = target
    sets = ipam.type == "host-local" ? NumberedSet.all(of: ipam) : []
    // Many rules ask for these; they are worked out once.
    pools = findPools()
    knownLeases = findLeases()
    routes = findRoutes()
    statedNetworks = findStatedNetworks()
  }

  var isHostLocal: Bool { ipam.type == "host-local" }
  var isStatic: Bool { ipam.type == "static" }

  /// Whether a bridge takes the gateway's address.
  var isGateway: Bool { plugin.isGateway }

  /// Whether the plugin itself adds a default route for each family.
  var addsDefaultRoute: Bool { plugin.isOn("isDefaultGateway") }

  /// Whether the runtime may bring addresses that the file does not name: ranges for host-local, addresses for static.
  var isOpen: Bool {
    if declared(isHostLocal ? "ipRanges" : "ips") != nil { return true }
    return isStatic && !(plugin.plugin["args"]?["cni"]?["ips"]?.array ?? []).isEmpty
  }

  /// Where a capability that the IPAM plugin of this release reads is declared, if it is.
  func declared(_ capability: String) -> Value? {
    guard ipam.facts?.reads(capability: capability, in: ipamRelease) ?? false,
      let value = plugin.plugin["capabilities"]?.member(capability)?.value, value.bool == true
    else { return nil }
    return value
  }

  /// A note on an ADD that fails with a text.
  func fails(_ text: String) -> Diagnostic.Note { .init(target.addFails(plugin.type, text)) }

  /// The name of a key of a range, an address or a route in the words of the author.
  func word(_ name: String) -> String {
    guard case .intent = ipam.vocabulary else { return name }
    for parent in ["ranges", "addresses", "routes"] {
      if let word = ipam.facts?.key(parent)?.field(name)?.word { return word }
    }
    return ipam.word(name)
  }
}

extension Subject {
  /// What gives the container its addresses. Left out are plugins that nobody here knows, which may rewrite what they
  /// hand on, those that the target does not ship, and those whose release reads past `ipam`.
  func findAddressPlans() -> [AddressPlan] {
    list.plugins.compactMap { plugin in
      guard let installed = installed(plugin), let facts = plugin.facts, facts.ipam != .none,
        facts.ipamSpan.contains(installed.release), let ipam = plugin.ipam, let manager = ipam.facts,
        manager.role == .ipam
      else { return nil }
      let release = target.release(of: ipam.type).version
      guard manager.span.contains(release) else { return nil }
      return AddressPlan(plugin: installed, ipam: ipam, ipamRelease: release, target: target)
    }
  }
}
