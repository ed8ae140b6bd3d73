import CNIModel
import Diagnostics

/// The result tells the name servers that the list or the runtime names. Nothing but the result carries them, and the
/// runtime writes the container's resolv.conf itself, so their loss is worth a word and no more.
enum DNSProbe: TableProbe {
  static func look(at scene: Scene) -> [Finding] {
    let told = scene.attachments[0].result?.dns?["nameservers"]?.array?.compactMap(\.string) ?? []
    return wishes(scene).map { servers, range in
      Finding(
        "dns", expected: "the name servers \(servers.joined(separator: " ")) in the result",
        seen: told.isEmpty ? "none" : told.joined(separator: " "),
        servers.allSatisfy(told.contains) ? .held : .noted, at: range)
    }
  }

  private static func wishes(_ scene: Scene) -> [(servers: [String], range: SourceRange)] {
    scene.chain.list.plugins.flatMap { plugin -> [(servers: [String], range: SourceRange)] in
      var wishes: [(servers: [String], range: SourceRange)] = []
      for dns in [plugin["dns"], plugin.ipam?["dns"]] {
        guard let dns, let servers = dns["nameservers"]?.array?.compactMap(\.string), !servers.isEmpty else { continue }
        wishes.append((servers, dns.range))
      }
      if plugin.declares("dns"), let member = plugin["capabilities"]?.member("dns") {
        wishes.append(([RuntimeArguments.dns.server], member.nameRange))
      }
      return wishes
    }
  }
}
