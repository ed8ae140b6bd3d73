package import Diagnostics
package import ProfileLanguage
package import Syntax

/// What a file is.
package enum InputKind: String, Sendable, CaseIterable {
  case profile
  case template
  case fleet
  case capabilities
  /// A network configuration list.
  case conflist
  /// A configuration of a single plugin, the older form.
  case conf
  /// A config of containerd, or a drop-in of one.
  case containerd
  /// A template for containerd's `conf_template`.
  case confTemplate = "conf-template"
}

/// A file with its tree and what it was found to be.
package struct Classified: Sendable {
  package let kind: InputKind
  package let tree: Node
  /// Nodes of a fleet that the tree lacks.
  package let plainNodes: PlainNodes?
}

/// Finds out what a file is, from its name and its content.
package enum Classifier {
  /// The format of a text, as far as its name and first character tell.
  enum Format {
    case json
    case yaml
    case toml
  }

  /// Whether a file is a template for containerd, which has no tree before it is evaluated.
  package static func isConfTemplate(_ name: String, as forced: InputKind?) -> Bool {
    forced.map { $0 == .confTemplate } ?? (suffix(of: name) == "template")
  }

  /// Reads a file and says what it is. Faults of syntax go into the bag; `nil` where there is nothing to go on with,
  /// or the file is none of ours, which is told with a note.
  ///
  /// - Parameter isWhole: whether the tree of a fleet must lack nothing.
  package static func classify(
    _ file: SourceFile, _ id: FileID, as forced: InputKind?, isWhole: Bool = false, into bag: inout DiagnosticBag
  ) -> Classified? {
    let format = forced.map(self.format) ?? format(of: file)
    // A picture or a page of text is no faulty YAML, only because nothing else is known of it.
    let mayBeAnything = forced == nil && format != .json && isNamedAsSomethingElse(file.name)
    var faults = DiagnosticBag()
    guard format == .yaml || isBearable(file, id, &bag) else { return nil }
    let document =
      switch format {
      case .json: JSONReader.read(id, file.bytes, into: &faults).map { ReadDocument($0) }
      case .yaml: ReadDocument.read(id, file.bytes, isWhole: isWhole, into: &faults)
      case .toml: TOMLReader.read(id, file.bytes, into: &faults).map { ReadDocument($0) }
      }
    let kind = document.flatMap { document in forced ?? Self.kind(of: document.tree, named: file.name, format) }
    if kind != nil || !mayBeAnything { bag.add(faults) }
    if let kind, let document {
      return Classified(kind: kind, tree: document.tree, plainNodes: document.plainNodes)
    }
    guard document != nil || mayBeAnything else { return nil }
    if format == .json, let document, liesAmongNetworks(file.name) {
      reportStray(file, document.tree, &bag)
      return nil
    }
    bag.note(
      "not-a-cni-file", "\(file.name) is nothing that cnigen knows; it was not checked",
      at: document?.tree.range ?? SourceRange(file: id, start: 0, end: 0),
      help: "say what it is with --kind, if it is one: \(InputKind.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  /// Whether every `.conf` and `.json` beside a file counts as the configuration of a plugin.
  static func liesAmongNetworks(_ name: String) -> Bool { name.split(separator: "/").dropLast().last == "net.d" }

  /// A file that counts as a plugin's configuration, by its place and its name, and is none.
  private static func reportStray(_ file: SourceFile, _ tree: Node, _ bag: inout DiagnosticBag) {
    let name = file.name.split(separator: "/").last ?? ""
    let isJSON = suffix(of: file.name) == "json"
    bag.error(
      isJSON ? "stray-json" : "bad-network-file", "\(name) counts as the configuration of a plugin and is none",
      at: tree.range,
      notes: [.init("the runtime loads no network at all because of it: missing 'type'")],
      help: "move it elsewhere; every .conf and .json of the folder counts")
  }

  /// Whether the suffix of a name is that of files that are none of ours.
  private static func isNamedAsSomethingElse(_ name: String) -> Bool {
    let suffix = suffix(of: name)
    return !suffix.isEmpty && !["conflist", "conf", "json", "toml", "yaml", "yml", "template"].contains(suffix)
  }

  /// No conflist, config of containerd or template for it may be larger: 1 MiB.
  package static let maximumSize = 1 << 20

  /// Whether a file that stands for one node is small enough to be checked; else that is reported.
  package static func isBearable(_ file: SourceFile, _ id: FileID, _ bag: inout DiagnosticBag) -> Bool {
    guard file.bytes.count > maximumSize else { return true }
    bag.error(
      "file-too-large", "the file has \(file.bytes.count) bytes; at most \(maximumSize >> 20) MiB are checked",
      at: SourceRange(file: id, start: 0, end: 0))
    return false
  }

  private static func format(_ kind: InputKind) -> Format {
    switch kind {
    case .profile, .template, .fleet, .capabilities: .yaml
    case .conflist, .conf, .confTemplate: .json
    case .containerd: .toml
    }
  }

  private static func format(of file: SourceFile) -> Format {
    switch suffix(of: file.name) {
    case "conflist", "conf", "json": return .json
    case "toml": return .toml
    case "yaml", "yml": return .yaml
    default: break
    }
    let start = TextEncoding.byteOrderMarkLength(file.bytes)
    let first = file.bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{") { return .json }
    return looksLikeTOML(file) ? .toml : .yaml
  }

  /// Whether the first line that says anything is a table or a setting of TOML.
  private static func looksLikeTOML(_ file: SourceFile) -> Bool {
    let file = file.indexed
    for number in 1...file.lines.count {
      let line = file.line(number).drop { $0 == " " || $0 == "\t" }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("[") { return true }
      let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      return !key.isEmpty && line[key.endIndex...].drop { $0 == " " }.hasPrefix("=")
    }
    return false
  }

  private static func kind(of tree: Node, named name: String, _ format: Format) -> InputKind? {
    switch format {
    case .json:
      if suffix(of: name) == "conflist" { return .conflist }
      if tree["plugins"] != nil { return .conflist }
      return tree["type"] != nil && (tree["cniVersion"] != nil || tree["name"] != nil) ? .conf : nil
    case .yaml:
      let kinds: [InputKind] = [.profile, .template, .fleet, .capabilities]
      let stated = tree["kind"]?.scalar?.text.lowercased()
      let kind = kinds.first { $0.rawValue == stated }
      if let version = tree["apiVersion"]?.scalar?.text, version.hasPrefix("cnigen/") { return kind ?? .profile }
      // A slip in the line that says whose a file is must not have it passed over.
      if isNamedAsOurs(name) { return kind ?? .profile }
      return tree["apiVersion"] == nil ? kind : nil
    case .toml:
      let marks = ["version", "plugins", "imports", "grpc", "disabled_plugins", "required_plugins", "root", "state"]
      return marks.contains { tree[$0] != nil } ? .containerd : nil
    }
  }

  /// Whether a file is called as profiles and fleets are: `cnigen.yaml` or `NAME.cnigen.yaml`.
  private static func isNamedAsOurs(_ name: String) -> Bool {
    let parts = (name.split(separator: "/").last ?? "").split(separator: ".")
    return parts.count >= 2 && parts[parts.count - 2] == "cnigen"
  }

  /// What stands behind the last dot of the last path component; empty where there is none.
  package static func suffix(of name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: ".") else { return "" }
    return String(last[last.index(after: dot)...])
  }
}
