/// A bridge that other software makes for itself.
///
/// The names are the defaults of the projects named; a digit at the end counts devices up.
enum WellKnownBridge {
  /// Whose bridge a name stands for; `nil` for one that nobody claims. `cni0` is the plugin's own default and is
  /// shared by many on purpose.
  static func owner(of name: String) -> String? {
    if let bridge = exact.first(where: { $0.name == name }) { return bridge.owner }
    if isHashed(name) { return "Docker or nerdctl" }
    return counted.first { isCounted(name, from: $0.name) }?.owner
  }

  private static let exact: [(name: String, owner: String)] = [
    ("docker_gwbridge", "Docker"), ("cbr0", "kubelet"), ("weave", "Weave Net"), ("kube-bridge", "kube-router"),
    ("lxdbr0", "LXD"), ("incusbr0", "Incus"), ("lxcbr0", "LXC"), ("mpqemubr0", "Multipass"),
    ("waydroid0", "Waydroid"), ("br-int", "Open vSwitch"), ("br-ex", "Open vSwitch"), ("br-tun", "Open vSwitch"),
    ("ovs-system", "Open vSwitch"), ("br-lan", "OpenWrt"),
  ]

  private static let counted: [(name: String, owner: String)] = [
    ("docker", "Docker"), ("virbr", "libvirt"), ("podman", "Podman"), ("cni-podman", "Podman"),
    ("nerdctl", "nerdctl"), ("vmbr", "Proxmox VE"), ("xenbr", "Xen"), ("lxdbr", "LXD"), ("incusbr", "Incus"),
  ]

  /// Whether a name is a stem with digits behind it.
  private static func isCounted(_ name: String, from stem: String) -> Bool {
    let digits = name.utf8.dropFirst(stem.utf8.count)
    return name.hasPrefix(stem) && !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// `br-` and twelve hexadecimal digits: a network that Docker or nerdctl made under a name of the user's.
  private static func isHashed(_ name: String) -> Bool {
    let digits = name.utf8.dropFirst(3)
    return name.hasPrefix("br-") && digits.count == 12
      && digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }
}
