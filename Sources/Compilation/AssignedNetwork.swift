import CNIModel
import Catalogue
import ConfTemplate
import ContainerdConfig
import Diagnostics
import ProfileLanguage

/// A network whose ranges Kubernetes assigns: it becomes a template for containerd in place of a conflist.
struct AssignedNetwork {
  let spec: NetworkSpec
  let name: Located<String>
  let assigned: AssignedAddresses

  /// - Parameter name: the network's name, its own or the profile's.
  init?(_ spec: NetworkSpec, name: Located<String>) {
    guard let assigned = spec.assigned else { return nil }
    self.spec = spec
    self.name = name
    self.assigned = assigned
  }

  /// The path of the template on the node, as a setting for containerd.
  func setting(in settings: ContainerdSettings) -> ContainerdSettings.Setting {
    settings[.confTemplate]
      ?? ContainerdSettings.Setting(
        .confTemplate, at: assigned.word,
        Value(.string("/etc/containerd/\(name.value).template"), at: assigned.word))
  }

  /// Makes the template and checks it.
  ///
  /// - Parameter version: takes what stands in the way of a spec version.
  /// - Returns: the network of a node of both families, and the file.
  func compile(
    for target: Target, settings: ContainerdSettings, version: inout DiagnosticBag, _ bag: inout DiagnosticBag
  ) -> (list: NetworkList, file: CompiledFile?) {
    let any = lowered(for: PodCIDRs.samples[0], target, &version)
    guard let text = TemplateText.write(any.list, assigned, for: target.containerd.version) else {
      bag.error(
        "conf-template-field", "templates of containerd \(target.containerd.version) know no pod CIDRs",
        at: assigned.word)
      return (any.list, nil)
    }
    AssignedNetworkCheck.check(
      text,
      of: { pods in
        var told = DiagnosticBag()
        return lowered(for: pods, target, &told).list
      }, at: assigned.word, chosenVersion: any.choseVersion ? spec.keyRange : nil, for: target, into: &bag)
    let path = setting(in: settings).value.string ?? ""
    let file = path.split(separator: "/").last.map(String.init) ?? "\(name.value).template"
    return (any.list, CompiledFile(name: file, bytes: text))
  }

  private func lowered(
    for pods: PodCIDRs, _ target: Target, _ version: inout DiagnosticBag
  ) -> Lowering.Result {
    Lowering.lower(spec.filled(with: pods), name: name, for: target, into: &version)
  }
}
