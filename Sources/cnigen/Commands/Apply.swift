import ArgumentParser

/// `cnigen apply`: puts the files of a profile in place on this node.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Put a profile's files in place on this node, after checking them against what is installed here.",
    discussion: """
      The plugins and the containerd of the node are asked what they can do, the profile is built for exactly that, and \
      only then are files written: those that cnigen applied before are replaced, those of others are never touched. \
      containerd notices each file as a whole. What was there before is kept, and `cnigen rollback` puts it back. A run \
      that was interrupted is finished by the next one, after the same checks.

      Nothing is written where a file of somebody else would win over ours, stands in its place, or keeps containerd from \
      loading its folder; and nothing where one of ours was changed by hand. containerd is never restarted: where its own \
      config changes, the last line says what to type. A network that the running containerd needs until then, because \
      the new config names another folder, stays, and the next apply removes it.

      Exit status: 0 done, or nothing to do; 1 there is something in the way, or --check found something to do; 64 wrong \
      usage; 66 an input cannot be read; 73 a file cannot be written; 77 this user may not: run it as root.
      """)

  @Argument(
    help: ArgumentHelp("A profile or a fleet; cnigen.yaml if not given.", valueName: "file"), completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp("The node of a fleet; the one of this machine's name if not given.", valueName: "name"),
    completion: .nodes)
  var node: String?

  @Option(
    help: ArgumentHelp("The folder that is / of the node, for building images.", valueName: "dir"),
    completion: .directory)
  var root = "/"

  @Flag(
    name: .customLong("try"),
    help: "Attach throw-away containers first, as cnigen try does, and go on if all is well; not with --root.")
  var triesFirst = false

  @Flag(
    name: [.customLong("check"), .customLong("dry-run")],
    help: "Write nothing and lock nothing; list what would be done.")
  var check = false

  @Flag(
    help: ArgumentHelp(
      "Replace files of ours that somebody changed, and networks of others in their places; rollback brings them back. "
        + "A config of somebody else is never replaced."))
  var force = false

  @OptionGroup(title: "Target, in place of what is found")
  var target: TargetOptions

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func run() throws {
    try ApplyRun(
      path: file ?? DefaultProfile.required(), node: node, root: root, triesFirst: triesFirst, check: check,
      force: force, target: target.stated, report: report.report
    )
    .run()
  }
}

/// `cnigen rollback`: what was there before the last apply.
struct Rollback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Put back the files that this node had before the last apply.",
    discussion: """
      Exactly the files of the time before come back, in the same way as apply writes them. A second rollback goes forward \
      again. An apply that was interrupted is undone. A network that the running containerd needs until it is restarted \
      stays, and the next apply removes it.

      Exit status: 0 done; 1 there is nothing before, or a file was changed by hand; 73 a file cannot be written; 77 this \
      user may not: run it as root.
      """)

  @Option(
    help: ArgumentHelp("The folder that is / of the node.", valueName: "dir"), completion: .directory)
  var root = "/"

  @Flag(help: "Replace files that somebody changed since.")
  var force = false

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func run() throws { try RollbackRun(root: root, force: force, report: report.report).run() }
}
