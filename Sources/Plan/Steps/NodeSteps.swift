import CNIModel
import Catalogue

/// The steps, with their commands.
enum NodeSteps {
  static let drain = Step(
    action: .drain, title: "Cordon and drain the node", place: .control,
    commands: ["kubectl drain \"$NODE\" --ignore-daemonsets --delete-emptydir-data --timeout=10m"],
    why: "its pods are detached while the old configuration is in force; pods of daemon sets stay")

  static let stopKubelet = Step(
    action: .stopKubelet, title: "Stop kubelet", place: .node, commands: ["systemctl stop kubelet"],
    why: "nothing starts pods again while the files change")

  static let stopPods = Step(
    action: .stopPods, title: "Stop the pods that are left", place: .node,
    commands: ["crictl pods --state Ready --quiet | xargs --no-run-if-empty crictl stopp"],
    why: "pods of daemon sets are detached by the old configuration too; kubelet makes them anew")

  static let stopContainerd = Step(
    action: .stopContainerd, title: "Stop containerd", place: .node, commands: ["systemctl stop containerd"],
    why: "it reads the new state as a whole when it starts")

  static let start = Step(
    action: .startServices, title: "Start containerd and kubelet", place: .node,
    commands: ["systemctl start containerd kubelet"], why: "containerd loads its config and its network now")

  static let restart = Step(
    action: .restartContainerd, title: "Restart containerd", place: .node,
    commands: ["systemctl restart containerd"], why: "it reads its config at its start alone; pods go on running")

  static let uncordon = Step(
    action: .uncordon, title: "Let pods back", place: .control, commands: ["kubectl uncordon \"$NODE\""],
    why: "only where the check before it said yes")

  static func replacePlugins(from old: Target, to new: Target, folder: String) -> Step {
    let release = "\(new.plugins.version)"
    let (place, room) = (ShellWord.quoted(folder), ShellWord.quoted("\(folder).new"))
    return Step(
      action: .replacePlugins(release: release, folder: folder),
      title: "Replace the plugins: \(old.plugins.version) by \(release)", place: .node,
      commands: [
        "mkdir -p \(room)",
        "tar -xzf cni-plugins-linux-$(dpkg --print-architecture)-v\(release).tgz -C \(room)",
        "mv -f \(room)/* \(place)/ && rmdir \(room)",
      ],
      why: "each binary is replaced by renaming, so that nobody runs a half of one")
  }

  static func replaceContainerd(from old: Target, to new: Target) -> Step {
    let release = "\(new.containerd.version)"
    return Step(
      action: .replaceContainerd(release: release),
      title: "Replace containerd: \(old.containerd.version) by \(release)", place: .node,
      commands: ["apt-get install --yes 'containerd.io=\(release)-*'"],
      why: "or as your distribution has it; keep the config.toml that stands there when it asks")
  }

  /// - Parameter isOfOneNode: whether the side has nodes with names.
  static func writeFiles(_ files: [FilePlacement], of side: String, isOfOneNode: Bool) -> Step {
    let written = files.filter { !$0.isRemoved }.map(\.path)
    let removed = files.filter(\.isRemoved).map { "without \($0.path)" }
    return Step(
      action: .writeFiles(files), title: "Write the files", place: .node,
      commands: ["cnigen apply \(ShellWord.quoted(side))" + (isOfOneNode ? " --node \"$NODE\"" : "")],
      why: """
        \((written + removed).joined(separator: ", ")); by hand: under another name in the same folder, then mv, since \
        containerd does not notice a file that is moved in from elsewhere
        """)
  }

  static func deleteBridge(_ name: String) -> Step {
    Step(
      action: .deleteBridge(name), title: "Delete the bridge \(name)", place: .node,
      commands: ["ip link delete \(ShellWord.quoted(name))"],
      why: "it keeps what does not fit; the next pod makes it anew")
  }

  static func check(in folder: String) -> Step {
    Step(
      action: .check, title: "Check the node", place: .control,
      commands: ["kubectl wait --for=condition=Ready \"node/$NODE\" --timeout=5m"],
      why: """
        and on the node: cnigen validate \(ShellWord.quoted(folder)); go on with the next wave only when every node of this one is Ready \
        and a pod on it has an address
        """)
  }
}
