/// The examples of the pages. A test carries out every one, beside the files of `profiles/`.
package enum Examples {
  /// Those of the program as a whole.
  package static let first = [
    Example(
      "A first profile, its files, and what would be wrong with them:",
      """
      cnigen init
      cnigen build
      cnigen validate out/*
      """)
  ]

  /// Those of a command.
  package static func of(_ command: String) -> [Example] {
    switch command {
    case "build":
      [
        Example(
          "The files of a node, for another release of containerd than the profile states:",
          "cnigen build containerd-net.yaml -o out --containerd 1.7.34"),
        Example(
          "Whether a folder is as the profile would leave it; 1 where it is not:",
          "cnigen build containerd-net.yaml -o out --check"),
        Example(
          "A fleet: how its addresses are used, all its nodes, and one of them alone:",
          """
          cnigen build hard-way/fleet.yaml --summary
          cnigen build hard-way/fleet.yaml -o nodes
          cnigen build hard-way/fleet.yaml --node worker-1 -o node
          """),
      ]
    case "validate":
      [
        Example(
          "Everything that a node reads, together:", "cnigen validate out/10-containerd-net.conflist out/config.toml"),
        Example("For GitHub, with a mark at each line:", "cnigen validate --format github containerd-net.yaml"),
        Example(
          "A list from elsewhere, for a node with older plugins:",
          "cnigen validate - --kind conflist --plugins 1.1.1 < out/10-containerd-net.conflist"),
      ]
    case "init":
      [
        Example(
          "From a template, for a node of Debian 12:",
          "cnigen init --template dual-stack-bridge --containerd 1.6.20 --plugins 1.1.1 -o edge.yaml")
      ]
    case "import":
      [
        Example(
          "A profile of what a node has, and whether it gives the same files again:",
          """
          cnigen import out/10-containerd-net.conflist out/config.toml -o imported.yaml
          cnigen build imported.yaml -o again
          """)
      ]
    case "templates":
      [
        Example(
          "What a template takes, and its own text:",
          """
          cnigen templates dual-stack-bridge
          cnigen templates dual-stack-bridge --source
          """)
      ]
    case "explain":
      [
        Example(
          "A rule, a key of a plugin, and a release:",
          """
          cnigen explain gateway-outside-subnet
          cnigen explain bridge.isGateway
          cnigen explain containerd 1.6.20
          """)
      ]
    case "schema":
      [Example("For the YAML language server of an editor:", "cnigen schema profile --draft 7 -o cnigen.schema.json")]
    case "probe":
      [
        Example(
          "Write down what this node can do, and tell later what has changed:",
          """
          cnigen probe -o node.yaml
          cnigen probe --check node.yaml
          """)
      ]
    case "try":
      [
        Example(
          "Try a network with the plugins of this machine, and one of another folder:",
          """
          cnigen try containerd-net.yaml
          cnigen try containerd-net.yaml --bin-dir /opt/cni/bin
          """),
        Example("A node of a fleet:", "cnigen try hard-way/fleet.yaml --node worker-1"),
      ]
    case "diff":
      [
        Example(
          "What an edited profile changes on a node, beside the files that it has now:",
          "cnigen diff out containerd-net.yaml")
      ]
    case "report":
      [
        Example(
          "A page, and a summary for a pull request whose findings link to their lines:",
          """
          cnigen report hard-way/fleet.yaml -o report.html
          cnigen report hard-way/fleet.yaml --emit md --link-base https://github.com/o/r/blob/main
          """)
      ]
    default: []
    }
  }
}
