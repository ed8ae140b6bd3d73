import NetworkTypes

extension PluginFacts {
  /// A wrapper that writes the configuration of another plugin, bridge unless told otherwise. It left the reference
  /// plugins before 1.0.0 and lives on in a project of its own.
  static let flannel = PluginFacts(
    "flannel", .interface, .from("0.6.0", to: "0.9.1"),
    "writes the configuration of another plugin, with the subnet that flanneld leased, and runs it",
    keys: [
      KeyFacts(
        "subnetFile", .path, absent: #""/run/flannel/subnet.env""#, .from("0.6.0", to: "0.9.1"),
        "file in which flanneld tells the node's subnet"),
      KeyFacts(
        "dataDir", .path, absent: #""/var/lib/cni/flannel""#, .from("0.6.0", to: "0.9.1"), "where the state is kept"),
      KeyFacts(
        "delegate", .object, .from("0.6.0", to: "0.9.1"),
        """
        configuration of the plugin to run: type is bridge, ipMasq and mtu come from subnetFile, isGateway is true for \
        bridge, unless stated
        """),
      KeyFacts(
        "ipam", .object, .from("0.9.0", to: "0.9.1"),
        "merged into the ipam section that it writes: ranges are replaced, routes are added to"),
    ],
    constraints: [
      Constraint(
        .from("0.6.0", to: "0.9.1"), on: ["delegate"], "delegate must not have a name",
        errors: ["'delegate' dictionary must not have 'name' field, it'll be set by flannel"]),
      Constraint(
        .from("0.6.0", to: "0.9.1"), on: ["delegate"], "delegate must not have ipam",
        errors: ["'delegate' dictionary must not have 'ipam' field, it'll be set by flannel"]),
      Constraint(
        .from("0.6.0", to: "0.9.1"), on: ["delegate"], "the type in delegate must be a string",
        errors: ["'delegate' dictionary, if present, must have (string) 'type' field"]),
      Constraint(.only("0.9.1"), on: ["delegate"], "subnets of IPv6, and of both families", evidence: .source),
    ],
    changes: [Change(.from("0.8.0", to: "0.9.1"), "runtimeConfig is handed on to the plugin that it runs")],
    verbNotes: [VerbNote("CHECK", .from("0.8.0", to: "0.9.1"), "is accepted and does nothing")])
}
