package import Diagnostics
import Emission

/// A plan as a playbook of Ansible: a play for each wave and procedure. A failure on any node ends the whole run, so that
/// no further wave begins.
package enum PlanAnsible {
  package static func render(_ plan: WorkPlan) -> [UInt8] {
    YAMLWriter.document(.sequence(guards(plan) + plays(of: plan)), comment: header(plan))
  }

  /// A node whose name means something else to Ansible; `nil` where there is none.
  package static func refusal(of plan: WorkPlan) -> Diagnostic? {
    nodes(of: plan).first { ["all", "localhost", "ungrouped"].contains($0) }.map {
      PlanRefusal.nameOfAnsible($0).finding
    }
  }

  private static func nodes(of plan: WorkPlan) -> [String] { plan.waves.flatMap { $0.parts.flatMap(\.nodes) } }

  /// A play that ends the run before anything is done where the inventory lacks a node, which Ansible would pass over,
  /// or has a group of a node's name, whose hosts it would take in its place. It is a play of all hosts, of which one
  /// speaks: a play of localhost is left out where a run is limited to some hosts, and one without the tag `always`
  /// where it is limited to tags.
  private static func guards(_ plan: WorkPlan) -> [YAML] {
    let nodes = nodes(of: plan)
    guard !nodes.isEmpty else { return [] }
    let lacking = "cnigen_nodes | difference(groups['all'])"
    let groups = "cnigen_nodes | intersect(groups.keys() | list)"
    return [
      .mapping([
        .init("name", .string("Every node is in the inventory, and no group has a node's name")),
        .init("hosts", .string("all")), .init("gather_facts", .bool(false)), .init("any_errors_fatal", .bool(true)),
        .init("become", .bool(false)), .init("tags", .sequence([.string("always")])),
        .init("vars", .mapping([.init("cnigen_nodes", .sequence(nodes.map { .string($0) }))])),
        .init(
          "tasks",
          .sequence([
            assertion("Every node is in the inventory", lacking, "not in the inventory"),
            assertion("No group has the name of a node", groups, "names of nodes, and of groups in the inventory"),
          ])),
      ])
    ]
  }

  private static func assertion(_ name: String, _ list: String, _ fault: String) -> YAML {
    .mapping([
      .init("name", .string(name)),
      .init(
        "ansible.builtin.assert",
        .mapping([
          .init("that", .sequence([.string("\(list) | length == 0")])),
          .init("fail_msg", .string("\(fault): {{ \(list) | join(', ') }}; nothing was done")),
          .init("quiet", .bool(true)),
        ])),
      .init("run_once", .bool(true)),
    ])
  }

  private static func header(_ plan: WorkPlan) -> [String] {
    [
      "From \(plan.oldTitle) to \(plan.newTitle), by cnigen plan.", "",
      "cnigen_files     \(origin(plan.delivery)); default: \(plan.delivery.folder)",
      plan.options.hasKubernetes
        ? "cnigen_control   host where kubectl reaches the cluster; default: localhost"
        : "cnigen_stop_containers, cnigen_start_containers   commands for it, on a node; no default",
      "cnigen_root      put before every path on a node; default: nothing",
      "cnigen_become    whether to become root on the nodes; default: true",
      "cnigen_plugins_archive, cnigen_upgrade_containerd   where the plugins and containerd come from",
      "cnigen_architecture   of the nodes, as in the archive's name; default: amd64",
    ] + furtherArchives(plan)
  }

  private static func furtherArchives(_ plan: WorkPlan) -> [String] {
    var lines: [String] = []
    for step in plan.procedures.flatMap(\.steps) {
      guard case .replacePlugins(let replacement, _) = step.action, !replacement.only.isEmpty else { continue }
      let variable = AnsibleTasks.archiveVariable(of: replacement)
      let line = "\(variable)   where the plugins \(replacement.release) come from"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private static func origin(_ delivery: FileDelivery) -> String {
    let folder = delivery.hasNodes ? "folder with a folder for each node" : "folder of the files"
    if let archive = delivery.archive { return "\(folder), from: tar -xf \(archive) -C \(delivery.folder)" }
    let checkout = delivery.revision.map { " in a checkout of \($0)" } ?? ""
    return folder + (delivery.document.map { ", from: cnigen build \($0) -o \(delivery.folder)\(checkout)" } ?? "")
  }

  private static func plays(of plan: WorkPlan) -> [YAML] {
    if plan.waves.isEmpty {
      return plan.procedures.map { procedure in
        play(
          "Every node, procedure \(procedure.id)", .string("all"), procedure,
          serial: .string("\(plan.options.maxUnavailable)"), from: plan.delivery)
      }
    }
    return plan.waves.flatMap { wave in
      wave.parts.map { share in
        let procedure = plan.procedures[share.procedure]
        let place = [wave.pool.map { "pool \($0)" }, wave.label].compactMap(\.self).joined(separator: ", ")
        return play(
          "Wave \(wave.number)\(place.isEmpty ? "" : " (\(place))"), procedure \(procedure.id)",
          .sequence(share.nodes.map { .string($0) }), procedure, serial: nil,
          from: plan.delivery)
      }
    }
  }

  private static func play(
    _ name: String, _ hosts: YAML, _ procedure: Procedure, serial: YAML?, from delivery: FileDelivery
  ) -> YAML {
    var members: [YAML.Member] = [
      .init("name", .string(name)), .init("hosts", hosts), .init("gather_facts", .bool(false)),
      .init("any_errors_fatal", .bool(true)), .init("become", .string("{{ cnigen_become | default(true) }}")),
    ]
    if let serial { members.append(.init("serial", serial)) }
    members.append(.init("tasks", .sequence(procedure.steps.flatMap { AnsibleTasks.tasks(for: $0, from: delivery) })))
    return .mapping(members)
  }
}
