import Catalogue
import CNIModel
import Diagnostics

extension Rule {
  static let requiredKeyMissing = Rule(
    "required-key-missing", .error, "a plugin, a range or an address without a key that it must have",
    effect: """
      ADD fails: vlan never takes a default for master, vrf needs vrfname, a range of host-local its subnet, and an \
      entry of static's addresses its address.
      """,
    wrong: #"{"type": "vlan", "vlanId": 7, "ipam": {"type": "dhcp"}}"#,
    right: #"{"type": "vlan", "master": "eno1", "vlanId": 7, "ipam": {"type": "dhcp"}}"#,
    facts: ["vlan: master empty", "vrf: vrfname empty"]
  ) { subject, findings in
    for scope in subject.keyScopes where !scope.isOpen {
      for key in scope.keys where scope.demands(key) {
        let word = scope.word(key)
        let notes = subject.notes(onMissing: key, in: scope)
        guard let value = scope.object[key.name] else {
          findings.report(
            "\(scope.reader) needs \(word)\(scope.place)", at: scope.object.range, notes: notes, help: "add \(word)")
          continue
        }
        // Empty addresses and networks are faults of addresses; the rules about these speak of them.
        let isName = key.type == .string || key.type == .interface
        if isName, value.string?.isEmpty ?? false {
          findings.report("\(word) of \(scope.reader) is empty", at: value.range, notes: notes, help: "name one")
        }
      }
    }
  }
}

extension KeyScope {
  /// Whether the reader refuses an object without the key. What every plugin needs, and the runtime writes or checks,
  /// has rules of its own.
  fileprivate func demands(_ key: KeyFacts) -> Bool {
    guard key.span.contains(release), key.required(in: release), CommonKeys.key(key.name) == nil || !path.isEmpty else {
      return false
    }
    // What macvlan and ipvlan make of a missing master `master-missing` tells.
    return key.name != "master" || reader == "vlan"
  }
}

extension Subject {
  fileprivate func notes(onMissing key: KeyFacts, in scope: KeyScope) -> [Diagnostic.Note] {
    let constraints = scope.facts?.constraints(on: scope.qualified(key.name), in: scope.release) ?? []
    let demand = constraints.first { $0.what.hasSuffix("is required") || $0.what.hasSuffix("must not be empty") }
    guard let text = demand?.errors(in: scope.release).first?.text else { return [.init("ADD fails")] }
    return [.init(target.addFails(scope.plugin.type, text))]
  }
}
