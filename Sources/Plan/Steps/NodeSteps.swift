import CNIModel
import Catalogue

/// The steps, with their commands.
enum NodeSteps {
  /// - Parameter command: what applies the files later.
  static func preview(_ command: String) -> Step {
    Step(
      action: .preview, title: "Look whether the files can be written", place: .node, commands: ["\(command) --check"],
      why: """
        it lists what it would write, and exits with 1 for that; where it tells an error, stop here and mend that first: \
        nothing is done yet
        """)
  }

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

  static func replacePlugins(_ replacement: PluginReplacement, folder: String) -> Step {
    let (place, room) = (ShellWord.quoted(folder), ShellWord.quoted("\(folder).new"))
    return Step(
      action: .replacePlugins(replacement, folder: folder),
      title: "Replace \(replacement.words)", place: .node,
      commands: [
        "mkdir -p \(room)",
        "tar -xzf cni-plugins-linux-$(dpkg --print-architecture)-v\(replacement.release).tgz -C \(room)",
        replacement.moving(from: room, to: place),
      ],
      why: "each binary is replaced by renaming, so that nobody runs a half of one")
  }

  /// - Parameter stopsAgain: whether the files come after it, so that a containerd that its package has started would
  ///   go on with the old ones.
  static func replaceContainerd(from old: Target, to new: Target, stopsAgain: Bool) -> Step {
    let release = "\(new.containerd.version)"
    let install = packages(release, isOlder: new.containerd.version < old.containerd.version)
    return Step(
      action: .replaceContainerd(install: install, release: release, stopsAgain: stopsAgain),
      title: "Replace containerd: \(old.containerd.version) by \(release)", place: .node,
      commands: ["\(install) 'containerd.io=\(release)-*'"] + (stopsAgain ? stopContainerd.commands : []),
      why: """
        or as your distribution has it; config.toml is kept without a question, and \
        \(stopsAgain
          ? "a containerd that the package starts by itself has to stop until the files are there"
          : "a package that starts containerd by itself does no harm")
        """)
  }

  private static func packages(_ release: String, isOlder: Bool) -> String {
    "apt-get install --yes\(isOlder ? " --allow-downgrades" : "") --option Dpkg::Options::=--force-confold"
  }

  /// - Parameter command: what applies them; `nil` where they are copied.
  static func writeFiles(_ files: [FilePlacement], by command: String?, else delivery: FileDelivery) -> Step {
    let written = files.filter { !$0.isRemoved }.map(\.path)
    let removed = files.filter(\.isRemoved).map { "without \($0.path)" }
    return Step(
      action: .writeFiles(files, isApplied: command != nil), title: "Write the files", place: .node,
      commands: command.map { [$0] } ?? delivery.copies(of: files),
      why: """
        \((written + removed).joined(separator: ", ")); \
        \(command == nil ? copied(delivery) : "built for the releases that the node ends with")
        """)
  }

  /// - Parameter command: what applies the files, and now finds that these may go; `nil` where they are removed by hand.
  static func removeFiles(_ files: [FilePlacement], by command: String?, else delivery: FileDelivery) -> Step {
    Step(
      action: .removeFiles(files), title: "Remove what containerd needed until now", place: .node,
      commands: command.map { [$0] } ?? files.map { "rm -f \(ShellWord.quoted($0.path))" },
      why: """
        \(files.map(\.path).joined(separator: ", ")): until its start it went by the config of before, and without them \
        it would have had no network\(command == nil ? "" : "; the same command again removes what it has left")
        """)
  }

  static let rollBack = Step(
    action: .rollBack, title: "Put the files back", place: .node, commands: ["cnigen rollback"],
    why: """
      what was there before the last cnigen apply comes back, and an apply that was interrupted is undone; leave it out \
      where that apply ended with an error: it has changed nothing, and this would undo the one before it
      """)

  private static func copied(_ delivery: FileDelivery) -> String {
    let origin =
      delivery.document.map {
        " (made by: cnigen build \(ShellWord.quoted($0)) -o \(ShellWord.quoted(delivery.folder)))"
      } ?? ""
    return """
      \(delivery.archive ?? delivery.folder)\(origin) has to lie on the node; each file comes under another name first, \
      since containerd does not notice one that is moved in from elsewhere
      """
  }

  /// - Parameter restartsKubelet: whether kubelet runs, so that it has to hand over the pod CIDR once more.
  /// - Returns: `nil` where nothing is to be done.
  static func render(_ rendered: RenderedNetwork, restartsKubelet: Bool) -> Step? {
    let removal = rendered.removed.map { ["rm -f \(ShellWord.quoted($0))"] } ?? []
    let commands = removal + (restartsKubelet ? ["systemctl restart kubelet"] : [])
    guard !commands.isEmpty else { return nil }
    return Step(
      action: .render(rendered, restartsKubelet: restartsKubelet),
      title: rendered.isRendered ? "Have the template rendered" : "Remove what was rendered from the template",
      place: .node, commands: commands,
      why: rendered.isRendered
        ? """
        containerd renders it while its folder has no network that loads, and when kubelet hands over the pod CIDR at its \
        start. Pods go on running meanwhile, and none starts
        """
        : "containerd would go on taking it")
  }

  static func deleteBridge(_ name: String) -> Step {
    Step(
      action: .deleteBridge(name, onlyIfEmpty: false), title: "Delete the bridge \(name)", place: .node,
      commands: ["ip link delete \(ShellWord.quoted(name))"],
      why: "it keeps what does not fit; the next pod makes it anew")
  }

  /// A bridge that is no longer named anywhere. Somebody may have put a device of the machine on it, which then is cut
  /// off with it.
  static func deleteUnusedBridge(_ name: String) -> Step {
    let word = ShellWord.quoted(name)
    return Step(
      action: .deleteBridge(name, onlyIfEmpty: true), title: "Delete the old bridge \(name)", place: .node,
      commands: ["test -n \"$(ip -o link show master \(word))\" || ip link delete \(word)"],
      why: """
        new pods come elsewhere, and it would keep its address and a route to the pods' subnet; where a device is still on \
        it, which is no pod's, it is left alone
        """)
  }

  static func removeLeases(_ folder: String) -> Step {
    Step(
      action: .removeLeases(folder), title: "Remove the old leases in \(folder)", place: .node,
      commands: [removal(ofLeases: ShellWord.quoted(folder))],
      why: """
        no pod has an address of them any more, and nobody would give back what still lies there: a network that comes back \
        to this folder would go on avoiding it
        """)
  }

  /// Removes what host-local keeps in a store: a file for each address, and two of its own. Anything else, which a folder
  /// of one's own choice may have, stays.
  ///
  /// - Parameter place: the store's folder, as a word of a shell.
  static func removal(ofLeases place: String) -> String {
    let files = ["lock", "last_reserved_ip.*", "*.*.*.*", "*:*"].map { "\(place)/\($0)" }.joined(separator: " ")
    return "if test -d \(place); then rm -f \(files); rmdir --ignore-fail-on-non-empty \(place); fi"
  }

  static func askForNetworks(_ question: NetworkQuestion) -> Step {
    let what = question.names.joined(separator: ", ")
    return Step(
      action: .askForNetworks(question), title: "Ask containerd for its networks", place: .node,
      commands: question.commands,
      why: """
        it has to have loaded \(what)\(question.held.isEmpty ? "" : ", word for word as the file has it"): it is ready as soon \
        as any file can be read, and stays so with the old network where it no longer watches its folder. Each command \
        waits up to two minutes; where one fails, crictl info tells why (conditions, lastCNILoadStatus, cniconfig)
        """)
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
