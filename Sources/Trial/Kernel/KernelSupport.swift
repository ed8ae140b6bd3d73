import CLinux
import CNIModel
import Glibc

/// What of the kernel and of the machine's programs a network needs.
enum KernelSupport {
  /// A kind of device, and the module that brings it.
  private struct Kind {
    let name: String
    let module: String

    static let vlan = Kind(name: "vlan", module: "8021q")

    init(_ name: String) { self.init(name: name, module: name) }

    init(name: String, module: String) {
      self.name = name
      self.module = module
    }
  }

  /// Makes sure that everything is there, and says what is missing otherwise.
  static func require(for list: NetworkList) throws(TrialFault) {
    for plugin in list.plugins {
      for kind in kinds(of: plugin) where !(try has(kind)) {
        throw .unsupported(
          """
          the kernel has no devices of the kind \(kind.name), which the plugin \(plugin.type) makes: the module \
          \(kind.module) is missing; load it with modprobe \(kind.module), or try the network on a machine that has it
          """)
      }
      for program in programs(of: plugin) where !Self.has(program: program) {
        throw .unsupported(
          """
          the program \(program) is not installed, and the plugin \(plugin.type) calls it; on Debian, \
          apt-get install \(program == "nft" ? "nftables" : "iptables")
          """)
      }
      if let reason = unknowable(plugin) { throw .unsupported(reason) }
    }
  }

  private static func kinds(of plugin: Plugin) -> [Kind] {
    switch plugin.type {
    case "bridge": [Kind("bridge"), Kind("veth")]
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
