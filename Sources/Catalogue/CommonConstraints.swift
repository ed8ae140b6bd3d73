import NetworkTypes

extension CommonKeys {
  /// What the code that all plugins share demands. The error code is 100 up to 0.8.6 and 999 from 0.8.7 on unless one
  /// is named.
  package static let constraints: [Constraint] = [
    Constraint(
      .since("0.8.0"), on: ["name"],
      "name missing or empty is refused, with code 100 up to 0.8.6 and code 7 from 0.8.7; before, an empty one passes",
      errors: ["missing network name"]),
    Constraint(
      .since("0.8.7"), on: ["name"],
      "name must match ^[a-zA-Z0-9][a-zA-Z0-9_.-]*$; the details of the error are the name (code 7)",
      errors: ["invalid characters found in network name"]),
    Constraint(
      .since("0.8.7"),
      """
      CNI_CONTAINERID takes the characters of a name; CNI_IFNAME has 1 to 15 characters, is not . or .. and holds no \
      slash, colon or space (code 4)
      """,
      errors: [
        ErrorText("invalid characters in containerID", when: "bad container id"),
        ErrorText("interface name is too long", when: "16 characters or more"),
      ], evidence: .source),
    Constraint(
      .since("0.6.0"), on: ["cniVersion"],
      """
      cniVersion must stand in the plugin's list of spec versions (code 1); the details print both, the list quoted \
      and parted by spaces
      """,
      errors: [
        ErrorText("incompatible CNI versions", when: "message"),
        ErrorText(#"config is "1.1.0", plugin supports ["0.1.0" "0.2.0" ...]"#, when: "details"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["cniVersion"], "cniVersion must be a string",
      errors: [
        """
        decoding version from network config: json: cannot unmarshal number into Go struct field .cniVersion of type \
        string
        """
      ]),
    Constraint(
      .since("0.8.0"), on: ["cniVersion"],
      "CHECK needs cniVersion 0.4.0 or later (code 1); releases before 0.8.0 do not know it (code 100)",
      errors: [
        ErrorText(.since("0.8.0"), "config version does not allow CHECK"),
        ErrorText(.until("0.7.6"), "unknown CNI_COMMAND: CHECK"),
      ]),
    Constraint(
      .since("1.6.0"), on: ["cniVersion"], "GC and STATUS need cniVersion 1.1.0 or later (code 1)",
      errors: ["config version does not allow GC", "config version does not allow STATUS"]),
    Constraint(
      .from("0.8.7", to: "1.5.1"), "GC and STATUS are not known (code 4)", errors: ["unknown CNI_COMMAND: GC"]),
    Constraint(
      .since("0.6.0"), on: ["cniVersion", "ipam"],
      "a result without any address (no ipam) cannot be printed at cniVersion 0.1.0, 0.2.0 or absent",
      errors: ["cannot convert: no valid IP addresses"]),
    Constraint(
      .since("0.6.0"), on: ["ipam.routes.dst", "ipam.routes.gw"],
      "a route's dst must be a network and its gw a bare address; the IPAM plugin says so",
      errors: [
        ErrorText("invalid CIDR address: %s", when: "bad dst"),
        ErrorText("invalid IP address: %s", when: "bad gw"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["ipam.routes.dst"],
      "an IPv4 route whose dst has host bits passes IPAM, and the kernel refuses it; an IPv6 one is accepted",
      errors: ["failed to add route '...': invalid argument"]),
    Constraint(
      .since("1.0.0"), on: ["ipam.routes", "isDefaultGateway"],
      """
      the same route twice in the merged result is an error; up to 0.9.1 the first one wins in silence. \
      isDefaultGateway beside a route to 0.0.0.0/0 without gw is such a pair
      """,
      errors: ["failed to add route '...': file exists"]),
    Constraint(
      .since("0.6.0"), on: ["ipam.routes.gw"],
      "a route without gw takes the first gateway of its family from the addresses; without any it is on-link"),
    Constraint(
      .since("0.8.7"),
      "a key of a wrong JSON type fails, a common one too; text and field path depend on the Go release of the build",
      errors: [
        """
        failed to load netconf: json: cannot unmarshal string into Go struct field NetConf.mtu of type int
        """
      ]),
  ]
}
