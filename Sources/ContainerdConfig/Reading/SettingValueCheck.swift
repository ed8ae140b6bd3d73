import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// What a key of ours holds.
enum SettingValueCheck {
  static func check(
    _ member: Node.Member, _ key: ContainerdKey, _ file: ContainerdFile, schema: Int, _ bag: inout DiagnosticBag
  ) {
    if let misfit = ValueWords.misfit(member.value, for: key.type) {
      wrongType(member, misfit, file, schema: schema, &bag)
      return
    }
    if key.type == .path || key.type == .list(.path) { paths(member, &bag) }
    switch key.name {
    case "ip_pref": preference(member, key, &bag)
    case "conf_template": template(member, &bag)
    case "bin_dirs": noFolders(member, &bag)
    default: break
    }
  }

  private static func wrongType(
    _ member: Node.Member, _ misfit: (value: Node, expected: String), _ file: ContainerdFile, schema: Int,
    _ bag: inout DiagnosticBag
  ) {
    let isFolder = member.key == "bin_dir" && member.value.sequence != nil
    let isText = member.key == "bin_dirs" && member.value.scalar?.isPlain == false
    var notes: [Diagnostic.Note] = []
    if isFolder, file.release.version < "2.0.0" || schema == 2 {
      notes = NodeWords.notes("bin_dir as an array", in: file.release)
    } else if isText {
      notes = NodeWords.notes("bin_dirs as a string", in: file.release)
    }
    let takesList = Containerd.cniKey("bin_dirs")?.isRead(in: file.release, schema: schema) ?? false
    let help: String? =
      isFolder
      ? (takesList ? "write bin_dirs, which takes a list" : "write one folder, without brackets")
      : isText ? "put it into brackets, or write bin_dir" : nil
    bag.error(
      "wrong-type", "\(member.key) must be \(misfit.expected), not \(ValueWords.found(misfit.value))",
      at: misfit.value.range, notes: notes, help: help)
  }

  /// An empty path stands for none at all, as `config migrate` writes it.
  private static func paths(_ member: Node.Member, _ bag: inout DiagnosticBag) {
    for value in member.value.sequence ?? [member.value] {
      guard let path = value.scalar?.text, !path.isEmpty, !path.hasPrefix("/") || path.contains("\0") else { continue }
      bag.error(
        "path-not-absolute", "\(member.key): \(path) is no absolute path", at: value.range,
        notes: [Diagnostic.Note("containerd would look below the folder that it was started in")],
        help: "write a path that begins with /")
    }
  }

  private static func preference(_ member: Node.Member, _ key: ContainerdKey, _ bag: inout DiagnosticBag) {
    guard let text = member.value.scalar?.text, !key.values.contains(text) else { return }
    let known = key.values.filter { !$0.isEmpty }
    bag.error(
      "unknown-value", "ip_pref takes one of \(known.joined(separator: ", ")), not \(text)", at: member.value.range,
      notes: [Diagnostic.Note("containerd warns at each pod and falls back to ipv4")],
      help: Spelling.nearest(to: text, among: known).map { "write \($0)" })
  }

  private static func template(_ member: Node.Member, _ bag: inout DiagnosticBag) {
    guard member.value.scalar?.text.isEmpty == false else { return }
    bag.note(
      "conf-template", "the network comes from a template, which is rendered once",
      at: member.keyRange,
      notes: [
        Diagnostic.Note("containerd renders it when \(Containerd.Template.renderedWhen)"),
        Diagnostic.Note(Containerd.Template.notRenderedAgain),
      ],
      help:
        "give the template in the same call to have it checked; its fields are \(Containerd.Template.fields.map { ".\($0.name)" }.joined(separator: ", "))"
    )
  }

  private static func noFolders(_ member: Node.Member, _ bag: inout DiagnosticBag) {
    guard member.value.sequence?.isEmpty == true else { return }
    bag.error(
      "missing-key", "bin_dirs names no folder", at: member.value.range, help: "write bin_dirs = [\"/opt/cni/bin\"]")
  }
}
