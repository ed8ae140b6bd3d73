import Catalogue
import Diagnostics
import NetworkTypes
import PlainText
import Syntax

/// The keys of the CNI table: whether the release reads them, and what they hold.
enum CNITableCheck {
  static func check(_ table: Node.Member, _ file: ContainerdFile, schema: Int, _ bag: inout DiagnosticBag) {
    guard let members = table.value.mapping else {
      bag.error(
        "wrong-type", "cni must be a table, not \(ValueWords.found(table.value))", at: table.value.range,
        help: "write the keys under a header that ends with .cni")
      return
    }
    for member in members {
      guard let key = Containerd.cniKey(member.key) else {
        unknown(member, file, &bag)
        continue
      }
      guard key.isRead(in: file.release, schema: schema) else {
        unread(member, key, file, schema: schema, &bag)
        continue
      }
      SettingValueCheck.check(member, key, file, schema: schema, &bag)
    }
    BinDirCheck.check(members, file, schema: schema, &bag)
  }

  private static func unknown(_ member: Node.Member, _ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    let known = Containerd.cniKeys(in: file.release.version).map(\.name)
    let meant = Spelling.nearest(to: member.key, among: known)
    let notes = NodeWords.notes("an unknown or misspelt key", in: file.release).map {
      Diagnostic.Note($0.message.split(atText: "conf_dirr").joined(separator: member.key))
    }
    let help = meant.map { "write \($0)" } ?? "the table has the keys \(known.joined(separator: ", "))"
    let message = "the CNI table of \(file.containerd) has no key \(member.key)"
    // What resembles a key was meant to be it and does nothing; anything else may be for another program.
    if meant != nil {
      bag.error("config-unknown-key", message, at: member.keyRange, notes: notes, help: help)
    } else {
      bag.warning("config-unknown-key", message, at: member.keyRange, notes: notes, help: help)
    }
  }

  /// A key that containerd has, but not this release or not in this schema.
  private static func unread(
    _ member: Node.Member, _ key: ContainerdKey, _ file: ContainerdFile, schema: Int, _ bag: inout DiagnosticBag
  ) {
    let release = file.release.version
    if key.span.isAhead(of: release) {
      var notes = key.name == "bin_dirs" ? NodeWords.notes("bin_dirs in the cni table", in: file.release) : []
      if notes.isEmpty {
        notes = [
          Diagnostic.Note(
            release < "2.0.0"
              ? "it would ignore \(key.name) without a word" : "it would ignore \(key.name) with a warning in the log")
        ]
      }
      let since = key.span.since.map { "it came with containerd \($0)" } ?? "it came later"
      bag.error(
        "containerd-key-too-new", "\(file.containerd) does not know \(key.name)", at: member.keyRange, notes: notes,
        help: key.name == "bin_dirs" ? "write bin_dir, with one folder; \(since)" : "\(since); leave it out")
      return
    }
    let schemas = key.places.map { String($0.schema) }.joined(separator: ", ")
    bag.warning(
      "config-key-of-other-schema", "\(key.name) does not belong to schema \(schema), but to \(schemas)",
      at: member.keyRange, notes: key.note.isEmpty ? [] : [Diagnostic.Note(key.note)],
      help: key.name == "bin_dirs"
        ? "write bin_dir here, or bring the file to schema \(file.release.nativeSchema)" : nil)
  }
}
