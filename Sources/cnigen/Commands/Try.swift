import ArgumentParser

/// `cnigen try`: proves a network before a node gets it.
struct Try: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Attach throw-away containers with the real plugins, and look whether the network does what it promises.",
    discussion: """
      A node, two containers and a machine outside are made up in namespaces of their own, the plugins of this machine \
      are called as containerd calls them, and then the kernel is looked at: addresses, routes, gateway, masquerade, \
      host ports, MTU, limits, and what is left after the containers are gone. Each line of the report is what was \
      promised and what was seen, at the line of the profile or conflist that promised it.

      Nothing of the machine is touched: plugins see its files, can write none of them, and everything ends with this \
      command, however it ends. It needs root, or a kernel that lets users make namespaces.

      Exit status beside the usual ones: 1 something promised was not seen; 69 the kernel or the machine lacks what the \
      network needs, so that nothing can be said about it; 77 this user may make no namespaces.
      """)

  @Argument(
    help: ArgumentHelp("A profile, a fleet (with --node), or a conflist; cnigen.yaml if not given.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("The node of a fleet to try.", valueName: "name"), completion: .nodes)
  var node: String?

  @Option(
    name: .customLong("bin-dir"),
    help: ArgumentHelp(
      "A folder of plugins, looked through before any later one; if not given, the profile's binDirs, CNI_PATH, "
        + "/opt/cni/bin, /usr/lib/cni and /usr/libexec/cni.", valueName: "dir"),
    completion: .directory)
  var binDirs: [String] = []

  @Flag(help: "Expect ports of the node to lead to containers even where the network has no port mappings.")
  var ports = false

  @Flag(help: "Leave the containers attached, and print how to look around and how to remove everything.")
  var keep = false

  @Option(help: ArgumentHelp("The form of the report.", valueName: "text|json|junit"))
  var emit = TryRun.Form.text

  @OptionGroup(title: "Target")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func run() throws {
    try TryRun(
      path: file ?? DefaultProfile.required(), node: node, binDirs: binDirs, expectsPorts: ports, keeps: keep,
      form: emit, target: target.stated, report: report.report
    )
    .run()
  }
}

extension TryRun.Form: ExpressibleByArgument {}
