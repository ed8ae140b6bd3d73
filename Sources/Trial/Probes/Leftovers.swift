import CNIModel
import Diagnostics
import Glibc
import NetworkTypes
import PlainText
import Programs

/// What a network left behind when its containers were detached: everything that carries a container's name or address,
/// and every device and address of the node that was not there before and is not the bridge that all share.
struct Leftovers {
  /// The node's devices before the first container came.
  private let devices: Set<String>
  private let addresses: Set<String>

  /// Remembers the node as it is before the first container.
  init() throws(TrialFault) {
    devices = Set(try Devices().all().map(\.name))
    addresses = Set(try Devices().allAddresses().map(\.address.description))
  }

  /// Looks for them, once everything is detached.
  func findings(in scene: Scene) throws(TrialFault) -> [Finding] {
    let attachments = scene.attachments + (scene.stranger.map { [$0] } ?? [])
    let kinds = [
      ("interface-left", try devicesLeft(scene, attachments), scene.interfacePlace),
      ("address-left", try addressesLeft(scene), scene.interfacePlace),
      ("lease-left", leases(scene, attachments), scene.outlook.plugin?.ipam?.typeRange),
      ("rule-left", Self.rules(of: attachments), scene.rulePlace),
    ]
    return kinds.compactMap { probe, left, range in
      guard let range else { return nil }
      return Finding(
        probe, expected: "nothing of the containers", seen: left.isEmpty ? "nothing" : Self.words(left),
        left.isEmpty ? .held : .failed, at: range)
    }
  }

  /// The first few, and how many more there are.
  private static func words(_ left: [String]) -> String {
    let shown = left.prefix(3).joined(separator: "; ")
    return left.count > 3 ? "\(shown); and \(left.count - 3) more" : shown
  }

  private func devicesLeft(_ scene: Scene, _ attachments: [ChainRunner.Attachment]) throws(TrialFault) -> [String] {
    let shared = scene.outlook.sharedDevices
    var left = try Devices().all().map(\.name).filter { name in
      !devices.contains(name) && !shared.contains { name == $0 || name.hasPrefix("\($0).") }
    }.map { "\($0) on the node" }
    for attachment in attachments {
      left += try attachment.container.namespace.inside { () throws(TrialFault) in try Devices().all() }
        .filter { $0.name != "lo" && !Self.makesItself($0.name) }
        .map { "\($0.name) in container \(attachment.container.number)" }
    }
    return left
  }

  /// Devices that the kernel puts into every new namespace where their modules are loaded.
  private static func makesItself(_ name: String) -> Bool {
    ["tunl0", "gre0", "gretap0", "erspan0", "ip_vti0", "ip6_vti0", "sit0", "ip6tnl0", "ip6gre0"].contains(name)
  }

  private func addressesLeft(_ scene: Scene) throws(TrialFault) -> [String] {
    let all = try Devices().all()
    let shared = scene.outlook.sharedDevices
    return try Devices().allAddresses().filter { entry in
      let name = all.first { $0.index == entry.device }?.name ?? ""
      return !addresses.contains(entry.address.description)
        && !shared.contains { name == $0 || name.hasPrefix("\($0).") }
    }.map { "\($0.address) on the node" }
  }

  /// The files in which host-local keeps an address for a container.
  private func leases(_ scene: Scene, _ attachments: [ChainRunner.Attachment]) -> [String] {
    let ids = attachments.map(\.container.id)
    return scene.outlook.leaseFolders.flatMap { folder -> [String] in
      ((try? PrivateFiles.names(in: folder)) ?? []).filter { name in
        guard let lines = Self.read("\(folder)/\(name)") else { return false }
        return ids.contains { lines.contains(text: $0) }
      }.map { "\(folder)/\($0)" }
    }
  }

  private static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(file, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }
}

extension Leftovers {
  /// The programs that show rules, by whatever interface they were made. Who has none of them has no rules either: the
  /// plugins use the same programs.
  private static let programs: [[String]] = [
    ["iptables-save"], ["ip6tables-save"], ["iptables-legacy-save"], ["ip6tables-legacy-save"],
    ["nft", "list", "ruleset"],
  ]

  /// Rules and chains that carry a container's identifier, its address, or the name of a chain of one container.
  static func rules(of attachments: [ChainRunner.Attachment]) -> [String] {
    let marks = attachments.flatMap { $0.addresses.map(\.address.description) + [$0.container.id] }
    return rules { isLeft($0, marks) }
  }

  /// Addresses that rules of a chain name.
  static func addresses(inRulesOf chain: String, among addresses: [IPAddress]) -> [IPAddress] {
    let parts = rules { $0.hasPrefix("-A \(chain) ") }.flatMap { $0.split { $0 == " " || $0 == "/" } }
    return addresses.filter { address in parts.contains { $0 == address.description } }
  }

  private static func rules(where isWanted: (String) -> Bool) -> [String] {
    let invocations = programs.compactMap { words -> Invocation? in
      ["/usr/sbin", "/sbin", "/usr/bin", "/bin"].map { "\($0)/\(words[0])" }.first { (path: String) in
        access(path, X_OK) == 0
      }.map { Invocation($0, Array(words.dropFirst()), limits: .init(time: .seconds(10))) }
    }
    var left: [String] = []
    for outcome in Runner.run(invocations) {
      let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map { line in
        String(line.drop { $0 == " " || $0 == "\t" })
      }
      // A rule of iptables is shown by nft as well.
      for line in lines where isWanted(line) && !left.contains(line) { left.append(line) }
    }
    return left
  }

  private static func isLeft(_ line: String, _ marks: [String]) -> Bool {
    let parts = line.split { !($0.isLetter || $0.isNumber || ".:-_".contains($0)) }
    return parts.contains { part in marks.contains { $0 == part } || isOfOneContainer(part) }
  }

  /// `CNI-` and `CNI-DN-` with hexadecimal digits behind: chains of bridge, ptp and portmap for one container.
  private static func isOfOneContainer(_ name: Substring) -> Bool {
    for prefix in ["CNI-DN-", "CNI-SN-", "CNI-"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      if rest.count >= 16, rest.allSatisfy(\.isHexDigit) { return true }
    }
    return false
  }
}

extension Outlook {
  /// Devices that stay on the node by design: the bridge, which all containers share, and its VLANs.
  var sharedDevices: [String] {
    list.plugins.compactMap { plugin in
      plugin.type == "bridge" ? plugin["bridge"]?.string ?? "cni0" : nil
    } + [Stranger.bridge]
  }

  /// Where host-local keeps the network's addresses.
  var leaseFolders: [String] {
    let name = list.name?.value ?? ""
    return list.plugins.compactMap { plugin in
      guard let ipam = plugin.ipam, ipam.type == "host-local" else { return nil }
      return "\(ipam["dataDir"]?.string ?? "/var/lib/cni/networks")/\(name)"
    }
  }
}

extension Scene {
  /// The plugin whose rules are most likely left.
  fileprivate var rulePlace: SourceRange? {
    (plugins("portmap") + plugins("firewall")).first?.typeRange ?? outlook.masquerade ?? interfacePlace
  }
}
