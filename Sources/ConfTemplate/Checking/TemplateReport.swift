import Catalogue
import Diagnostics
import NetworkTypes

/// Turns faults of a template into findings.
struct TemplateReport {
  let file: FileID
  let release: Version

  func add(_ fault: TemplateFault, _ bag: inout DiagnosticBag) {
    let range = SourceRange(file: file, start: UInt32(fault.bytes.lowerBound), end: UInt32(fault.bytes.upperBound))
    switch fault.kind {
    case .broken:
      bag.error(
        "conf-template-syntax", "\(fault.message); Go cannot read the template", at: range,
        notes: [
          Diagnostic.Note("effect: no network is written, and the node stays NotReady"),
          Diagnostic.Note("the node shows: failed to parse cni config template \"PATH\": template: NAME:LINE: …"),
        ], help: fault.help)
    case .fails(let go):
      bag.error(
        "conf-template-field", fault.message, at: range,
        notes: [
          Diagnostic.Note(
            "effect: a \(Containerd.Template.fileName) is written that ends here, and the node stays NotReady"),
          Diagnostic.Note("the node shows: \(go)"),
        ], help: fault.help)
    case .beyond:
      bag.warning(
        "conf-template-unchecked", "cnigen does not evaluate \(fault.message), so the template is not checked further",
        at: range,
        notes: [
          Diagnostic.Note(
            "it knows fields, range and if with else and end, variables of range, comments and trim markers")
        ], help: "write the template with these, or look at what containerd \(release) makes of it")
    }
  }
}
