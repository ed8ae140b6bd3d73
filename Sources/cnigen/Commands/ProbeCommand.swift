import ArgumentParser

/// `cnigen probe`: asks the programs of a node what they can do.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Ask the plugins and containerd of this machine what they can do, and write it down.",
    discussion: """
      Starts every plugin with CNI_COMMAND=VERSION and containerd with --version, each for two seconds at most, looks \
      into their files, and writes a Capabilities document: build against it anywhere with target: {capabilities: \
      FILE}. With --check nothing is written: the document's lines are held against the node as it is now, and what \
      has changed is told.

      Without --bin-dir the folders are those of CNI_PATH, of containerd's config, and /opt/cni/bin, /usr/lib/cni and \
      /usr/libexec/cni. It needs no root, but sees no more than its user does.

      Exit status: 0 done, or nothing has changed; 1 something has; 64 wrong usage; 66 what was named cannot be read; \
      73 the document cannot be written.
      """)

  @Option(
    name: .customLong("bin-dir"),
    help: ArgumentHelp(
      "A folder of plugins; several in the order in which a runtime looks through them.", valueName: "dir"),
    completion: .directory)
  var binDirs: [String] = []

  @Option(help: ArgumentHelp("The program containerd.", valueName: "path"), completion: .file())
  var containerd: String?

  @Option(
    help: ArgumentHelp("Where the node's file system is mounted; all paths begin there.", valueName: "dir"),
    completion: .directory)
  var root = "/"

  @Option(help: ArgumentHelp("The node's name in the document; without it the host's.", valueName: "name"))
  var name: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Write nothing; tell what has changed since this document was written.", valueName: "file"),
    completion: .file())
  var check: String?

  @OptionGroup(title: "Findings")
  var report: ReportOptions

  func validate() throws {
    if check != nil, output != nil || name != nil {
      throw ValidationError("--check writes nothing: leave out -o and --name.")
    }
    if output?.isEmpty ?? false { throw ValidationError("-o takes the name of a file, or - for standard output.") }
  }

  func run() throws {
    try ProbeRun(
      binDirs: binDirs, containerd: containerd, root: root, name: name, output: output ?? "-", check: check,
      report: report.report
    )
    .run()
  }
}
