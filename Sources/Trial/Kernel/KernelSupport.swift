import CLinux
import CNIModel
import Glibc
import PlainText

/// What of the kernel and of the machine's programs a network needs.
enum KernelSupport {
  /// A kind of device, and the module that brings it.
  private struct Kind {
    let name: String
    let module: String
    /// In words that stand behind "the kernel has no".
    let words: String

    static let vlan = Kind(name: "vlan", module: "8021q", words: "devices of the kind vlan")
    static let filteringBridge = Kind(
      name: "bridge", module: "bridge with CONFIG_BRIDGE_VLAN_FILTERING", words: "bridges that tell VLANs apart")

    init(_ name: String) { self.init(name: name, module: name, words: "devices of the kind \(name)") }

    private init(name: String, module: String, words: String) {
      self.name = name
      self.module = module
      self.words = words
    }
  }

  /// Looks whether a refusal is the kernel's or that of a program that is not there, and says which then. A plugin that
  /// refuses what it was told to do is another matter: that is the network's fault, whatever the kernel lacks.
  static func explain(_ refusal: ChainRunner.Refusal) throws(TrialFault) {
    let plugin = refusal.plugin
    let message = refusal.message.lowercased()
    guard marks.contains(where: message.contains(text:)) else { return }
    if let reason = unknowable(plugin) { throw .unsupported(reason) }
    for kind in kinds(of: plugin) where !(try has(kind)) {
      throw .unsupported(
        """
        the kernel has no \(kind.words), which the plugin \(plugin.type) makes: the module \(kind.module) is missing; \
        load it with modprobe \(kind.module), or try the network on a machine that has it
        """)
    }
    for program in programs(of: plugin) where !has(program: program) {
      throw .unsupported(
        """
        the program \(program) is not installed, and the plugin \(plugin.type) calls it; on Debian, \
        apt-get install \(program == "nft" ? "nftables" : "iptables")
        """)
    }
  }

  /// What the kernel and Go's library say where something is not there.
  private static let marks = [
    "operation not supported", "not supported", "no such device", "executable file not found", "failed to locate",
    "no such file or directory", "protocol not available", "failed to find network devices",
  ]

  private static func kinds(of plugin: Plugin) -> [Kind] {
    switch plugin.type {
    case "bridge":
      [Kind("bridge"), Kind("veth")]
        + (plugin["vlan"]?.integer ?? 0 != 0 || plugin["vlanTrunk"] != nil ? [.filteringBridge] : [])
    case "ptp": [Kind("veth")]
    case "macvlan", "ipvlan", "dummy", "vrf": [Kind(plugin.type)]
    case "vlan": [.vlan]
    case "bandwidth": [Kind("ifb")]
    default: []
    }
  }

  private static func programs(of plugin: Plugin) -> [String] {
    switch plugin.type {
    case "bridge", "ptp":
      let masquerades = plugin.isOn("ipMasq") && plugin["ipMasqBackend"]?.string != "nftables"
      return (masquerades ? ["iptables"] : []) + (plugin.isOn("macspoofchk") ? ["nft"] : [])
    case "portmap": return [plugin["backend"]?.string == "nftables" ? "nft" : "iptables"]
    case "firewall": return ["iptables"]
    default: return []
    }
  }

  /// Why a plugin's device cannot be made up; `nil` for one that can.
  private static func unknowable(_ plugin: Plugin) -> String? {
    guard plugin.type == "host-device", plugin["device"] == nil, plugin["hwaddr"] == nil,
      plugin["kernelpath"] != nil || plugin["pciBusID"] != nil
    else { return nil }
    return """
      host-device takes a real device of the machine by its place on a bus, and a trial touches none; what the rest of \
      the network does can be tried with device: and a name
      """
  }

  /// Whether the kernel makes devices of a kind, tried in a namespace that ends with the question.
  private static func has(_ kind: Kind) throws(TrialFault) -> Bool {
    try NetworkNamespace.make().inside { () throws(TrialFault) in
      let devices = try Devices()
      if kind.module == Kind.filteringBridge.module {
        return try devices.make("probe", kind: "bridge") { $0.add(Devices.vlanFiltering, [1]) } == 0
      }
      if kind.name == "bridge" || kind.name == "veth" || kind.name == "dummy" || kind.name == "ifb" {
        return try devices.make("probe", kind: kind.name) == 0
      }
      // These want a device below or a table; the kernel says EOPNOTSUPP before it asks for that.
      return try devices.make("probe", kind: kind.name) != EOPNOTSUPP
    }
  }

  private static func has(program name: String) -> Bool {
    ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"].contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }
}
