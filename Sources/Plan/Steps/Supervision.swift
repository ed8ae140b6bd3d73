/// Who keeps the containers of a node running, and so empties and fills it again.
enum Supervision {
  /// Kubernetes: pods are moved with kubectl, and kubelet starts them.
  case kubernetes
  /// Whatever the site has, such as units of systemd or nerdctl: the plan says when, and the site knows how.
  case site

  /// What takes the containers off a node.
  ///
  /// - Parameter completely: whether those go, too, that a drain leaves.
  func emptying(completely: Bool) -> [Step] {
    switch self {
    case .kubernetes: [NodeSteps.drain, NodeSteps.stopKubelet] + (completely ? [NodeSteps.stopPods] : [])
    case .site: [Self.stopContainers]
    }
  }

  /// What starts containerd again, and what comes with it.
  var start: Step {
    switch self {
    case .kubernetes: NodeSteps.start
    case .site:
      Step(
        action: .startServices, title: "Start containerd", place: .node, commands: ["systemctl start containerd"],
        why: NodeSteps.start.why)
    }
  }

  /// What lets containers back on the node.
  var filling: Step {
    switch self {
    case .kubernetes: NodeSteps.uncordon
    case .site:
      Step(
        action: .startContainers, title: "Start the containers", place: .node, commands: [],
        why: "by what stopped them, and only where the check before it said yes")
    }
  }

  /// - Parameter whileStopped: whether kubelet is started later anyway.
  /// - Returns: `nil` where nothing is to be done.
  func render(_ rendered: RenderedNetwork, whileStopped: Bool) -> Step? {
    NodeSteps.render(rendered, restartsKubelet: self == .kubernetes && rendered.isRendered && !whileStopped)
  }

  /// - Parameter folder: where containerd finds its networks.
  func check(in folder: String) -> Step {
    switch self {
    case .kubernetes: NodeSteps.check(in: folder)
    case .site:
      Step(
        action: .check, title: "Check the node", place: .node, commands: ["systemctl is-active containerd"],
        why: """
          and: cnigen validate \(ShellWord.quoted(folder)), without an error; the next wave begins only when new containers \
          on every node of this one have addresses
          """)
    }
  }

  /// Whether somebody on the node speaks to containerd's CRI, which loads networks for it alone.
  var usesCRI: Bool { self == .kubernetes }

  /// The steps of both supervisions that begin to let containers back.
  static func isFilling(_ step: Step) -> Bool { [.uncordon, .startContainers].contains(step.action) }

  private static let stopContainers = Step(
    action: .stopContainers, title: "Stop the containers", place: .node, commands: [runningContainers],
    why: """
      by what keeps them running (units of systemd, nerdctl, your own), and leave it stopped: they are detached while \
      the old configuration is in force. Then the command, which lists what still runs, has to print nothing
      """)

  /// Prints the containers that run, in all namespaces of containerd.
  private static let runningContainers =
    "for space in $(ctr namespaces list --quiet); do ctr --namespace \"$space\" tasks list --quiet; done"
}
