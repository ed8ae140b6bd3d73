import CNIModel
import Diagnostics

/// A key that names an iptables chain, with a name that iptables refuses.
struct ChainKey: Sendable {
  let plugin: InstalledPlugin
  /// The key in the words of the author.
  let word: String
  let name: Located<String>
  let fault: ChainName.Fault

  /// The keys of a chain of plugins that iptables is going to refuse, where the plugins use iptables at all.
  static func atFault(in subject: Subject) -> [ChainKey] {
    let admin = subject.installed("firewall").compactMap { firewall -> ChainKey? in
      // An empty name means the default one.
      guard firewall.text("backend")?.value != "firewalld", let name = firewall.text("iptablesAdminChainName") else {
        return nil
      }
      return ChainName.fault(of: name.value).map {
        ChainKey(plugin: firewall, word: firewall.word("iptablesAdminChainName"), name: name, fault: $0)
      }
    }
    let mark = subject.installed("portmap").compactMap { portmap -> ChainKey? in
      guard let name = portmap.markChainInUse else { return nil }
      return ChainName.fault(of: name.value).map {
        ChainKey(plugin: portmap, word: portmap.word("externalSetMarkChain"), name: name, fault: $0)
      }
    }
    return admin + mark
  }

  /// What the node shows; the words are those of iptables 1.8.9.
  func outcome(in subject: Subject) -> String {
    if plugin.type == "portmap" {
      let refusal = "unable to setup DNAT: … -j \(name.value) …: exit status 2"
      return "ADD of a pod with a mapping fails: \(subject.target.addFailure(of: "portmap", refusal))"
    }
    let reason =
      switch fault {
      case .tooLong: "chain name `\(name.value)' too long (must be under 29 chars)"
      case .sign(let sign): "chain name not allowed to start with `\(sign)'"
      case .target: "chain name may not clash with target name"
      case .space, .empty: "Invalid chain name `\(name.value)'"
      case .builtIn: "RULE_INSERT failed (Operation not supported): rule in chain CNI-FORWARD"
      }
    return subject.target.addFails("firewall", "… iptables …: \(reason)")
  }
}

extension Rule {
  static let chainNameTooLong = Rule(
    "chain-name-too-long", .error, "a name of more than 28 bytes for an iptables chain",
    effect: """
      iptables takes at most 28 bytes for the name of a chain. firewall makes the chain of iptablesAdminChainName at \
      ADD of every pod, portmap jumps to externalSetMarkChain at ADD of every pod with a mapping: both fail, in every \
      release.
      """,
    wrong: #"{"type": "firewall", "iptablesAdminChainName": "SITE-ADMIN-RULES-OF-POD-NETS1"}"#,
    right: #"{"type": "firewall", "iptablesAdminChainName": "SITE-ADMIN-RULES-OF-POD-NETS"}"#,
    facts: ["201-admin-chain-29-characters"]
  ) { subject, findings in
    for key in ChainKey.atFault(in: subject) {
      guard case .tooLong(let count) = key.fault else { continue }
      findings.report(
        "\(key.word) \(key.name.value) has \(count) bytes, a chain name at most \(ChainName.maximumLength)",
        at: key.name.range, notes: [.init(key.outcome(in: subject))])
    }
  }

  static let chainNameInvalid = Rule(
    "chain-name-invalid", .error, "a name that no iptables chain of one's own can have",
    effect: """
      iptables refuses names that are empty, begin with a dash or an exclamation mark, hold white space, or are those \
      of a target (ACCEPT) or of a chain that the kernel calls itself (FORWARD). ADD fails, in every release: of every \
      pod for firewall, of every pod with a mapping for portmap.
      """,
    wrong: #"{"type": "firewall", "iptablesAdminChainName": "SITE RULES"}"#,
    right: #"{"type": "firewall", "iptablesAdminChainName": "SITE-RULES"}"#
  ) { subject, findings in
    for key in ChainKey.atFault(in: subject) {
      let words: String
      switch key.fault {
      case .tooLong: continue
      case .empty: words = "is empty"
      case .sign(let sign): words = "begins with \(sign)"
      case .space: words = "holds white space"
      case .target: words = "is a target of iptables"
      case .builtIn: words = "is a chain that the kernel calls itself"
      }
      findings.report(
        "\(key.word) \"\(key.name.value)\" \(words)", at: key.name.range, notes: [.init(key.outcome(in: subject))])
    }
  }
}
