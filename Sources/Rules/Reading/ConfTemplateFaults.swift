import Diagnostics

extension Rule {
  /// Faults of templates for containerd's `conf_template`, and of profiles that become one.
  static let confTemplateRules: [Rule] = templateTextRules + templateCaveatRules + templateProfileRules

  private static let templateTextRules: [Rule] = [
    Rule(
      reading: "conf-template-syntax", .error, "a template that Go cannot read",
      effect: """
        containerd reads the template when the kubelet hands over the node's pod CIDRs, and answers with an error. No \
        network is written, and the node stays NotReady.
        """,
      wrong: "{{range .PodCIDRRanges}}{{.}}", right: "{{range .PodCIDRRanges}}{{.}}{{end}}",
      facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-field", .error, "a field of a template that does not exist, or a loop over no list",
      effect: """
        Go stops in the middle. containerd leaves a 10-containerd-net.conflist in conf_dir that ends there, also in \
        releases that write it to a temporary file first, and the node stays NotReady. There are PodCIDR, \
        PodCIDRRanges and Routes; within range a field of the whole is $.PodCIDR.
        """,
      wrong: "{{.PodCIDRs}}", right: "{{range .PodCIDRRanges}}{{.}}{{end}}",
      facts: ["known_issues: template-partial-commit"]),
    Rule(
      reading: "conf-template-unchecked", .warning, "a template with something that cnigen does not evaluate",
      effect: """
        Go's templates are a language of their own. cnigen evaluates fields, range and if with else and end, the \
        variables of range, comments and trim markers; a template with more than that is not checked further.
        """,
      wrong: "{{index .PodCIDRRanges 0}}", right: "{{.PodCIDR}}", facts: ["containerd: template_fields"]),
  ]

  private static let templateCaveatRules: [Rule] = [
    Rule(
      reading: "conf-template-once", .warning, "a template that is rendered once",
      effect: """
        containerd renders the template when the node gets its pod CIDRs, if conf_dir holds nothing that loads, and \
        never again while the file is there. Other pod CIDRs, or a mended template, change nothing.
        """,
      wrong: "addresses: {ranges: kubernetes}", right: "addresses: {ranges: [10.244.7.0/24]}",
      facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-in-place", .note, "a rendered file that is written over the old one",
      effect: """
        containerd 1.3.0 to 1.6.21 and 1.7.0 to 1.7.2 open the old file and do not cut it off: a longer one leaves its \
        tail behind. Each write makes containerd load the half-written file.
        """,
      wrong: "target: {containerd: 1.6.20}", right: "target: {containerd: 1.6.39}",
      facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-read-only", .note, "a release that exits where it cannot write to conf_dir",
      effect: """
        containerd 1.6.22 and later, 1.7.3 and later and 2.x panic where no temporary file can be made in conf_dir, and \
        exit: on a read-only file system the node loses its runtime.
        """,
      wrong: "conf_dir on a read-only file system", right: "conf_dir where containerd can write",
      facts: ["known_issues: template-readonly-panic"]),
  ]

  private static let templateProfileRules: [Rule] = [
    Rule(
      reading: "conf-template-not-alone", .error, "a network from a template beside another network",
      effect: """
        containerd renders the template only while its folder has no network that loads. With a conflist beside it \
        there never is a network from the template.
        """,
      wrong: "networks: [{addresses: {ranges: kubernetes}}, {addresses: {ranges: [10.88.0.0/16]}}]",
      right: "network: {addresses: {ranges: kubernetes}}", facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-file-name", .error, "a file name for a network from a template",
      effect: "containerd gives the file its name, 10-containerd-net.conflist, and nothing else can.",
      wrong: "network: {order: 20, addresses: {ranges: kubernetes}}",
      right: "network: {addresses: {ranges: kubernetes}}", facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-unused", .error, "the place of a template where there is none",
      effect: "The setting would name a file that the profile does not make, and containerd answers with an error.",
      wrong: "containerd: {confTemplate: /etc/containerd/net.template}\nnetwork: {addresses: {ranges: [10.88.0.0/16]}}",
      right: "containerd: {confTemplate: /etc/containerd/net.template}\nnetwork: {addresses: {ranges: kubernetes}}",
      facts: ["containerd: template_fields"]),
    Rule(
      reading: "conf-template-unnamed", .note, "a template that no config names",
      effect: "With containerd: false no config is written. containerd renders only what its own conf_template names.",
      wrong: "containerd: false\nnetwork: {addresses: {ranges: kubernetes}}",
      right: "network: {addresses: {ranges: kubernetes}}", facts: ["containerd: template_fields"]),
  ]
}
