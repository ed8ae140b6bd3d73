import CNIModel
import Diagnostics
import ProfileLanguage

/// containerd as a document has it, and as it is on the node.
struct ContainerdComparison {
  let document: MeasuredContainerd
  let found: FoundContainerd?

  func report(_ bag: inout DiagnosticBag) {
    guard let found else {
      bag.error(
        "containerd-changed", "containerd does not answer on the node any more", at: document.version?.range,
        help: "install it again, or \(NodeComparison.remedy)")
      return
    }
    if let version = document.version, version.value != found.version {
      bag.error(
        "containerd-changed", "containerd is \(found.version) now, and not \(version.value)", at: version.range,
        help: NodeComparison.remedy)
    }
    if let path = document.path, path.value != found.path {
      bag.error(
        "containerd-changed", "containerd is \(found.path) now", at: path.range, help: NodeComparison.remedy)
    }
    files(found, &bag)
    settings(found, &bag)
    networks(found, &bag)
  }

  private func files(_ found: FoundContainerd, _ bag: inout DiagnosticBag) {
    guard !document.configSums.isEmpty || !document.configFiles.isEmpty else { return }
    for (index, file) in document.configFiles.enumerated() {
      guard let now = found.configFiles.first(where: { $0.path == file.value }) else {
        bag.error(
          "containerd-config-changed", "\(file.value) is not read any more", at: file.range, help: NodeComparison.remedy
        )
        continue
      }
      guard document.configSums.indices.contains(index), document.configSums[index].value != now.sha256 else {
        continue
      }
      bag.error(
        "containerd-config-changed", "\(file.value) has been changed", at: document.configSums[index].range,
        notes: [Diagnostic.Note("its SHA-256 is \(now.sha256) now")], help: NodeComparison.remedy)
    }
    for now in found.configFiles where !document.configFiles.contains(where: { $0.value == now.path }) {
      bag.error(
        "containerd-config-changed", "containerd reads \(now.path) now, too", at: document.configFiles.last?.range,
        help: NodeComparison.remedy)
    }
    let common = document.configFiles.map(\.value).filter { path in found.configFiles.contains { $0.path == path } }
    let order = found.configFiles.map(\.path).filter(common.contains)
    if order != common {
      bag.error(
        "containerd-config-changed",
        "containerd reads its files in another order now: \(order.joined(separator: ", "))",
        at: document.configFiles.first?.range, help: NodeComparison.remedy)
    }
  }

  private func settings(_ found: FoundContainerd, _ bag: inout DiagnosticBag) {
    func differs(_ what: String, _ place: SourceRange?) {
      bag.error("containerd-config-changed", what, at: place, help: NodeComparison.remedy)
    }
    if let schema = document.schema, schema.value != found.schema {
      differs(found.schema.map { "the config is of schema \($0) now" } ?? "there is no config file now", schema.range)
    }
    guard let now = found.settings else {
      if let place = document.confDir?.range ?? document.binDirs.first?.range {
        differs("the config cannot be read any more", place)
      }
      return
    }
    if let first = document.binDirs.first, document.binDirs.map(\.value) != now.binDirs {
      differs("containerd takes plugins from \(now.binDirs.joined(separator: ", ")) now", first.range)
    }
    if let folder = document.confDir, folder.value != now.confDir {
      differs("containerd reads networks from \(now.confDir) now", folder.range)
    }
    if let count = document.maxConfNum, count.value != now.maxConfNum {
      differs("max_conf_num is \(now.maxConfNum) now", count.range)
    }
  }

  private func networks(_ found: FoundContainerd, _ bag: inout DiagnosticBag) {
    guard let networks = document.networks, let now = found.settings?.networks else { return }
    for network in networks {
      guard let file = network.file else { continue }
      guard let now = now.first(where: { $0.file == file.value }) else {
        bag.error(
          "network-file-changed", "\(file.value) no longer lies in confDir", at: file.range, help: NodeComparison.remedy
        )
        continue
      }
      if let sum = network.sha256, sum.value != now.sha256 {
        bag.error(
          "network-file-changed", "\(file.value) has been changed", at: sum.range,
          notes: [now.fault.map { Diagnostic.Note("it does not load now: \($0)") }].compactMap(\.self),
          help: NodeComparison.remedy)
      }
      if let isOpened = network.isOpened, isOpened.value != now.isOpened {
        bag.error(
          "network-file-changed", "containerd \(now.isOpened ? "opens" : "does not open") \(file.value) now",
          at: isOpened.range, help: NodeComparison.remedy)
      }
    }
    for new in now where !networks.contains(where: { $0.file?.value == new.file }) {
      bag.error(
        "network-file-changed", "\(new.file) lies in confDir now", at: document.networksPlace,
        help: NodeComparison.remedy)
    }
  }
}
