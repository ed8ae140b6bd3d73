extension MessageAdvice {
  /// What chained plugins say.
  static let ofChained: [MessageAdvice] = [
    MessageAdvice("must be called as chained plugin", ["chained-plugin-first"]),
    MessageAdvice("prevResult missing", ["chained-plugin-first"]),
    MessageAdvice("missing prevResult from earlier plugin", ["chained-plugin-first"]),
    MessageAdvice("No IP addresses supplied on interface", ["chained-plugin-without-address"]),
    MessageAdvice("has no veth peer", ["bandwidth-needs-veth"]),
    MessageAdvice("create qdisc: file exists", ["bandwidth-twice"]),
    MessageAdvice("create qdisc: invalid argument", ["rate-too-small"]),
    MessageAdvice("if rate is set, burst must also be set", ["rate-without-burst"]),
    MessageAdvice("if burst is set, rate must also be set", ["rate-without-burst"]),
    MessageAdvice("burst cannot be more than", ["burst-too-large"]),
    MessageAdvice("Cannot specify externalSetMarkChain and markMasqBit", ["mark-chain-with-mark-bit"]),
    MessageAdvice("MasqMarkBit must be between", ["mark-bit-out-of-range"]),
    MessageAdvice("backend was requested but configuration contains", ["portmap-backend-mismatch"]),
    MessageAdvice("unrecognized backend", ["unknown-value", "value-too-new"]),
    MessageAdvice("unable to set up nftables rules", ["portmap-nftables-broken"]),
    MessageAdvice(
      "unable to setup DNAT", ["external-mark-chain", "condition-not-tokenized", "condition-family-mismatch"]),
    MessageAdvice("failed to check iptables chain existence", ["chain-name-too-long", "chain-name-invalid"]),
    MessageAdvice(
      "Chain ... does not exist", ["external-mark-chain"],
      """
      KUBE-MARK-MASQ, or a chain of your own: something else has to make it. A chain CNI-…: the rules were flushed while \
      pods ran, or another backend was chosen since
      """, isEveryday: true),
    MessageAdvice("CHAIN_DEL failed", ["two-sets-of-one-family-with-masquerade"]),
    MessageAdvice("unknown ingress policy", ["unknown-value", "value-too-new", "ingress-policy-without-bridge"]),
    MessageAdvice("invalid net sysctl key", ["sysctl-outside-net"]),
    MessageAdvice("Tuning configured value of", ["sysctl-duplicate", "check-fails"]),
    MessageAdvice("duplicated sysctl keys", ["sysctl-duplicate"]),
    MessageAdvice(
      "write proc sys", [], "the message names the sysctl and what is wrong with its value",
      cause: "the kernel does not take the value of a sysctl", isEveryday: true),
    MessageAdvice("open ... proc sys ... no such file or directory", ["sysctl-unknown", "value-too-new"]),
    MessageAdvice("open ... proc sys ... permission denied", ["sysctl-not-namespaced", "sysctl-read-only"]),
    MessageAdvice(
      "Only the following sysctls are allowed", [],
      "the node has a list in /etc/cni/tuning/allowlist.conf, and the sysctl is not on it"),
    MessageAdvice(
      "tuning allowlist.conf: permission denied", [], "chmod 0755 /etc/cni; cnigen explain etc-cni-0700",
      cause: "/etc/cni has mode 0700, and the runtime has no root"),
    MessageAdvice("for MAC addr", ["mac-invalid"]),
    MessageAdvice("failed add cannot assign requested address", ["mac-invalid", "subnet-not-unicast"]),
    MessageAdvice("failed to create macvlan cannot assign requested address", ["mac-invalid"]),
    MessageAdvice("failed to add IP addr ... cannot assign requested address", ["subnet-not-unicast"]),
    MessageAdvice("valid vrf name", ["required-key-missing"]),
    MessageAdvice("could not add VRF", ["interface-name-too-long", "interface-name-invalid"]),
    MessageAdvice("already has a master set", ["vrf-twice"]),
    MessageAdvice("dictionary must not have", ["flannel-delegate-invalid"]),
    MessageAdvice("dictionary, if present, must have", ["flannel-delegate-invalid"]),
  ]
}
