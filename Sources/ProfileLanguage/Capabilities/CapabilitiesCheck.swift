import CNIModel
import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// What must hold of a Capabilities document as a whole.
enum CapabilitiesCheck {
  static func check(_ document: CapabilitiesDocument, _ node: Node, _ bag: inout DiagnosticBag) {
    let top = node.mapping?.first?.keyRange ?? node.range
    if node["name"] == nil {
      bag.error("missing-key", "the document has no name", at: top, help: "add the node's: name: edge-node")
    }
    if node["plugins"] == nil {
      bag.error(
        "missing-key", "the document lists no plugins", at: top,
        help: "add plugins:, or plugins: [] where there are none"
      )
    }
    if let date = document.date, !isDate(date.value) {
      bag.error(
        "invalid-date", "\(date.value) is no day", at: date.range, help: "write it as year-month-day: 2026-03-01")
    }
    if let measured = document.containerd, let node = node["containerd"] { check(measured, node, &bag) }
    if let containerd = node["containerd"], containerd.mapping != nil, containerd["version"] == nil {
      bag.error(
        "missing-key", "containerd has no version", at: containerd.range,
        help: "add it, or leave containerd out where the node has none")
    }
    var seen: [Located<String>] = []
    for plugin in document.plugins {
      check(plugin, &bag)
      guard let type = plugin.type else { continue }
      if let first = seen.first(where: { $0.value == type.value }) {
        bag.error(
          "duplicate-name", "the plugin \(type.value) is listed twice", at: type.range,
          notes: [Diagnostic.Note("the first one is here", at: first.range)],
          help: "keep the copy that a runtime takes, and list the other under shadowed")
      }
      seen.append(type)
    }
  }

  private static func check(_ containerd: MeasuredContainerd, _ node: Node, _ bag: inout DiagnosticBag) {
    for sum in containerd.configSums + (containerd.networks ?? []).compactMap(\.sha256) { check(sum: sum, &bag) }
    guard let first = containerd.configSums.first, containerd.configSums.count != containerd.configFiles.count else {
      return
    }
    guard node["configFiles"] != nil else {
      bag.error(
        "missing-key", "there are sums of config files, and no files", at: first.range,
        help: "add configFiles:, or leave configSums out")
      return
    }
    bag.error(
      "invalid-checksum",
      "\(containerd.configSums.count) sums do not go with \(containerd.configFiles.count) config files",
      at: first.range, help: "give one sum for each of configFiles, in their order")
  }

  private static func check(sum: Located<String>, _ bag: inout DiagnosticBag) {
    guard !isChecksum(sum.value) else { return }
    bag.error(
      "invalid-checksum", "\(sum.value.prefix(80)) is no SHA-256", at: sum.range,
      help: "it has 64 digits, 0 to 9 and a to f, as sha256sum prints it")
  }

  private static func check(_ plugin: CapabilitiesDocument.Plugin, _ bag: inout DiagnosticBag) {
    guard let type = plugin.type else { return }
    if type.value.isEmpty || type.value.contains("/") {
      bag.error(
        "invalid-file-name", "the type \"\(type.value)\" is no file name", at: type.range,
        help: "type is the name of the binary alone; where it lies belongs under path")
    }
    if let sum = plugin.sha256 { check(sum: sum, &bag) }
    if let source = plugin.releaseFrom, plugin.release == nil {
      bag.error(
        "missing-key", "\(type.value) says how its release is known, and not which one it is", at: source.range,
        help: "add release:, or leave releaseFrom out")
    }
    if let fault = plugin.fault, let versions = plugin.cniVersions {
      bag.error(
        "exclusive-keys", "\(type.value) cannot have answered and have a fault", at: fault.range,
        notes: [Diagnostic.Note("what it answered stands here", at: versions.range)], help: "keep one of the two")
    }
    if let place = plugin.description.place, plugin.isReference {
      bag.error(
        "described-reference-plugin", "\(type.value) is a reference plugin, whose keys are known by release", at: place,
        help: "leave the description out; state its release instead")
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  private static func isChecksum(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")) }
  }
}

extension CapabilitiesDocument.Plugin {
  /// Whether it is one of the reference plugins. flannel was, and has releases of its own since it left them: it is a
  /// plugin of others where it is described, or of a later release than the last one of the reference plugins' own.
  var isReference: Bool {
    guard let type, let facts = Catalogue.plugin(type.value) else { return false }
    guard facts.span.until != nil else { return true }
    return description.isEmpty && release.map { !facts.span.isOver(at: $0.value) } ?? true
  }
}
