import CNIModel
import Diagnostics
import Glibc
import Programs

/// Rules lie where the list wants them: with `nftables` as the backend in tables of nftables' own, which a release that
/// does not know the key never makes.
enum BackendProbe: TableProbe {
  static func look(at scene: Scene) -> [Finding] {
    let wishes = scene.chain.list.plugins.compactMap { plugin -> (key: Value, table: String)? in
      switch plugin.type {
      case "portmap": return plugin["backend"].map { ($0, "cni_hostport") }
      case "bridge", "ptp":
        return plugin.isOn("ipMasq") ? plugin["ipMasqBackend"].map { ($0, "cni_plugins_masquerade") } : nil
      default: return nil
      }
    }.filter { $0.key.string == "nftables" }
    guard !wishes.isEmpty else { return [] }
    let tables = Self.tables
    return wishes.map { key, table in
      let isThere = tables.contains { $0.hasSuffix(" \(table)") }
      return Finding(
        "backend", table, expected: "rules in the table \(table) of nftables",
        seen: isThere ? "the table is there" : "no such table: the rules are those of iptables",
        isThere ? .held : .failed, at: key.range)
    }
  }

  private static var tables: [Substring] {
    let paths = ["/usr/sbin/nft", "/sbin/nft", "/usr/bin/nft"]
    guard let nft = paths.first(where: { (path: String) in access(path, X_OK) == 0 }) else { return [] }
    return String(decoding: Runner.run(Invocation(nft, ["list", "tables"])).output, as: UTF8.self).split(
      separator: "\n")
  }
}
