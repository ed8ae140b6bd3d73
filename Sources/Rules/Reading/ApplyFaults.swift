import Diagnostics

extension Rule {
  /// What stands in the way of files that are to be put on a node.
  static let applyRules: [Rule] = [
    Rule(
      reading: "applied-file-edited", .error, "a file that was changed by hand since cnigen applied it",
      effect: "applying puts the profile's file in its place, and the change is lost without anybody having seen it.",
      wrong: "vi /etc/cni/net.d/10-pods.conflist && cnigen apply profile.yaml",
      right: "cnigen import /etc/cni/net.d -o profile.yaml && cnigen apply profile.yaml"),
    Rule(
      reading: "foreign-file-in-place", .error, "a file of somebody else where ours is to be",
      effect: """
        what it says would be gone. A config.toml may hold settings that have nothing to do with CNI, so apply never \
        replaces it, not with --force either.
        """,
      wrong: "containerd: {binDirs: [/usr/lib/cni]}  # and there is a config.toml",
      right: "containerd: {binDirs: [/usr/lib/cni], dropIn: 50-cni.toml}"),
    Rule(
      reading: "foreign-network-wins", .error, "a network of somebody else that containerd takes in place of ours",
      effect: "containerd takes the first files of its folder by name; pods go on getting the other network, or none.",
      wrong: "/etc/cni/net.d/05-old.conflist and /etc/cni/net.d/10-pods.conflist",
      right: "/etc/cni/net.d/10-pods.conflist"),
    Rule(
      reading: "rendered-network-wins", .warning, "a network that containerd rendered and takes in place of ours",
      effect: """
        containerd writes 10-containerd-net.conflist from conf_template and never removes it: where the networks come as \
        files from now on, it stays among them, and wins over every name behind it.
        """,
      wrong: "/etc/cni/net.d/10-containerd-net.conflist and /etc/cni/net.d/10-pods.conflist",
      right: "/etc/cni/net.d/10-pods.conflist"),
    Rule(
      reading: "foreign-network-beside", .warning, "a network of somebody else that pods get beside ours",
      effect: "with max_conf_num above 1 containerd attaches pods to every file that it opens.",
      wrong: "max_conf_num = 2, and /etc/cni/net.d/20-other.conflist", right: "/etc/cni/net.d/10-pods.conflist"),
    Rule(
      reading: "applied-network-idle", .warning, "a network of ours that containerd does not open",
      effect: "it takes max_conf_num files of its folder, the first by name; pods do not get the others.",
      wrong: "max_conf_num = 1, and two networks in the profile", right: "containerd: {maxConfNum: 2}"),
    Rule(
      reading: "applied-dropin-unread", .error, "a drop-in that containerd's own config does not import",
      effect: """
        containerd follows the imports line of /etc/containerd/config.toml and nothing else; a drop-in that no line names, \
        or one without a config.toml, it passes over without a word. A warning where networks lie in the folder that it \
        looks into all the same; an error where it would look elsewhere.
        """,
      wrong: #"version = 3"#, right: #"version = 3\#nimports = ["/etc/containerd/conf.d/*.toml"]"#),
    Rule(
      reading: "node-without-containerd", .error, "a node of which nobody can tell which containerd it has",
      effect: "the networks cannot be checked against what will load them, so nothing is put there.",
      wrong: "cnigen apply profile.yaml --root /mnt/image",
      right: "cnigen apply profile.yaml --root /mnt/image --containerd 1.7.34"),
    Rule(
      reading: "apply-of-several-targets", .error, "files for several targets, where a node is on one",
      effect: "nobody can tell which of them the node is to get.",
      wrong: "targets: {old: {containerd: 1.7.34}, new: {containerd: 2.1.9}}", right: "target: {containerd: 2.1.9}"),
  ]
}
