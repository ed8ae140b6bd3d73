import Foundation
import TestSupport
import Testing

/// The playbook of a plan, carried out by a real Ansible. The nodes are network namespaces with a root folder each;
/// kubectl, systemctl and the like are programs that write down how they were called.
@Suite("Playbooks", .serialized, .enabled(if: Machine.wantsLive, Machine.skipped), .timeLimit(.minutes(5)))
struct PlaybookTests {
  private static let nodes = ["n-1", "n-2", "cp-1"]

  private static func fleet(
    _ releases: String, block: String, network: String = "pods", bridge: String = "cni0"
  ) -> String {
    """
    apiVersion: cnigen/v1
    kind: Fleet
    name: site
    profile:
      target: {\(releases)}
      network:
        name: \(network)
        bridge: {name: \(bridge), gateway: true, hairpin: true}
        addresses: {ranges: [10.88.0.0/16], routes: [default]}
      containerd: {binDirs: [/opt/cni/bin]}
    allocate: [{from: \(block), prefix: 24}]
    nodes: ["n-[1-2]", {name: cp-1, labels: {node-role.kubernetes.io/control-plane: ""}}]

    """
  }

  /// Two fleets, a playbook from one to the other, and the nodes.
  private struct Stage {
    let scratch: Scratch
    let namespaces: [Namespace]

    /// Runs the playbook; the programs of the stage come first on the search path.
    func play(_ arguments: [String] = []) throws -> Outcome {
      try run(
        "/usr/bin/env",
        [
          "--chdir=\(scratch.path)", "PATH=\(scratch("bin")):/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(scratch.path)",
          "LC_ALL=C.UTF-8", "LOG=\(scratch("log"))", "ROOTS=\(scratch("roots"))", "ANSIBLE_LOCALHOST_WARNING=false",
          "ANSIBLE_NOCOLOR=1",
          try Tools.program("ansible-playbook"), "-i", "inventory.json", "site.yml",
        ] + arguments, limit: 240)
    }

    /// What was called, in order: the node, and the words.
    var calls: [String] {
      let text = (try? String(contentsOfFile: scratch("log"), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map(String.init)
    }

    /// The bridges of a node.
    func bridges(_ node: Int) throws -> String { try namespaces[node].ip(["link", "show", "type", "bridge"]) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: scratch(path)) }
  }

  private func withStage(
    to new: String = fleet("containerd: 2.1.9, plugins: 1.7.1", block: "10.245.0.0/16"), planned options: [String] = [],
    _ body: (Stage) async throws -> Void
  ) async throws {
    try Machine.requireRoot()
    try Namespace.sweep()
    try await withScratch { scratch in
      let namespaces = try Self.nodes.map { try Namespace.make($0) }
      defer { for namespace in namespaces { namespace.remove() } }
      for namespace in namespaces { try namespace.ip(["link", "add", "cni0", "type", "bridge"]) }
      try scratch.file("old.yaml", Self.fleet("containerd: 1.6.20, plugins: 1.1.1", block: "10.244.0.0/16"))
      try scratch.file("new.yaml", new)
      try cnigen(["build", "new.yaml", "-q"], in: scratch.path).required()
      try cnigen(["plan", "old.yaml", "new.yaml", "--emit", "ansible", "-o", "site.yml"] + options, in: scratch.path)
        .required()
      try prepare(scratch, namespaces)
      try await body(Stage(scratch: scratch, namespaces: namespaces))
    }
  }

  private func prepare(_ scratch: Scratch, _ namespaces: [Namespace]) throws {
    var hosts: [String: Any] = [:]
    for (node, namespace) in zip(Self.nodes, namespaces) {
      try scratch.folder("roots/\(node)/opt/cni/bin")
      // Whatever is run on the node is run in its namespace.
      try program(
        scratch, "shells/\(node)",
        "export STANDS_ON=\(node)\nexec ip netns exec \(namespace.name) /bin/sh \"$@\"")
      hosts[node] = [
        "ansible_connection": "local", "ansible_python_interpreter": "/usr/bin/python3",
        "ansible_shell_executable": scratch("shells/\(node)"), "cnigen_root": scratch("roots/\(node)"),
        "cnigen_become": false, "cnigen_plugins_archive": scratch("plugins.tgz"),
      ]
    }
    let inventory = try JSONSerialization.data(withJSONObject: ["all": ["hosts": hosts]])
    try inventory.write(to: URL(filePath: scratch("inventory.json")))
    for name in ["kubectl", "systemctl", "crictl", "apt-get", "ctr", "stop-all", "start-all"] {
      try program(
        scratch, "bin/\(name)", "echo \"${STANDS_ON:-control}: \(name) $*\" >>\"$LOG\"\n\(Self.answers[name] ?? "")")
    }
    for name in ["bridge", "host-local"] { try scratch.file("plugins/\(name)", "new \(name)\n") }
    try run("/bin/tar", ["-czf", scratch("plugins.tgz"), "-C", scratch("plugins"), "bridge", "host-local"]).required()
  }

  /// What a node's containerd says of the network that lies there, where it is asked as plans have it.
  private static let answers = [
    "crictl": """
    network=$(cd "$ROOTS/$STANDS_ON/etc/cni/net.d" && ls | sed 's/^10-//; s/.conflist$//')
    case $5 in
      '\(conditions)') echo "RuntimeReady=true NetworkReady=true OK cni-loopback $network" ;;
      '{{range .cniconfig.Networks}}{{if eq .Config.Name "'$network'"}}{{.Config.Source}}{{end}}{{end}}')
        cat "$ROOTS/$STANDS_ON/etc/cni/net.d/10-$network.conflist" ;;
    esac
    """
  ]

  private static let conditions =
    "{{range .status.conditions}}{{.type}}={{.status}} {{end}}{{.lastCNILoadStatus}}{{range .cniconfig.Networks}} {{.Config.Name}}{{end}}"

  /// Writes another inventory, of the nodes but some, and with groups.
  private func inventory(_ stage: Stage, without missing: String? = nil, groups: [String: [String]] = [:]) throws {
    let text = try Data(contentsOf: URL(filePath: stage.scratch("inventory.json")))
    let whole = try #require(try JSONSerialization.jsonObject(with: text) as? [String: [String: Any]])
    var hosts = try #require(whole["all"]?["hosts"] as? [String: Any])
    if let missing { hosts[missing] = nil }
    let children = groups.mapValues { names in
      ["hosts": Dictionary(uniqueKeysWithValues: names.map { ($0, [String: String]()) })]
    }
    try JSONSerialization.data(withJSONObject: ["all": ["hosts": hosts, "children": children]])
      .write(to: URL(filePath: stage.scratch("inventory.json")))
  }

  @Test("Nothing is begun where a node is not in the inventory, or a group has a node's name")
  func guarded() async throws {
    try await withStage { stage in
      let whole = try Data(contentsOf: URL(filePath: stage.scratch("inventory.json")))
      try inventory(stage, without: "cp-1")
      let lacking = try stage.play()
      #expect(lacking.end != .exited(0) && lacking.output.contains("not in the inventory: cp-1; nothing was done"))
      try whole.write(to: URL(filePath: stage.scratch("inventory.json")))
      try inventory(stage, groups: ["n-2": ["n-1"], "edge": ["n-2"]])
      let grouped = try stage.play()
      #expect(grouped.end != .exited(0) && grouped.output.contains("and of groups in the inventory: n-2; nothing"))
      // A run that is limited to hosts or to tags is held back as well.
      let limits = [["--limit", "n-1"], ["--limit", "all:!cp-1"], ["--limit", "edge"], ["--tags", "files"]]
      for limit in limits {
        let limited = try stage.play(limit)
        #expect(
          limited.end != .exited(0) && limited.output.contains("groups in the inventory: n-2; nothing"), "\(limit)")
      }
      try whole.write(to: URL(filePath: stage.scratch("inventory.json")))
      try inventory(stage, without: "cp-1")
      let apart = try stage.play(["--limit", "n-1"])
      #expect(apart.end != .exited(0) && apart.output.contains("not in the inventory: cp-1; nothing was done"))
      #expect(stage.calls.isEmpty && !stage.exists("roots/n-1/etc"))
    }
  }

  @Test("A run that is limited to a node changes that one alone") func limited() async throws {
    try await withStage { stage in
      try stage.play(["--limit", "n-2"]).required()
      #expect(stage.calls.contains("n-2: systemctl start containerd kubelet"))
      #expect(!stage.calls.contains { $0.contains("n-1") || $0.contains("cp-1") })
      #expect(stage.exists("roots/n-2/etc/cni") && !stage.exists("roots/n-1/etc") && !stage.exists("roots/cp-1/etc"))
    }
  }

  private func program(_ scratch: Scratch, _ name: String, _ text: String) throws {
    let path = try scratch.file(name, "#!/bin/sh\n\(text)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  @Test("Ansible takes it, and a check touches nothing") func checked() async throws {
    try await withStage { stage in
      try stage.play(["--syntax-check"]).required()
      let outcome = try stage.play(["--check"])
      #expect(outcome.succeeded && !outcome.output.contains("unreachable=1"), "\(outcome)")
      #expect(stage.calls.isEmpty && !stage.exists("roots/n-1/etc") && !stage.exists("roots/n-1/opt/cni/bin.new"))
      for node in Self.nodes.indices { #expect(try stage.bridges(node).contains("cni0")) }
    }
  }

  @Test("Node after node gets its files, and the bridge is gone") func carriedOut() async throws {
    try await withStage { stage in
      try stage.play().required()
      for (number, node) in Self.nodes.enumerated() {
        for (name, path) in [("10-pods.conflist", "etc/cni/net.d"), ("config.toml", "etc/containerd")] {
          let made = try Data(contentsOf: URL(filePath: stage.scratch("out/\(node)/\(name)")))
          #expect(try Data(contentsOf: URL(filePath: stage.scratch("roots/\(node)/\(path)/\(name)"))) == made)
          let lying = try FileManager.default.contentsOfDirectory(atPath: stage.scratch("roots/\(node)/\(path)"))
          #expect(lying == [name], "nothing else is left there")
        }
        let plugins = stage.scratch("roots/\(node)/opt/cni/bin")
        #expect(try String(contentsOfFile: "\(plugins)/bridge", encoding: .utf8) == "new bridge\n")
        #expect(!stage.exists("roots/\(node)/opt/cni/bin.new"))
        #expect(try !stage.bridges(number).contains("cni0"))
      }
      let expected = Self.nodes.flatMap { node in
        [
          "control: kubectl drain \(node) --ignore-daemonsets --delete-emptydir-data --timeout=10m",
          "\(node): systemctl stop kubelet", "\(node): crictl pods --state Ready --quiet",
          "\(node): systemctl stop containerd",
          "\(node): apt-get install --yes --option Dpkg::Options::=--force-confold containerd.io=2.1.9-*",
          "\(node): systemctl start containerd kubelet",
          "\(node): crictl info --output go-template --template \(Self.conditions)",
          "\(node): crictl info --output go-template --template {{range .cniconfig.Networks}}{{if eq .Config.Name \"pods\"}}{{.Config.Source}}{{end}}{{end}}",
          "control: kubectl wait --for=condition=Ready node/\(node) --timeout=5m", "control: kubectl uncordon \(node)",
        ]
      }
      #expect(stage.calls == expected)
    }
  }

  @Test("What the old names left on a node is gone, and nothing else") func oldNames() async throws {
    let new = Self.fleet(
      "containerd: 1.6.20, plugins: 1.1.1", block: "10.244.0.0/16", network: "fabric", bridge: "br-pods")
    try await withStage(to: new) { stage in
      // The first node has leases; the second has somebody's file with them, and a device on its bridge; the third has
      // neither a store nor a bridge.
      for (node, names) in [
        ("n-1", ["lock", "last_reserved_ip.0", "10.244.1.7", "fd00::7"]), ("n-2", ["lock", "10.244.2.9", "notes"]),
      ] {
        for network in ["pods", "other"] {
          try stage.scratch.folder("roots/\(node)/var/lib/cni/networks/\(network)")
          for name in names { try stage.scratch.file("roots/\(node)/var/lib/cni/networks/\(network)/\(name)", "x\n") }
        }
      }
      try stage.namespaces[1].ip(["link", "add", "up0", "type", "veth", "peer", "name", "up1"])
      try stage.namespaces[1].ip(["link", "set", "up0", "master", "cni0"])
      try stage.namespaces[2].ip(["link", "delete", "cni0"])
      try stage.play().required()
      let left = { (path: String) in
        try FileManager.default.contentsOfDirectory(atPath: stage.scratch("roots/\(path)")).sorted()
      }
      #expect(try left("n-1/var/lib/cni/networks") == ["other"])
      #expect(try left("n-2/var/lib/cni/networks") == ["other", "pods"])
      #expect(try left("n-2/var/lib/cni/networks/pods") == ["notes"])
      #expect(
        try left("n-1/var/lib/cni/networks/other").count == 4 && left("n-2/var/lib/cni/networks/other").count == 3)
      #expect(try !stage.bridges(0).contains("cni0") && stage.bridges(1).contains("cni0"))
      for node in Self.nodes { #expect(try left("\(node)/etc/cni/net.d") == ["10-fabric.conflist"]) }
    }
  }

  @Test("Without Kubernetes the site's own commands stop and start what runs") func standalone() async throws {
    let variables = ["-e", "cnigen_stop_containers=stop-all cnigen_start_containers=start-all"]
    try await withStage(planned: ["--standalone"]) { stage in
      let untold = try stage.play()
      #expect(untold.end != .exited(0) && untold.output.contains("have to be commands; nothing was done to this node"))
      #expect(stage.calls.isEmpty && !stage.exists("roots/n-1/etc"))
      let running = "case $* in names*) echo default;; *) echo web;; esac"
      try program(stage.scratch, "bin/ctr", running)
      let busy = try stage.play(variables)
      #expect(busy.end != .exited(0) && stage.calls == ["n-1: stop-all "] && !stage.exists("roots/n-1/etc"))
      try program(stage.scratch, "bin/ctr", "test \"$1\" != namespaces || echo default")
      try FileManager.default.removeItem(atPath: stage.scratch("log"))
      try stage.play(variables).required()
      let expected = Self.nodes.flatMap { node in
        [
          "\(node): stop-all ", "\(node): systemctl stop containerd",
          "\(node): apt-get install --yes --option Dpkg::Options::=--force-confold containerd.io=2.1.9-*",
          "\(node): systemctl start containerd", "\(node): systemctl is-active containerd", "\(node): start-all ",
        ]
      }
      #expect(stage.calls == expected)
      for node in Self.nodes { #expect(stage.exists("roots/\(node)/etc/cni/net.d/10-pods.conflist")) }
    }
  }

  @Test("A node that does not come back ends the run before the next wave") func stopped() async throws {
    try await withStage { stage in
      try program(
        stage.scratch, "bin/kubectl",
        "echo \"${STANDS_ON:-control}: kubectl $*\" >>\"$LOG\"\ncase $* in *wait*n-1*) echo NotReady >&2; exit 1;; esac"
      )
      let outcome = try stage.play()
      #expect(outcome.end != .exited(0) && outcome.output.contains("NotReady"), "\(outcome)")
      #expect(stage.calls.last == "control: kubectl wait --for=condition=Ready node/n-1 --timeout=5m")
      #expect(!stage.exists("roots/n-2/etc") && !stage.exists("roots/cp-1/etc"))
      #expect(!stage.calls.contains { $0.contains("uncordon") })
    }
  }
}
