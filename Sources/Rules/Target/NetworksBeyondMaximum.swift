import CNIModel
import Diagnostics

extension Rule {
  /// containerd takes only so many files of its folder for networks.
  static let networksBeyondMaximum = Rule(
    node: "networks-beyond-max-conf-num", .warning, "more networks than containerd will load",
    effect: """
      containerd sorts the files of its CNI folder by name and takes the first max_conf_num of them, one where nothing \
      is said. The others are not even opened: pods do not get these interfaces.
      """,
    wrong: "networks: [{name: a, …}, {name: b, …}]\ncontainerd: {maxConfNum: 1}",
    right: "networks: [{name: a, …}, {name: b, …}]\ncontainerd: {maxConfNum: 2}",
    facts: ["containerd: max_conf_num"]
  ) { subject, findings in
    let limit = subject.maximumNetworks?.value ?? 1
    guard limit > 0, subject.lists.count > limit else { return }
    let ignored = subject.lists.sorted { $0.fileName < $1.fileName }.dropFirst(limit)
    let names = ignored.map(\.fileName).joined(separator: ", ")
    findings.report(
      "\(subject.lists.count) networks, but containerd loads \(limit): \(names) would be ignored",
      at: subject.maximumNetworks?.range ?? ignored.first?.value.range,
      help: "write containerd: {maxConfNum: \(subject.lists.count)}")
  }
}
