import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics
import Syntax

/// `containerd:`, the config that goes with the network.
enum ContainerdSection {
  static let table = FieldTable<ContainerdSettings>(
    name: "containerd",
    fields: [
      list(.binDirs, "folders with plugin binaries; the first one that has a plugin wins", .list(.path, atLeast: 1)),
      text(.confDir, "the folder that containerd reads networks from", .path),
      setting(.maxConfNum, "how many files of confDir are networks; 0 for all", .number) { member, bag in
        Scalars.integer(member.value, of: member.key, &bag).map { Value(.number(String($0.value)), at: $0.range) }
      },
      setting(.setupSerially, "networks of a pod are attached one after the other", .flag) { member, bag in
        Scalars.bool(member.value, of: member.key, &bag).map { Value(.bool($0.value), at: $0.range) }
      },
      text(.confTemplate, "where the template of a network with ranges: kubernetes lies on the node", .path),
      text(.ipPreference, "which address is the pod's first one: ipv4, ipv6 or cni", .word(preferences)),
      setting(.internalLoopback, "containerd sets up lo by itself, without the loopback plugin", .flag) { member, bag in
        Scalars.bool(member.value, of: member.key, &bag).map { Value(.bool($0.value), at: $0.range) }
      },
      Field("schema", "the version of the config's schema; default: the release's own", .number) { member, spec, bag in
        spec.schema = Scalars.integer(member.value, of: "schema", &bag)
      },
      Field("dropIn", "the file name of a drop-in, in place of a whole config.toml", .fileName(ending: ".toml")) {
        member, spec, bag in
        spec.dropIn = Scalars.text(member, &bag)
      },
      Field("extra", "further settings, from the root of the file", .map(.setting)) { member, spec, bag in
        guard member.value.mapping != nil else {
          Scalars.wrong(member.value, of: "extra", wants: "a mapping", &bag)
          return
        }
        spec.extra = NaturalValue.value(member.value)
      },
    ])

  /// The words for the key ip_pref; an empty one counts as none.
  private static var preferences: [String] {
    (Containerd.cniKey(ContainerdSettings.Word.ipPreference.key)?.values ?? []).filter { !$0.isEmpty }
  }

  static func read(_ member: Node.Member, _ bag: inout DiagnosticBag) -> ContainerdSettings {
    var spec = ContainerdSettings()
    spec.keyRange = member.keyRange
    if let scalar = member.value.scalar, scalar.isPlain, scalar.text == "false" {
      spec.isWanted = false
      return spec
    }
    table.read(member.value, into: &spec, &bag)
    if let template = spec[.confTemplate]?.value { checkTemplate(template, &bag) }
    if let dropIn = spec.dropIn {
      if let fault = FileName.fault(of: dropIn.value) {
        bag.error("invalid-file-name", "the file name \(dropIn.value) cannot be used: \(fault)", at: dropIn.range)
      } else if !dropIn.value.hasSuffix(".toml") {
        bag.error(
          "invalid-file-name", "the drop-in \(dropIn.value) does not end in .toml, as imports expect", at: dropIn.range)
      }
    }
    return spec
  }

  /// The template lies in the output folder under its last component. Its ending keeps it from being taken for a
  /// network, wherever it is put, and tells `cnigen validate` what it is.
  private static func checkTemplate(_ path: Value, _ bag: inout DiagnosticBag) {
    let name = (path.string ?? "").split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if let fault = FileName.fault(of: name) {
      bag.error("invalid-file-name", "the file name \(name) cannot be used: \(fault)", at: path.range)
    } else if !name.hasSuffix(".template") {
      bag.error(
        "invalid-file-name", "the file name \(name) does not end in .template", at: path.range,
        notes: [Diagnostic.Note("with the ending of a network it could be loaded as one")],
        help: "write \(name.split(separator: ".").first.map(String.init) ?? "net").template")
    }
  }

  private static func setting(
    _ word: ContainerdSettings.Word, _ summary: String, _ shape: @escaping @autoclosure @Sendable () -> Shape,
    _ read: @escaping @Sendable (Node.Member, inout DiagnosticBag) -> Value?
  ) -> Field<ContainerdSettings> {
    Field(word.rawValue, summary, shape()) { member, spec, bag in
      guard let value = read(member, &bag) else { return }
      spec.settings.append(ContainerdSettings.Setting(word, at: member.keyRange, value))
    }
  }

  private static func text(
    _ word: ContainerdSettings.Word, _ summary: String, _ shape: @escaping @autoclosure @Sendable () -> Shape
  ) -> Field<ContainerdSettings> {
    setting(word, summary, shape()) { member, bag in
      Scalars.text(member, &bag).map { Value(.string($0.value), at: $0.range) }
    }
  }

  private static func list(
    _ word: ContainerdSettings.Word, _ summary: String, _ shape: @escaping @autoclosure @Sendable () -> Shape
  ) -> Field<ContainerdSettings> {
    setting(word, summary, shape()) { member, bag in
      Scalars.texts(member, &bag).map { texts in
        Value(.array(texts.map { Value(.string($0.value), at: $0.range) }), at: member.value.range)
      }
    }
  }
}
