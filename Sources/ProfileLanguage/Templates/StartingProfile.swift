package import NetworkTypes

/// The first profile of somebody, with comments that say what to change.
package enum StartingProfile {
  /// The releases that it names as its target.
  package struct Releases: Sendable {
    let containerd: Version
    let plugins: Version

    package init(containerd: Version, plugins: Version) {
      self.containerd = containerd
      self.plugins = plugins
    }
  }

  /// A network's name, in quotes where YAML would take it for something else than text.
  private static func shown(_ name: String) -> String {
    let isWord = name.first?.isLetter == true && !["null", "true", "false", "yes", "no", "on", "off"].contains(name)
    return isWord ? name : "\"\(name)\""
  }

  /// A profile that says everything itself: one bridge, both families, port mappings.
  package static func plain(named name: String, for releases: Releases) -> String {
    """
    # The network of a node, for `cnigen build`. Change what is marked with <<<, then run:
    #   cnigen build            checks everything, and writes the files to out/
    #   cnigen explain WORD     tells what a key, a rule or a release means
    apiVersion: cnigen/v1
    kind: Profile
    name: \(shown(name))

    \(target(releases))

    network:
      bridge:
        name: cni0             # the bridge on the node; the plugin makes it
        gateway: true          # the bridge gets the gateway's address
        masquerade: true       # pods leave with the node's address; false where the site routes the subnets
        hairpin: true          # a pod reaches itself through its own service or host port
      addresses:
        ranges:                # <<< this node's own subnets; a pod gets one address from each
          - 10.88.0.0/16
          - fd00:88::/64
        routes: [default]      # one default route for each family
      portMappings: true       # host ports, as Kubernetes' hostPort asks for them

    containerd:
      binDirs: [/opt/cni/bin]  # <<< where the plugins lie; Debian's package has them in /usr/lib/cni
      confDir: /etc/cni/net.d
      maxConfNum: 1            # containerd takes the first file of that folder by name

    """
  }

  /// A profile that uses a template, with its examples as values.
  ///
  /// - Parameter reference: the template as `template:` names it.
  package static func using(
    _ template: Template, reference: String, named name: String, for releases: Releases
  ) -> String {
    var lines = [
      "# \(template.summary.isEmpty ? "The network of a node" : template.summary), for `cnigen build`.",
      "# Change what is marked with <<<; `cnigen templates` tells what the template can do.",
      "apiVersion: cnigen/v1", "kind: Profile", "name: \(shown(name))", "", "template: \(reference)",
    ]
    if !template.parameters.isEmpty {
      lines.append(template.parameters.contains(where: \.isStated) ? "with:" : "with: {}")
      lines += template.parameters.map(line)
    }
    lines += ["", target(releases), ""]
    return lines.joined(separator: "\n")
  }

  private static func target(_ releases: Releases) -> String {
    """
    target:                    # <<< what your nodes have: `containerd --version`, and the release of the CNI plugins
      containerd: \(releases.containerd)
      plugins: \(releases.plugins)
    """
  }

  /// A parameter: stated where a profile has to say something about it, otherwise in a comment.
  private static func line(_ parameter: Parameter) -> String {
    let value = (parameter.isRequired ? parameter.example : parameter.example ?? parameter.defaultValue)?.flowText ?? ""
    let start = parameter.isStated ? "  " : "  # "
    let mark = parameter.isRequired ? "<<< " : ""
    return "\(start)\(parameter.name): \(value)  # \(mark)\(explanation(parameter))"
  }

  private static func explanation(_ parameter: Parameter) -> String {
    let summary = parameter.summary.isEmpty ? parameter.type.name : parameter.summary
    if let value = parameter.defaultValue { return "\(summary); default \(value.flowText)" }
    return parameter.isOptional ? "\(summary); optional" : summary
  }
}

extension Parameter {
  /// Whether a first profile gives it a value.
  fileprivate var isStated: Bool { isRequired }
}
