import CNIModel
import Diagnostics

extension InstalledPlugin {
  /// Keys of portmap that nothing looks at: nftables sets no mark, and without masquerading nobody needs one.
  var idlePortmapKeys: [IdleKey] {
    if usesNFTables {
      return ["markMasqBit", "masqAll"].compactMap { key in
        idle(key, "\(word("backend")) nftables ignores it", because: portmapBackend?.range)
      }
    }
    guard let snat = off("snat") else { return [] }
    return ["markMasqBit", "externalSetMarkChain"].compactMap { key in
      idle(key, "\(word("snat")) is off, so nothing is marked", because: snat.range)
    }
  }

  /// Keys of firewall that belong to the backend that is not asked for.
  var idleFirewallKeys: [IdleKey] {
    guard let backend = text("backend") else { return [] }
    let key =
      switch backend.value {
      case "iptables": "firewalldZone"
      case "firewalld": "iptablesAdminChainName"
      default: ""
      }
    return [idle(key, "\(word("backend")) \(backend.value) does not read it", because: backend.range)].compactMap { $0 }
  }

  private func idle(_ key: String, _ reason: String, because range: SourceRange?) -> IdleKey? {
    // A boolean that is off asks for nothing.
    guard let member = member(key), member.value.bool != false else { return nil }
    return IdleKey(
      word(key), at: member.nameRange, reason, place: range.map { .init("set here", at: $0) }, help: "leave it out")
  }
}
