package import CNIModel
import Catalogue
package import Diagnostics
import Rules
import Syntax

/// Checks the template that a profile's network becomes: evaluated as containerd does it, read again as JSON, and
/// judged at the places of the profile.
package enum AssignedNetworkCheck {
  /// - Parameters:
  ///   - template: the text of the template.
  ///   - network: the network of a node with some pod CIDRs, as the profile has it.
  ///   - place: where the profile says that Kubernetes assigns the ranges.
  ///   - chosenVersion: the place of the spec version where cnigen chose it; what stands in its way has been said.
  package static func check(
    _ template: [UInt8], of network: (PodCIDRs) -> NetworkList, at place: SourceRange, chosenVersion: SourceRange?,
    for target: Target, into bag: inout DiagnosticBag
  ) {
    var reading = DiagnosticBag()
    let read = ConfTemplate.read(place.file, template, for: target.containerd.version, into: &reading)
    var findings = SampleFindings()
    for pods in PodCIDRs.samples {
      guard let rendering = read?.render(for: pods, place.file, into: &reading),
        let tree = JSONReader.read(place.file, rendering.bytes, into: &reading)
      else { break }
      let model = network(pods)
      let list = NetworkList(
        Value(json: tree).takingPlaces(of: model.value), fileName: Containerd.Template.fileName,
        vocabularies: model.plugins.map(\.vocabulary), on: target.capabilities)
      var found = DiagnosticBag()
      Judge.judge(Subject(list, for: target), into: &found)
      if let chosenVersion { found.removeAll { $0.rule.hasPrefix("version-") && $0.range == chosenVersion } }
      findings.add(found, for: pods)
    }
    // What is wrong with the text itself has no place in the profile but the word that asked for it.
    for finding in reading.diagnostics {
      bag.add(
        Diagnostic(
          rule: finding.rule, severity: finding.severity, message: finding.message, at: place,
          notes: finding.notes.map { Diagnostic.Note($0.message) }, help: finding.help))
    }
    bag.add(findings.merged)
    TemplateCaveats.report(at: place, for: target, into: &bag)
  }
}
