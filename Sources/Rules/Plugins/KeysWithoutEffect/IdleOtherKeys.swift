import CNIModel
import Diagnostics

extension InstalledPlugin {
  /// The MAC address of a tap device that is made in the way that leaves it out.
  var idleTapKeys: [IdleKey] {
    guard ignoresMAC else { return [] }
    let reason = "with \(word("owner")) and \(word("group")), and without \(word("selinuxContext")), tap sets none"
    let help = "leave \(word("group")) or \(word("owner")) out"
    var keys: [IdleKey] = []
    if let mac = member("mac") { keys.append(IdleKey(word("mac"), at: mac.nameRange, reason, help: help)) }
    if let mac = declared("mac") { keys.append(IdleKey("the capability mac", at: mac.range, reason, help: help)) }
    return keys
  }
}

extension IPAM {
  /// Keys of host-local's old form without the subnet that they belong to.
  var idleRangeKeys: [IdleKey] {
    guard type == "host-local", self["subnet"] == nil else { return [] }
    return ["rangeStart", "rangeEnd", "gateway"].compactMap { key in
      guard let member = value.memberIgnoringCase(key), !member.value.isNull else { return nil }
      return IdleKey(
        word(key), at: member.nameRange, "beside \(word("ranges")) it counts only with a \(word("subnet")) next to it",
        help: "move it into the range that it is meant for")
    }
  }
}
