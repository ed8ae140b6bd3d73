import CNIModel
import Diagnostics

extension Rule {
  static let flannelDelegateInvalid = Rule(
    "flannel-delegate-invalid", .error, "a key that flannel sets in its delegate itself",
    effect: """
      flannel writes the configuration of the plugin that it calls: name and ipam come from itself, and type, where \
      it is given, must be a string. ADD of every pod fails, in every release that ships flannel (up to 0.9.1).
      """,
    wrong: #"{"type": "flannel", "delegate": {"name": "pods", "hairpinMode": true}}"#,
    right: #"{"type": "flannel", "delegate": {"hairpinMode": true}}"#,
    facts: ["flannel: delegate.name", "flannel: delegate.ipam", "flannel: delegate.type not a string"]
  ) { subject, findings in
    for flannel in subject.installed("flannel") {
      guard let delegate = flannel["delegate"] else { continue }
      // The plugin looks at exactly these names, and at whether they are there.
      for name in ["name", "ipam"] {
        guard let member = delegate.member(name) else { continue }
        let refusal = "'delegate' dictionary must not have '\(name)' field, it'll be set by flannel"
        findings.report(
          "\(name) in delegate is flannel's to set", at: member.nameRange,
          notes: [.init(subject.target.addFails("flannel", refusal))], help: "leave it out")
      }
      if let type = delegate.member("type")?.value, type.string == nil {
        let refusal = "'delegate' dictionary, if present, must have (string) 'type' field"
        findings.report(
          "type in delegate is \(type.typeWord), not a string", at: type.range,
          notes: [.init(subject.target.addFails("flannel", refusal))])
      }
    }
  }
}
