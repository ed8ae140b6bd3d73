import NetworkTypes

extension PluginFacts {
  /// What the bridge plugin and the kernel behind it demand.
  static let bridgeConstraints: [Constraint] = [
    Constraint(
      .since("0.6.0"), on: ["hairpinMode", "promiscMode"], "hairpinMode and promiscMode exclude each other",
      errors: [
        ErrorText(
          .from("0.6.0", to: "0.9.1"), "cannot set hairpin mode and promiscous mode at the same time."),
        ErrorText(
          .from("1.0.0", to: "1.2.0"), "cannot set hairpin mode and promiscuous mode at the same time."),
        ErrorText(.since("1.3.0"), "cannot set hairpin mode and promiscuous mode at the same time"),
      ]),
    Constraint(
      .since("0.8.3"), on: ["vlan"], "vlan must lie in 0 to 4094",
      errors: ["invalid VLAN ID %d (must be between 0 and 4094)"]),
    Constraint(
      .from("1.3.0", to: "1.7.1"), on: ["vlan", "vlanTrunk"],
      "vlan above 0 and a vlanTrunk that is not empty exclude each other",
      errors: ["cannot set vlan and vlanTrunk at the same time"]),
    Constraint(
      .since("1.3.0"), on: ["vlanTrunk.minID", "vlanTrunk.maxID", "vlanTrunk.id"],
      "minID, maxID and id of vlanTrunk must lie in 1 to 4094",
      errors: [
        ErrorText("incorrect trunk minID parameter", when: "minID"),
        ErrorText("incorrect trunk maxID parameter", when: "maxID"),
        ErrorText("incorrect trunk id parameter", when: "id"),
      ]),
    Constraint(
      .since("1.3.0"), on: ["vlanTrunk.minID", "vlanTrunk.maxID"], "minID of vlanTrunk must not be above maxID",
      errors: ["minID is greater than maxID in trunk parameter"]),
    Constraint(
      .since("1.3.0"), on: ["vlanTrunk.minID", "vlanTrunk.maxID"], "minID and maxID of vlanTrunk need each other",
      errors: [
        ErrorText("minID and maxID should be configured simultaneously, maxID is missing", when: "minID alone"),
        ErrorText("minID and maxID should be configured simultaneously, minID is missing", when: "maxID alone"),
      ]),
    Constraint(.since("1.3.0"), on: ["vlanTrunk"], "a null in vlanTrunk crashes the plugin (nil pointer)"),
    Constraint(
      .since("1.4.1"), on: ["disableContainerInterface", "ipam"],
      "disableContainerInterface and ipam exclude each other",
      errors: ["cannot use IPAM when DisableContainerInterface flag is set"]),
    Constraint(
      .since("1.6.0"), on: ["ipMasqBackend", "ipMasq"],
      "ipMasqBackend must be iptables or nftables; not looked at where ipMasq is off",
      errors: ["unknown ipmasq backend %q"]),
    Constraint(
      .since("0.6.0"), on: ["bridge"], "the bridge's name has 1 to 15 bytes and no slash",
      errors: [
        ErrorText(
          "failed to create bridge %q: could not add %q: numerical result out of range", when: "over 15 bytes"),
        ErrorText("failed to create bridge %q: could not add %q: invalid argument", when: "a slash"),
        ErrorText("failed to create bridge %q: could not add %q: LinkAttrs.Name cannot be empty", when: "empty"),
      ]),
    Constraint(
      .since("0.6.0"), on: ["bridge"], "the bridge's name must not be that of a device of another kind",
      errors: ["failed to create bridge %q: %q already exists but is not a bridge"]),
    Constraint(
      .since("0.8.0"), on: ["vlan", "isGateway", "bridge"],
      """
      vlan above 0 with isGateway puts the gateway's address on a second device, <bridge>.<vlan>: the bridge's name, 1 \
      and the digits of vlan have 15 bytes together
      """,
      evidence: .source),
    Constraint(
      .since("0.6.0"), on: ["isGateway", "forceAddress"],
      """
      isGateway fails where the bridge has another IPv4 address or an overlapping IPv6 one, unless forceAddress is on: \
      two networks on one bridge need one gateway address, and two IPv4 range sets with isGateway always fail
      """,
      errors: ["failed to set bridge addr: %q already has an IP address different from %s"]),
    Constraint(
      .since("0.6.0"), on: ["mtu"], "mtu must be one that the kernel takes",
      errors: ["failed to create bridge %q: could not add %q: invalid argument"]),
    Constraint(
      .since("0.6.0"), on: ["mtu"], "mtu below 1280 fails late where there is an IPv6 address",
      errors: [
        ErrorText(.from("0.7.6", to: "1.6.2"), #"failed to add IP addr ... to "eth0": invalid argument"#),
        ErrorText(.since("1.9.1"), #"failed to enable keep_addr_on_down for interface "eth0": ..."#),
      ]),
    Constraint(
      .since("0.8.0"), on: ["ipam", "isGateway", "isDefaultGateway", "ipMasq"],
      """
      without ipam.type the network is layer 2 alone: isGateway, isDefaultGateway and ipMasq then do nothing and say \
      nothing, also where ipam has other keys
      """),
    Constraint(
      .since("0.6.0"), on: ["ipam"], "the IPAM plugin must return an address",
      errors: ["IPAM plugin returned missing IP config"]),
    Constraint(
      .since("0.8.6"), "the bridge's port must be up within about 2.5 s", errors: ["bridge port in error state: %s"],
      evidence: .source),
    Constraint(
      .from("0.8.0", to: "0.8.4"), on: ["bridge"],
      "the attribute vlan_filtering is always sent: on kernels whose bridges have no VLAN filtering every ADD fails",
      errors: ["failed to create bridge %q: could not add %q: operation not supported"]),
    Constraint(
      .since("1.1.0"), on: ["macspoofchk"], "macspoofchk needs an nft binary",
      errors: [
        """
        failed to setup spoof-check: failed to execute nft ...: exec: "nft": executable file not found in $PATH
        """
      ]),
  ]
}
