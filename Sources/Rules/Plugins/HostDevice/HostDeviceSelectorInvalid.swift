import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes

extension Rule {
  static let hostDeviceSelectorInvalid = Rule(
    "host-device-selector-invalid", .error, "a selector that no device answers to",
    effect: """
      hwaddr must be a hardware address, kernelpath an absolute path under /sys/devices/, and pciBusID the name of a \
      folder in /sys/bus/pci/devices, in lower case: 0000:3b:00.1. ADD of every pod fails. A pciBusID is looked at from \
      0.9.1 on even where another selector decides.
      """,
    wrong: #"{"type": "host-device", "kernelpath": "/sys/class/net/eno3"}"#,
    right: #"{"type": "host-device", "kernelpath": "/sys/devices/pci0000:00/0000:00:1f.6"}"#,
    facts: ["host-device: bad hwaddr", "host-device: bad kernelpath", "host-device: pciBusID not on the bus"]
  ) { subject, findings in
    for plugin in subject.installed("host-device") {
      let selectors = plugin.selectors
      for (index, selector) in selectors.enumerated() {
        let isRead = index == 0 || (selector.key == "pciBusID" && plugin.release >= "0.9.1")
        guard isRead, let fault = SelectorFault.of(selector.key, selector.text.value, in: plugin.release) else {
          continue
        }
        findings.report(
          "\(plugin.word(selector.key)) \(selector.text.value) \(fault.words)", at: selector.text.range,
          notes: [.init(subject.target.addFails("host-device", fault.refusal))], help: fault.help)
      }
    }
  }
}

/// Why nothing answers to a selector.
private struct SelectorFault {
  let words: String
  let refusal: String
  let help: String?

  static func of(_ key: String, _ text: String, in release: Version) -> SelectorFault? {
    switch key {
    case "hwaddr": ofHardwareAddress(text)
    case "kernelpath": ofPath(text)
    case "pciBusID": ofPCIAddress(text, in: release)
    default: nil
    }
  }

  private static func ofHardwareAddress(_ text: String) -> SelectorFault? {
    guard HardwareAddressText.byteCount(text) != nil else {
      return SelectorFault(
        words: "is no hardware address",
        refusal: "failed to find host device: failed to parse MAC address \"\(text)\": address \(text): "
          + "invalid MAC address",
        help: nil)
    }
    guard MACAddress(text)?.isMulticast == true else { return nil }
    return SelectorFault(
      words: "is a group address, which no device has",
      refusal: "failed to find host device: failed to find physical interface", help: nil)
  }

  private static func ofPath(_ text: String) -> SelectorFault? {
    guard !text.hasPrefix("/sys/devices/") else { return nil }
    return SelectorFault(
      words: "does not begin with /sys/devices/",
      refusal: "failed to find host device: kernel device path \"\(text)\" must be absolute and begin with "
        + "/sys/devices/",
      help: text.hasPrefix("/sys/class/") ? "write what the link \(text) points at" : nil)
  }

  private static func ofPCIAddress(_ text: String, in release: Version) -> SelectorFault? {
    guard !PCIAddress.isPossible(text) else { return nil }
    let lowered = text.lowercased()
    let isCapital = lowered != text && PCIAddress.isPossible(lowered)
    return SelectorFault(
      words: isCapital ? "is not in lower case" : "is no PCI address such as 0000:3b:00.1",
      refusal: release >= "0.9.1"
        ? "error with host device: lstat /sys/bus/pci/devices/\(text): no such file or directory"
        : "failed to find host device: …",
      help: isCapital ? "write \(lowered)" : nil)
  }
}

/// The names of the folders in `/sys/bus/pci/devices`.
private enum PCIAddress {
  /// Whether a text is domain, bus, device and function: `0000:3b:00.1`. Domains have four digits or more.
  static func isPossible(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard parts.count == 3, parts[0].count >= 4, parts[0].count <= 8, parts[1].count == 2, parts[2].count == 4,
      parts[2][2] == UInt8(ascii: ".")
    else { return false }
    let device = parts[2].prefix(2)
    let function = parts[2][3]
    return (parts[0] + parts[1] + device).allSatisfy(isLowerHexadecimal)
      && function >= UInt8(ascii: "0") && function <= UInt8(ascii: "7")
  }

  private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"))
  }
}
