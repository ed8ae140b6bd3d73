import Emission

/// A plan as a playbook of Ansible: a play for each wave and procedure. A failure on any node ends the whole run, so that
/// no further wave begins.
package enum PlanAnsible {
  package static func render(_ plan: WorkPlan) -> [UInt8] {
    YAMLWriter.document(.sequence(plays(of: plan)), comment: header(plan))
  }

  private static func header(_ plan: WorkPlan) -> [String] {
    [
      "From \(plan.oldTitle) to \(plan.newTitle), by cnigen plan.", "",
      "cnigen_files     folder with a folder for each node, from: cnigen build \(plan.newTitle) -o out; default: out",
      "cnigen_control   host where kubectl reaches the cluster; default: localhost",
      "cnigen_root      put before every path on a node; default: nothing",
      "cnigen_become    whether to become root on the nodes; default: true",
      "cnigen_plugins_archive, cnigen_upgrade_containerd   where the plugins and containerd come from",
    ]
  }

  private static func plays(of plan: WorkPlan) -> [YAML] {
    if plan.waves.isEmpty {
      return plan.procedures.map { procedure in
        play(
          "Every node, procedure \(procedure.id)", .string("all"), procedure,
          serial: .string("\(plan.options.maxUnavailable)"))
      }
    }
    return plan.waves.flatMap { wave in
      wave.parts.map { share in
        let procedure = plan.procedures[share.procedure]
        let place = [wave.pool.map { "pool \($0)" }, wave.label].compactMap(\.self).joined(separator: ", ")
        return play(
          "Wave \(wave.number)\(place.isEmpty ? "" : " (\(place))"), procedure \(procedure.id)",
          .sequence(share.nodes.map { .string($0) }), procedure, serial: nil)
      }
    }
  }

  private static func play(_ name: String, _ hosts: YAML, _ procedure: Procedure, serial: YAML?) -> YAML {
    var members: [YAML.Member] = [
      .init("name", .string(name)), .init("hosts", hosts), .init("gather_facts", .bool(false)),
      .init("any_errors_fatal", .bool(true)), .init("become", .string("{{ cnigen_become | default(true) }}")),
    ]
    if let serial { members.append(.init("serial", serial)) }
    members.append(.init("tasks", .sequence(procedure.steps.flatMap(AnsibleTasks.tasks))))
    return .mapping(members)
  }
}
