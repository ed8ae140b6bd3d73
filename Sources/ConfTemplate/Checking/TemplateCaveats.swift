package import CNIModel
import Catalogue
package import Diagnostics

/// What a release of containerd does badly with a template, however good it is.
package enum TemplateCaveats {
  /// Tells it at a place.
  package static func report(at range: SourceRange, for target: Target, into bag: inout DiagnosticBag) {
    let release = target.containerd.version
    let file = Containerd.Template.fileName
    bag.warning(
      "conf-template-once", "containerd renders the template once: later pod CIDRs change nothing", at: range,
      notes: [
        Diagnostic.Note("it renders when \(Containerd.Template.renderedWhen)"),
        Diagnostic.Note(Containerd.Template.notRenderedAgain),
        Diagnostic.Note("a mended template changes nothing either while \(file) lies there"),
      ], help: "to have it rendered again, remove \(file) from conf_dir and restart the kubelet")
    switch Containerd.Template.writing(in: release) {
    case .inPlace:
      bag.note(
        "conf-template-in-place", "containerd \(release) writes \(file) in place, without cutting the old one off",
        at: range,
        notes: [Diagnostic.Note("a longer old file leaves its tail behind, and a half-written one may be loaded")],
        help: "remove a broken \(file) before the node starts")
    case .renamed: break
    }
    if Containerd.Template.panicsOnReadOnlyFolder(release) {
      let fault = Containerd.Template.faults.first { $0.error.hasPrefix("panic") }
      bag.note(
        "conf-template-read-only", "containerd \(release) panics and exits where it cannot write to conf_dir",
        at: range,
        notes: fault.map { [Diagnostic.Note("the node shows: \($0.error)")] } ?? [],
        help: "keep conf_dir writable for containerd")
    }
  }
}
