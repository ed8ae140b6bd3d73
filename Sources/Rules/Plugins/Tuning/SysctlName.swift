import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

/// The name of a sysctl as people write it, with dots or with slashes: `net.ipv4.ip_forward`, `net/ipv4/ip_forward`.
struct SysctlName: Sendable, Hashable {
  /// The parts below `/proc/sys`.
  let parts: [String]

  /// Reads a name. The separator is whichever of the two comes first; the other one then stands for itself, as in
  /// `net/ipv4/conf/eth0.100/rp_filter`. Empty parts count for nothing.
  init(_ text: String) {
    let separator = text.first { $0 == "." || $0 == "/" } ?? "."
    let other: Character = separator == "." ? "/" : "."
    parts = text.split(separator: separator).map { part in
      separator == "." ? String(part.map { $0 == other ? "." : $0 }) : String(part)
    }
  }

  /// The file below `/proc/sys`.
  var path: String { parts.joined(separator: "/") }

  /// The interface in the name of a sysctl that each interface has: `eth0` of `net.ipv4.conf.eth0.rp_filter`.
  var interface: String? { isPerInterface ? parts[3] : nil }

  /// The name with a star for the interface, by which the table of known ones goes.
  var pattern: String {
    guard isPerInterface else { return path }
    return (parts[..<3] + ["*"] + parts[4...]).joined(separator: "/")
  }

  private var isPerInterface: Bool {
    parts.count == 5 && parts[0] == "net" && ["conf", "neigh"].contains(parts[2])
      && ["ipv4", "ipv6", "mpls"].contains(parts[1])
  }
}

/// A sysctl that a tuning plugin is to set.
struct SysctlSetting: Sendable {
  let plugin: InstalledPlugin
  let name: SysctlName
  let member: Value.Member

  /// The settings of all tuning plugins of a chain, in order.
  static func all(in subject: Subject) -> [SysctlSetting] {
    subject.installed("tuning").flatMap(all)
  }

  /// The settings of one tuning plugin.
  static func all(of plugin: InstalledPlugin) -> [SysctlSetting] {
    (plugin["sysctl"]?.object ?? []).map { member in
      SysctlSetting(plugin: plugin, name: SysctlName(member.name), member: member)
    }
  }

  /// The number in the value, as the kernel reads it.
  var number: Int? {
    member.value.string.flatMap { text in Int(text.drop { $0 == " " }.prefix { $0 != " " && $0 != "\n" }) }
  }
}
