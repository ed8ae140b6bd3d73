import CNIModel
import Catalogue
import ContainerdConfig
import Diagnostics
import ProfileLanguage

/// Whether the rest of a profile goes with a network that containerd renders from a template.
enum TemplateFit {
  static func check(_ profile: Profile, _ bag: inout DiagnosticBag) {
    guard let network = profile.networks.first(where: { $0.assigned != nil }), let assigned = network.assigned else {
      if let setting = profile.containerd[.confTemplate] {
        bag.error(
          "conf-template-unused", "no network has ranges: kubernetes, so there is no template for confTemplate",
          at: setting.keyRange, help: "leave confTemplate out, or write ranges: kubernetes")
      }
      return
    }
    if profile.networks.count > 1 { reportCompany(assigned, of: network, in: profile, &bag) }
    for place in [network.order?.range, network.file?.range].compactMap(\.self) {
      bag.error(
        "conf-template-file-name", "the file of this network is always \(Containerd.Template.fileName)", at: place,
        notes: [Diagnostic.Note("containerd writes it itself, from the template")],
        help: "leave this key out; confTemplate names the template")
    }
    if !profile.containerd.isWanted {
      bag.note(
        "conf-template-unnamed", "nothing names the template, since containerd is false", at: assigned.word,
        help: "set conf_template in the CNI table of your own config")
    }
  }

  private static func reportCompany(
    _ assigned: AssignedAddresses, of network: NetworkSpec, in profile: Profile, _ bag: inout DiagnosticBag
  ) {
    let other = profile.networks.first { $0.keyRange != network.keyRange }
    bag.error(
      "conf-template-not-alone", "a network with ranges: kubernetes must be the only one", at: assigned.word,
      notes: [
        Diagnostic.Note("another one is here", at: other?.keyRange),
        Diagnostic.Note("containerd renders the template only while its folder has no network that loads"),
      ], help: "make a profile of its own for the other network, or give its ranges here")
  }
}
