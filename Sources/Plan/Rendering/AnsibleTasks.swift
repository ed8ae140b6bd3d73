import Emission
import PlainText

/// The tasks of a step.
enum AnsibleTasks {
  static func tasks(for step: Step, from delivery: FileDelivery) -> [YAML] {
    switch step.action {
    // Copies that replace others need no cnigen on the node, and ask nobody.
    case .preview: []
    // A run goes forward only.
    case .rollBack: []
    case .drain:
      [
        control(
          step.title,
          ["kubectl", "drain", host, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=10m"])
      ]
    case .uncordon: [control(step.title, ["kubectl", "uncordon", host])]
    case .stopContainers: stopContainers(step)
    case .startContainers: [task(step.title, "ansible.builtin.shell", "{{ cnigen_start_containers }}")]
    case .check where step.place == .node: [command(step.title, words(step), [.init("changed_when", .bool(false))])]
    case .check:
      [control(step.title, ["kubectl", "wait", "--for=condition=Ready", "node/\(host)", "--timeout=5m"])]
    case .askForNetworks(let question): askForNetworks(step.title, question)
    case .stopKubelet: [command(step.title, ["systemctl", "stop", "kubelet"])]
    case .stopContainerd: [command(step.title, ["systemctl", "stop", "containerd"])]
    case .startServices: [command(step.title, words(step))]
    case .restartContainerd: [command(step.title, ["systemctl", "restart", "containerd"])]
    case .stopPods: [task(step.title, "ansible.builtin.shell", step.commands.joined(separator: " && "))]
    case .render(let rendered, let restartsKubelet):
      (rendered.removed.map { file(FilePlacement(name: "", path: $0, isRemoved: true), from: delivery) } ?? [])
        + (restartsKubelet ? [command(step.title, ["systemctl", "restart", "kubelet"])] : [])
    case .deleteBridge(let bridge, let onlyIfEmpty): [deleteBridge(step, onlyIfEmpty ? nil : bridge)]
    case .removeLeases(let folder):
      [task(step.title, "ansible.builtin.shell", NodeSteps.removal(ofLeases: "\(shellRoot)\(quoted(folder))"))]
    case .replacePlugins(let replacement, let folder): plugins(step.title, replacement, folder)
    case .replaceContainerd(let install, let release, let stopsAgain):
      [
        task(
          step.title, "ansible.builtin.command",
          "{{ cnigen_upgrade_containerd | default('\(install) containerd.io=\(release)-*') }}")
      ] + (stopsAgain ? tasks(for: NodeSteps.stopContainerd, from: delivery) : [])
    case .writeFiles(let files, _), .removeFiles(let files): files.flatMap { file($0, from: delivery) }
    }
  }

  /// The words of a step's only command, which needs no shell.
  private static func words(_ step: Step) -> [String] {
    step.commands.joined().split(separator: " " as Character).map(String.init)
  }

  /// How they are stopped and started is asked for before anything is done to the node.
  private static func stopContainers(_ step: Step) -> [YAML] {
    let variables = ["cnigen_stop_containers", "cnigen_start_containers"]
    return [
      task(
        "\(step.title): how is known", "ansible.builtin.assert",
        [
          ("that", .sequence(variables.map { .string("\($0) is defined") })),
          (
            "fail_msg",
            .string("\(variables.joined(separator: " and ")) have to be commands; nothing was done to this node")
          ), ("quiet", .bool(true)),
        ]),
      task(step.title, "ansible.builtin.shell", "{{ cnigen_stop_containers }}"),
      .mapping([
        .init("name", .string("\(step.title): none runs any more")),
        .init("ansible.builtin.shell", .string(step.commands.joined(separator: " && "))),
        .init("register", .string("running")), .init("failed_when", .string("running.stdout != ''")),
        .init("changed_when", .bool(false)),
      ]),
    ]
  }

  private static let host = "{{ inventory_hostname }}"
  private static let root = "{{ cnigen_root | default('') }}"
  /// The same as a part of a shell's word.
  private static let shellRoot = "{{ cnigen_root | default('') | quote }}"

  /// Text of a profile, of which Ansible takes nothing for an expression of its own.
  private static func literal(_ text: String) -> String {
    ["{{", "{%", "{#"].reduce(text) { $0.replacing(text: $1, with: "{{ '\($1)' }}") }
  }

  /// A text in an expression.
  private static func text(_ text: String) -> String {
    "'" + text.replacing(text: "\\", with: "\\\\").replacing(text: "'", with: "\\'") + "'"
  }

  private static func task(_ name: String, _ module: String, _ text: String) -> YAML {
    .mapping([.init("name", .string(literal(name))), .init(module, .string(text))])
  }

  private static func task(_ name: String, _ module: String, _ options: [(String, YAML)], _ more: [YAML.Member] = [])
    -> YAML
  {
    .mapping(
      [.init("name", .string(literal(name))), .init(module, .mapping(options.map { YAML.Member($0.0, $0.1) }))] + more)
  }

  private static func command(_ name: String, _ words: [String], _ more: [YAML.Member] = []) -> YAML {
    task(name, "ansible.builtin.command", [("argv", .sequence(words.map { .string($0) }))], more)
  }

  /// What is run where kubectl is.
  private static func control(_ name: String, _ words: [String]) -> YAML {
    command(
      name, words,
      [
        .init("delegate_to", .string("{{ cnigen_control | default('localhost') }}")),
        .init("become", .bool(false)),
      ])
  }

  private static func quoted(_ text: String) -> String { literal(ShellWord.quoted(text)) }

  /// - Parameter bridge: the bridge that goes in any case; `nil` where the step's own command decides.
  private static func deleteBridge(_ step: Step, _ bridge: String?) -> YAML {
    let more: [YAML.Member] = [
      .init("register", .string("deleted")),
      // It may never have been made: no pod was started since the machine was.
      .init("failed_when", .string("deleted.rc != 0 and 'Cannot find device' not in deleted.stderr")),
    ]
    if let bridge { return command(step.title, ["ip", "link", "delete", literal(bridge)], more) }
    let line = literal(step.commands.joined(separator: " && "))
    return .mapping(
      [.init("name", .string(literal(step.title))), .init("ansible.builtin.shell", .string(line))] + more)
  }

  /// It is asked again for two minutes: containerd takes a moment after its start, and a network from a template comes
  /// with kubelet.
  private static func askForNetworks(_ name: String, _ question: NetworkQuestion) -> [YAML] {
    let texts = question.held.map { held in
      (
        "\(name): \(held.network)",
        NetworkQuestion.isSame(
          literal(NetworkQuestion.text(of: held.network)), as: "\(shellRoot)\(quoted(held.path))")
      )
    }
    return ([(name, literal(question.isLoaded))] + texts).map { name, condition in
      .mapping([
        .init("name", .string(literal(name))),
        .init("ansible.builtin.shell", .string(condition)),
        .init("register", .string("asked")), .init("until", .string("asked.rc == 0")),
        .init("retries", .integer(60)), .init("delay", .integer(2)), .init("changed_when", .bool(false)),
      ])
    }
  }

  /// The variable that says where an archive lies: that of the release which most plugins are of has the plain name.
  static func archiveVariable(of replacement: PluginReplacement) -> String {
    let suffix = "\(replacement.release)".map { $0.isLetter || $0.isNumber ? $0 : "_" }
    return "cnigen_plugins_archive" + (replacement.only.isEmpty ? "" : "_" + String(suffix))
  }

  private static func plugins(_ name: String, _ replacement: PluginReplacement, _ folder: String) -> [YAML] {
    let target = root + literal(folder)
    let (place, room) = ("\(shellRoot)\(quoted(folder))", "\(shellRoot)\(quoted("\(folder).new"))")
    let usual =
      "'cni-plugins-linux-' ~ (cnigen_architecture | default('amd64')) ~ '-v\(replacement.release).tgz'"
    let archive = "{{ \(archiveVariable(of: replacement)) | default(\(usual)) }}"
    return [
      task(
        "\(name): make room", "ansible.builtin.file",
        [("path", .string("\(target).new")), ("state", .string("directory")), ("mode", .string("0755"))]),
      task(
        "\(name): unpack", "ansible.builtin.unarchive",
        [("src", .string(archive)), ("dest", .string("\(target).new"))],
        // There is no folder to unpack into.
        [.init("when", .string("not ansible_check_mode"))]),
      task(
        "\(name): put in place", "ansible.builtin.shell",
        replacement.moving(from: room, to: place)),
    ]
  }

  /// Under another name in the same folder, then renamed: containerd does not notice a file that is moved in from
  /// elsewhere, which is what the copy module does by itself.
  private static func file(_ file: FilePlacement, from delivery: FileDelivery) -> [YAML] {
    let path = root + literal(file.path)
    if file.isRemoved {
      return [
        task(
          "Remove \(file.path)", "ansible.builtin.file", [("path", .string(path)), ("state", .string("absent"))])
      ]
    }
    let folder = root + literal(NodePaths.split(file.path).folder ?? "")
    let temporary = root + literal(file.temporaryPath)
    let source = "{{ cnigen_files | default(\(text(delivery.folder))) }}\(delivery.hasNodes ? "/\(host)" : "")"
    return [
      task(
        "Make the folder of \(file.path)", "ansible.builtin.file",
        [("path", .string(folder)), ("state", .string("directory"))]),
      task(
        "Bring \(file.path)", "ansible.builtin.copy",
        [
          ("src", .string("\(source)/\(literal(file.name))")),
          ("dest", .string(temporary)),
          ("mode", .string("0644")),
        ],
        [.init("when", .string("not ansible_check_mode"))]),
      command("Put \(file.path) in place", ["mv", "-f", temporary, path]),
    ]
  }
}
