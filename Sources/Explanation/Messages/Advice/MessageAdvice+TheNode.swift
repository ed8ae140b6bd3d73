extension MessageAdvice {
  /// What the node lacks, whatever the files say.
  static let ofTheNode: [MessageAdvice] = [
    MessageAdvice(
      "failed to Statfs", [], netnsIsGone, cause: "the network namespace of the pod is gone", isEveryday: true),
    MessageAdvice("unknown FS magic on", [], netnsIsGone, cause: "the network namespace of the pod is gone"),
    MessageAdvice("failed to open netns", [], netnsIsGone, cause: "the network namespace of the pod is gone"),
    MessageAdvice(
      "exec: iptables: executable file not found", [], installIPTables, cause: noIPTables),
    MessageAdvice("failed to locate iptables", [], installIPTables, cause: noIPTables),
    MessageAdvice(
      "could not find nftables binary", [], "apt-get install nftables, or choose the backend iptables",
      cause: "the backend nftables runs nft, and the runtime's PATH has none"),
    MessageAdvice(
      "can t initialize iptables table", [],
      "modprobe ip_tables iptable_nat, and ip6table_nat for IPv6; or a kernel that has them",
      cause: "the kernel lacks a module of iptables", isEveryday: true),
    MessageAdvice(
      "is incompatible use nft tool", [],
      "update-alternatives --display iptables; let every program of the node use the same one",
      cause: "nft has made rules that iptables cannot read: two kinds of iptables are in use", isEveryday: true),
    MessageAdvice(
      "xtables lock", [],
      "look for a program that holds it for long: kube-proxy with many rules, a firewall of the node",
      cause: "another program is changing iptables at the same time", isEveryday: true),
    MessageAdvice(
      "RULE_INSERT failed", [], "update-alternatives --display iptables; lsmod | grep xt_",
      cause: "iptables over nftables refuses a rule: the kernel lacks a match, or two kinds of iptables are in use"),
    MessageAdvice(
      "Couldn t load match", [], "modprobe xt_comment xt_multiport; kernels of small machines and of WSL lack some",
      cause: "the kernel lacks a match of iptables that portmap and masquerading use"),
    MessageAdvice(
      "enable IP forwarding", [], "sysctl net.ipv4.ip_forward=1 on the machine around the container",
      cause: "/proc/sys is read-only: the node is a container itself", isEveryday: true),
    MessageAdvice("run flannel subnet.env", [], askFlannel, cause: noFlannelSubnet),
    MessageAdvice("loadFlannelSubnetEnv failed", [], askFlannel, cause: noFlannelSubnet),
  ]

  private static let netnsIsGone =
    "the pod was stopped meanwhile; where it comes again and again, an agent in a container lacks the mount /var/run/netns"
  private static let noIPTables = "bridge, ptp, portmap and firewall run iptables, and the runtime's PATH has none"
  private static let installIPTables = "apt-get install iptables, and restart the runtime"
  private static let noFlannelSubnet = "flanneld has not got a subnet for the node yet, or does not run"
  private static let askFlannel = "kubectl -n kube-flannel logs POD-OF-THIS-NODE"
}
