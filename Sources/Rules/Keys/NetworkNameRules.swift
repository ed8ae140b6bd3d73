import Catalogue
import CNIModel
import Diagnostics
import NetworkTypes

extension Rule {
  static let nameMissing = Rule(
    "name-missing", .error, "a list without a name",
    effect: """
      libcni does not load a list without the key. An empty name loads and is refused at ADD: missing network name; \
      from libcni 1.3.0 on every *.conf of the folder is added to its plugins.
      """,
    wrong: #"{"cniVersion": "1.0.0", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "containerd-net", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: name present", "common: name missing or empty"]
  ) { subject, findings in
    guard subject.list.value.object != nil, subject.miscased("name") == nil else { return }
    guard let member = subject.list.value.member("name") else {
      findings.report(
        "the list has no name", at: subject.list.value.range,
        notes: [.init("the list is not loaded and the node has no network: error parsing configuration list: no name")],
        help: "add \"name\"")
      return
    }
    guard member.value.string?.isEmpty ?? false else { return }
    findings.report(
      "name is empty", at: member.value.range, notes: [.init("ADD fails: missing network name")], help: "name it")
  }

  static let nameInvalid = Rule(
    "name-invalid", .error, "a network name with characters that libcni or the plugins refuse",
    effect: """
      A name begins with a letter or a digit and goes on with letters, digits, dots, dashes and underscores. libcni \
      refuses others at ADD from 0.8.0 on (containerd 1.4.1), the plugins from 0.8.7 on at every verb. The file loads \
      and the node is Ready all the same.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "my net!", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "my-net", "plugins": [{"type": "bridge"}]}"#,
    facts: ["common: name must match", "libcni: network_name"]
  ) { subject, findings in
    guard let name = subject.badName, subject.refusesBadNames else { return }
    var notes: [Diagnostic.Note] = []
    let text = "invalid characters found in network name; \(name.value)"
    notes.append(.init(subject.calledTypes.first.map { subject.target.addFails($0, text) } ?? "ADD fails: \(text)"))
    findings.report(
      "network name \"\(name.value)\" must be letters, digits, dots, dashes and underscores, a letter or digit first",
      at: name.range, notes: notes, help: Subject.mended(name.value).map { "write \"\($0)\"" })
  }

  static let nameRefusedLater = Rule(
    "name-refused-later", .warning, "a network name that works on the target and on no later release",
    effect: """
      containerd up to 1.4.0 with plugins up to 0.8.6 takes any name. libcni 0.8.0 and plugins 0.8.7 refuse at every \
      ADD what is not letters, digits, dots, dashes and underscores.
      """,
    wrong: #"{"cniVersion": "0.3.1", "name": "my net!", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "0.3.1", "name": "my-net", "plugins": [{"type": "bridge"}]}"#,
    facts: ["common: name must match"]
  ) { subject, findings in
    guard let name = subject.badName, !subject.refusesBadNames else { return }
    findings.report(
      "network name \"\(name.value)\" is refused by containerd 1.4.1 and plugins 0.8.7 and later", at: name.range,
      help: Subject.mended(name.value).map { "write \"\($0)\"" })
  }

  static let nameTooLong = Rule(
    "name-too-long", .error, "a network name that leaves no room in the names of the files made from it",
    effect: """
      libcni keeps a result in a file named by network, container and interface. With a container id of 64 bytes and \
      an interface name of 15 more than 174 bytes make a file name of more than 255. ADD fails after the plugins have \
      run.
      """,
    wrong:
      #"{"cniVersion": "1.0.0", "name": "\#(String(repeating: "n", count: 175))", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "n", "plugins": [{"type": "bridge"}]}"#, facts: ["libcni: max_bytes_safe"]
  ) { subject, findings in
    guard let name = subject.list.name, name.value.utf8.count > NetworkName.maximumSafeBytes else { return }
    findings.report(
      "the network's name has \(name.value.utf8.count) bytes, at most \(NetworkName.maximumSafeBytes) are safe",
      at: name.range,
      notes: [.init("ADD fails: failed to set network … cached result: open …: file name too long")],
      help: "take a shorter name")
  }

  static let nameOfFile = Rule(
    "name-of-file", .error, "a network name that is a file's name in the same folder",
    effect: """
      From libcni 1.3.0 on (containerd 2.1) a list's further plugins are looked for in a folder of the network's name \
      beside it. A file in its place keeps the list from loading, unless loadOnlyInlinedPlugins is true.
      """,
    wrong: #"{"cniVersion": "1.0.0", "name": "10-net.conflist", "plugins": [{"type": "bridge"}]}"#,
    right: #"{"cniVersion": "1.0.0", "name": "net", "plugins": [{"type": "bridge"}]}"#,
    facts: ["libcni: must_differ_from"]
  ) { subject, findings in
    let earlier = subject.earlier.map(\.list)
    for list in earlier + [subject.list] {
      guard let name = list.name, subject.looksForFolder(of: list) else { continue }
      let others = list.value.range == subject.list.value.range ? earlier + [subject.list] : [subject.list]
      guard others.contains(where: { $0.fileName.split(separator: "/").last.map(String.init) == name.value }) else {
        continue
      }
      findings.report(
        "network name \"\(name.value)\" is also a file in the same folder", at: name.range,
        notes: [
          .init("the list is not loaded: failed to read plugin config files in …/\(name.value): not a directory")
        ],
        help: "take another name")
    }
  }

  static let duplicateNetworkName = Rule(
    "duplicate-network-name", .warning, "two networks of one node with one name",
    effect: """
      State is kept by network name: host-local shares the addresses of both networks, libcni the folder of results. \
      Tools that look networks up by name find the first file only.
      """,
    wrong: #"""
      [{"name": "net", "plugins": [{"type": "bridge"}]}, {"name": "net", "plugins": [{"type": "macvlan"}]}]
      """#,
    right: #"""
      [{"name": "net-a", "plugins": [{"type": "bridge"}]}, {"name": "net-b", "plugins": [{"type": \#
      "macvlan"}]}]
      """#,
    facts: ["host-local: two networks with one name", "libcni: duplicate_names"]
  ) { subject, findings in
    guard let name = subject.list.name, !name.value.isEmpty,
      let other = subject.earlier.first(where: { $0.list.name?.value == name.value })?.list.name
    else { return }
    findings.report(
      "network name \"\(name.value)\" is taken by another network of the node", at: name.range,
      notes: [.init("the other network of this name", at: other.range)], help: "take another name")
  }
}

extension Subject {
  /// The name, where it is neither empty nor well-formed.
  fileprivate var badName: Located<String>? {
    list.name.flatMap { $0.value.isEmpty || NetworkName.isWellFormed($0.value) ? nil : $0 }
  }

  /// Whether libcni or a plugin of the chain looks at the characters of a name.
  fileprivate var refusesBadNames: Bool {
    target.containerd.libcni >= "0.8.0"
      || list.plugins.contains { ($0.facts?.isReference ?? false) && $0.release(in: target) >= "0.8.7" }
  }

  /// Whether libcni looks for a folder of a network's name.
  fileprivate func looksForFolder(of list: NetworkList) -> Bool {
    target.containerd.libcni >= "1.3.0" && list.value.member("loadOnlyInlinedPlugins")?.value.bool != true
  }

  /// A name that is allowed, with a dash for each character that is not.
  fileprivate static func mended(_ name: String) -> String? {
    let allowed = name.map { NetworkName.isWellFormed("a\($0)") ? $0 : "-" }
    let mended = String(allowed.drop { !NetworkName.isWellFormed(String($0)) })
    var trimmed = mended
    while trimmed.hasSuffix("-") { trimmed.removeLast() }
    return trimmed.isEmpty ? nil : trimmed
  }
}
