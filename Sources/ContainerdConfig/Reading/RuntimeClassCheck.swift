import Catalogue
import Diagnostics
import NetworkTypes
import Syntax

/// The keys that give a runtime class a CNI folder of its own.
enum RuntimeClassCheck {
  static func check(_ table: ContainerdFile.Table, _ file: ContainerdFile, _ bag: inout DiagnosticBag) {
    for handler in table.runtimeClasses {
      for member in handler.value.mapping ?? [] {
        guard let key = Containerd.RuntimeClass.keys.first(where: { $0.name == member.key }) else { continue }
        if key.span.isAhead(of: file.release.version) {
          bag.error(
            "containerd-key-too-new", "\(file.containerd) does not know \(key.name)", at: member.keyRange,
            notes: [
              Diagnostic.Note("it would ignore \(key.name), and pods of \(handler.key) get the networks of all others")
            ], help: key.span.since.map { "it came with containerd \($0); leave it out" })
        } else {
          SettingValueCheck.check(member, key, file, schema: table.schema, &bag)
        }
      }
    }
  }
}
