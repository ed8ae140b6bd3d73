import CNIModel
import Catalogue
import Diagnostics

extension Rule {
  static let hostDeviceSelectorMissing = Rule(
    "host-device-selector-missing", .error, "host-device without a device",
    effect: """
      host-device has no default: without device, hwaddr, kernelpath or (from 0.8.1 on) pciBusID ADD of every pod fails. \
      An empty text counts as none. From 0.8.6 on the capability deviceID serves as well.
      """,
    wrong: #"{"type": "host-device", "device": ""}"#,
    right: #"{"type": "host-device", "device": "eno3"}"#,
    facts: ["host-device: at least one selector"]
  ) { subject, findings in
    for plugin in subject.installed("host-device") where plugin.selectors.isEmpty && plugin.declared("deviceID") == nil
    {
      let keys = HostDeviceSelector.keys.filter(plugin.reads)
      // A selector of another type is a fault of its own.
      let written = keys.compactMap { plugin[$0] }
      guard written.allSatisfy({ $0.string != nil }) else { continue }
      let list = keys.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
      let refusal = "specify either \(list) or \"\(keys.last ?? "")\""
      findings.report(
        "no device is named: \(WordList.or(keys.map(plugin.word))) is needed",
        at: (written.first ?? plugin.plugin.value).range,
        notes: [.init(subject.target.addFails("host-device", refusal))])
    }
  }
}
