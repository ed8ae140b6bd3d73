import Diagnostics

extension Rule {
  /// Faults of templates, and of profiles that use them.
  static let templateRules: [Rule] = [
    Rule(
      reading: "unknown-template", .error, "a template that is not there",
      effect: "Without it the profile has nothing to build.", wrong: "template: dual-stack-brige",
      right: "template: dual-stack-bridge"),
    Rule(
      reading: "unknown-parameter", .error, "a name that the template does not declare",
      effect: "The value would go nowhere, or the hole would stay open; a slip in a name is never read past.",
      wrong: "with: {subnet: [10.1.0.0/24]}", right: "with: {subnets: [10.1.0.0/24]}"),
    Rule(
      reading: "missing-parameter", .error, "a parameter without a value",
      effect: "The template declares it without a default, so that nobody forgets to think about it.",
      wrong: "template: dual-stack-bridge", right: "template: dual-stack-bridge\nwith: {subnets: [10.1.0.0/24]}"),
    Rule(
      reading: "parameter-invalid", .error, "a value that the parameter does not take",
      effect: "Type and limits stand in the template; whoever wrote it knows what the network can bear.",
      wrong: "with: {mtu: 600}   # minimum: 1280", right: "with: {mtu: 1450}"),
    Rule(
      reading: "invalid-placeholder", .error, "a ${…} that cannot be filled",
      effect: """
        Values are put in on the tree that was parsed: ${name} alone in a value takes the value whole, as a part of a \
        text it must be a single value. Keys are never replaced.
        """,
      wrong: "bridge: {name: \"br-${subnets}\"}", right: "bridge: {name: \"br-${site}\"}"),
    Rule(
      reading: "unused-parameter", .warning, "a parameter that nothing uses",
      effect: "A value that a profile gives for it changes nothing, and its author will look for the reason.",
      wrong: "parameters: {mtu: {type: integer}}\nnetwork: {bridge: {}}",
      right: "parameters: {mtu: {type: integer, optional: true}}\nnetwork: {bridge: {mtu: \"${mtu}\"}}"),
    Rule(
      reading: "template-without-example", .note, "a template that can only be checked in part",
      effect: "The rules judge networks with addresses in them; examples stand in for those that a profile gives.",
      wrong: "subnets: {type: list, of: cidr}", right: "subnets: {type: list, of: cidr, example: [10.88.0.0/16]}"),
  ]
}
