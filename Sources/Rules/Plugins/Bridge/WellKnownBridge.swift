/// A bridge that other software makes for itself.
///
/// The names are the defaults of the projects named; a digit at the end counts devices up.
enum WellKnownBridge {
  /// Whose bridge a name stands for; `nil` for one that nobody claims. `cni0` is the plugin's own default and is
  /// shared by many on purpose.
  static func owner(of name: String) -> String? {
    if let owner = exact[name] { return owner }
    if isHashed(name) { return "Docker or nerdctl" }
    let stem = String(name.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
    return stem == name ? nil : counted[stem]
  }

  private static let exact: [String: String] = [
    "docker_gwbridge": "Docker", "cbr0": "kubelet", "weave": "Weave Net", "kube-bridge": "kube-router",
    "lxdbr0": "LXD", "incusbr0": "Incus", "lxcbr0": "LXC", "mpqemubr0": "Multipass", "waydroid0": "Waydroid",
    "br-int": "Open vSwitch", "br-ex": "Open vSwitch", "br-tun": "Open vSwitch", "ovs-system": "Open vSwitch",
    "br-lan": "OpenWrt",
  ]

  private static let counted: [String: String] = [
    "docker": "Docker", "virbr": "libvirt", "podman": "Podman", "cni-podman": "Podman", "nerdctl": "nerdctl",
    "vmbr": "Proxmox VE", "xenbr": "Xen", "lxdbr": "LXD", "incusbr": "Incus",
  ]

  /// `br-` and twelve hexadecimal digits: a network that Docker or nerdctl made under a name of the user's.
  private static func isHashed(_ name: String) -> Bool {
    let digits = name.utf8.dropFirst(3)
    return name.hasPrefix("br-") && digits.count == 12
      && digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }
}
