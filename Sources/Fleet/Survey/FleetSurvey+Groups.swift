import CNIModel
import Catalogue

/// Nodes that have something in common.
extension FleetSurvey {
  /// Nodes with the same target, or the same files but for their subnets.
  package struct Group: Sendable {
    /// Any form of these nodes.
    package let form: NodeForm
    /// Their numbers, in the natural order of their names.
    package fileprivate(set) var nodes: [Int] = []
  }

  /// The nodes by the releases that they are compiled for, in the order in which these first come up. Empty where the
  /// fleet could not be compiled.
  package var targets: [Group] { groups { form, _ in form.targets.map(TargetKey.init) } }

  /// The nodes by their files: those of one group have the same ones but for their subnets.
  package var variants: [Group] {
    var uses = [Int](repeating: 0, count: forms.count)
    for node in 0..<count { form(of: node).map { uses[$0] += 1 } }
    return groups { form, node in
      // A node that was compiled for itself alone may differ from others in its subnets and nothing else.
      let marks = self.form(of: node).map { uses[$0] } == 1 ? values(of: node).all : []
      return form.files.map { FileKey(path: $0.path, form: $0.form.marked(marks)) }
    }
  }

  private struct FileKey: Hashable {
    let path: [String]
    let form: FileForm
  }

  /// What tells targets apart.
  private struct TargetKey: Hashable {
    let name: String
    let releases: [String]

    init(_ target: Target) {
      name = target.name
      releases =
        ["\(target.containerd.version)", "\(target.plugins.version)", "\(target.isAssumed)"]
        + target.overrides.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.version)" }
        + [target.kubernetes.map { "\($0)" } ?? "", target.capabilities == nil ? "" : "measured"]
    }
  }

  private func groups<Key: Hashable>(_ key: (NodeForm, _ node: Int) -> Key) -> [Group] {
    guard !forms.isEmpty else { return [] }
    var groups: [Group] = []
    var numbers: [Key: Int] = [:]
    var groupOfForm = [Int?](repeating: nil, count: forms.count)
    for node in inNaturalOrder {
      guard let form = form(of: node) else { return [] }
      let group =
        groupOfForm[form]
        ?? {
          let key = key(forms[form], node)
          if let known = numbers[key] { return known }
          numbers[key] = groups.count
          groups.append(Group(form: forms[form]))
          return groups.count - 1
        }()
      groupOfForm[form] = group
      groups[group].nodes.append(node)
    }
    return groups
  }
}
