import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let macInvalid = Rule(
    "mac-invalid", .error, "a MAC address that no interface can have",
    effect: """
      The plugins read a MAC address of six bytes (02:5e:10:00:00:20, with dashes, or as 025e.1000.0020). What cannot \
      be read fails in the plugin; a group address, whose first byte is odd, and one of zeros alone are refused by the \
      kernel. ADD of every pod fails. There is no word for a random address: without the key the kernel makes one.
      """,
    wrong: #"{"type": "tuning", "mac": "01:5e:10:00:00:21"}"#,
    right: #"{"type": "tuning", "mac": "02:5e:10:00:00:21"}"#,
    facts: ["macvlan: bad mac", "tuning: bad mac", "tap: in every other case the ip binary"]
  ) { subject, findings in
    for plugin in subject.installed("tuning", "macvlan", "tap") where !plugin.ignoresMAC {
      guard let mac = plugin.text("mac"), let fault = MACFault.of(mac.value) else { continue }
      findings.report(
        "\(plugin.word("mac")) \(mac.value) \(fault.words)", at: mac.range,
        notes: [.init(fault.outcome(for: plugin, text: mac.value, in: subject.target))], help: fault.help)
    }
  }
}

/// Why a text is no MAC address for an interface.
private enum MACFault {
  case unreadable
  /// A longer hardware address, of so many bytes.
  case long(Int)
  case group
  case zeros

  static func of(_ text: String) -> MACFault? {
    guard let mac = MACAddress(text) else {
      return HardwareAddressText.byteCount(text).map { .long($0) } ?? .unreadable
    }
    if mac.isMulticast { return .group }
    return mac.value == 0 ? .zeros : nil
  }

  var words: String {
    switch self {
    case .unreadable: "is no MAC address"
    case .long(let count): "has \(count) bytes, a MAC address of an interface 6"
    case .group: "is a group address: the lowest bit of its first byte is set"
    case .zeros: "is no address of an interface"
    }
  }

  var help: String? {
    switch self {
    case .unreadable: "write six bytes, such as 02:5e:10:00:00:20, or leave the key out"
    case .group: "use an even first byte, such as 02"
    case .long, .zeros: nil
    }
  }

  /// What the node shows. tuning takes a longer address and uses six bytes of it.
  func outcome(for plugin: InstalledPlugin, text: String, in target: Target) -> String {
    if case .long = self, plugin.type == "tuning" { return "ADD succeeds; the interface gets another address" }
    let refusal: String
    switch (self, plugin.type) {
    case (_, "tap"): refusal = "\"\(text)\" is invalid lladdr.: exit status 1"
    case (.unreadable, _): refusal = "invalid args \(text) for MAC addr: address \(text): invalid MAC address"
    case (.long, _): refusal = "failed to create macvlan: invalid argument"
    case (_, "macvlan"): refusal = "failed to create macvlan: cannot assign requested address"
    default: refusal = "cannot assign requested address"
    }
    return plugin.type == "tap" ? "ADD fails: … \(refusal)" : target.addFails(plugin.type, refusal)
  }
}
