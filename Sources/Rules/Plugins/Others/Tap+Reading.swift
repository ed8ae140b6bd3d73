extension InstalledPlugin {
  /// Whether the plugin sets no MAC address whatever it is told: tap with owner and group, but without a SELinux
  /// context, takes a way to make the device that leaves the address out.
  var ignoresMAC: Bool {
    type == "tap" && self["owner"] != nil && self["group"] != nil && text("selinuxContext") == nil
  }
}
